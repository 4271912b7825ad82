import type { Change } from '../changes/Change.ts';
import type { Model } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import { quoted } from '../text/quoted.ts';
import { type CellFault, CellFaults } from './CellFaults.ts';
import { checkMapping } from './checkMapping.ts';
import { draftSchools } from './draftSchools.ts';
import { rowsBelow } from './headerRow.ts';
import { ImportDraft, type ImportMeta } from './ImportDraft.ts';
import { type ImportPreview, RecordList } from './ImportPreview.ts';
import { holdings, isOfSources, type Mapping } from './Mapping.ts';
import type { RawRow, RawTable } from './RawTable.ts';
import { readSchoolRecords } from './readSchoolRecords.ts';
import { draftSources } from './sourceRecords.ts';
import { findTotalRows, type LeftOutRow } from './totalRows.ts';

/** An import as it would be. `change` is null as long as there is a fault: all or nothing. */
export interface BuiltImport {
  readonly preview: ImportPreview;
  /** The first faults, with the number of all of them. */
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
  readonly change: Change | null;
}

/**
 * Makes one change of a table and its mapping, or tells every fault. Inputs become new versions that the scenario then
 * uses; no version is ever overwritten. The model is only read, so this is the preview as well as the import.
 */
export function buildImport(
  table: RawTable,
  mapping: Mapping,
  model: Model,
  scenario: ScenarioRow,
  meta: ImportMeta,
): BuiltImport {
  const faults = new CellFaults(table.sheet);
  if (scenario.status === 'adopted') {
    faults.add(
      null,
      null,
      null,
      `“${scenario.name}” is adopted, so it keeps its inputs. Import into another scenario, or take the adoption back first.`,
    );
  }
  checkMapping(table, mapping, model, faults);
  const leftOut = leftOutRows(table, mapping);
  const ofSources = isOfSources(mapping);
  const common = { holds: holdings(mapping), of: ofSources ? ('sources' as const) : ('schools' as const), leftOut };
  if (faults.count > 0) {
    const none = new RecordList().counted;
    const nothing = {
      rowsRead: 0,
      added: none,
      changed: none,
      unchanged: 0,
      missing: none,
      totals: [],
      versions: [],
      newNeeds: [],
      newColumns: [],
    };
    return {
      preview: { ...common, ...nothing, notes: [] },
      faults: faults.told,
      faultCount: faults.count,
      change: null,
    };
  }
  const skipped = new Set(leftOut.map((left) => left.row));
  const rows = rowsBelow(table, mapping.headerRow).filter((row) => !skipped.has(row.number));
  if (rows.length === 0) faults.add(null, null, null, 'There is no row below the header.');
  const draft = new ImportDraft(model, scenario, meta);
  const drafted = ofSources
    ? { newColumns: [], newNeeds: [], notes: [], ...draftSources(draft, rows, mapping, model, scenario, faults) }
    : buildSchools(draft, rows, mapping, model, scenario, faults);
  const { added, changed, missing, unchanged, totals, newColumns } = drafted;
  const notes = [...drafted.notes, ...sharedNotes(model, mapping), ...neverUsed(table, mapping)];
  if (added.counted.count + changed.counted.count + drafted.emptied === 0) {
    notes.push('Nothing in this file differs from what the scenario uses now; importing it only records the file.');
  }
  const preview: ImportPreview = {
    ...common,
    rowsRead: rows.length,
    added: added.counted,
    changed: changed.counted,
    unchanged,
    missing: missing.counted,
    totals,
    versions: draft.kinds,
    newNeeds: drafted.newNeeds,
    newColumns,
    notes,
  };
  const label = `Import ${meta.fileName.slice(0, LIMITS.nameLength)}`;
  const change: Change | null = faults.count > 0 ? null : { kind: 'import', label, scenario: null, ops: draft.toOps() };
  return { preview, faults: faults.told, faultCount: faults.count, change };
}

function buildSchools(
  draft: ImportDraft,
  rows: readonly RawRow[],
  mapping: Mapping,
  model: Model,
  scenario: ScenarioRow,
  faults: CellFaults,
) {
  const { records, coverage } = readSchoolRecords(rows, mapping, model, faults);
  let schools = model.table('school').size;
  for (const record of records.values()) if (record.isNew) schools++;
  if (schools > LIMITS.schools) {
    faults.add(
      null,
      null,
      null,
      `That would make ${schools.toLocaleString('en-US')} schools; a document holds at most ${LIMITS.schools.toLocaleString('en-US')}.`,
    );
  }
  const needs = model.table('need').size + mapping.newNeeds.length;
  if (needs > LIMITS.needs)
    faults.add(null, null, null, `That would make ${needs} need categories; a document holds at most ${LIMITS.needs}.`);
  return draftSchools(draft, records, coverage, mapping, model, scenario, faults);
}

/** Totals and notes of the file, less those the person keeps, and the rows the person takes out. */
export function leftOutRows(table: RawTable, mapping: Mapping): LeftOutRow[] {
  const kept = new Set(mapping.keepRows);
  const chosen = mapping.leaveOutRows.map((row) => ({ row, reason: 'you left it out' }));
  const found = findTotalRows(table, mapping.headerRow).filter(
    ({ row }) => !kept.has(row) && !mapping.leaveOutRows.includes(row),
  );
  return [...found, ...chosen].sort((left, right) => left.row - right.row);
}

/** What an import changes beyond this scenario. */
function sharedNotes(model: Model, mapping: Mapping): string[] {
  const holds = holdings(mapping);
  if (!holds.includes('schools') && !holds.includes('tags')) return [];
  const adopted = model.ordered('scenario').find((scenario) => scenario.status === 'adopted');
  if (!adopted) return [];
  return [
    `Names, levels and tags of schools are the same in all scenarios, also in “${adopted.name}”, which is adopted.`,
  ];
}

/** A value outside of every used column is no fault, but the person should know that it stays behind. */
function neverUsed(table: RawTable, mapping: Mapping): string[] {
  const used = new Set(mapping.columns.filter(({ target }) => target.kind !== 'ignore').map(({ column }) => column));
  const headers = new Map(mapping.columns.map(({ column, header }) => [column, header]));
  const unused = new Set<number>();
  for (const row of rowsBelow(table, mapping.headerRow)) {
    for (let column = 0; column < row.cells.length; column++) {
      if (!used.has(column) && !unused.has(column) && row.cells[column]?.trim()) unused.add(column);
    }
  }
  if (unused.size === 0) return [];
  const names = [...unused]
    .sort((left, right) => left - right)
    .map((column) => quoted(headers.get(column) ?? String(column + 1)));
  return [
    `Not imported: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more columns` : ''}.`,
  ];
}
