import type { Place } from './Block.ts';
import { jumpToEdge } from './jumpToEdge.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key needs to know of the sheet to say where it leads. */
export interface Terrain {
  readonly rows: number;
  readonly columns: number;
  /** Rows in view at once. */
  readonly page: () => number;
  readonly isFilled: (place: Place) => boolean;
}

/** Where a key leads from a cell, or null where it leads nowhere: arrows, Home, End, Page Up and Down, with Ctrl too. */
export function destination(press: KeyPress, from: Place, terrain: Terrain): Place | null {
  if (press.altKey) return null;
  const isFar = press.ctrlKey || press.metaKey;
  const last = { row: terrain.rows - 1, column: terrain.columns - 1 };
  const { row, column } = from;
  const alongRow = (at: number): boolean => terrain.isFilled({ row, column: at });
  const alongColumn = (at: number): boolean => terrain.isFilled({ row: at, column });
  switch (press.key) {
    case 'ArrowUp':
      return { row: isFar ? jumpToEdge(alongColumn, row, -1, last.row) : Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: isFar ? jumpToEdge(alongColumn, row, 1, last.row) : Math.min(last.row, row + 1), column };
    case 'ArrowLeft':
      return { row, column: isFar ? jumpToEdge(alongRow, column, -1, last.column) : Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: isFar ? jumpToEdge(alongRow, column, 1, last.column) : Math.min(last.column, column + 1) };
    case 'Home':
      return { row: isFar ? 0 : row, column: 0 };
    case 'End':
      return { row: isFar ? last.row : row, column: last.column };
    case 'PageUp':
      return isFar ? null : { row: Math.max(0, row - terrain.page()), column };
    case 'PageDown':
      return isFar ? null : { row: Math.min(last.row, row + terrain.page()), column };
    default:
      return null;
  }
}

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);
const LEAPS: ReadonlySet<string> = new Set(['Home', 'End', 'PageUp', 'PageDown']);

/** Keys that this folder answers itself; plain arrows, which may also lead to headings and totals, are the grid's. */
export function isRangeKey(press: KeyPress, isMultiple: boolean): boolean {
  if (press.altKey) return false;
  const { key, shiftKey } = press;
  const isFar = press.ctrlKey || press.metaKey;
  if (ARROWS.has(key)) return shiftKey || isFar;
  if (LEAPS.has(key)) return true;
  if (key === ' ') return shiftKey || isFar;
  return (key === 'Enter' || key === 'Tab') && !isFar && isMultiple;
}
