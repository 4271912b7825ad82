import type { Calculation } from '../calc/Calculation.ts';
import type { Change } from '../changes/Change.ts';
import { putYearValues, yearNameFault } from '../changes/years.ts';
import type { YearMeasureRow, YearValueRow } from '../model/rows.ts';
import { plainCount } from '../text/formatNumber.ts';
import { firstOfKind, USUAL_MEASURES } from './yearRows.ts';
import { knownYear } from './yearText.ts';

/** What a snapshot takes of a scenario. */
export interface Snapshot {
  readonly change: Change;
  readonly schools: number;
  /** The measures it is written into. */
  readonly amount: string;
  readonly pupils: string;
}

/**
 * Copies the budgets, pupils and needs of a scenario into a year, so that years build up from the program itself:
 * each school's total budget (formula, grants and top-ups less deductions), its pupils, and its pupils of each further
 * need over all levels, as the scenario supposes them. They go into the first measure of money and the first of
 * pupils, which are made where there is none. What these measures held of the year is replaced; other measures of the
 * year stay. A school without pupils is copied with zero pupils, so that nothing per pupil is said of it.
 *
 * A school of $8,940,075.76, 1,480 pupils and 702 in poverty becomes three values: 8940075.76, 1480 and 702.
 */
export function takeSnapshot(calculation: Calculation, year: string): Snapshot | string {
  const wanted = year.trim();
  const fault = yearNameFault('A year', wanted);
  if (fault) return fault;
  const { model, scenario, isLater } = calculation.plan;
  const { results, schools, needs } = calculation;
  if (schools.length === 0) return 'There are no schools yet, so there is nothing to copy.';
  const amount = firstOfKind(model, 'amount') ?? free(model.table('yearMeasure'), USUAL_MEASURES.amount);
  const pupils = firstOfKind(model, 'pupils') ?? free(model.table('yearMeasure'), USUAL_MEASURES.pupils);
  const values: YearValueRow[] = [];
  const put = (school: string, measure: string, studentGroup: string, units: number): void => {
    values.push({ year: wanted, school, measure, studentGroup, value: plainCount(units) });
  };
  const { start, cell, count } = calculation.plan.counts;
  let copied = 0;
  for (const [at, { code }] of schools.entries()) {
    if (isLater?.[at]) continue;
    copied++;
    put(code, amount.measure, '', results.total[at] ?? 0);
    put(code, pupils.measure, '', results.pupils[at] ?? 0);
    const byNeed = new Float64Array(needs.length);
    for (let line = start[at] ?? 0; line < (start[at + 1] ?? 0); line++) {
      const need = (cell[line] ?? 0) % needs.length;
      byNeed[need] = (byNeed[need] ?? 0) + (count[line] ?? 0);
    }
    for (let need = 1; need < needs.length; need++) {
      put(code, pupils.measure, needs[need]?.code ?? '', byNeed[need] ?? 0);
    }
  }
  const keys = new Set(
    values.map(({ school, measure, studentGroup }) => `${school}\u001f${measure}\u001f${studentGroup}`),
  );
  const gone = [...model.table('yearValue').values()].filter(
    (row) =>
      row.year === wanted &&
      (row.measure === amount.measure || row.measure === pupils.measure) &&
      !keys.has(`${row.school}\u001f${row.measure}\u001f${row.studentGroup}`),
  );
  const change = putYearValues(
    model,
    { measures: [amount, pupils], values, gone },
    `Snapshot of ${scenario.name} as ${wanted}`,
  );
  if (typeof change === 'string') return change;
  return { change, schools: copied, amount: amount.measure, pupils: pupils.measure };
}

/** The usual measure under a name that no measure of another kind has. */
function free(
  held: ReadonlyMap<string, YearMeasureRow>,
  usual: Omit<YearMeasureRow, 'position'>,
): Omit<YearMeasureRow, 'position'> {
  const taken = new Set([...held.keys()].map((name) => name.toLowerCase()));
  let measure = usual.measure;
  for (let number = 2; taken.has(measure.toLowerCase()); number++) measure = `${usual.measure} ${number}`;
  return { ...usual, measure };
}

/** The year a snapshot is most likely meant for: another spelling of one that is there counts as that one. */
export const snapshotYear = (typed: string, years: readonly string[]): string =>
  knownYear(typed, years) ?? typed.trim();
