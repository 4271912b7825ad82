import type { Calculation } from '../calc/Calculation.ts';

const FIGURES = ['formula', 'grants', 'locked', 'topUp', 'deduction', 'total'] as const;

/**
 * What a calculation pays, by code: each school's money in cents, and each source's parts. A school or source that gets
 * and has nothing is left out, so that one which exists in only one of two models makes no difference by itself.
 */
function paidBy({ results, schools }: Calculation): Map<string, string> {
  const paid = new Map<string, string>();
  for (const [at, { code }] of schools.entries()) {
    const cents = FIGURES.map((figure) => results[figure][at] ?? 0);
    const amounts = results.sources.flatMap((source) => {
      const amount = source.amounts[at] ?? 0;
      return amount === 0 ? [] : [`${source.code} ${amount}`];
    });
    if (cents.some((each) => each !== 0) || amounts.length > 0) {
      paid.set(`school ${code}`, [...cents, ...amounts.sort()].join('|'));
    }
  }
  for (const { code, amountCents, centralCents, schoolsCents, leftCents, stopped } of results.sources) {
    const parts = [amountCents, centralCents, schoolsCents, leftCents];
    if (parts.some((each) => each !== 0)) paid.set(`source ${code}`, [...parts, stopped ? 1 : 0].join('|'));
  }
  return paid;
}

/** Whether two calculations pay every school the same from every source, to the cent. */
export function sameBudgets(left: Calculation, right: Calculation): boolean {
  const [one, other] = [paidBy(left), paidBy(right)];
  if (one.size !== other.size) return false;
  for (const [key, text] of one) if (other.get(key) !== text) return false;
  return true;
}
