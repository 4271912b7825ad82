import { parseDecimal, subtract, toDecimal } from '../../shared/calc/rational.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { InputKind, TableName, Tables } from '../../shared/model/rows.ts';
import { KEY_SEPARATOR } from '../../shared/model/tables.ts';
import { compareVersions } from '../../shared/versions/compareVersions.ts';
import { TABLE_OF_KIND } from '../../shared/versions/inputVersions.ts';
import type { CellValue, SheetRow } from '../grid/SheetColumn.ts';

/** One cell of an input in two versions: `school` or `source`, then level and need, or the measure. */
export interface ComparedCell extends SheetRow {
  readonly codes: readonly string[];
  readonly column: string;
  readonly before: CellValue;
  readonly after: CellValue;
}

export interface Comparison {
  readonly rows: readonly ComparedCell[];
  readonly differing: number;
  readonly same: number;
}

/** Cells that differ, in the order of their keys; with `hasAll` those that are the same as well. */
export function compareCells(
  model: Model,
  kind: InputKind,
  before: number,
  after: number,
  hasAll: boolean,
): Comparison {
  const { differences, sameCells } = compareVersions(model, kind, before, after);
  const rows = differences.map(
    (cell, index): ComparedCell => ({
      key: `${cell.key}${KEY_SEPARATOR}${cell.column}`,
      index,
      codes: cell.codes,
      column: cell.column,
      before: cell.before,
      after: cell.after,
    }),
  );
  const counted = { differing: differences.length, same: sameCells };
  if (!hasAll) return { rows, ...counted };
  const differing = new Set(rows.map(({ key }) => key));
  const prefix = `${after}${KEY_SEPARATOR}`;
  const table = model.table(TABLE_OF_KIND[kind]) as ReadonlyMap<string, Tables[TableName]>;
  for (const [key, row] of table) {
    if (!key.startsWith(prefix)) continue;
    const place = key.slice(prefix.length);
    for (const column of ['count', 'value', 'amountCents', 'pupils'] as const) {
      const value = (row as unknown as Partial<Record<string, CellValue>>)[column];
      const full = `${place}${KEY_SEPARATOR}${column}`;
      if (value === undefined || value === null || differing.has(full) || (column === 'count' && value === 0)) continue;
      rows.push({
        key: full,
        index: rows.length,
        codes: place.split(KEY_SEPARATOR),
        column,
        before: value,
        after: value,
      });
    }
  }
  rows.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return { rows: rows.map((row, index) => ({ ...row, index })), ...counted };
}

/** After less before; what is absent counts as none, so that a new school's pupils are all new. */
export function differenceOf({ before, after }: ComparedCell): CellValue {
  if (typeof before !== 'string' && typeof after !== 'string') return (after ?? 0) - (before ?? 0);
  const was = parseDecimal(String(before ?? '0'));
  const becomes = parseDecimal(String(after ?? '0'));
  if (!was || !becomes) return null;
  const places = Math.max(placesOf(before), placesOf(after));
  return toDecimal(subtract(becomes, was), places);
}

const placesOf = (value: CellValue): number => String(value ?? '').split('.')[1]?.length ?? 0;
