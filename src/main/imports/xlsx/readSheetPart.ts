import type { ReadLimits } from '../limits.ts';
import { type CellMark, columnLetters, type SheetRow } from '../Sheet.ts';
import { refuse } from '../WorkbookUnreadable.ts';
import { type CellFormat, PLAIN_FORMAT } from './cellFormats.ts';
import { dateText, decodeEscapes, numberText } from './cellText.ts';
import type { XmlReading } from './XmlParser.ts';

/** What a caller wants besides the cells. */
export interface ReadWishes {
  /** Tell which cells are stored as numbers. */
  readonly keepNumbers?: boolean;
  /** Told now and then how many rows of all sheets are read. */
  readonly onRow?: (rows: number) => void;
}

const ROWS_BETWEEN_REPORTS = 1_024;

/** What the other parts of the workbook tell about the cells of its sheets. */
export interface CellContext {
  readonly sharedStrings: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly startsIn1904: boolean;
  readonly limits: ReadLimits;
  /** Counts cells over all sheets. */
  readonly cellCount: { value: number; rows?: number };
  readonly wishes?: ReadWishes;
}

const broken = 'its contents are broken; open it in a spreadsheet program and save it again as .xlsx.';

/** `BC12` → column 54, row 12; a reference beyond what spreadsheets have is refused. */
function readReference(reference: string): { column: number; row: number } {
  const match = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return refuse(broken);
  let column = 0;
  for (const letter of match[1] as string) column = column * 26 + letter.charCodeAt(0) - 64;
  return { column: column - 1, row: Number(match[2]) };
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: CellFormat;
  hasFormula: boolean;
  value: string | null;
  inline: string | null;
}

/** The text of one cell and what is to be known of it. */
function cellContent(cell: OpenCell, context: CellContext): { text: string; mark?: CellMark } {
  if (cell.type === 'inlineStr') return { text: decodeEscapes(cell.inline ?? '') };
  if (cell.value === null) return cell.hasFormula ? { text: '', mark: 'uncalculated' } : { text: '' };
  if (cell.type === 'str') return { text: decodeEscapes(cell.value) };
  if (cell.type === 'e') return { text: cell.value.trim() || '#ERROR', mark: 'error' };
  if (cell.type === 'b') return { text: cell.value.trim() === '1' ? 'TRUE' : 'FALSE' };
  if (cell.type === 'd') return { text: cell.value, mark: 'date' };
  if (cell.type === 's') {
    const index = /^\s*\d{1,9}\s*$/.test(cell.value) ? Number(cell.value) : -1;
    return { text: context.sharedStrings[index] ?? refuse(broken) };
  }
  if (cell.value.trim() === '') return cell.hasFormula ? { text: '', mark: 'uncalculated' } : { text: '' };
  const text = numberText(cell.value) ?? refuse(broken);
  if (cell.format.shows === 'percent') return { text, mark: 'percent' };
  if (cell.format.shows === 'number')
    return { text: /^\d+$/.test(text) ? text.padStart(cell.format.digits, '0') : text };
  return { text: dateText(Number(cell.value), context.startsIn1904) ?? text, mark: 'date' };
}

/** The rows of one worksheet part. Only values are read: styles, comments, links and pictures are passed over. */
export function sheetRowsIn(sheetName: string, context: CellContext): XmlReading<SheetRow[]> {
  const { limits } = context;
  const rows: SheetRow[] = [];
  let rowNumber = 0;
  let cells: string[] = [];
  let marks: Map<number, CellMark> | null = null;
  const { keepNumbers = false, onRow } = context.wishes ?? {};
  let numbers: number[] = [];
  let column = -1;
  let cell: OpenCell | null = null;
  let inData = false;
  let part: 'value' | 'inline' | null = null;
  let phonetic = 0;

  const finishCell = (done: OpenCell): void => {
    const { text, mark } = cellContent(done, context);
    if (text === '' && !mark) return;
    if (done.column >= limits.columns) {
      const place = `${columnLetters(done.column)}${rowNumber}`;
      refuse(`the sheet ${sheetName} has a value in cell ${place}, far to the right of any district workbook.`);
    }
    if (text.length > limits.cellCharacters)
      refuse(`the sheet ${sheetName} has a text longer than this program reads.`);
    if (++context.cellCount.value > limits.cells) {
      refuse(`it has more than ${limits.cells.toLocaleString('en-US')} cells.`);
    }
    while (cells.length < done.column) cells.push('');
    cells.push(text);
    if (keepNumbers && done.type === 'n' && mark !== 'date') numbers.push(done.column);
    if (mark) {
      marks ??= new Map();
      marks.set(done.column, mark);
    }
  };

  return {
    open(name, attributes) {
      if (name === 'sheetData') inData = true;
      else if (!inData) return;
      else if (name === 'row') {
        const stated = attributes.r;
        const number = stated === undefined ? rowNumber + 1 : Number(stated);
        if (!Number.isInteger(number) || number <= rowNumber || number > 1_048_576) refuse(broken);
        rowNumber = number;
        cells = [];
        marks = null;
        numbers = [];
        column = -1;
        context.cellCount.rows = (context.cellCount.rows ?? 0) + 1;
        if (context.cellCount.rows % ROWS_BETWEEN_REPORTS === 0) onRow?.(context.cellCount.rows);
      } else if (name === 'c') {
        const stated = attributes.r;
        const place = stated === undefined ? { column: column + 1, row: rowNumber } : readReference(stated);
        if (place.row !== rowNumber || place.column <= column) refuse(broken);
        column = place.column;
        const style = attributes.s;
        cell = {
          column,
          type: attributes.t ?? 'n',
          format: style === undefined ? PLAIN_FORMAT : (context.formats[Number(style)] ?? PLAIN_FORMAT),
          hasFormula: false,
          value: null,
          inline: null,
        };
      } else if (cell && name === 'f') cell.hasFormula = true;
      else if (cell && name === 'v') {
        part = 'value';
        cell.value = '';
      } else if (name === 'rPh') phonetic++;
      else if (cell && name === 't' && phonetic === 0) {
        part = 'inline';
        cell.inline ??= '';
      }
    },
    close(name) {
      if (!inData) return;
      if (name === 'sheetData') inData = false;
      else if (name === 'v' || name === 't') part = null;
      else if (name === 'rPh') phonetic--;
      else if (name === 'c' && cell) {
        finishCell(cell);
        cell = null;
      } else if (name === 'row' && (cells.length > 0 || marks)) {
        const row = marks ? { number: rowNumber, cells, marks } : { number: rowNumber, cells };
        rows.push(keepNumbers ? { ...row, numbers } : row);
      }
    },
    text(text) {
      if (!cell || !part) return;
      if (part === 'value') cell.value += text;
      else cell.inline += text;
    },
    result: () => rows,
  };
}
