import type { CopiedCell } from './cellText.ts';

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/\r\n|\r|\n/g, '<br>');

/**
 * A number is shown with its marks, for mail; Excel reads `x:num` and LibreOffice `sdval`, both without marks. A text
 * says that it is one, or a spreadsheet would take code 0042 for the number 42.
 */
function cell({ text, shown, isNumber }: CopiedCell): string {
  return isNumber
    ? `<td align="right" x:num="${escaped(text)}" sdval="${escaped(text)}">${escaped(shown)}</td>`
    : `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`;
}

const row = (cells: string): string => `<tr>${cells}</tr>`;

/** The selected cells as a table that spreadsheets and mail programs take over; headings where they were asked for. */
export function htmlTable(cells: readonly (readonly CopiedCell[])[], headings: readonly string[] | null): string {
  const head = headings ? row(headings.map((heading) => `<th>${escaped(heading)}</th>`).join('')) : '';
  const body = cells.map((line) => row(line.map(cell).join(''))).join('');
  return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head><body><table>${head}${body}</table></body></html>`;
}
