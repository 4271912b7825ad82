import type { Model } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import { quoted } from '../text/quoted.ts';
import type { CellFaults } from './CellFaults.ts';
import { DifferenceNotes } from './DifferenceNotes.ts';
import { DraftCurrent } from './draftCurrent.ts';
import { DraftEnrollment, type DraftedSchool } from './draftEnrollment.ts';
import { DraftMeasures } from './draftMeasures.ts';
import type { ImportDraft } from './ImportDraft.ts';
import { RecordList, type TotalChange } from './ImportPreview.ts';
import { holdings, type Mapping } from './Mapping.ts';
import type { Coverage, SchoolRecord } from './SchoolRecord.ts';

/** What the preview tells of the schools. */
export interface SchoolsDrafted {
  readonly added: RecordList;
  readonly changed: RecordList;
  readonly missing: RecordList;
  /** How many of the missing lose something in the new versions. */
  readonly emptied: number;
  readonly unchanged: number;
  readonly totals: readonly TotalChange[];
  readonly newColumns: readonly string[];
  readonly newNeeds: readonly string[];
  readonly notes: readonly string[];
}

const asItStands = (text: string): string => text;

/**
 * Puts what the records say into a draft. A new version holds what the file covers, by the file, and what it does not
 * cover (a need or measure without a column) as it was. Of schools the file does not name it keeps what is covered only
 * where the mapping says so; the schools themselves stay.
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
  const holds = new Set(holdings(mapping));
  const needNames = new Map([...model.ordered('need'), ...mapping.newNeeds].map(({ code, name }) => [code, name]));
  const enrollment = holds.has('enrollment')
    ? new DraftEnrollment(draft, coverage, model, scenario, needNames, faults)
    : null;
  const measures = holds.has('measures') ? new DraftMeasures(draft, coverage, model, scenario) : null;
  const current = holds.has('current') ? new DraftCurrent(draft, coverage, model, scenario, faults) : null;
  const newColumns = putColumns(draft, mapping, model);
  let position = lastPosition(model.table('need').values());
  // A need whose column the person has given another meaning is not created.
  const newNeeds = mapping.newNeeds.filter(({ code }) => coverage.needs.has(code));
  for (const { code, name } of newNeeds) draft.put('need', { code, name, position: ++position });

  const added = new RecordList();
  const changed = new RecordList();
  const missing = new RecordList();
  let unchanged = 0;
  let emptied = 0;
  let moved = 0;
  const write = (school: DraftedSchool, notes: DifferenceNotes): void => {
    enrollment?.write(school, notes);
    current?.write(school, notes);
    measures?.write(school, notes);
  };

  for (const record of records.values()) {
    const { code, row } = record;
    const school = model.table('school').get(code);
    const level = record.level ?? school?.level ?? mapping.defaultLevel;
    const name = record.name ?? school?.name ?? code;
    if (level === null) {
      const reason = `The new school ${quoted(code)} has no level; choose a column for the level, or one level for all new schools.`;
      faults.add(row, null, null, reason);
      continue;
    }
    draft.put('school', { code, name, level });
    const notes = new DifferenceNotes(school ? changed.isTold : added.isTold);
    if (school) {
      notes.note('Name', school.name, name, asItStands);
      notes.note('Level', school.level, level, asItStands);
      if (school.level !== level) moved++;
    }
    putTags(draft, record, model, notes);
    write({ code, record, level, formerLevel: school?.level ?? level, isKept: false }, notes);
    const list = school ? (notes.isDifferent ? changed : null) : added;
    if (list) list.add({ code, name, row, changes: notes.list });
    else unchanged++;
  }
  for (const { code, name, level } of model.table('school').values()) {
    if (records.has(code)) continue;
    const notes = new DifferenceNotes(missing.isTold);
    write({ code, record: null, level, formerLevel: level, isKept: mapping.missing === 'keep' }, notes);
    if (notes.isDifferent) emptied++;
    missing.add({ code, name, row: null, changes: notes.list });
  }
  const notes: string[] = [];
  if (enrollment && enrollment.joined > 0) {
    notes.push(
      `${schools(enrollment.joined)} had pupils at several levels; the file has one number each, which goes to the school’s own level.`,
    );
  }
  if (!enrollment && moved > 0) {
    notes.push(`${schools(moved)} changed level; their pupils stay at the levels at which they are counted now.`);
  }
  if (emptied > 0) {
    notes.push(
      `${schools(emptied)} of the model ${emptied === 1 ? 'is' : 'are'} not in the file and will have none of what the file holds; choose to keep what they had if the file is only a part.`,
    );
  }
  const totals = [...(enrollment?.totals() ?? []), ...(current?.totals() ?? [])];
  return {
    added,
    changed,
    missing,
    emptied,
    unchanged,
    totals,
    newColumns,
    newNeeds: newNeeds.map(({ name }) => name),
    notes,
  };
}

const schools = (count: number): string => (count === 1 ? 'One school' : `${count.toLocaleString('en-US')} schools`);

function lastPosition(rows: Iterable<{ readonly position: number }>): number {
  let last = -1;
  for (const { position } of rows) if (position > last) last = position;
  return last;
}

function putTags(draft: ImportDraft, record: SchoolRecord, model: Model, notes: DifferenceNotes): void {
  for (const [tag, value] of record.tags) {
    const was = record.isNew ? null : (model.get('tag', record.code, tag)?.value ?? null);
    if (value !== '') draft.put('tag', { school: record.code, tag, value });
    else if (was !== null) draft.remove('tag', record.code, tag);
    notes.note(tag, was, value || null, asItStands);
  }
}

/** New tags and measures, in the order of the file's columns. */
function putColumns(draft: ImportDraft, mapping: Mapping, model: Model): string[] {
  let position = lastPosition(model.table('schoolColumn').values());
  const created: string[] = [];
  for (const { target } of mapping.columns) {
    if (target.kind !== 'tag' && target.kind !== 'measure') continue;
    if (model.table('schoolColumn').has(target.name)) continue;
    draft.put('schoolColumn', { name: target.name, kind: target.kind, position: ++position });
    created.push(target.name);
  }
  return created;
}
