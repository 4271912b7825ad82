import { FIFTHS } from '../scenarios/groupings.ts';
import type { AmountId, AxisId, Weighting } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';
import { comparedText, dollarText, schoolsText } from './words.ts';

export interface NeedGroupOptions {
  readonly amount: AmountId;
  readonly by: AxisId;
  readonly groups: 5 | 10;
  /** Groups of equally many schools, or of equally many pupils. */
  readonly equal: Weighting;
  readonly stack: 'restriction' | 'source';
}

/** One bar: schools alike in need. Means are by pupils: the group's dollars ÷ its pupils. */
export interface NeedGroup {
  readonly label: string;
  /** Least and greatest need in the group; NaN in an empty one. */
  readonly from: number;
  readonly to: number;
  readonly schools: number;
  /** Hundredths of a pupil. */
  readonly pupils: number;
  /** Mean dollars per pupil; NaN in an empty group. */
  readonly dollars: number;
  /** Parts of `dollars`, by place in `parts` of the picture. */
  readonly parts: readonly number[];
  /** Share of the group's pupils with each further need, in the order of the data's needs. */
  readonly needShares: readonly number[];
  /** From the least need to the greatest. */
  readonly rows: readonly number[];
}

/** The picture *Deciles of need* (the guidebook's Figure 2.4). */
export interface NeedGroups {
  readonly byLabel: string;
  readonly amountLabel: string;
  /** `other` is what an audience is not shown by itself. */
  readonly parts: readonly { readonly id: AmountId | 'other'; readonly label: string }[];
  readonly needs: readonly { readonly code: string; readonly name: string }[];
  readonly groups: readonly NeedGroup[];
  readonly missing: number;
  readonly sentence: string;
  readonly problem: string | null;
  readonly notes: readonly string[];
}

/**
 * Schools in fifths or tenths of need, lowest first: ⌊k × (what stands below) ÷ (all)⌋, counted in schools or pupils.
 * Schools of the same need stand together, in the lower group; so groups are not quite equal, and after many equal
 * schools one may be empty — both are told. The same rule makes the fifths of the scenario sheets.
 *
 * 1,000 pupils at $6,000 and 500 at $9,000 make a mean of $7,000.
 */
export function needGroups(data: EquityData, options: NeedGroupOptions): NeedGroups {
  const need = data.column(options.by);
  const amounts = data.column(options.amount);
  const known: number[] = [];
  for (const row of data.order(options.by)) {
    if (Number.isFinite(need[row]!) && Number.isFinite(amounts[row]!)) known.push(row);
  }
  const byLabel = data.label(options.by);
  const amountLabel = data.label(options.amount);
  const all = partsOf(data, options);
  const parts = all.filter(({ id }) => !data.isHidden(id));
  const hasOther = parts.length < all.length;
  const columns = parts.map(({ id }) => data.column(id));
  const needs = data.needs;
  const shares = needs.map(({ code }) => data.column(`need:${code}`));
  const groupOf = rankInGroups(need, known, options.equal === 'pupils' ? data.pupils : null, options.groups);
  const members: number[][] = Array.from({ length: options.groups }, () => []);
  for (const [at, row] of known.entries()) members[groupOf[at]!]!.push(row);
  const groups = members.map((rows, at): NeedGroup => {
    const dollars = meanByPupils(amounts, data.pupils, rows);
    const ofParts = columns.map((column) => meanByPupils(column, data.pupils, rows));
    return {
      label: options.groups === 5 ? FIFTHS[at]! : `Decile ${at + 1}`,
      ...rangeOf(data, options.by, rows),
      schools: rows.length,
      pupils: rows.reduce((sum, row) => sum + data.pupils[row]!, 0),
      dollars,
      parts: hasOther ? [...ofParts, ofParts.reduce((rest, part) => rest - part, dollars)] : ofParts,
      needShares: shares.map((share) => meanByPupils(share, data.pupils, rows)),
      rows,
    };
  });
  const missing = data.count - known.length;
  const problem = problemOf(known.length, groups, byLabel);
  return {
    byLabel,
    amountLabel,
    parts: hasOther ? [...parts, { id: 'other', label: 'Other money' }] : parts,
    needs,
    groups,
    missing,
    sentence: problem ?? sentenceOf(groups, byLabel, amountLabel),
    problem,
    notes: [...notesOf(groups, need, missing, byLabel), ...untoldNotes(data, options.by, known)],
  };
}

/**
 * Rows stand by their need. Schools whose share may not be told do not widen the range: read together with its neighbours,
 * a last decile *from 64%* looks like a mistake. Where no share of a group may be told, it reaches as far as they could.
 */
function rangeOf(data: EquityData, by: AxisId, rows: readonly number[]): { from: number; to: number } {
  const need = data.column(by);
  const told = data.shownColumn(by) === need ? rows : rows.filter((row) => data.shareLimit(row, by) === null);
  if (told.length > 0 || rows.length === 0)
    return { from: need[told[0] ?? -1] ?? Number.NaN, to: need[told.at(-1) ?? -1] ?? Number.NaN };
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of rows) {
    const range = data.shareRange(row, by);
    if (range === null) continue;
    from = Math.min(from, range.from);
    to = Math.max(to, range.to);
  }
  return { from, to };
}

/** Σ value × pupils ÷ Σ pupils over rows; NaN without rows or where one has no value. */
export function meanByPupils(values: Float64Array, pupils: Float64Array, rows: Iterable<number>): number {
  let sum = 0;
  let all = 0;
  for (const row of rows) {
    sum += values[row]! * pupils[row]!;
    all += pupils[row]!;
  }
  return sum / all;
}

/**
 * The group of each of `rows`, which stand in the order of their values: ⌊groups × (weight of lesser values) ÷ (weight
 * of all)⌋. Weights null: each row counts once.
 */
export function rankInGroups(
  values: Float64Array,
  rows: readonly number[],
  weights: Float64Array | null,
  groups: number,
): Int32Array {
  const weightOf = (row: number): number => (weights ? weights[row]! : 1);
  let all = 0;
  for (const row of rows) all += weightOf(row);
  const groupOf = new Int32Array(rows.length);
  let below = 0;
  let passed = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at]!;
    if (at > 0 && values[row] !== values[rows[at - 1]!]) below = passed;
    groupOf[at] = Math.floor((groups * below) / all);
    passed += weightOf(row);
  }
  return groupOf;
}

/**
 * What a bar is made of. Current budgets and measures are known only as a whole; and where a source or the top-ups are
 * not for those who look, no part stands beside the gap that would be them.
 */
function partsOf(
  data: EquityData,
  { amount, stack }: NeedGroupOptions,
): { readonly id: AmountId; readonly label: string }[] {
  const labelled = (ids: readonly AmountId[]) => ids.map((id) => ({ id, label: data.label(id) }));
  const { results } = data.calculation;
  if (amount !== 'total' && amount !== 'allIn') return labelled([amount]);
  const hasTopUps = results.totals.topUp !== 0 || results.totals.deduction !== 0;
  if (hasTopUps && data.isHidden('topUps')) return labelled([amount]);
  const further: AmountId[] = hasTopUps ? ['topUps'] : [];
  if (stack === 'restriction' || results.sources.some(({ code }) => data.isHidden(`source:${code}`))) {
    return labelled(['unrestricted', 'restricted', ...(amount === 'allIn' ? (['locked'] as const) : []), ...further]);
  }
  const sources = results.sources.filter(({ status }) => status !== 'lock' || amount === 'allIn');
  return labelled([...sources.map(({ code }): AmountId => `source:${code}`), ...further]);
}

function problemOf(known: number, groups: readonly NeedGroup[], by: string): string | null {
  if (known === 0) return 'No school has both values, so there is nothing to draw. Choose another amount or need.';
  if (known === 1) return 'Only one school has both values; there is nothing to hold it against.';
  if (groups.filter(({ schools }) => schools > 0).length < 2) {
    return `${by} is the same at every school, so all of them stand in one group. Choose another need.`;
  }
  return null;
}

function sentenceOf(groups: readonly NeedGroup[], by: string, amount: string): string {
  const filled = groups.filter(({ schools }) => schools > 0);
  const [low, high] = [filled[0]!, filled.at(-1)!];
  return `${amount} per pupil is ${dollarText(high.dollars)} in the group with the highest ${by}, ${comparedText(high.dollars, low.dollars)} in the group with the lowest (${dollarText(low.dollars)}).`;
}

function untoldNotes(data: EquityData, by: AxisId, known: readonly number[]): string[] {
  if (data.shownColumn(by) === data.column(by)) return [];
  const untold = known.reduce((sum, row) => sum + (data.shareLimit(row, by) === null ? 0 : 1), 0);
  if (untold === 0) return [];
  return [
    `The ranges leave out ${schoolsText(untold)} whose ${data.label(by)} is not told: too few pupils have the need, or are without it.`,
  ];
}

function notesOf(groups: readonly NeedGroup[], need: Float64Array, missing: number, by: string): string[] {
  const notes: string[] = [];
  if (missing > 0)
    notes.push(`${schoolsText(missing)} without a value for this picture ${missing === 1 ? 'is' : 'are'} left out.`);
  let tied = 0;
  for (const { rows } of groups) {
    for (let at = 0; at < rows.length; at++) {
      const value = need[rows[at]!]!;
      if (value === need[rows[at - 1] ?? -1] || value === need[rows[at + 1] ?? -1]) tied++;
    }
  }
  if (tied > 0) {
    notes.push(
      `${schoolsText(tied)} share their ${by} with another; schools of the same need stand together in the lower group.`,
    );
  }
  const empty = groups.filter(({ schools }) => schools === 0).length;
  if (empty > 0)
    notes.push(
      `${empty} of ${groups.length} groups ${empty === 1 ? 'is' : 'are'} empty: there are too few different schools.`,
    );
  return notes;
}
