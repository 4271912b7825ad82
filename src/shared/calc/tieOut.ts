import { formatMoney } from '../text/formatNumber.ts';
import { EXACT } from './integers.ts';
import type { Finding, ResultTotals, SourceResult, TieOut, TopUpResult } from './results.ts';

/**
 * The proof that every dollar is somewhere (I1, I2): per source central + schools + left = amount, and over the
 * district the schools' columns add up to what the sources paid. A short or stopped source does not tie out; dollars
 * left unallocated do. Top-ups are within the sources that pay them; what nobody pays counts as schools and is
 * missing in left, so that revenue = central + schools + left holds, and does not tie out (I9).
 */
export function tieOut(
  sources: readonly SourceResult[],
  totals: ResultTotals,
  topUps: TopUpResult,
  findings: readonly Finding[],
): TieOut {
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
  const { shortCents } = topUps;
  if (size + totals.topUp + totals.deduction > EXACT) {
    problems.push('The revenue sources together exceed what Allot can add up to the cent, 90 trillion dollars.');
  } else if (totals.total + totals.locked !== schoolsCents + shortCents) {
    problems.push('The school budgets do not add up to what the sources pay to schools.');
  }
  if (totals.restricted + totals.unrestricted !== totals.formula + totals.grants) {
    problems.push('Restricted and unrestricted money do not add up to formula and grants.');
  }
  for (const finding of findings) if (finding.severity === 'stops') problems.push(finding.sentence);
  if (totals.topUp !== topUps.paidCents + shortCents) {
    problems.push('Top-ups are not what the payer gives and what is short.');
  }
  return {
    tiesOut: problems.length === 0,
    revenueCents,
    centralCents,
    schoolsCents: schoolsCents + shortCents,
    leftCents: leftCents - shortCents,
    shortCents,
    problems,
    coverage: revenueCents > 0 ? unlockCents / revenueCents : null,
  };
}
