import { readTsv, writeTsv } from '../../../shared/text/tsv.ts';
import type { DocumentState } from '../../state/DocumentState.ts';
import { fillTexts } from '../fill/fillTexts.ts';
import { type Fill, linesOf } from '../fill/planFill.ts';
import { type Block, describeSize, heightOf, widthOf } from '../range/Block.ts';
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

  /** Raw numbers as text, and a table for what can take one. */
  copy(block: Block, data: DataTransfer, withHeadings: boolean): void {
    const columns = this.#shown.columnsOf(block);
    const cells: CopiedCell[][] = [];
    for (const row of this.#shown.rowsOf(block)) cells.push(columns.map((column) => copiedCell(column, row)));
    const headings = withHeadings ? columns.map(headingOf) : null;
    const texts = cells.map((line) => line.map((cell) => cell.text));
    const isOneCell = cells.length === 1 && columns.length === 1 && !headings;
    data.setData('text/plain', isOneCell ? (texts[0]?.[0] ?? '') : writeTsv(headings ? [headings, ...texts] : texts));
    data.setData('text/html', htmlTable(cells, headings));
  }

  /** Where the pasted cells are now, or null where nothing was pasted. */
  paste(text: string, selection: Block): Block | null {
    const { say, label } = this.#settings;
    const reading = readTsv(text, LIMITS);
    if (!reading.ok) {
      say(`${reading.sentence} Nothing was pasted.`);
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
    return isMade ? block : null;
  }

  clear(block: Block, isCut = false): boolean {
    const size = describeSize(heightOf(block), widthOf(block));
    return this.#make(
      this.#writes(block, () => ''),
      isCut ? `Cut ${size} from ${this.#settings.label}` : `Clear ${size} in ${this.#settings.label}`,
      isCut ? 'Nothing was cut' : 'Nothing was cleared',
    );
  }

  /** The same text in every selected cell: Ctrl+Enter. */
  fillText(text: string, block: Block): boolean {
    const size = describeSize(heightOf(block), widthOf(block));
    return this.#make(
      this.#writes(block, () => text),
      `Fill ${size} in ${this.#settings.label}`,
      'Nothing was filled',
    );
  }

  fill(fill: Fill, isSeries: boolean): boolean {
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
    const { target } = fill;
    const size = describeSize(heightOf(target), widthOf(target));
    const label = `Fill ${isSeries ? 'a series into ' : ''}${size} in ${this.#settings.label}`;
    return this.#make(writes, label, 'Nothing was filled');
  }

  #cell(rowIndex: number, columnIndex: number): { row: Row; column: SheetColumn<Row> } | null {
    const row = this.#shown.rowAt(rowIndex);
    const column = this.#shown.columnAt(columnIndex);
    return row && column ? { row, column } : null;
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
    if (document.readOnlyReason) {
      say(`${document.readOnlyReason} ${failure}.`);
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

function headingOf<Row extends SheetRow>(column: SheetColumn<Row>): string {
  return column.group ? `${column.group}, ${column.header}` : column.header;
}
