import { type BuiltImport, buildImport } from '../../../src/shared/assistant/buildImport.ts';
import type { Mapping } from '../../../src/shared/assistant/Mapping.ts';
import type { RawTable } from '../../../src/shared/assistant/RawTable.ts';
import { suggestMapping } from '../../../src/shared/assistant/suggestMapping.ts';
import { applyOps, findConflict } from '../../../src/shared/changes/Change.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import type { ScenarioRow } from '../../../src/shared/model/rows.ts';

export const META = { fileName: 'counts.csv', sha256: 'b'.repeat(64), at: '2026-11-21T10:00:00.000Z', by: 'Maria' };

export const emptyModel = (): Model => new Model(emptyModelRows(''));

export const scenarioOf = (model: Model, id = 1): ScenarioRow => {
  const scenario = model.get('scenario', id);
  if (!scenario) throw new Error('no scenario');
  return scenario;
};

/** A table as a file of these lines would be read, cells divided by `|`. Blank lines count as rows and hold nothing. */
export function tableOf(...lines: readonly string[]): RawTable {
  const rows = lines.map((line, at) => ({ number: at + 1, cells: line.split('|') }));
  return { sheet: 'counts', rows: rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')) };
}

/** The suggested mapping, with changes. */
export const mappingOf = (table: RawTable, model: Model, changes: Partial<Mapping> = {}): Mapping => ({
  ...suggestMapping(table, model).mapping,
  ...changes,
});

export const build = (table: RawTable, model: Model, mapping: Mapping = mappingOf(table, model)): BuiltImport =>
  buildImport(table, mapping, model, scenarioOf(model), META);

/** `row 3, column name: reason`, as the person reads it. */
export const faultsOf = (built: BuiltImport): string[] =>
  built.faults.map(({ row, column, reason }) => [row && `row ${row}`, column, reason].filter(Boolean).join(' · '));

/** Applies an import as a document would: whatever could not be stored fails the test. */
export function importInto(model: Model, built: BuiltImport): Model {
  const { change } = built;
  if (!change) throw new Error(faultsOf(built).join('\n'));
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
