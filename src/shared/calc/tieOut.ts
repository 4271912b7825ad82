import { formatMoney } from '../text/formatNumber.ts';
import { EXACT } from './integers.ts';
import type { ResultTotals, SourceResult, TieOut } from './results.ts';

/**
 * The proof that every dollar is somewhere (I1, I2): per source central + schools + left = amount, and over the
 * district the schools' columns add up to what the sources paid. A short or stopped source does not tie out; dollars
 * left unallocated do.
 */
export function tieOut(sources: readonly SourceResult[], totals: ResultTotals): TieOut {
  const problems: string[] = [];
  let revenueCents = 0;
  let centralCents = 0;
  let schoolsCents = 0;
  let leftCents = 0;
  let unlockCents = 0;
  let size = 0;
  for (const source of sources) {
    revenueCents += source.amountCents;
    centralCents += source.centralCents;
    schoolsCents += source.schoolsCents;
    leftCents += source.leftCents;
    size +=
      source.amountCents + Math.abs(source.centralCents) + Math.abs(source.schoolsCents) + Math.abs(source.leftCents);
    if (source.status === 'unlock') unlockCents += source.schoolsCents;
    if (source.stopped) problems.push(source.stopped.sentence);
    else if (source.leftCents < 0) {
      problems.push(
        `${source.name} (${source.code}) is short by ${formatMoney(-source.leftCents)}: its schools and central part come to more than its amount.`,
      );
    }
    if (source.centralCents + source.schoolsCents + source.leftCents !== source.amountCents) {
      problems.push(`${source.name} (${source.code}): central, schools and left do not add up to its amount.`);
    }
  }
  if (size > EXACT) {
    problems.push('The revenue sources together exceed what Allot can add up to the cent, 90 trillion dollars.');
  } else if (totals.formula + totals.grants + totals.locked !== schoolsCents) {
    problems.push('The school budgets do not add up to what the sources pay to schools.');
  }
  if (totals.restricted + totals.unrestricted !== totals.formula + totals.grants) {
    problems.push('Restricted and unrestricted money do not add up to formula and grants.');
  }
  return {
    tiesOut: problems.length === 0,
    revenueCents,
    centralCents,
    schoolsCents,
    leftCents,
    problems,
    coverage: revenueCents > 0 ? unlockCents / revenueCents : null,
  };
}
