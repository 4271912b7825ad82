import type {
  CellClassParams,
  ColDef,
  ColGroupDef,
  ITooltipParams,
  ValueFormatterParams,
  ValueGetterParams,
} from 'ag-grid-community';
import type { DocumentState } from '../state/DocumentState.ts';
import { AsideRenderer } from './AsideRenderer.ts';
import { rowNumberColumn } from './columns/rowNumberColumn.ts';
import { SheetHeader } from './columns/SheetHeader.ts';
import { formatCell, isNumeric } from './formatCell.ts';
import type { GridContext } from './GridContext.ts';
import { suppressKey } from './keys.ts';
import { SheetCellEditor } from './SheetCellEditor.ts';
import type { CellValue, ColumnKind, SheetColumn, SheetRow } from './SheetColumn.ts';

/** The row object of the pinned totals row; its values come from each column's `total`. */
export const TOTAL_KEY = '\u0000total';

export const isTotal = (row: SheetRow | undefined): boolean => row?.key === TOTAL_KEY;

/** Units per one, so that a filter of “more than 1,000” means dollars and not cents. */
const FILTER_SCALES: Partial<Record<ColumnKind, number>> = {
  money: 100,
  dollars: 100,
  count: 100,
  weight: 10_000,
  index: 10_000,
  percent: 10_000,
  rate: 1_000_000,
};

const names = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Absent values come last whichever way a column is sorted. */
function compare(left: CellValue, right: CellValue, isDescending: boolean): number {
  const leftIsAbsent = left === null || left === '' || Number.isNaN(left);
  const rightIsAbsent = right === null || right === '' || Number.isNaN(right);
  if (leftIsAbsent || rightIsAbsent) {
    if (leftIsAbsent && rightIsAbsent) return 0;
    return (leftIsAbsent ? 1 : -1) * (isDescending ? -1 : 1);
  }
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return names.compare(String(left), String(right));
}

export function isEditable<Row extends SheetRow>(column: SheetColumn<Row>, row: Row | undefined): boolean {
  if (!row || isTotal(row) || !column.edit) return false;
  return typeof column.editable === 'function' ? column.editable(row) : column.editable !== false;
}

/** Why nothing in a column can be edited now, such as an adopted scenario, or null. */
export function fixedReason<Row extends SheetRow>(document: DocumentState, column: SheetColumn<Row>): string | null {
  return column.ofDocument ? null : document.readOnlyReason;
}

/** Which way a cell went in the edit under way: tinted blue or orange. */
function moved<Row extends SheetRow>(column: SheetColumn<Row>, row: Row | undefined, document: DocumentState): number {
  const then = document.beforeEdit;
  if (!row || isTotal(row) || !column.before || !then) return 0;
  const before = column.before(row, then);
  const now = column.value(row);
  if (before === null || typeof now !== 'number' || Number.isNaN(now)) return 0;
  return Math.sign(now - before);
}

function sign<Row extends SheetRow>(column: SheetColumn<Row>, value: CellValue): number {
  return column.signed && typeof value === 'number' && !Number.isNaN(value) ? Math.sign(value) : 0;
}

const contextOf = (params: { readonly context: unknown }): GridContext => params.context as GridContext;

/** What findings and the last save say about a cell; never by colour alone, so each has a sign of its own. */
function markRules<Row extends SheetRow>(column: SheetColumn<Row>): NonNullable<ColDef<Row>['cellClassRules']> {
  const changed = (params: CellClassParams<Row>): -1 | 0 | 1 | 2 => {
    const { baseline } = contextOf(params);
    return baseline.isOn && params.data && !isTotal(params.data) ? baseline.changeOf(column, params.data) : 0;
  };
  const mark = (params: CellClassParams<Row>): string | undefined =>
    params.data && contextOf(params).marks()?.(params.data.key, column.id)?.kind;
  return {
    'cell-changed': (params) => changed(params) !== 0,
    'cell-changed-more': (params) => changed(params) === 1,
    'cell-changed-less': (params) => changed(params) === -1,
    'cell-finding': (params) => mark(params) !== undefined,
    'cell-finding-stops': (params) => mark(params) === 'stops',
  };
}

function tooltipOf<Row extends SheetRow>(
  column: SheetColumn<Row>,
  row: Row | undefined,
  { marks, baseline }: GridContext,
): string | null {
  if (!row || isTotal(row) || !(baseline.isOn || marks())) return null;
  const sentences = [marks()?.(row.key, column.id)?.sentence, baseline.isOn ? baseline.sentence(column, row) : null];
  return sentences.filter(Boolean).join(' ') || null;
}

function toColDef<Row extends SheetRow>(
  column: SheetColumn<Row>,
  widths: Readonly<Record<string, number>>,
  isMarked: boolean,
): ColDef<Row> {
  const numeric = isNumeric(column.kind);
  const scale = FILTER_SCALES[column.kind];
  const totalColumn = { ...column, kind: column.totalKind ?? column.kind };
  const read = (params: { data: Row | undefined }): CellValue => {
    if (!params.data) return null;
    return isTotal(params.data) ? (column.total?.() ?? null) : column.value(params.data);
  };
  const definition: ColDef<Row> = {
    colId: column.id,
    headerName: column.header,
    width: widths[column.id] ?? widthOf(column),
    minWidth: 44,
    wrapHeaderText: true,
    autoHeaderHeight: true,
    sortable: true,
    filter: numeric && column.kind !== 'decimal' ? 'agNumberColumnFilter' : 'agTextColumnFilter',
    suppressHeaderMenuButton: true,
    valueGetter: (params: ValueGetterParams<Row>) => read(params),
    valueFormatter: (params: ValueFormatterParams<Row>) => {
      const value = params.value as CellValue;
      if (!isTotal(params.data)) return formatCell(column, value, params.data);
      return column.total ? formatCell(totalColumn, value) : '';
    },
    comparator: (left: CellValue, right: CellValue, _a, _b, isDescending) => compare(left, right, isDescending),
    getQuickFilterText: numeric ? () => '' : (params) => String(params.value ?? ''),
    editable: (params) =>
      isEditable(column, params.data) && !fixedReason((params.context as GridContext).document, column),
    headerComponent: SheetHeader,
    cellEditor: SheetCellEditor,
    // A function, because the grid keeps a copy of whatever else stands here: the editor would edit by an old column.
    cellEditorParams: { columnNow: () => column },
    suppressKeyboardEvent: suppressKey,
    cellClass: [
      numeric ? 'cell-number' : 'cell-text',
      ...(column.quiet ? ['cell-quiet'] : []),
      ...(column.strong ? ['cell-strong'] : []),
    ],
    cellClassRules: {
      'cell-editable': (params) => isEditable(column, params.data),
      'cell-gain': (params) => sign(column, params.value as CellValue) > 0,
      'cell-loss': (params) => sign(column, params.value as CellValue) < 0,
      ...(isMarked ? markRules(column) : {}),
      'cell-none': (params) => numeric && (params.value === null || params.value === 0 || Number.isNaN(params.value)),
      ...(column.before
        ? {
            'cell-moved-up': (params: CellClassParams<Row>) =>
              moved(column, params.data, contextOf(params).document) > 0,
            'cell-moved-down': (params: CellClassParams<Row>) =>
              moved(column, params.data, contextOf(params).document) < 0,
          }
        : {}),
      ...(column.tint
        ? {
            'cell-tint-gain': (params: { data: Row | undefined }) => tintOf(column, params.data) === 'gain',
            'cell-tint-loss': (params: { data: Row | undefined }) => tintOf(column, params.data) === 'loss',
            'cell-tint-warn': (params: { data: Row | undefined }) => tintOf(column, params.data) === 'warn',
          }
        : {}),
    },
  };
  // Always there, because the grid decides once per cell whether it has tooltips.
  definition.tooltipValueGetter = (params: ITooltipParams<Row>) => tooltipOf(column, params.data, contextOf(params));
  if (scale) {
    definition.filterValueGetter = (params) => {
      const value = read(params);
      return typeof value === 'number' && !Number.isNaN(value) ? value / scale : value;
    };
  }
  if (column.kind === 'choice') {
    definition.filterValueGetter = (params) => (params.data ? formatCell(column, read(params), params.data) : '');
  }
  if (numeric) definition.type = 'rightAligned';
  if (column.grows) definition.flex = 1;
  // Said even when not pinned: the grid would otherwise keep what another face of the sheet had pinned.
  definition.pinned = column.pinned ?? null;
  if (column.headerTooltip) definition.headerTooltip = column.headerTooltip;
  if (column.aside) {
    definition.cellRenderer = AsideRenderer;
    definition.cellRendererParams = { column };
  }
  return definition;
}

/** As wide as the sheet asks, and wide enough for its total. */
export function widthOf<Row extends SheetRow>(column: SheetColumn<Row>): number {
  return Math.max(column.width, totalWidth({ ...column, kind: column.totalKind ?? column.kind }));
}

/** Tabular bold digits of the totals row, so that no sum is ever cut off. */
const DIGIT_WIDTH = 7.6;

function totalWidth<Row extends SheetRow>(column: SheetColumn<Row>): number {
  if (!column.total || !isNumeric(column.kind)) return 0;
  return Math.ceil(formatCell(column, column.total()).length * DIGIT_WIDTH) + 20;
}

function tintOf<Row extends SheetRow>(column: SheetColumn<Row>, row: Row | undefined): string | null {
  return row && !isTotal(row) ? (column.tint?.(row) ?? null) : null;
}

export interface ColumnDefsSettings {
  readonly widths: Readonly<Record<string, number>>;
  readonly hidden: ReadonlySet<string>;
  /** Columns that a person pinned otherwise than the sheet does. */
  readonly pinned: Readonly<Record<string, 'left' | 'right' | null>>;
  /** How many rows get numbers at the left edge; null for tables of a handful of rows, which need none. */
  readonly numbered: number | null;
  /** Whether anything is marked at all; without it cells are spared the question at each painting. */
  readonly isMarked: boolean;
}

/** The grid's column definitions. Neighbours of the same group are put under one heading. */
export function columnDefs<Row extends SheetRow>(
  columns: readonly SheetColumn<Row>[],
  { widths, hidden, pinned, numbered, isMarked }: ColumnDefsSettings,
): (ColDef<Row> | ColGroupDef<Row>)[] {
  const definitions: (ColDef<Row> | ColGroupDef<Row>)[] = numbered === null ? [] : [rowNumberColumn(numbered)];
  let open: { name: string; children: ColDef<Row>[] } | null = null;
  for (const column of columns) {
    const definition = toColDef(column, widths, isMarked);
    definition.hide = hidden.has(column.id);
    const side = pinned[column.id];
    if (side !== undefined) definition.pinned = side;
    if (!column.group) {
      definitions.push(definition);
      open = null;
    } else if (open && open.name === column.group) {
      open.children.push(definition);
    } else {
      open = { name: column.group, children: [definition] };
      definitions.push({ headerName: column.group, groupId: `group-${column.group}`, children: open.children });
    }
  }
  return definitions;
}
