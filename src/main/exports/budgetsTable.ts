import type { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import { plainCount, plainMoney } from '../../shared/text/formatNumber.ts';
import type { OutputTable } from './OutputTable.ts';

/**
 * The school budgets as a table, schools by code (exchange format, `allot budgets`). Money has two decimals and no
 * thousands marks; an empty cell is a value that does not exist (no pupils, no current budget, no floor).
 *
 * Throws an AllotError when a source had to be stopped: its dollars reach nobody yet, so the budgets are not the
 * district's budgets and must not leave the program as if they were.
 */
export function budgetsTable(calculation: Calculation): OutputTable {
  const { results, schools } = calculation;
  const stopped = results.sources.flatMap((source) => (source.stopped ? [source.stopped.sentence] : []));
  if (stopped.length > 0) {
    throw new AllotError('does-not-tie-out', 'The budgets are not complete, so they were not written.', stopped);
  }
  const money = (values: Float64Array) => (school: number) => plainMoney(values[school] ?? Number.NaN);
  const head: OutputTable['columns'] = [
    { name: 'school', isText: true, at: (school) => schools[school]?.code ?? '' },
    { name: 'name', isText: true, at: (school) => schools[school]?.name ?? '' },
    { name: 'level', isText: true, at: (school) => schools[school]?.level ?? '' },
    { name: 'pupils', isText: false, at: (school) => plainCount(results.pupils[school] ?? 0) },
  ];
  const tail: OutputTable['columns'] = [
    { name: 'formula', isText: false, at: money(results.formula) },
    { name: 'grants', isText: false, at: money(results.grants) },
    { name: 'floor', isText: false, at: money(results.floor) },
    { name: 'top_up', isText: false, at: money(results.topUp) },
    { name: 'deduction', isText: false, at: money(results.deduction) },
    { name: 'total', isText: false, at: money(results.total) },
    { name: 'per_pupil', isText: false, at: money(results.perPupil) },
    { name: 'locked', isText: false, at: money(results.locked) },
    { name: 'current', isText: false, at: money(results.current) },
    { name: 'change', isText: false, at: money(results.change) },
  ];
  const fixed = new Set([...head, ...tail].map((column) => column.name));
  const sources = results.sources.map(({ code, amounts }) => ({
    name: code,
    // A source may be called `total`; in JSON it then is `source total`.
    key: fixed.has(code) ? `source ${code}` : code,
    isText: false,
    at: money(amounts),
  }));
  return { columns: [...head, ...sources, ...tail], rowCount: results.schoolCount };
}
