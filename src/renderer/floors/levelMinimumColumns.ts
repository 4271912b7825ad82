import { setLevelMinimum } from '../../shared/changes/floors.ts';
import type { LevelMinimumRow } from '../../shared/model/rows.ts';
import { parsePositiveMoney } from '../../shared/text/parseNumber.ts';
import type { SheetColumn, SheetRow } from '../grid/SheetColumn.ts';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** Minimum operational budgets by level: per pupil at the level, or an amount for each school of it. */
export function levelMinimumColumns(document: DocumentState): SheetColumn[] {
  const { model, scenarioId, calculation } = document;
  const held = (row: SheetRow): LevelMinimumRow | undefined => model.get('levelMinimum', scenarioId, row.key);
  const pupils = oncePerRevision(document, () => pupilsByLevel(document));
  return [
    {
      id: 'level',
      header: 'Schooling level',
      kind: 'text',
      width: 170,
      value: (row) => calculation.levels[row.index]?.name ?? row.key,
      total: () => 'All levels',
    },
    {
      id: 'per-pupil',
      header: 'Minimum per pupil',
      kind: 'rate',
      width: 150,
      blank: true,
      headerTooltip: 'Dollars for each pupil at this level, in whatever school.',
      value: (row) => (held(row)?.kind === 'per_pupil' ? (held(row)?.value ?? null) : null),
      edit: (row, value) => edit(document, row, 'per_pupil', value === null ? null : Number(value)),
    },
    {
      id: 'per-school',
      header: 'or for each school',
      kind: 'money',
      width: 150,
      blank: true,
      parse: (text) => parsePositiveMoney(text),
      summable: false,
      headerTooltip: 'An amount for each school whose own level this is. It takes the place of dollars per pupil.',
      value: (row) => (held(row)?.kind === 'amount' ? (held(row)?.value ?? null) : null),
      edit: (row, value) => edit(document, row, 'amount', value === null ? null : Number(value)),
    },
    {
      id: 'pupils',
      header: 'Pupils',
      kind: 'count',
      width: 100,
      quiet: true,
      value: (row) => pupils()[row.index] ?? null,
      total: () => calculation.results.totals.pupils,
    },
    {
      id: 'schools',
      header: 'Schools',
      kind: 'integer',
      width: 90,
      quiet: true,
      headerTooltip: 'Schools whose own level this is',
      value: (row) => calculation.schools.filter((school) => school.level === row.key).length,
      total: () => calculation.schools.length,
    },
  ];
}

/** Emptying the kind that is not held leaves the other alone. */
function edit(
  { model, scenarioId }: DocumentState,
  row: SheetRow,
  kind: LevelMinimumRow['kind'],
  value: number | null,
) {
  const other = model.get('levelMinimum', scenarioId, row.key);
  const keeps = value === null && other !== undefined && other.kind !== kind;
  return setLevelMinimum(
    model,
    scenarioId,
    row.key,
    keeps ? { kind: other.kind, value: other.value } : value === null ? null : { kind, value },
  );
}

/** Hundredths of a pupil by level, of the first need. */
function pupilsByLevel({ calculation }: DocumentState): Float64Array {
  const { counts } = calculation.plan;
  const needs = calculation.needs.length;
  const sums = new Float64Array(calculation.levels.length);
  for (let line = 0; line < (counts.start[counts.schoolCount] ?? 0); line++) {
    const cell = counts.cell[line] ?? 0;
    if (cell % needs === 0) sums[cell / needs] = (sums[cell / needs] ?? 0) + (counts.count[line] ?? 0);
  }
  return sums;
}
