import { type Expression, ref } from '../../../shared/calculator/expressions.ts';
import { address, columnName, SheetDraft } from '../../../shared/calculator/SheetDraft.ts';
import type { LayoutStyle, SheetLayout } from '../../../shared/calculator/WorkbookLayout.ts';

/** One column of a table of schools or scenarios. */
export interface TableColumn {
  readonly header: string;
  readonly style: LayoutStyle;
  readonly width: number;
  /** Null or NaN is an empty cell: a value that does not exist is never a zero. */
  readonly at: (row: number) => number | string | null;
  /** What stands below the column: its sum, or a value given, such as dollars over pupils. */
  readonly below?: 'sum' | number | string;
  readonly highlight?: 'negative' | 'positive';
}

export interface TableSheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tableName: string;
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  /** Columns that stay in sight when the others are scrolled. */
  readonly frozenColumns: number;
  readonly footer: string;
  /** False where rows are not parts of a whole. */
  readonly hasTotals?: boolean;
}

const HEADER_ROW = 4;
/** Characters across a landscape page that are still legible. */
const LEGIBLE_WIDTH = 175;
const SUM_STYLES: Partial<Record<LayoutStyle, LayoutStyle>> = {
  money: 'moneyTotal',
  moneyDim: 'moneyTotalDim',
  change: 'changeTotal',
  percent: 'percentTotal',
  whole: 'wholeTotal',
  decimal: 'decimalTotal',
};

/** A sheet of one real table: title, header that stays in sight and on every page, banded rows, totals below. */
export function tableSheet(of: TableSheet): SheetLayout {
  const { columns, rowCount } = of;
  const sheet = new SheetDraft(
    of.name,
    columns.map(({ width }) => width),
  );
  sheet.put(1, of.title, 'strong', 1);
  sheet.put(1, of.subtitle, 'dim', 2);
  const headers = distinctHeaders(columns.map(({ header }) => header));
  for (const [at, header] of headers.entries()) {
    sheet.put(at + 1, header, isNumber(columns[at]!) ? 'headerNumber' : 'header', HEADER_ROW);
  }
  sheet.heights.set(HEADER_ROW, 42);
  for (let row = 0; row < rowCount; row++) {
    for (const [at, column] of columns.entries()) {
      const value = column.at(row);
      if (value === null || (typeof value === 'number' && Number.isNaN(value))) continue;
      sheet.put(at + 1, value, column.style, HEADER_ROW + 1 + row);
    }
  }
  const lastRow = HEADER_ROW + rowCount;
  if (rowCount > 0) {
    // A table without a row is one that no spreadsheet opens.
    sheet.tables.push({ name: of.tableName, firstRow: HEADER_ROW, lastRow, firstColumn: 1, headers });
    if (of.hasTotals !== false) layOutTotals(sheet, columns, lastRow);
    highlight(sheet, columns, lastRow);
  }
  sheet.frozen = { rows: HEADER_ROW, columns: of.frozenColumns };
  return sheet.layout({
    orientation: 'landscape',
    pagesTall: null,
    footer: of.footer,
    titleRows: `${HEADER_ROW}:${HEADER_ROW}`,
    titleColumns: `A:${columnName(of.frozenColumns)}`,
    pagesWide: Math.max(1, Math.round(sheet.widths.reduce((sum, width) => sum + width, 0) / LEGIBLE_WIDTH)),
  });
}

const isNumber = ({ style }: TableColumn): boolean => style !== 'text' && style !== 'label' && style !== 'dim';

/** SUBTOTAL leaves out what a filter hides, so that a filtered list has the sums of what is seen. */
function layOutTotals(sheet: SheetDraft, columns: readonly TableColumn[], lastRow: number): void {
  const row = lastRow + 2;
  for (const [at, { below, style }] of columns.entries()) {
    const sumStyle = SUM_STYLES[style] ?? 'totalLabel';
    if (below === undefined) sheet.put(at + 1, at === 0 ? 'Total' : null, 'totalLabel', row);
    else if (below === 'sum') sheet.compute(at + 1, subtotal(sheet, at + 1, lastRow), sumStyle, row);
    else sheet.put(at + 1, typeof below === 'number' && Number.isNaN(below) ? null : below, sumStyle, row);
  }
}

function subtotal(sheet: SheetDraft, column: number, lastRow: number): Expression {
  const range = `${address(HEADER_ROW + 1, column)}:${address(lastRow, column)}`;
  let total = 0;
  for (const cell of sheet.cells) {
    if (cell.column === column && cell.row > HEADER_ROW && typeof cell.value === 'number') total += cell.value;
  }
  return ref(`ROUND(SUBTOTAL(109,${range}),2)`, Math.round(total * 100) / 100);
}

function highlight(sheet: SheetDraft, columns: readonly TableColumn[], lastRow: number): void {
  for (const [at, { highlight: tone }] of columns.entries()) {
    if (!tone) continue;
    const first = address(HEADER_ROW + 1, at + 1);
    sheet.highlights.push({
      range: `${first}:${address(lastRow, at + 1)}`,
      formula: `AND(ISNUMBER(${first}),${first}${tone === 'negative' ? '<' : '>'}0)`,
      tone: tone === 'negative' ? 'below' : 'above',
    });
  }
}

/** The columns of a table have names, no two alike to a reader who takes no notice of capital letters. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const name = header.replaceAll(/\s+/g, ' ').trim().slice(0, 200) || 'Column';
    let distinct = name;
    for (let copy = 2; taken.has(distinct.toLowerCase()); copy++) distinct = `${name} (${copy})`;
    taken.add(distinct.toLowerCase());
    return distinct;
  });
}
