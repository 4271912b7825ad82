import { type RefObject, useEffect, useRef } from 'react';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { GridController } from './GridController.ts';
import type { CellMarks } from './marks/CellMarks.ts';
import type { PopupItem } from './PopupMenu.ts';
import type { SheetColumn, SheetRow } from './SheetColumn.ts';
import './grid.css';
import './manners.css';

export interface SheetGridProps<Row extends SheetRow> {
  /** The sheet's id; widths are remembered by it and the grid's test id is `grid-<sheet>`. */
  readonly sheet: string;
  readonly label: string;
  /** Keep the same array while nothing structural changed (`useMemo` on `structureRevision`). */
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** The row's name in the name box: `Jefferson High`. */
  readonly rowTitle: (row: Row) => string;
  readonly hasTotals?: boolean;
  /** As high as its rows, for tables of a handful of rows. */
  readonly isAutoHeight?: boolean;
  /** In pixels; 25 by default. */
  readonly rowHeight?: number;
  readonly quickFilter?: string;
  readonly emptySentence?: string;
  readonly initialSort?: { readonly columnId: string; readonly descending: boolean };
  /** Doubts about cells; give another function when they have changed. */
  readonly marks?: CellMarks;
  /** What the sheet offers for a row, in the menu of its cells: to add one, to take it away. */
  readonly rowItems?: (row: Row) => readonly PopupItem[];
  readonly controller?: RefObject<GridController<Row> | null>;
}

/** The one way a sheet shows a table. See `SheetColumn` for what a column can say about itself. */
export function SheetGrid<Row extends SheetRow>(props: SheetGridProps<Row>) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const root = useRef<HTMLDivElement>(null);
  const held = useRef<GridController<Row> | null>(null);
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const { sheet, label, columns, rows, hasTotals, isAutoHeight, emptySentence, initialSort, controller } =
      latest.current;
    const grid = new GridController<Row>(root.current as HTMLElement, {
      sheet,
      label,
      document,
      columns,
      rows,
      rowTitle: (row) => latest.current.rowTitle(row),
      hasTotals: hasTotals ?? false,
      isAutoHeight: isAutoHeight ?? false,
      rowHeight: latest.current.rowHeight ?? 25,
      emptySentence: emptySentence ?? 'Nothing here yet.',
      initialSort: initialSort ?? null,
      openDerivation: () => window.toggleDerivation(true),
      keys: (shortcut) => shownShortcut(shortcut, window.appInfo?.platform ?? ''),
      rowItems: (row) => latest.current.rowItems?.(row) ?? [],
      say: (sentence) => window.say(sentence, 'refusal'),
      showRefused: (title, cells) => window.openDialog({ kind: 'refused', title, cells }),
      marks: latest.current.marks ?? null,
    });
    held.current = grid;
    if (controller) controller.current = grid;
    const wanted = window.takeWantedCell(sheet);
    const select = wanted && requestAnimationFrame(() => grid.selectCell(wanted.rowKey, wanted.columnId));
    return () => {
      if (select) cancelAnimationFrame(select);
      held.current = null;
      if (controller) controller.current = null;
      grid.destroy();
    };
  }, [document, window]);

  useEffect(() => held.current?.setColumns(props.columns), [props.columns]);
  useEffect(() => held.current?.setRows(props.rows), [props.rows]);
  useEffect(() => held.current?.setMarks(props.marks ?? null), [props.marks]);
  useEffect(() => held.current?.setQuickFilter(props.quickFilter ?? ''), [props.quickFilter]);

  return (
    <div
      ref={root}
      className={`sheet-grid${props.isAutoHeight ? ' sheet-grid-auto' : ''}`}
      data-testid={`grid-${props.sheet}`}
      data-movement="still"
    />
  );
}
