import type { Model } from '../model/Model.ts';
import type { InputKind, TableName, Tables } from '../model/rows.ts';
import { KEY_SEPARATOR } from '../model/tables.ts';
import { formatCount, formatMeasure, formatMoney } from '../text/formatNumber.ts';
import { TABLE_OF_KIND } from './inputVersions.ts';

/** One cell that differs between two versions. Values as they are kept; null where a version has none. */
export interface CellDifference {
  /** The row's key without its version: `0042␟ES␟POV`. */
  readonly key: string;
  /** Codes of what the cell is about, in the order of the key: school, level, need; school, measure; source. */
  readonly codes: readonly string[];
  readonly column: 'count' | 'value' | 'amountCents' | 'pupils';
  readonly before: number | string | null;
  readonly after: number | string | null;
  readonly beforeText: string;
  readonly afterText: string;
}

/** Two versions cell by cell. Pupils of zero and no pupils are the same. */
export interface VersionComparison {
  readonly differences: readonly CellDifference[];
  readonly sameCells: number;
}

type Cells = ReadonlyMap<string, number | string>;
const COLUMNS: Readonly<Record<InputKind, readonly CellDifference['column'][]>> = {
  enrollment: ['count'],
  revenues: ['amountCents'],
  current: ['amountCents', 'pupils'],
  measures: ['value'],
};

function cellsOf(model: Model, kind: InputKind, version: number, column: CellDifference['column']): Cells {
  const cells = new Map<string, number | string>();
  const prefix = `${version}${KEY_SEPARATOR}`;
  const table = model.table(TABLE_OF_KIND[kind]) as ReadonlyMap<string, Tables[TableName]>;
  for (const [key, row] of table) {
    if (!key.startsWith(prefix)) continue;
    const value = (row as unknown as Record<string, number | string | null>)[column];
    if (value === null || value === undefined || (column === 'count' && value === 0)) continue;
    cells.set(key.slice(prefix.length), value);
  }
  return cells;
}

function shown(column: CellDifference['column'], value: number | string | null): string {
  if (value === null) return '';
  if (column === 'value') return formatMeasure(String(value));
  return column === 'amountCents' ? formatMoney(Number(value)) : formatCount(Number(value));
}

/** What changed from one version of an input to another of the same kind, in the order of the keys. */
export function compareVersions(model: Model, kind: InputKind, before: number, after: number): VersionComparison {
  const differences: CellDifference[] = [];
  let sameCells = 0;
  for (const column of COLUMNS[kind]) {
    const left = cellsOf(model, kind, before, column);
    const right = cellsOf(model, kind, after, column);
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      const was = left.get(key) ?? null;
      const becomes = right.get(key) ?? null;
      if (was === becomes) {
        sameCells++;
        continue;
      }
      differences.push({
        key,
        codes: key.split(KEY_SEPARATOR),
        column,
        before: was,
        after: becomes,
        beforeText: shown(column, was),
        afterText: shown(column, becomes),
      });
    }
  }
  differences.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  return { differences, sameCells };
}
