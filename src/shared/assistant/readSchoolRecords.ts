import { checkValue } from '../model/checkRow.ts';
import type { Model } from '../model/Model.ts';
import type { Column } from '../model/tables.ts';
import { LIMITS } from '../model/units.ts';
import { quoted } from '../text/quoted.ts';
import type { CellFaults } from './CellFaults.ts';
import { CellReader } from './CellReader.ts';
import type { ColumnMapping, Mapping } from './Mapping.ts';
import type { RawRow } from './RawTable.ts';
import { repairCode } from './repairs.ts';
import { SchoolKeys } from './SchoolKeys.ts';
import { type Coverage, newRecord, type SchoolRecord } from './SchoolRecord.ts';

const NAME: Column = { name: '', value: { type: 'name' }, nullable: false };
const TAG: Column = { name: '', value: { type: 'text', length: LIMITS.nameLength }, nullable: false };

/** Takes one cell into a record. */
type Take = (record: SchoolRecord, row: RawRow) => void;

/** Reads the rows of a file about schools into one record per school. */
export function readSchoolRecords(
  rows: readonly RawRow[],
  mapping: Mapping,
  model: Model,
  faults: CellFaults,
): { readonly records: ReadonlyMap<string, SchoolRecord>; readonly coverage: Coverage } {
  const keys = new SchoolKeys(mapping, model, faults);
  const reader = new CellReader(mapping, model, faults);
  const records = new Map<string, SchoolRecord>();
  const column = (kind: ColumnMapping['target']['kind']): ColumnMapping | null =>
    mapping.columns.find(({ target }) => target.kind === kind) ?? null;
  const keyColumn = column('schoolCode') ?? column('schoolName');
  const countLevel = column('countLevel');
  const countNeed = column('countNeed');
  const countValue = column('countValue');
  // Only counts may be spread over several rows; everything else of a school stands once, or says the same again.
  const mayRepeat = countLevel !== null || countNeed !== null;
  const takers = mapping.columns.flatMap((mapped) => takerOf(mapped, reader));
  const counts = mapping.columns.filter(({ target }) => target.kind === 'count');
  const needs = new Set<string>();
  for (const { target } of counts) if (target.kind === 'count') needs.add(target.need);

  const putCount = (
    record: SchoolRecord,
    row: RawRow,
    from: ColumnMapping,
    level: string,
    need: string,
    value: number,
  ): void => {
    if (record.counts.some((held) => held.level === level && held.need === need)) {
      const reason = `The pupils of ${quoted(record.code)} stand in an earlier row already; each level and need stands once.`;
      reader.fault(row, from, reason);
    } else record.counts.push({ level, need, count: value });
  };

  for (const row of rows) {
    const school = keys.find(row);
    if (!school) continue;
    let record = records.get(school.code);
    if (record && !mayRepeat) {
      if (keyColumn) reader.fault(row, keyColumn, `${quoted(school.code)} stands in row ${record.row} already.`);
      continue;
    }
    if (!record) {
      record = newRecord(school.code, school.isNew, row.number);
      records.set(school.code, record);
    }
    for (const take of takers) take(record, row);
    const rowLevel = countLevel ? reader.level(row, countLevel) : null;
    if (rowLevel === undefined) continue;
    for (const mapped of counts) {
      if (mapped.target.kind !== 'count') continue;
      const value = reader.count(row, mapped);
      if (typeof value === 'number')
        putCount(record, row, mapped, mapped.target.level ?? rowLevel ?? '', mapped.target.need, value);
    }
    if (countNeed && countValue) {
      const need = reader.need(row, countNeed);
      if (need === null) reader.fault(row, countNeed, 'This cell is empty, so the count is of no need.');
      const value = reader.count(row, countValue);
      if (typeof need === 'string') {
        needs.add(need);
        if (typeof value === 'number') putCount(record, row, countValue, rowLevel ?? '', need, value);
      }
    }
  }
  const named = (kind: 'tag' | 'measure'): Set<string> =>
    new Set(mapping.columns.flatMap(({ target }) => (target.kind === kind ? [target.name] : [])));
  const coverage: Coverage = {
    needs,
    measures: named('measure'),
    tags: named('tag'),
    hasAmount: column('currentAmount') !== null,
    hasPupils: column('currentPupils') !== null,
  };
  return { records, coverage };
}

/** How a column's cells go into a record; counts are taken by the caller, who knows the row's level. */
function takerOf(mapped: ColumnMapping, reader: CellReader): Take[] {
  const { target, repairs } = mapped;
  /** A later row of a school may be empty or say the same; anything else is a contradiction. */
  const differs = <Value>(held: Value | null | undefined, value: Value | null, row: RawRow): boolean => {
    if (held === undefined || held === null || value === null || held === value) return false;
    reader.fault(row, mapped, 'An earlier row of this school says something else.');
    return true;
  };
  switch (target.kind) {
    case 'schoolName':
      return [
        (record, row) => {
          const text = reader.text(row, mapped);
          if (!text) return;
          const problem = checkValue(NAME, text);
          if (problem) reader.fault(row, mapped, `The name ${quoted(text)} ${problem}.`);
          else if (!differs(record.name, text, row)) record.name = text;
        },
      ];
    case 'level':
      return [
        (record, row) => {
          const level = reader.level(row, mapped);
          if (level && !differs(record.level, level, row)) record.level = level;
        },
      ];
    case 'tag':
      return [
        (record, row) => {
          const text = reader.text(row, mapped);
          if (text === undefined) return;
          const value = text === null ? '' : repairCode(text, repairs.dropPointZero, repairs.padTo);
          const problem = checkValue(TAG, value);
          const held = record.tags.get(target.name);
          if (problem) reader.fault(row, mapped, `This text ${problem}.`);
          else if (value === '') record.tags.set(target.name, held ?? '');
          else if (!differs(held || null, value, row)) record.tags.set(target.name, value);
        },
      ];
    case 'measure':
      return [
        (record, row) => {
          const value = reader.measure(row, mapped);
          if (value === undefined) return;
          const held = record.measures.get(target.name);
          if (!differs(held, value, row)) record.measures.set(target.name, value ?? held ?? null);
        },
      ];
    case 'currentAmount':
      return [
        (record, row) => {
          const value = reader.money(row, mapped);
          if (value !== undefined && !differs(record.amountCents, value, row))
            record.amountCents = value ?? record.amountCents ?? null;
        },
      ];
    case 'currentPupils':
      return [
        (record, row) => {
          const value = reader.count(row, mapped);
          if (value !== undefined && !differs(record.pupils, value, row))
            record.pupils = value ?? record.pupils ?? null;
        },
      ];
    default:
      return [];
  }
}
