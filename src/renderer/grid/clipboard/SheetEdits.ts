import { readTsv, writeTsv } from '../../../shared/text/tsv.ts';
import type { DocumentState } from '../../state/DocumentState.ts';
import { fillTexts } from '../fill/fillTexts.ts';
import { type Fill, linesOf } from '../fill/planFill.ts';
import { type Block, describeSize, heightOf, widthOf } from '../range/Block.ts';
import { cellCount, crossed, disjoint } from '../range/blocks.ts';
import type { ShownCells } from '../range/ShownCells.ts';
import type { SheetColumn, SheetRow } from '../SheetColumn.ts';
import { type CopiedCell, copiedCell } from './cellText.ts';
import { type CellWrite, combineWrites, type RefusedCell } from './combineWrites.ts';
import { htmlTable } from './htmlTable.ts';
import { planPaste } from './planPaste.ts';

/** More than any district's sheet holds; what is longer was copied by mistake. */
const LIMITS = { cells: 2_000_000, characters: 50_000_000 } as const;

export interface SheetEditsSettings<Row extends SheetRow> {
  readonly document: DocumentState;
  /** `Enrollment`, as in “Paste 12 × 3 cells into Enrollment”. */
  readonly label: string;
  readonly rowTitle: (row: Row) => string;
  readonly say: (sentence: string) => void;
  readonly showRefused: (title: string, refused: readonly RefusedCell[]) => void;
}

/** What is done to many cells at once: copied, pasted, emptied, filled. Each edit is one change, or none at all. */
export class SheetEdits<Row extends SheetRow> {
  readonly #settings: SheetEditsSettings<Row>;
  readonly #shown: ShownCells<Row>;

  constructor(settings: SheetEditsSettings<Row>, shown: ShownCells<Row>) {
    this.#settings = settings;
    this.#shown = shown;
  }

  /**
   * Raw numbers as text, and a table for what can take one. Several blocks go as the one table they make together;
   * false where they make none.
   */
  copy(blocks: readonly Block[], data: DataTransfer, withHeadings: boolean): boolean {
    const places = crossed(blocks);
    if (!places) {
      this.#settings.say(
        'The selected blocks do not line up, so they make no table. Nothing was copied. Select blocks of the same rows or of the same columns.',
      );
      return false;
    }
    const columns = places.columns.flatMap((at) => this.#shown.columnAt(at) ?? []);
    const cells: CopiedCell[][] = [];
    for (const at of places.rows) {
      const row = this.#shown.rowAt(at);
      if (row) cells.push(columns.map((column) => copiedCell(column, row)));
    }
    const headings = withHeadings ? columns.map(headingOf) : null;
    const texts = cells.map((line) => line.map((cell) => cell.text));
    const isOneCell = cells.length === 1 && columns.length === 1 && !headings;
    data.setData('text/plain', isOneCell ? (texts[0]?.[0] ?? '') : writeTsv(headings ? [headings, ...texts] : texts));
    data.setData('text/html', htmlTable(cells, headings));
    return true;
  }

  /** Where the pasted cells are now, or null where nothing was pasted. One value goes into every selected block. */
  paste(text: string, blocks: readonly Block[]): readonly Block[] | null {
    const [selection] = blocks;
    if (!selection) return null;
    const { say, label } = this.#settings;
    const reading = readTsv(text, LIMITS);
    if (!reading.ok) {
      say(`${reading.sentence} Nothing was pasted.`);
      return null;
    }
    const value =
      reading.table.rows.length === 1 && reading.table.rows[0]?.length === 1 ? reading.table.rows[0][0] : null;
    if (blocks.length > 1) {
      if (value !== null && value !== undefined) return this.#pasteValue(value, blocks) ? blocks : null;
      say('Several blocks are selected, and what was copied is a table. Nothing was pasted. Select one block for it.');
      return null;
    }
    const plan = planPaste(reading.table.rows, selection, {
      rows: this.#shown.rowCount,
      columns: this.#shown.columns.length,
    });
    if (typeof plan === 'string') {
      say(plan);
      return null;
    }
    const { block } = plan;
    const size = describeSize(heightOf(block), widthOf(block));
    const isMade = this.#make(
      this.#writes(block, (row, column) => plan.textAt(row, column)),
      `Paste ${size} into ${label}`,
      'Nothing was pasted',
    );
    return isMade ? [block] : null;
  }

  #pasteValue(text: string, blocks: readonly Block[]): boolean {
    const label = `Paste ${sizeOf(blocks)} into ${this.#settings.label}`;
    return this.#make(
      this.#writesOf(blocks, () => text),
      label,
      'Nothing was pasted',
    );
  }

  clear(blocks: readonly Block[], isCut = false): boolean {
    const size = sizeOf(blocks);
    return this.#make(
      this.#writesOf(blocks, () => ''),
      isCut ? `Cut ${size} from ${this.#settings.label}` : `Clear ${size} in ${this.#settings.label}`,
      isCut ? 'Nothing was cut' : 'Nothing was cleared',
    );
  }

  /** The same text in every selected cell: Ctrl+Enter. */
  fillText(text: string, blocks: readonly Block[]): boolean {
    const size = sizeOf(blocks);
    return this.#make(
      this.#writesOf(blocks, () => text),
      `Fill ${size} in ${this.#settings.label}`,
      'Nothing was filled',
    );
  }

  /** Each block from its own seed; all of them are one change. */
  fill(fills: readonly Fill[], isSeries: boolean): boolean {
    const size = sizeOf(fills.map(({ target }) => target));
    const label = `Fill ${isSeries ? 'a series into ' : ''}${size} in ${this.#settings.label}`;
    const writes = fills.flatMap((fill) => this.#writesOfFill(fill, isSeries));
    return this.#make(writes, label, 'Nothing was filled');
  }

  #writesOfFill(fill: Fill, isSeries: boolean): CellWrite<Row>[] {
    const writes: CellWrite<Row>[] = [];
    const isBackward = fill.direction === 'up' || fill.direction === 'left';
    for (const { seeds, places } of linesOf(fill)) {
      const cells = seeds.flatMap(({ row, column }) => this.#cell(row, column) ?? []);
      const targets = places.flatMap(({ row, column }) => this.#cell(row, column) ?? []);
      const texts = fillTexts(
        cells,
        targets.map(({ column }) => column),
        isSeries,
        isBackward,
      );
      for (const [at, target] of targets.entries()) writes.push({ ...target, text: texts[at] ?? '' });
    }
    return writes;
  }

  #cell(rowIndex: number, columnIndex: number): { row: Row; column: SheetColumn<Row> } | null {
    const row = this.#shown.rowAt(rowIndex);
    const column = this.#shown.columnAt(columnIndex);
    return row && column ? { row, column } : null;
  }

  /** Every cell of the blocks once. */
  #writesOf(blocks: readonly Block[], textAt: (row: number, column: number) => string): CellWrite<Row>[] {
    return disjoint(blocks).flatMap((block) => this.#writes(block, textAt));
  }

  #writes(block: Block, textAt: (row: number, column: number) => string): CellWrite<Row>[] {
    const columns = this.#shown.columnsOf(block);
    const writes: CellWrite<Row>[] = [];
    for (let at = block.top; at <= block.bottom; at++) {
      const row = this.#shown.rowAt(at);
      if (!row) continue;
      for (const [index, column] of columns.entries()) {
        writes.push({ row, column, text: textAt(at, block.left + index) });
      }
    }
    return writes;
  }

  #make(writes: readonly CellWrite<Row>[], label: string, failure: string): boolean {
    const { document, say, showRefused, rowTitle } = this.#settings;
    const fixed = document.readOnlyReason;
    if (fixed && !writes.every(({ column }) => column.ofDocument)) {
      say(`${fixed} ${failure}.`);
      return false;
    }
    document.preview(null);
    const combined = combineWrites(document, writes, rowTitle, () => label);
    if (combined.ok) {
      if (combined.change) document.commit(combined.change);
      return true;
    }
    const [only] = combined.refused;
    if (writes.length === 1 && only) say(only.reason);
    else showRefused(failure, combined.refused);
    return false;
  }
}

/** `12 × 3 cells`; of several blocks `41 cells`. */
function sizeOf(blocks: readonly Block[]): string {
  const [only] = blocks;
  if (only && blocks.length === 1) return describeSize(heightOf(only), widthOf(only));
  return `${cellCount(blocks).toLocaleString('en-US')} cells`;
}

function headingOf<Row extends SheetRow>(column: SheetColumn<Row>): string {
  return column.group ? `${column.group}, ${column.header}` : column.header;
}
