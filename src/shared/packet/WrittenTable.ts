import type { PictureTable } from '../pictures/Picture.ts';
import { cellWords } from '../pictures/tableText.ts';

/** A table with every number in words: writing thousands of numbers takes longer than all else, so it is done once. */
export interface WrittenTable {
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A number of a column that does not say how its numbers are read. */
const plain = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });

export function writeTable({ columns, rows }: PictureTable): WrittenTable {
  return {
    columns: columns.map(({ label, write }, column) => ({
      label,
      isNumber: write !== undefined || (rows.length > 0 && rows.every((row) => typeof row[column] === 'number')),
    })),
    rows: rows.map((row) => columns.map(({ write }, column) => cellWords(row[column] ?? '', write ?? plain))),
  };
}

/** Whether there is anything behind a slide that does not stand on it: one column is the text of the slide itself. */
export const isWorthReading = ({ columns, rows }: WrittenTable): boolean => columns.length > 1 && rows.length > 0;
