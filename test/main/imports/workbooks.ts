import type { Sheet } from '../../../src/main/imports/Sheet.ts';
import { workbookToChange } from '../../../src/main/imports/workbookToChange.ts';
import { applyOps, findConflict } from '../../../src/shared/changes/Change.ts';
import { faultSentence } from '../../../src/shared/contract/errors.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { readCsv } from '../../../src/shared/text/csv.ts';

export const META = { fileName: 'district.xlsx', sha256: 'a'.repeat(64), at: '2026-11-21T10:00:00.000Z', by: 'Maria' };

/** Sheets of CSV texts, as a folder of them would be read. */
export function sheetsOf(texts: Readonly<Record<string, string>>): Sheet[] {
  return Object.entries(texts).map(([name, text]) => {
    const reading = readCsv(text, { cells: 1e6, characters: 1e8 });
    if (!reading.ok) throw new Error(reading.sentence);
    const rows = reading.table.rows.map((cells, at) => ({ number: at + 1, cells }));
    return { name, rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
  });
}

export const emptyModel = (): Model => new Model(emptyModelRows(''));

/** The sentences of all faults. */
export function faultsOf(sheets: readonly Sheet[], model: Model = emptyModel()): string[] {
  return workbookToChange(sheets, model, 1, META).faults.map(faultSentence);
}

/**
 * Imports into the model as a document would: a change that does not fit, breaks a reference or holds a row that
 * could not be stored fails the test.
 */
export function importInto(model: Model, sheets: readonly Sheet[]): Model {
  const { change, faults } = workbookToChange(sheets, model, 1, META);
  if (!change) throw new Error(faults.map(faultSentence).join('\n'));
  const conflict = findConflict(model, change.ops);
  if (conflict) throw new Error(`conflict at ${conflict.table} ${conflict.key}`);
  for (const op of change.ops) {
    const problem = op.after && checkRow(op.table, op.after);
    if (problem) throw new Error(problem);
  }
  applyOps(model, change.ops);
  const broken = findBrokenReference(model, change.ops);
  if (broken) throw new Error(broken);
  return model;
}
