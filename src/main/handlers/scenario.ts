import { adoptScenario } from '../../shared/changes/scenarios.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { checkAdoption, hashScenario } from '../document/adoption.ts';
import type { Session } from '../document/Session.ts';
import { commitAndDigest } from './change.ts';
import type { HandlersOf } from './Handlers.ts';

export function scenarioHandlers(session: Session): HandlersOf<'scenario'> {
  return {
    'scenario/adopt': async ({ scenario: id, digest }) => {
      const { document, workplace } = session;
      const calculation = document.calculation(id);
      const { scenario } = calculation.plan;
      if (calculation.digest() !== digest) {
        throw new AllotError(
          'calculation-differs',
          'The window and the document do not agree on the budgets, so nothing was adopted. Your document is safe: save it, close it and open it again. If this comes back, please report it.',
        );
      }
      const { tiesOut, problems } = calculation.results.tieOut;
      if (!tiesOut) {
        throw new AllotError(
          'does-not-tie-out',
          `“${scenario.name}” does not tie out, so it was not adopted. Repair what is listed on the sheet Tie-out first.`,
          problems,
        );
      }
      const stamp = {
        scenario: id,
        at: workplace.now().toISOString(),
        by: workplace.user,
        ...hashScenario(document.model, scenario),
      };
      const change = adoptScenario(document.model, stamp);
      if (typeof change === 'string') throw new AllotError('scenario-adopted', `${change} Nothing was changed.`);
      return { change, committed: commitAndDigest(session, change, id) };
    },
    'scenario/checkAdoption': async ({ scenario }) => checkAdoption(session.document.model, scenario),
  };
}
