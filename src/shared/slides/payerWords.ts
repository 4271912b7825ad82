import type { TopUpResult } from '../calc/results.ts';
import type { Payer } from '../model/rows.ts';
import { boardMoney } from './boardNumbers.ts';

const PAYERS: Readonly<Record<Payer, string>> = {
  reserve: 'paid from the reserve',
  central: 'paid from central parts',
  gainers: 'paid by schools that gain',
  above_floor: 'paid by all above the floor',
  formula: 'paid by the formula',
};

/** Who pays the top-ups, in a few words. */
export function payerWords({ payer, shortCents }: TopUpResult): string {
  if (payer === null) return 'nobody pays yet';
  return shortCents > 0 ? `${boardMoney(shortCents)} unpaid` : PAYERS[payer];
}
