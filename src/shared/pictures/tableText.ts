import { type CsvCell, writeCsv } from '../text/csv.ts';
import { writeTsv } from '../text/tsv.ts';
import type { PictureTable } from './Picture.ts';

/** A double to twelve digits, without the noise of its last ones; a value that does not exist is empty. */
const plainNumber = (value: number): string => (Number.isFinite(value) ? String(Number(value.toPrecision(12))) : '');

const headings = ({ columns }: PictureTable): string[] => columns.map(({ label }) => label);

/** For the clipboard: a spreadsheet takes the numbers as numbers. */
export const tableTsv = (table: PictureTable): string =>
  writeTsv([
    headings(table),
    ...table.rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : plainNumber(cell)))),
  ]);

export const tableCsv = (table: PictureTable): string =>
  writeCsv([
    headings(table),
    ...table.rows.map((row) =>
      row.map((cell): CsvCell => (typeof cell === 'string' ? cell : { number: plainNumber(cell) })),
    ),
  ]);

/** A cell as people read it in a column. */
export const cellWords = (cell: string | number, write: ((value: number) => string) | undefined): string =>
  typeof cell === 'string' ? cell : Number.isFinite(cell) ? (write ? write(cell) : plainNumber(cell)) : '';
