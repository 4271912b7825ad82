import { compareCodes } from '../../shared/model/tables.ts';
import type { ColumnKind, DescribedColumn } from './WorkbookDescription.ts';

export const column = (header: string, kind: ColumnKind = 'text'): DescribedColumn => ({ header, kind });

/** Rows in their own order; the code decides between equal positions, as in the calculation. */
export function inOrder<Row extends { readonly code: string; readonly position: number }>(
  rows: Iterable<Row>,
): readonly Row[] {
  return [...rows].sort((left, right) => left.position - right.position || compareCodes(left.code, right.code));
}

/** Place of each code in an ordered list, for sorting rows that name it. */
export function placesOf(rows: readonly { readonly code: string }[]): (code: string) => number {
  const places = new Map(rows.map((row, at) => [row.code, at]));
  return (code) => places.get(code) ?? -1;
}
