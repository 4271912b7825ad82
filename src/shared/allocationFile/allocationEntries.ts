import type { Calculation } from '../calc/Calculation.ts';
import { AllotError } from '../contract/errors.ts';
import { CENTRAL, DEDUCTION, TOP_UP } from '../model/pseudoCodes.ts';
import type { AllocationTemplate, SplitBy, TemplateMoney } from './AllocationTemplate.ts';
import { splitAmount } from './splitAmount.ts';

export type MoneyKind = 'formula' | 'grant' | 'locked' | 'topUp' | 'deduction' | 'central' | 'payer';

/** Indexes that stand for no row of the calculation. */
export const NONE = -1;
/** Source index of top-ups and deductions, which are of no source. */
export const TOP_UP_SOURCE = -2;
export const DEDUCTION_SOURCE = -3;

/** The smallest piece of money a file tells: whole cents of one source at one school, perhaps of one level or need. */
export interface AllocationEntry {
  readonly kind: MoneyKind;
  /** Index of the school; NONE is the central office. */
  readonly school: number;
  /** Index of the source, TOP_UP_SOURCE or DEDUCTION_SOURCE. */
  readonly source: number;
  /** The level the money came by, or the school's own; NONE at the central office. */
  readonly level: number;
  /** NONE where the money is not split by need. */
  readonly need: number;
  readonly cents: number;
}

export function schoolCode({ schools }: Calculation, school: number): string {
  return school === NONE ? CENTRAL : schools[school]!.code;
}

export function sourceCode({ sourceRows }: Calculation, source: number): string {
  if (source === TOP_UP_SOURCE) return TOP_UP;
  return source === DEDUCTION_SOURCE ? DEDUCTION : sourceRows[source]!.code;
}

/**
 * The money of a scenario piece by piece, in the order of sources and schools. Every school × source of the chosen
 * money is there, zero or not; top-ups, deductions and central money only where there is any. The pieces of a school
 * and source add up to its budget to the cent, however they are split.
 */
export function allocationEntries(calculation: Calculation, template: AllocationTemplate): AllocationEntry[] {
  const { results, schools, levels } = calculation;
  const { money, splitBy } = template;
  const entries: AllocationEntry[] = [];
  const levelAt = new Map(levels.map((level, at) => [level.code, at]));
  const own = schools.map((school) => levelAt.get(school.level) ?? NONE);
  for (const [at, source] of results.sources.entries()) {
    const kind = kindOf(source.status, money);
    if (kind) {
      for (let school = 0; school < results.schoolCount; school++) {
        const cents = source.amounts[school]!;
        if (cents === 0 && source.eligible[school] === 0) continue;
        pushSplit(entries, calculation, splitBy, { kind, school, source: at, level: own[school]!, need: NONE, cents });
      }
    }
    const central = money.central ? source.centralCents : 0;
    const piece = { school: NONE, source: at, level: NONE, need: NONE };
    if (central !== 0) entries.push({ ...piece, kind: 'central', cents: central });
    if (money.payers && !money.central && source.fromCentralCents !== 0) {
      entries.push({ ...piece, kind: 'payer', cents: -source.fromCentralCents });
    }
  }
  for (let school = 0; school < results.schoolCount; school++) {
    const piece = { school, level: own[school]!, need: NONE };
    const up = results.topUp[school]!;
    const down = results.deduction[school]!;
    if (money.topUps && up !== 0) entries.push({ ...piece, kind: 'topUp', source: TOP_UP_SOURCE, cents: up });
    if (money.deductions && down !== 0) {
      entries.push({ ...piece, kind: 'deduction', source: DEDUCTION_SOURCE, cents: -down });
    }
  }
  return entries;
}

function kindOf(status: 'lock' | 'unlock' | 'grant', money: TemplateMoney): MoneyKind | null {
  if (status === 'unlock') return money.formula ? 'formula' : null;
  if (status === 'grant') return money.grants ? 'grant' : null;
  return money.locked ? 'locked' : null;
}

/** By level, by need, or both: cells are added up over what is not asked for. */
function pushSplit(
  entries: AllocationEntry[],
  calculation: Calculation,
  splitBy: SplitBy,
  whole: AllocationEntry,
): void {
  const cells = splitBy === 'none' ? null : splitAmount(calculation, whole.source, whole.school);
  if (cells === null || cells.length === 0) {
    entries.push(whole);
    return;
  }
  const needs = calculation.needs.length;
  const sums = new Map<number, AllocationEntry>();
  let sum = 0;
  for (const { cell, cents } of cells) {
    const level = splitBy === 'need' ? whole.level : Math.floor(cell / needs);
    const need = splitBy === 'level' ? NONE : cell % needs;
    const key = level * (needs + 1) + need;
    const held = sums.get(key);
    sums.set(key, { ...whole, level, need, cents: cents + (held?.cents ?? 0) });
    sum += cents;
  }
  if (sum !== whole.cents) {
    const place = `${schoolCode(calculation, whole.school)} · ${sourceCode(calculation, whole.source)}`;
    throw new AllotError(
      'allocation-split',
      `The lines of ${place} do not add up to its budget, so no file can be made. Please report this.`,
    );
  }
  entries.push(...sums.values());
}
