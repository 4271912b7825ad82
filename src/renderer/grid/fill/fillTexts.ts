import { cellText } from '../clipboard/cellText.ts';
import { plainCell } from '../formatCell.ts';
import type { CellValue, ColumnKind, SheetColumn, SheetRow } from '../SheetColumn.ts';
import { unitOf } from '../summary/formatUnits.ts';
import { decimalSeries, numberSeries, repeated, textSeries } from './series.ts';

/** By how much a series from a single number goes up: one dollar, one pupil, one percent, a hundredth of a weight. */
const STEPS: Partial<Record<ColumnKind, bigint>> = {
  money: 100n,
  dollars: 100n,
  count: 100n,
  weight: 100n,
  index: 100n,
  percent: 10_000n,
  rate: 1_000_000n,
  integer: 1n,
};

export interface FilledCell<Row extends SheetRow> {
  readonly column: SheetColumn<Row>;
  readonly row: Row;
}

/**
 * What one line of cells is filled with: its seeds over and over, or as a series their continuation. A series needs
 * seeds that are all there and all of one unit, the unit of the cells it runs into; otherwise the seeds are repeated.
 */
export function fillTexts<Row extends SheetRow>(
  seeds: readonly FilledCell<Row>[],
  targets: readonly SheetColumn<Row>[],
  isSeries: boolean,
  isBackward: boolean,
): string[] {
  const values = seeds.map(({ column, row }): CellValue => column.value(row));
  const texts = seeds.map(({ column, row }, at) => cellText(column, row, values[at] ?? null));
  const kind = seeds[0]?.column.kind;
  if (!isSeries || !kind || texts.some((text) => text === '')) return repeated(texts, targets.length);
  const unit = unitOf(kind);
  const isOneUnit = [...seeds.map(({ column }) => column), ...targets].every((column) => unitOf(column.kind) === unit);
  if (!isOneUnit || kind === 'choice' || kind === 'formula') return repeated(texts, targets.length);
  const sign = isBackward ? -1 : 1;
  if (unit === null) return textSeries(texts, targets.length, sign);
  if (unit === 'decimal') return decimalSeries(texts, targets.length, sign) ?? repeated(texts, targets.length);
  const units = values.map((value) => BigInt(Math.round(Number(value))));
  const step = (STEPS[kind] ?? 1n) * BigInt(sign);
  return numberSeries(units, targets.length, step).map((next, at) =>
    plainCell(targets[at]?.kind ?? kind, Number(next)),
  );
}
