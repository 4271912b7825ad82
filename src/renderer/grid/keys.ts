import type { SuppressKeyboardEventParams } from 'ag-grid-community';
import type { GridContext } from './GridContext.ts';

/**
 * Keys the grid must leave alone: while a cell is edited the editor decides about all of them, ranges have keys of
 * their own, Alt+arrows step a value, and what the window uses as a command is never typed into a cell.
 */
export function suppressKey(params: SuppressKeyboardEventParams): boolean {
  const { event, editing } = params;
  if (editing) return true;
  if ((params.context as GridContext).ownsKey(event)) return true;
  if (event.altKey || event.key === 'F6' || event.key === '?') return true;
  if (
    (event.ctrlKey || event.metaKey) &&
    ['z', 'y', 's', 'o', 'k', 'a', 'c', 'x', 'v', 'd', 'r', 'f', 'g', 'l'].includes(event.key.toLowerCase())
  )
    return true;
  return event.key === 'Delete' || event.key === 'Backspace';
}
