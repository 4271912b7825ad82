import type { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { CalculatedYear, ShadowStatement } from '../../shared/gradual/multiYear.ts';
import { plainCount, plainMoney } from '../../shared/text/formatNumber.ts';
import type { OutputTable } from './OutputTable.ts';

type OutputColumn = OutputTable['columns'][number];

const money = (name: string, values: Float64Array): OutputColumn => ({
  name,
  isText: false,
  at: (school) => plainMoney(values[school] ?? Number.NaN),
});

function schoolColumns({ schools }: Calculation): OutputColumn[] {
  return (['code', 'name', 'level'] as const).map((field) => ({
    name: field === 'code' ? 'school' : field,
    isText: true,
    at: (school) => schools[school]?.[field] ?? '',
  }));
}

const pupils = (name: string, { results }: Calculation): OutputColumn => ({
  name,
  isText: false,
  at: (school) => plainCount(results.pupils[school] ?? 0),
});

/** A source that had to be stopped pays nobody, so what stands here would not be what a school gets. */
function refuseStopped(calculations: readonly Calculation[]): void {
  const stopped = calculations.flatMap(({ results }) =>
    results.sources.flatMap((source) => (source.stopped ? [source.stopped.sentence] : [])),
  );
  if (stopped.length === 0) return;
  throw new AllotError('does-not-tie-out', 'The budgets are not complete, so they were not written.', [
    ...new Set(stopped),
  ]);
}

/**
 * The shadow statement, schools by code: what each receives, what it would have received with the goal weights in full,
 * and the difference.
 */
export function shadowTable({ actual, shadow, differences }: ShadowStatement): OutputTable {
  refuseStopped([actual, shadow]);
  return {
    columns: [
      ...schoolColumns(actual),
      pupils('pupils', actual),
      money('total', actual.results.total),
      money('shadow_total', shadow.results.total),
      money('difference', differences),
      money('per_pupil', actual.results.perPupil),
      money('shadow_per_pupil', shadow.results.perPupil),
    ],
    rowCount: actual.schools.length,
  };
}

/** What each school gets along the path: pupils, total, change and per pupil of every year, this year being 0. */
export function yearsTable(years: readonly CalculatedYear[]): OutputTable {
  refuseStopped(years.map(({ calculation }) => calculation));
  const first = years[0]?.calculation;
  if (!first) return { columns: [], rowCount: 0 };
  return {
    columns: [
      ...schoolColumns(first),
      ...years.flatMap(({ year, calculation, changes }) => [
        pupils(`pupils_${year}`, calculation),
        money(`total_${year}`, calculation.results.total),
        ...(year === 0 ? [] : [money(`change_${year}`, changes)]),
        money(`per_pupil_${year}`, calculation.results.perPupil),
      ]),
    ],
    rowCount: first.schools.length,
  };
}
