import type { Place } from '../range/Block.ts';

/** The texts of a sheet as it is shown: cell by row and column. */
export interface ShownTexts {
  readonly rows: number;
  readonly columns: number;
  readonly at: (row: number, column: number) => string;
  /** The same number without marks, so that 1234.5 finds 1,234.50. */
  readonly plainAt: (row: number, column: number) => string;
}

const folded = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');

/** Cells that hold what is looked for, row by row; capitals and accents do not matter. */
export function findMatches(texts: ShownTexts, wanted: string): Place[] {
  const text = folded(wanted.trim());
  if (text === '') return [];
  const found: Place[] = [];
  for (let row = 0; row < texts.rows; row++) {
    for (let column = 0; column < texts.columns; column++) {
      if (folded(texts.at(row, column)).includes(text) || texts.plainAt(row, column).toLowerCase().includes(text)) {
        found.push({ row, column });
      }
    }
  }
  return found;
}

/** The match to go to next from where a person stands, and round at the end; -1 without any. */
export function nextMatch(matches: readonly Place[], from: Place | null, direction: 1 | -1): number {
  if (matches.length === 0) return -1;
  if (!from) return direction === 1 ? 0 : matches.length - 1;
  const isAfter = ({ row, column }: Place): boolean => row > from.row || (row === from.row && column > from.column);
  const isBefore = ({ row, column }: Place): boolean => row < from.row || (row === from.row && column < from.column);
  if (direction === 1) {
    const at = matches.findIndex(isAfter);
    return at < 0 ? 0 : at;
  }
  const at = matches.findLastIndex(isBefore);
  return at < 0 ? matches.length - 1 : at;
}
