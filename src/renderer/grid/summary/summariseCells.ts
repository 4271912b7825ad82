import type { ColumnSummary } from '../../state/Selection.ts';
import type { CellValue, ColumnKind, SheetColumn, SheetRow } from '../SheetColumn.ts';
import { averageOf, ExactSum } from './ExactSum.ts';
import { formatScaled, formatUnits, unitOf } from './formatUnits.ts';

const SUMMABLE: ReadonlySet<ColumnKind> = new Set(['money', 'dollars', 'count', 'integer', 'decimal']);

/** Decimals that a sum of measures keeps; a measure has at most this many. */
const DECIMALS = 20;

/** `-0.57` as a whole number of 10^-20. */
function scaledDecimal(text: string): bigint | null {
  const match = /^(-?)(\d+)(?:\.(\d{1,20}))?$/.exec(text);
  if (!match) return null;
  const size = BigInt(`${match[2]}${(match[3] ?? '').padEnd(DECIMALS, '0')}`);
  return match[1] ? -size : size;
}

/** Adds up values of one unit and remembers the least and the greatest. */
class Tally {
  readonly kind: ColumnKind;
  readonly #sum = new ExactSum();
  #decimals = 0n;
  #least: number | bigint | null = null;
  #greatest: number | bigint | null = null;
  numbers = 0;

  constructor(kind: ColumnKind) {
    this.kind = kind;
  }

  add(value: CellValue): void {
    if (this.kind === 'decimal') {
      const units = scaledDecimal(String(value));
      if (units === null) return;
      this.#decimals += units;
      this.#note(units);
    } else if (typeof value === 'number') {
      this.#sum.add(value);
      this.#note(value);
    }
  }

  sum = (): string => this.#format(this.#total);
  average = (): string => this.#format(averageOf(this.#total, this.numbers));
  least = (): string => this.#format(BigInt(this.#least ?? 0));
  greatest = (): string => this.#format(BigInt(this.#greatest ?? 0));

  get #total(): bigint {
    return this.kind === 'decimal' ? this.#decimals : this.#sum.units;
  }

  #note(units: number | bigint): void {
    this.numbers += 1;
    if (this.#least === null || units < this.#least) this.#least = units;
    if (this.#greatest === null || units > this.#greatest) this.#greatest = units;
  }

  #format(units: bigint): string {
    if (this.kind !== 'decimal') return formatUnits(this.kind, units);
    // Four decimals are enough for an average; a sum of measures has hardly ever more.
    const cut = 10n ** BigInt(DECIMALS - 4);
    const isShort = units % cut === 0n;
    return isShort ? formatScaled(units / cut, 4, 0) : formatScaled(averageOf(units, Number(cut)), 4, 0);
  }
}

/** Cells where some rows cross some columns; blocks that are added up together share none. */
export interface BlockOfCells<Row extends SheetRow> {
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: Iterable<Row>;
}

/**
 * Count, sum, average, least and greatest of the selected cells. Cells of different units (pupils beside dollars) are
 * counted but never added together; percents, weights and what repeats from row to row have no sum.
 */
export function summariseCells<Row extends SheetRow>(blocks: readonly BlockOfCells<Row>[]): Omit<ColumnSummary, 'of'> {
  let filled = 0;
  const tallies = new Map<string, Tally>();
  const tallyOf = ({ kind }: SheetColumn<Row>): Tally | null => {
    const unit = unitOf(kind);
    if (unit === null) return null;
    const tally = tallies.get(unit) ?? new Tally(kind);
    tallies.set(unit, tally);
    return tally;
  };
  for (const { columns, rows } of blocks) {
    const held = columns.map((column) => ({ column, tally: tallyOf(column) }));
    for (const row of rows) {
      for (const { column, tally } of held) {
        const value = column.value(row);
        if (value === null || value === '' || Number.isNaN(value)) continue;
        filled += 1;
        tally?.add(value);
      }
    }
  }
  const used = [...tallies.values()].filter((tally) => tally.numbers > 0);
  const only = used.length === 1 ? (used[0] as Tally) : null;
  const isSummable = blocks.every(({ columns }) =>
    columns.every(({ summable, kind }) => summable ?? (unitOf(kind) === null || SUMMABLE.has(kind))),
  );
  return {
    count: filled,
    sum: only && isSummable ? only.sum() : null,
    average: only && isSummable ? only.average() : null,
    least: only ? only.least() : null,
    greatest: only ? only.greatest() : null,
  };
}
