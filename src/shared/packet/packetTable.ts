import { type Html, html, joinHtml, NOTHING } from '../statements/html.ts';
import type { WrittenTable } from './WrittenTable.ts';

export interface TablePart {
  readonly caption: string;
  /** Columns and rows that are shown; without them all. */
  readonly columns?: readonly number[];
  readonly from?: number;
  readonly to?: number;
  /** Columns whose texts take several lines. */
  readonly prose?: readonly number[];
}

/** The numbers behind a picture, as a table that says which cell is whose heading. */
export function packetTable(table: WrittenTable, part: TablePart): Html {
  const columns = part.columns ?? table.columns.map((_, column) => column);
  const rows = table.rows.slice(part.from ?? 0, part.to ?? table.rows.length);
  const numberClass = (column: number): Html =>
    table.columns[column]?.isNumber ? html` class="n"` : part.prose?.includes(column) ? html` class="prose"` : NOTHING;
  const head = columns.map(
    (column) => html`<th scope="col"${numberClass(column)}><span>${table.columns[column]?.label ?? ''}</span></th>`,
  );
  const body = rows.map((row) => {
    const cells = columns.map((column, at) => {
      const words = row[column] ?? '';
      return at === 0
        ? html`<th scope="row"${numberClass(column)}>${words}</th>`
        : html`<td${numberClass(column)}>${words}</td>`;
    });
    return html`<tr>${joinHtml(cells)}</tr>`;
  });
  return html`<table><caption>${part.caption}</caption><thead><tr>${joinHtml(head)}</tr></thead><tbody>${joinHtml(body, '\n')}</tbody></table>`;
}
