import type { Calculation } from '../calc/Calculation.ts';
import { CENTRAL } from '../model/pseudoCodes.ts';
import { compareCodes } from '../model/tables.ts';
import type { AllocationTemplate } from './AllocationTemplate.ts';
import { schoolCode, sourceCode } from './allocationEntries.ts';
import type { AllocationLines } from './allocationLines.ts';

/** What one source, school or fund has in the file, in cents. */
export interface TotalLine {
  readonly code: string;
  readonly cents: number;
}

/** What a file comes to, in cents, as its control sheet states it. */
export interface ControlTotals {
  /** Detail records. */
  readonly rows: number;
  /** Debits less credits, or the reverse where budgets are kept as credits: the money of the scenario. */
  readonly amountCents: number;
  readonly debitCents: number;
  readonly creditCents: number;
  readonly bySource: readonly TotalLine[];
  readonly bySchool: readonly TotalLine[];
  /** By the value of the template's fund segment; empty without one. */
  readonly byFund: readonly TotalLine[];
}

/**
 * Adds up a file: by source and school piece by piece, since a row may be of several, and all together and by fund row
 * by row, since that is what the finance system sees.
 */
export function controlTotals(
  calculation: Calculation,
  template: AllocationTemplate,
  { lines, segments, entries }: AllocationLines,
): ControlTotals {
  const fundAt = template.fundSegment === '' ? -1 : segments.indexOf(template.fundSegment);
  const byFund = new Map<string, number>();
  const bySource = new Map<number, number>();
  const bySchool = new Map<number, number>();
  let amountCents = 0;
  let debitCents = 0;
  let creditCents = 0;
  for (const { cents, account } of lines) {
    amountCents += cents;
    if (isDebit(cents, template)) debitCents += Math.abs(cents);
    else creditCents += Math.abs(cents);
    if (fundAt >= 0) add(byFund, account[fundAt] ?? '', cents);
  }
  for (const { source, school, cents } of entries) {
    add(bySource, source, cents);
    add(bySchool, school, cents);
  }
  return {
    rows: lines.length,
    amountCents,
    debitCents,
    creditCents,
    bySource: written(bySource, (source) => sourceCode(calculation, source)),
    bySchool: written(bySchool, (school) => schoolCode(calculation, school)),
    byFund: [...byFund].map(([code, cents]) => ({ code, cents })).sort((a, b) => compareCodes(a.code, b.code)),
  };
}

/** Whether a row stands on the debit side; zero does. */
export function isDebit(cents: number, { debit }: AllocationTemplate): boolean {
  return cents === 0 || cents > 0 === (debit === 'positive');
}

function add<Key>(sums: Map<Key, number>, key: Key, cents: number): void {
  sums.set(key, (sums.get(key) ?? 0) + cents);
}

/** In the order of the calculation; what is of no source or school comes last. */
function written(sums: ReadonlyMap<number, number>, code: (index: number) => string): TotalLine[] {
  const rank = (index: number): number => (index < 0 ? 1_000_000 - index : index);
  return [...sums]
    .sort(([left], [right]) => rank(left) - rank(right))
    .map(([index, cents]) => ({ code: code(index), cents }));
}

/** A total that must be, and what the file has instead. */
export interface TotalDifference {
  readonly what: 'source' | 'school' | 'all';
  readonly code: string;
  readonly wantedCents: number;
  readonly foundCents: number;
}

/**
 * Holds the totals of a file against the scenario's own results (I11): by source, by school, and all together. Sources
 * of money the template leaves out count as nothing.
 */
export function compareWithScenario(
  calculation: Calculation,
  template: AllocationTemplate,
  totals: ControlTotals,
): TotalDifference[] {
  const { results, schools } = calculation;
  const { money } = template;
  const differences: TotalDifference[] = [];
  const compare = (what: TotalDifference['what'], code: string, wantedCents: number, foundCents: number): void => {
    if (wantedCents !== foundCents) differences.push({ what, code, wantedCents, foundCents });
  };
  const ofSource = new Map(totals.bySource.map(({ code, cents }) => [code, cents]));
  const ofSchool = new Map(totals.bySchool.map(({ code, cents }) => [code, cents]));
  let all = 0;
  let central = 0;
  for (const source of results.sources) {
    const pays = source.status === 'unlock' ? money.formula : source.status === 'grant' ? money.grants : money.locked;
    // What schools get of a source by itself: its schools' money without top-ups it pays and deductions from it.
    const own = source.schoolsCents - source.topUpCents + source.deductionCents;
    const kept = money.central ? source.centralCents : money.payers ? -source.fromCentralCents : 0;
    const wanted = (pays ? own : 0) + kept;
    compare('source', source.code, wanted, ofSource.get(source.code) ?? 0);
    all += wanted;
    central += kept;
  }
  for (const [at, school] of schools.entries()) {
    const wanted =
      (money.formula ? results.formula[at]! : 0) +
      (money.grants ? results.grants[at]! : 0) +
      (money.locked ? results.locked[at]! : 0) +
      (money.topUps ? results.topUp[at]! : 0) -
      (money.deductions ? results.deduction[at]! : 0);
    compare('school', school.code, wanted, ofSchool.get(school.code) ?? 0);
  }
  all += (money.topUps ? results.totals.topUp : 0) - (money.deductions ? results.totals.deduction : 0);
  if (!schools.some(({ code }) => code === CENTRAL)) compare('school', CENTRAL, central, ofSchool.get(CENTRAL) ?? 0);
  compare('all', '', all, totals.amountCents);
  return differences;
}
