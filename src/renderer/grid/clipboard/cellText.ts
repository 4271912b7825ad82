import { formatCell, plainCell } from '../formatCell.ts';
import type { CellValue, SheetColumn, SheetRow } from '../SheetColumn.ts';

/** Codes are text even where they look like numbers, so that a spreadsheet keeps the zeros of 0042. */
const NUMBERS: ReadonlySet<string> = new Set([
  'money',
  'dollars',
  'count',
  'weight',
  'index',
  'percent',
  'rate',
  'decimal',
  'integer',
]);

export interface CopiedCell {
  /** As it is pasted into a spreadsheet: a raw number, or a text. */
  readonly text: string;
  /** As it is read in a mail: with thousands marks, and a minus that every program knows. */
  readonly shown: string;
  readonly isNumber: boolean;
}

/** The text of a choice is its label, unless another choice answers to that. */
function choiceText<Row extends SheetRow>(column: SheetColumn<Row>, row: Row, value: string): string {
  const choices = column.choices?.(row) ?? [];
  const label = choices.find((choice) => choice.value === value)?.label;
  if (label === undefined) return value;
  const named = choices.filter((choice) => [choice.label, choice.value].some((text) => sameWord(text, label)));
  return named.length === 1 ? label : value;
}

const sameWord = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** What stands in a cell as it would be typed: raw numbers, labels of choices. It reads back as the same value. */
export function cellText<Row extends SheetRow>(column: SheetColumn<Row>, row: Row, value: CellValue): string {
  if (column.kind === 'choice' && typeof value === 'string') return choiceText(column, row, value);
  return plainCell(column.kind, value);
}

/** A cell as it goes to the clipboard. */
export function copiedCell<Row extends SheetRow>(column: SheetColumn<Row>, row: Row): CopiedCell {
  const value = column.value(row);
  const text = cellText(column, row, value);
  const isNumber = NUMBERS.has(column.kind) && text !== '';
  const { signed: _, ...unsigned } = column;
  const shown = isNumber && value !== 0 ? formatCell(unsigned, value, row).replaceAll('−', '-') : text;
  return { text, shown, isNumber };
}
