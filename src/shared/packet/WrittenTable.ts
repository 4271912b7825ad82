import type { PictureTable } from '../pictures/Picture.ts';
import { cellWords } from '../pictures/tableText.ts';

/** A table with every number in words: writing thousands of numbers takes longer than all else, so it is done once. */
export interface WrittenTable {
  readonly columns: readonly { readonly label: string; readonly isNumber: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export function writeTable({ columns, rows }: PictureTable): WrittenTable {
  return {
    columns: columns.map(({ label, write }) => ({ label, isNumber: write !== undefined })),
    rows: rows.map((row) => columns.map(({ write }, column) => cellWords(row[column] ?? '', write))),
  };
}
