import type { DocumentState } from '../state/DocumentState.ts';
import { cellMenu } from './cellMenu.ts';
import { fixedReason } from './columnDefs.ts';
import type { ColumnArrangement } from './columns/ColumnArrangement.ts';
import type { GridManners } from './GridManners.ts';
import { type PopupItem, PopupMenu } from './PopupMenu.ts';
import { heightOf, type Place } from './range/Block.ts';
import type { SheetRow } from './SheetColumn.ts';

export interface GridMenuSettings<Row extends SheetRow> {
  readonly root: HTMLElement;
  readonly manners: GridManners<Row>;
  readonly document: DocumentState;
  readonly arrangement: ColumnArrangement<Row>;
  readonly rowItems: (row: Row) => readonly PopupItem[];
  readonly openDerivation: () => void;
  /** `Ctrl+X` as this computer's keys are called. */
  readonly keys: (shortcut: string) => string;
}

/** The menu of cells and headings, by the right button of the mouse, Shift+F10 and the menu key. */
export class GridMenu<Row extends SheetRow> {
  readonly #settings: GridMenuSettings<Row>;

  constructor(settings: GridMenuSettings<Row>) {
    this.#settings = settings;
    settings.root.addEventListener('contextmenu', this.#asked);
    settings.root.addEventListener('keydown', this.#keyDown);
  }

  destroy(): void {
    this.#settings.root.removeEventListener('contextmenu', this.#asked);
    this.#settings.root.removeEventListener('keydown', this.#keyDown);
  }

  readonly #asked = (event: MouseEvent): void => {
    const { manners } = this.#settings;
    const { target } = event;
    // In a field the browser's own menu has what is needed.
    if (!(target instanceof Element) || target.closest('input, select, textarea, [role="menu"]')) return;
    const heading = target.closest<HTMLElement>('[role="columnheader"][col-id]');
    const id = heading?.getAttribute('col-id');
    if (heading && id && manners.range.shown.indexOfColumn(id) >= 0) {
      event.preventDefault();
      manners.openMenuOf(id, heading);
      return;
    }
    const place = manners.range.placeOf(target);
    if (!place) return;
    event.preventDefault();
    this.#open({ left: event.clientX, top: event.clientY }, place);
  };

  readonly #keyDown = (event: KeyboardEvent): void => {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    if (!isMenuKey || !(event.target instanceof Element) || !event.target.closest('[role="gridcell"]')) return;
    const { range } = this.#settings.manners;
    range.follow();
    const { active } = range.state;
    if (!active || event.target.closest('input, select, textarea')) return;
    event.preventDefault();
    event.stopPropagation();
    const at = event.target.closest('[role="gridcell"]')?.getBoundingClientRect();
    if (at) this.#open({ left: at.left + 8, top: at.bottom }, active);
  };

  /** The cell asked about becomes the selection, unless it is in it. */
  #open(at: { readonly left: number; readonly top: number }, place: Place): void {
    const { root, manners, document, arrangement, rowItems, openDerivation, keys } = this.#settings;
    const { range } = manners;
    if (!range.state.isSelected(place)) range.focus(place);
    const cell = range.activeCell();
    if (!cell) return;
    const columns = new Set(range.blocks.flatMap((block) => range.shown.columnsOf(block).map(({ id }) => id)));
    const items = cellMenu(
      {
        cut: () => manners.cut(),
        copy: (withHeadings) => manners.copy(withHeadings),
        paste: () => void manners.paste(),
        clear: () => manners.clear(),
        fillDown: () => manners.fillDown(),
        fillRight: () => manners.fillRight(),
        fillSeries: () => manners.fillSeries(),
        openDerivation,
        hideColumns: () => arrangement.hide([...columns]),
        openColumnMenu: () => manners.openColumnMenu(),
      },
      {
        isReadOnly: fixedReason(document, cell.column) !== null,
        canExplain: Boolean(cell.column.explain?.(cell.row)),
        canHide: columns.size < range.shown.columns.length,
        isTall: range.blocks.some((block) => heightOf(block) > 1),
        columns: columns.size,
        rowItems: rowItems(cell.row),
        keys,
      },
    );
    new PopupMenu(root, 'Selected cells', items, at, () => range.focusActive());
  }
}
