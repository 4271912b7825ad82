import type { PopupItem } from './PopupMenu.ts';

/** What the menu of a cell can do; the same words and keys as the commands have. */
export interface CellMenuActions {
  readonly cut: () => void;
  readonly copy: (withHeadings: boolean) => void;
  readonly paste: () => void;
  readonly clear: () => void;
  readonly fillDown: () => void;
  readonly fillRight: () => void;
  readonly fillSeries: () => void;
  readonly openDerivation: () => void;
  readonly hideColumns: () => void;
  readonly openColumnMenu: () => void;
}

export interface CellMenuState {
  /** Nothing can be edited: the items that would are shown, so that they are found, but cannot be chosen. */
  readonly isReadOnly: boolean;
  readonly canExplain: boolean;
  readonly canHide: boolean;
  /** Several rows are selected, so a series can go on below its first number. */
  readonly isTall: boolean;
  readonly columns: number;
  /** What the sheet itself offers for the row. */
  readonly rowItems: readonly PopupItem[];
  /** `Ctrl+X` as this computer's keys are called. */
  readonly keys: (shortcut: string) => string;
}

/** The menu of the selected cells, by a right click or Shift+F10. */
export function cellMenu(actions: CellMenuActions, state: CellMenuState): (PopupItem | 'line')[] {
  const { isReadOnly, keys, rowItems } = state;
  const isEnabled = !isReadOnly;
  const columns = state.columns === 1 ? 'Hide this column' : `Hide these ${state.columns} columns`;
  return [
    { label: 'Cut', keys: keys('Ctrl+X'), isEnabled, act: actions.cut },
    { label: 'Copy', keys: keys('Ctrl+C'), act: () => actions.copy(false) },
    { label: 'Copy with headings', act: () => actions.copy(true) },
    { label: 'Paste', keys: keys('Ctrl+V'), isEnabled, act: actions.paste },
    'line',
    { label: 'Clear', keys: keys('Delete'), isEnabled, act: actions.clear },
    { label: 'Fill down', keys: keys('Ctrl+D'), isEnabled, act: actions.fillDown },
    { label: 'Fill to the right', keys: keys('Ctrl+R'), isEnabled, act: actions.fillRight },
    { label: 'Fill down as a series', isEnabled: isEnabled && state.isTall, act: actions.fillSeries },
    ...(rowItems.length > 0 ? (['line', ...rowItems] as const) : []),
    'line',
    {
      label: 'How this number came about',
      keys: keys('Ctrl+Shift+D'),
      isEnabled: state.canExplain,
      act: actions.openDerivation,
    },
    { label: columns, isEnabled: state.canHide, act: actions.hideColumns },
    { label: 'Sort, filter and arrange this column…', act: actions.openColumnMenu },
  ];
}
