import type { InputKind } from '../../shared/model/rows.ts';
import { plainCount, plainMoney } from '../../shared/text/formatNumber.ts';
import type { CellValue, SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { type ComparedCell, differenceOf } from './comparedCells.ts';

type Column = SheetColumn<ComparedCell>;

const text = (id: string, header: string, width: number, value: Column['value'], more?: Partial<Column>): Column => ({
  id,
  header,
  kind: 'text',
  width,
  value,
  ...more,
});

/** What the cell is about, then its value in both versions and the difference. */
export function compareColumns(document: DocumentState, kind: InputKind, before: string, after: string): Column[] {
  const { model } = document;
  const school = (row: ComparedCell): string => model.table('school').get(row.codes[0] ?? '')?.name ?? '';
  const columns: Column[] =
    kind === 'revenues'
      ? [
          text('code', 'Code', 130, (row) => row.codes[0] ?? '', { quiet: true }),
          text('name', 'Source', 240, (row) => model.table('source').get(row.codes[0] ?? '')?.name ?? '', {
            grows: true,
          }),
        ]
      : [
          text('code', 'Code', 84, (row) => row.codes[0] ?? '', { kind: 'code', quiet: true }),
          text('name', 'School', 220, school, { grows: true }),
        ];
  if (kind === 'enrollment') {
    columns.push(
      text('level', 'Level', 104, (row) => model.table('level').get(row.codes[1] ?? '')?.name ?? row.codes[1] ?? ''),
      text('need', 'Need', 160, (row) => model.table('need').get(row.codes[2] ?? '')?.name ?? row.codes[2] ?? ''),
    );
  }
  if (kind === 'measures')
    columns.push(text('measure', 'Measure', 210, (row) => (row.codes[1] ?? '').replaceAll('_', ' ')));
  if (kind === 'current')
    columns.push(text('what', 'What', 130, (row) => (row.column === 'pupils' ? 'Pupils' : 'Amount')));
  return [...columns, ...valueColumns(kind, before, after)];
}

function valueColumns(kind: InputKind, before: string, after: string): Column[] {
  if (kind === 'current') return mixedColumns(before, after);
  const common = {
    kind: kind === 'enrollment' ? 'count' : kind === 'measures' ? 'decimal' : 'money',
    width: kind === 'revenues' ? 150 : 118,
  } as const;
  return [
    { ...common, id: 'before', header: before, quiet: true, value: (row) => row.before },
    { ...common, id: 'after', header: after, strong: true, value: (row) => row.after },
    {
      ...common,
      id: 'difference',
      header: 'Difference',
      signed: kind !== 'measures',
      value: differenceOf,
    },
  ];
}

/** Dollars and pupils stand in one column here, so they come as decimals. */
function mixedColumns(before: string, after: string): Column[] {
  const shown = (row: ComparedCell, value: CellValue): string | null =>
    value === null ? null : row.column === 'pupils' ? plainCount(Number(value)) : plainMoney(Number(value));
  const common = { kind: 'decimal', width: 140 } as const;
  return [
    { ...common, id: 'before', header: before, quiet: true, value: (row) => shown(row, row.before) },
    { ...common, id: 'after', header: after, strong: true, value: (row) => shown(row, row.after) },
    { ...common, id: 'difference', header: 'Difference', value: (row) => shown(row, differenceOf(row)) },
  ];
}
