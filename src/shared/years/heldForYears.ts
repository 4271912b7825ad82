import type { Model } from '../model/Model.ts';
import type { TableName } from '../model/rows.ts';

/** What is worked out of years rests on these tables. */
const TABLES: readonly TableName[] = [
  'scenario',
  'yearMeasure',
  'yearValue',
  'school',
  'level',
  'need',
  'schoolColumn',
  'measure',
  'tag',
];

interface Held {
  readonly rows: readonly (readonly unknown[])[];
  readonly values: Map<string, unknown>;
}

const held = new WeakMap<Model, Held>();

/**
 * What was made of the years of a model, for as long as their rows stand: pictures are drawn at every step of a lever,
 * and no lever moves a year. Rows are replaced and never mutated, so that comparing them tells all. `key` names the
 * maker and everything else it depends on.
 */
export function heldForYears<Value>(model: Model, key: string, make: () => Value): Value {
  let all = held.get(model);
  if (!all?.rows.every((rows, at) => isSame(rows, model.table(TABLES[at] as TableName)))) {
    all = { rows: TABLES.map((table) => [...model.table(table).values()]), values: new Map() };
    held.set(model, all);
  }
  // Only `make` of the same key has ever written here.
  if (all.values.has(key)) return all.values.get(key) as Value;
  const value = make();
  all.values.set(key, value);
  return value;
}

function isSame(rows: readonly unknown[], table: ReadonlyMap<string, unknown>): boolean {
  if (rows.length !== table.size) return false;
  let at = 0;
  for (const row of table.values()) if (rows[at++] !== row) return false;
  return true;
}
