import { explain } from '../../shared/calc/explain/explain.ts';
import type { CalculatedYear, ShadowStatement } from '../../shared/gradual/multiYear.ts';
import { formatChange, formatMoney } from '../../shared/text/formatNumber.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import { schoolTarget, totalTarget } from '../sheets/explainTargets.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { Explained } from '../state/ExplainTarget.ts';
import { yearName } from './gradualWords.ts';

const nameColumn = (document: DocumentState): SheetColumn => ({
  id: 'name',
  header: 'School',
  kind: 'text',
  width: 190,
  pinned: 'left',
  value: (row) => document.calculation.schools[row.index]?.name ?? '',
  total: () => 'District',
});

/** What each school gets in each year along the path, and how it moves from year to year. */
export function yearColumns(document: DocumentState, years: readonly CalculatedYear[]): SheetColumn[] {
  const columns = years.flatMap(({ year, calculation, changes }): SheetColumn[] => {
    const name = yearName(document, year);
    const titled = (target: ReturnType<typeof schoolTarget>): Explained | null =>
      target && (() => ({ ...explain(calculation, target), title: `${explain(calculation, target).title} · ${name}` }));
    const before = years[year - 1]?.calculation.results.totals.total;
    const total: SheetColumn = {
      id: `year:${year}`,
      header: year === 0 ? name : 'Total',
      ...(year === 0 ? {} : { group: name }),
      kind: 'money',
      width: 122,
      value: (row) => calculation.results.total[row.index] ?? null,
      total: () => calculation.results.totals.total,
      explain: (row) => titled(schoolTarget(row.index, 'total')),
      explainTotal: () => titled(totalTarget('total')),
    };
    if (before === undefined) return [total];
    return [
      total,
      {
        id: `change:${year}`,
        header: 'Change',
        group: name,
        kind: 'money',
        width: 112,
        signed: true,
        headerTooltip: 'Against the year before',
        value: (row) => changes[row.index] ?? null,
        total: () => calculation.results.totals.total - before,
      },
    ];
  });
  return [nameColumn(document), ...columns];
}

/** What each school would have received with the goal weights in full, beside what it does receive. */
export function shadowColumns(
  document: DocumentState,
  { actual, shadow, differences }: ShadowStatement,
): SheetColumn[] {
  const total = (of: typeof actual, id: string, header: string, tip: string): SheetColumn => ({
    id,
    header,
    kind: 'money',
    width: 150,
    headerTooltip: tip,
    value: (row) => of.results.total[row.index] ?? null,
    total: () => of.results.totals.total,
    explain: (row) => () => explain(of, { kind: 'school', school: row.index, figure: 'total' }),
    explainTotal: () => () => explain(of, { kind: 'total', figure: 'total' }),
  });
  const at = (school: number, of: typeof actual): number => of.results.total[school] ?? Number.NaN;
  return [
    nameColumn(document),
    {
      id: 'pupils',
      header: 'Pupils',
      kind: 'count',
      width: 76,
      quiet: true,
      value: (row) => actual.results.pupils[row.index] ?? null,
      total: () => actual.results.totals.pupils,
    },
    total(actual, 'actual', 'Receives', 'As decided for this year'),
    total(shadow, 'shadow', 'With goal weights', 'What it would have received with weights turned on'),
    {
      id: 'difference',
      header: 'Difference',
      kind: 'money',
      width: 130,
      signed: true,
      value: (row) => differences[row.index] ?? null,
      total: () => shadow.results.totals.total - actual.results.totals.total,
      explain: (row) => () => ({
        title: `${actual.schools[row.index]?.name ?? ''} · Difference`,
        value: formatChange(differences[row.index] ?? Number.NaN),
        arithmetic: `= ${formatMoney(at(row.index, shadow))} with goal weights − ${formatMoney(at(row.index, actual))} as decided`,
        notes: [],
        steps: [
          explain(shadow, { kind: 'school', school: row.index, figure: 'total' }),
          explain(actual, { kind: 'school', school: row.index, figure: 'total' }),
        ],
      }),
    },
    { id: 'code', header: 'Code', kind: 'code', width: 72, quiet: true, value: (row) => row.key },
  ];
}
