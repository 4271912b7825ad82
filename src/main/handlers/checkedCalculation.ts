import type { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { Session } from '../document/Session.ts';

/**
 * Numbers leave the program, or are adopted, only when the window that showed them and main, which owns the file,
 * calculated the same independently of each other. `what` was not done otherwise: `exported`.
 */
export function checkedCalculation(
  session: Session,
  scenario: number,
  digest: string,
  what: 'exported' | 'adopted' = 'exported',
): Calculation {
  const calculation = session.document.calculation(scenario);
  if (calculation.digest() === digest) return calculation;
  throw new AllotError(
    'calculation-differs',
    `The window and the document do not agree on the budgets, so nothing was ${what}. Your document is safe: save it, close it and open it again. If this comes back, please report it.`,
  );
}
