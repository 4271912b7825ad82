import { activeGrid } from '../grid/liveGrids.ts';
import type { WindowState } from '../state/WindowState.ts';

export type CommandGroup = 'File' | 'Edit' | 'View' | 'Scenario' | 'Exports' | 'Go to' | 'Help';

/** One thing a person can do, for the menus, the keys, the search field and the desktop menu alike. */
export interface Command {
  /** Stable: the desktop menu and tests call a command by it. */
  readonly name: string;
  readonly group: CommandGroup;
  readonly label: (window: WindowState) => string;
  /** `Ctrl+Shift+S`; on a Mac, Ctrl reads ⌘. */
  readonly shortcut?: string;
  /** Its keys mean something else outside of a grid: Shift+Space on a button, Ctrl+A in a text field. */
  readonly isOfGrids?: true;
  readonly enabled: (window: WindowState) => boolean;
  readonly perform: (window: WindowState) => void | Promise<void>;
}

export const withDocument = (window: WindowState): boolean => window.document !== null;
/** A table is on the page; commands mean the one that was used last. */
export const withGrid = (window: WindowState): boolean => window.document !== null && activeGrid() !== null;
export const always = (): boolean => true;
