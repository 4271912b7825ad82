import { setCount } from '../../shared/changes/enrollment.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import { schoolTarget, totalTarget } from '../sheets/explainTargets.ts';
import { moneyWidth } from '../sheets/moneyWidth.ts';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { EnrollmentSheetRow } from './enrollmentRows.ts';

type Column = SheetColumn<EnrollmentSheetRow>;

/** School, level, a column per need, and what the school's pupils come to: its pupils and its budget, live. */
export function enrollmentColumns(document: DocumentState): Column[] {
  const { model } = document;
  const version = pinnedVersions(document).enrollment;
  const results = () => document.calculation.results;
  const at = (row: EnrollmentSheetRow): number => document.calculation.schoolIndex(row.school);
  const needTotals = oncePerRevision(document, () => {
    const totals = new Map<string, number>();
    for (const row of model.table('enrollment').values()) {
      if (row.version === version) totals.set(row.need, (totals.get(row.need) ?? 0) + row.count);
    }
    return totals;
  });
  const needs = model.ordered('need').map(
    (need, position): Column => ({
      id: `need:${need.code}`,
      header: need.name,
      group: 'Pupils',
      kind: 'count',
      width: Math.max(84, 26 + need.name.length * 7),
      blank: true,
      strong: position === 0,
      value: (row) => model.get('enrollment', version, row.school, row.level, need.code)?.count ?? null,
      edit: (row, value) =>
        setCount(model, version, row.school, row.level, need.code, typeof value === 'number' ? value : 0),
      step: { small: 100, large: 1_000 },
      tint: (row) => {
        if (position === 0) return null;
        const all = model.get('enrollment', version, row.school, row.level, model.ordered('need')[0]?.code ?? '');
        const held = model.get('enrollment', version, row.school, row.level, need.code);
        return held && held.count > (all?.count ?? 0) ? 'warn' : null;
      },
      total: () => needTotals().get(need.code) ?? 0,
    }),
  );
  return [
    { id: 'code', header: 'Code', kind: 'code', width: 84, pinned: 'left', quiet: true, value: (row) => row.school },
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 200,
      pinned: 'left',
      value: (row) => model.table('school').get(row.school)?.name ?? '',
      total: () => 'District',
    },
    {
      id: 'level',
      header: 'Level',
      kind: 'text',
      width: 104,
      quiet: true,
      value: (row) => model.table('level').get(row.level)?.name ?? row.level,
    },
    ...needs,
    {
      id: 'school-pupils',
      header: 'Pupils',
      group: 'School, all levels',
      kind: 'count',
      width: 78,
      quiet: true,
      // A K-8 school has this number in each of its rows, so only the total row adds it up rightly.
      summable: false,
      value: (row) => results().pupils[at(row)] ?? null,
      total: () => results().totals.pupils,
      explain: (row) => schoolTarget(at(row), 'pupils'),
      explainTotal: () => totalTarget('pupils'),
    },
    {
      id: 'school-total',
      header: 'Budget',
      group: 'School, all levels',
      kind: 'money',
      width: moneyWidth(results().totals.total),
      quiet: true,
      summable: false,
      value: (row) => results().total[at(row)] ?? null,
      before: (row, then) => then.at('total', row.school, at(row)),
      total: () => results().totals.total,
      explain: (row) => schoolTarget(at(row), 'total'),
      explainTotal: () => totalTarget('total'),
    },
  ];
}
