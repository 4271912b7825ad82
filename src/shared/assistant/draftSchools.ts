import type { Model } from '../model/Model.ts';
import type { EnrollmentRow, MeasureRow, ScenarioRow } from '../model/rows.ts';
import { formatCount, formatMeasure, formatMoney } from '../text/formatNumber.ts';
import { quoted } from '../text/quoted.ts';
import type { CellFaults } from './CellFaults.ts';
import type { ImportDraft } from './ImportDraft.ts';
import { type FieldChange, RecordList, type TotalChange } from './ImportPreview.ts';
import { holdings, type Mapping } from './Mapping.ts';
import type { Coverage, SchoolRecord } from './SchoolRecord.ts';

/** What the preview tells of the schools. */
export interface SchoolsDrafted {
  readonly added: RecordList;
  readonly changed: RecordList;
  readonly missing: RecordList;
  readonly unchanged: number;
  readonly totals: readonly TotalChange[];
  readonly newColumns: readonly string[];
  readonly notes: readonly string[];
}

/** Rows of the versions now pinned, by school. */
interface Held {
  readonly counts: ReadonlyMap<string, readonly EnrollmentRow[]>;
  readonly measures: ReadonlyMap<string, readonly MeasureRow[]>;
}

function bySchool<Row extends { readonly version: number; readonly school: string }>(
  rows: Iterable<Row>,
  version: number,
): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    if (row.version !== version) continue;
    const list = found.get(row.school);
    if (list) list.push(row);
    else found.set(row.school, [row]);
  }
  return found;
}

/**
 * Puts what the records say into a draft. A new version holds what the file covers, by the file, and what it does not
 * cover (a need or measure without a column) as it was; of schools the file does not name it keeps what it covers only
 * where the mapping says so. A school whose pupils stood at two levels gets the file's one number at its own level.
 */
export function draftSchools(
  draft: ImportDraft,
  records: ReadonlyMap<string, SchoolRecord>,
  coverage: Coverage,
  mapping: Mapping,
  model: Model,
  scenario: ScenarioRow,
  faults: CellFaults,
): SchoolsDrafted {
  const held: Held = {
    counts: bySchool(model.table('enrollment').values(), scenario.enrollmentVersion),
    measures: bySchool(model.table('measure').values(), scenario.measuresVersion),
  };
  const holds = new Set(holdings(mapping));
  const needNames = new Map([...model.ordered('need'), ...mapping.newNeeds].map(({ code, name }) => [code, name]));
  const versions = {
    enrollment: holds.has('enrollment') ? draft.addVersion('enrollment') : null,
    current: holds.has('current') ? draft.addVersion('current') : null,
    measures: holds.has('measures') ? draft.addVersion('measures') : null,
  };
  const newColumns = putColumns(draft, mapping, model);
  let position = Math.max(-1, ...[...model.table('need').values()].map((need) => need.position));
  for (const need of mapping.newNeeds) draft.put('need', { ...need, position: ++position });

  const added = new RecordList();
  const changed = new RecordList();
  const missing = new RecordList();
  const before = new Map<string, number>();
  const after = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, value: number): void => {
    sums.set(key, (sums.get(key) ?? 0) + value);
  };
  let unchanged = 0;
  let joined = 0;

  /** Writes one school's part of the new versions and gives what differs from the pinned ones. */
  const putSchool = (code: string, record: SchoolRecord | null, ownLevel: string): FieldChange[] => {
    const changes: FieldChange[] = [];
    const isKept = record === null && mapping.missing === 'keep';
    if (versions.enrollment !== null) {
      const rows = held.counts.get(code) ?? [];
      const was = new Map<string, number>();
      const becomes = new Map<string, number>();
      const levels = new Set<string>();
      for (const row of rows) {
        add(before, row.need, row.count);
        if (coverage.needs.has(row.need) && !isKept) {
          add(was, row.need, row.count);
          if (row.count > 0) levels.add(row.level);
          continue;
        }
        add(after, row.need, row.count);
        draft.insert('enrollment', { ...row, version: versions.enrollment });
      }
      const placed = new Map<string, number>();
      for (const [key, count] of record?.counts ?? []) {
        const [level, need] = key.split('\u001f') as [string, string];
        const at = `${level || ownLevel}\u001f${need}`;
        if (placed.has(at)) {
          faults.add(
            record?.row ?? null,
            null,
            null,
            `The pupils of ${quoted(code)} at its own level stand in two columns.`,
          );
          continue;
        }
        placed.set(at, count);
      }
      for (const [at, count] of placed) {
        const [level, need] = at.split('\u001f') as [string, string];
        add(becomes, need, count);
        add(after, need, count);
        if (count > 0) draft.insert('enrollment', { version: versions.enrollment, school: code, level, need, count });
      }
      if (
        levels.size > 1 &&
        placed.size > 0 &&
        [...(record?.counts.keys() ?? [])].every((key) => key.startsWith('\u001f'))
      )
        joined++;
      const countChanges = isKept ? [] : differingCounts(coverage, was, becomes, needNames);
      changes.push(...countChanges);
      if (countChanges.length === 0 && record && !sameCells(rows, placed, coverage)) {
        changes.push({ what: 'Pupils by level', before: cellsText(rows, coverage), after: placedText(placed) });
      }
    }
    if (versions.measures !== null)
      putMeasures(draft, versions.measures, code, record, held, coverage, isKept, changes);
    if (versions.current !== null) {
      const row = model.get('currentBudget', scenario.currentVersion, code);
      const was = row ? { amountCents: row.amountCents, pupils: row.pupils } : null;
      const becomes = currentOf(was, record, coverage, isKept);
      if (becomes === 'no-amount') {
        faults.add(
          record?.row ?? null,
          null,
          null,
          `The file has pupils for the current budget of ${quoted(code)}, which has no current budget.`,
        );
      } else if (becomes) {
        draft.insert('currentBudget', { version: versions.current, school: code, ...becomes });
        add(after, '\u001fcurrent', becomes.amountCents);
      }
      if (was) add(before, '\u001fcurrent', was.amountCents);
      if (becomes !== 'no-amount') {
        note(
          changes,
          'Current budget',
          was ? formatMoney(was.amountCents) : '',
          becomes ? formatMoney(becomes.amountCents) : '',
        );
        note(changes, 'Pupils of the current budget', countText(was?.pupils), countText(becomes?.pupils));
      }
    }
    return changes;
  };

  for (const record of records.values()) {
    const school = model.table('school').get(record.code);
    const changes: FieldChange[] = [];
    const level = record.level ?? school?.level ?? mapping.defaultLevel;
    const name = record.name ?? school?.name ?? record.code;
    if (level === null) {
      faults.add(
        record.row,
        null,
        null,
        `The new school ${quoted(record.code)} has no level; choose a column for the level, or one level for all new schools.`,
      );
      continue;
    }
    draft.put('school', { code: record.code, name, level });
    if (school) {
      note(changes, 'Name', school.name, name);
      note(changes, 'Level', school.level, level);
    }
    putTags(draft, record, model, changes);
    changes.push(...putSchool(record.code, record, level));
    const told = () => ({ code: record.code, name, row: record.row, changes });
    if (record.isNew) added.add(told);
    else if (changes.length > 0) changed.add(told);
    else unchanged++;
  }
  for (const school of model.table('school').values()) {
    if (records.has(school.code)) continue;
    const changes = putSchool(school.code, null, school.level);
    missing.add(() => ({ code: school.code, name: school.name, row: null, changes }));
  }
  const totals = [...needNames].flatMap(([code, what]): TotalChange[] =>
    versions.enrollment !== null && (coverage.needs.has(code) || before.has(code))
      ? [{ what, unit: 'pupils', before: before.get(code) ?? 0, after: after.get(code) ?? 0 }]
      : [],
  );
  if (versions.current !== null) {
    totals.push({
      what: 'Current budgets',
      unit: 'cents',
      before: before.get('\u001fcurrent') ?? 0,
      after: after.get('\u001fcurrent') ?? 0,
    });
  }
  const notes: string[] = [];
  if (joined > 0) {
    notes.push(
      `${joined === 1 ? 'One school had' : `${joined} schools had`} pupils at several levels; the file has one number each, which goes to the school’s own level.`,
    );
  }
  return { added, changed, missing, unchanged, totals, newColumns, notes };
}

function note(changes: FieldChange[], what: string, before: string, after: string): void {
  if (before !== after) changes.push({ what, before, after });
}

const countText = (pupils: number | null | undefined): string =>
  typeof pupils === 'number' ? formatCount(pupils) : '';

function differingCounts(
  coverage: Coverage,
  was: ReadonlyMap<string, number>,
  becomes: ReadonlyMap<string, number>,
  names: ReadonlyMap<string, string>,
): FieldChange[] {
  const changes: FieldChange[] = [];
  for (const need of coverage.needs)
    note(changes, names.get(need) ?? need, formatCount(was.get(need) ?? 0), formatCount(becomes.get(need) ?? 0));
  return changes;
}

/** Whether the covered cells of the pinned version are those of the file, level by level. */
function sameCells(rows: readonly EnrollmentRow[], placed: ReadonlyMap<string, number>, coverage: Coverage): boolean {
  const covered = rows.filter((row) => coverage.needs.has(row.need) && row.count > 0);
  const filled = [...placed.values()].filter((count) => count > 0).length;
  return covered.length === filled && covered.every((row) => placed.get(`${row.level}\u001f${row.need}`) === row.count);
}

const cellsText = (rows: readonly EnrollmentRow[], coverage: Coverage): string =>
  rows
    .filter((row) => coverage.needs.has(row.need) && row.count > 0)
    .map((row) => `${row.level} ${row.need} ${formatCount(row.count)}`)
    .join(', ');
const placedText = (placed: ReadonlyMap<string, number>): string =>
  [...placed]
    .filter(([, count]) => count > 0)
    .map(([at, count]) => `${at.replace('\u001f', ' ')} ${formatCount(count)}`)
    .join(', ');

function currentOf(
  was: { amountCents: number; pupils: number | null } | null,
  record: SchoolRecord | null,
  coverage: Coverage,
  isKept: boolean,
): { amountCents: number; pupils: number | null } | null | 'no-amount' {
  if (isKept) return was;
  const amountCents = coverage.hasAmount ? (record?.amountCents ?? null) : (was?.amountCents ?? null);
  const pupils = coverage.hasPupils ? (record?.pupils ?? null) : (was?.pupils ?? null);
  if (amountCents !== null) return { amountCents, pupils };
  // Pupils alone cannot stand; that they are carried over from a budget now gone is no fault of the file.
  return coverage.hasPupils && pupils !== null ? 'no-amount' : null;
}

function putMeasures(
  draft: ImportDraft,
  version: number,
  code: string,
  record: SchoolRecord | null,
  held: Held,
  coverage: Coverage,
  isKept: boolean,
  changes: FieldChange[],
): void {
  const was = new Map<string, string>();
  for (const row of held.measures.get(code) ?? []) {
    if (coverage.measures.has(row.measure) && !isKept) was.set(row.measure, row.value);
    else draft.insert('measure', { ...row, version });
  }
  if (isKept) return;
  for (const measure of coverage.measures) {
    const value = record?.measures.get(measure) ?? null;
    if (value !== null) draft.insert('measure', { version, school: code, measure, value });
    note(changes, measure, formatMeasure(was.get(measure) ?? ''), formatMeasure(value ?? ''));
  }
}

function putTags(draft: ImportDraft, record: SchoolRecord, model: Model, changes: FieldChange[]): void {
  for (const [tag, value] of record.tags) {
    const was = model.get('tag', record.code, tag)?.value ?? '';
    if (value === '') draft.remove('tag', record.code, tag);
    else draft.put('tag', { school: record.code, tag, value });
    note(changes, tag, was, value);
  }
}

function putColumns(draft: ImportDraft, mapping: Mapping, model: Model): string[] {
  let position = Math.max(-1, ...[...model.table('schoolColumn').values()].map((column) => column.position));
  const created: string[] = [];
  // In the order of the file's columns, tags and measures mixed as they stand there.
  for (const { target } of mapping.columns) {
    if (target.kind !== 'tag' && target.kind !== 'measure') continue;
    if (model.table('schoolColumn').has(target.name)) continue;
    draft.put('schoolColumn', { name: target.name, kind: target.kind, position: ++position });
    created.push(target.name);
  }
  return created;
}
