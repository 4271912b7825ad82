import type { SheetColumn, SheetRow } from '../SheetColumn.ts';

/** Everything about a column that its heading, its place and its cells' looks are made from. */
function shapeOf<Row extends SheetRow>(column: SheetColumn<Row>): string {
  const parts = Object.entries(column)
    .filter(([name]) => name !== 'width')
    .map(([name, value]) => `${name}:${typeof value === 'function' ? 'yes' : value}`);
  return parts.sort().join('\n');
}

/**
 * The columns as the grid holds them. After most changes of structure a sheet builds the same columns anew; then only
 * what they read is exchanged, in place, and the grid is spared from building all of its columns for one more count.
 */
export class LiveColumns<Row extends SheetRow> {
  readonly #widthOf: (column: SheetColumn<Row>) => number;
  #columns: readonly SheetColumn<Row>[] = [];
  #shape = '';
  #widths: readonly number[] = [];

  constructor(columns: readonly SheetColumn<Row>[], widthOf: (column: SheetColumn<Row>) => number) {
    this.#widthOf = widthOf;
    this.take(columns);
  }

  get all(): readonly SheetColumn<Row>[] {
    return this.#columns;
  }

  find(id: string): SheetColumn<Row> | undefined {
    return this.#columns.find((column) => column.id === id);
  }

  /** True where they are the same columns as before, so that the grid need not hear of it. */
  take(columns: readonly SheetColumn<Row>[]): boolean {
    const shape = columns.map(shapeOf).join('\n\n');
    const widths = columns.map(this.#widthOf);
    // A total with fewer digits leaves its column as wide as it is: nothing is cut off, and nothing jumps.
    const fits = widths.every((width, at) => width <= (this.#widths[at] ?? 0));
    const isSame = shape === this.#shape && fits;
    if (!isSame) this.#widths = widths;
    this.#shape = shape;
    if (isSame) for (const [at, column] of columns.entries()) Object.assign(this.#columns[at] as object, column);
    else this.#columns = columns.map((column) => ({ ...column }));
    return isSame;
  }
}
