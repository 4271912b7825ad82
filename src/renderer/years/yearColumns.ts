import { setYearValue } from '../../shared/changes/years.ts';
import { isSuppressed } from '../../shared/years/import/suppressed.ts';
import { readYearNumber } from '../../shared/years/yearNumber.ts';
import { groupName } from '../../shared/years/yearRows.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { YearSheetRow } from './yearRows.ts';

type Column = SheetColumn<YearSheetRow>;

const UNIT_SIGNS = { dollars: '$', pupils: 'pupils', percent: '%', points: 'points' } as const;

/** Dollars stand under one another by their cents: `2135046` is `2135046.00`, `2135046.5` is `2135046.50`. */
function withCents(dollars: string): string {
  const [whole, cents = ''] = dollars.split('.');
  return `${whole}.${cents.padEnd(2, '0')}`;
}

/** School, measure, group, unit, and a column for each year. */
export function yearColumns(document: DocumentState, years: readonly string[]): Column[] {
  const { model } = document;
  const measureOf = (row: YearSheetRow) => model.table('yearMeasure').get(row.measure);
  const columns: Column[] = [
    { id: 'code', header: 'Code', kind: 'code', width: 84, pinned: 'left', quiet: true, value: (row) => row.school },
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 200,
      pinned: 'left',
      value: (row) => model.table('school').get(row.school)?.name ?? 'Not in the district now',
    },
    { id: 'measure', header: 'Measure', kind: 'text', width: 170, value: (row) => row.measure },
    { id: 'group', header: 'Group', kind: 'text', width: 140, value: (row) => groupName(model, row.group) },
    {
      id: 'unit',
      header: 'Unit',
      kind: 'text',
      width: 64,
      quiet: true,
      value: (row) => UNIT_SIGNS[measureOf(row)?.unit ?? 'points'],
    },
    ...years.map(
      (year): Column => ({
        id: `year:${year}`,
        header: year,
        group: 'Years',
        kind: 'decimal',
        width: 116,
        blank: true,
        summable: false,
        value: (row) => {
          const held = model.get('yearValue', year, row.school, row.measure, row.group)?.value ?? null;
          return held !== null && measureOf(row)?.unit === 'dollars' ? withCents(held) : held;
        },
        // What a state puts in place of a value it may not publish is no value, and never a zero.
        parse: (text, row) =>
          isSuppressed(text) ? { ok: true, value: null } : readYearNumber(text, measureOf(row)?.unit ?? 'points'),
        edit: (row, value) =>
          setYearValue(
            model,
            { year, school: row.school, measure: row.measure, studentGroup: row.group },
            typeof value === 'string' ? value : null,
          ),
      }),
    ),
  ];
  return columns.map((column) => ({ ...column, ofDocument: true }));
}
