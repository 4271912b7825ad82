import type { Calculation } from '../calc/Calculation.ts';
import { writeDollars } from '../calc/explain/writeExact.ts';
import type { Rational } from '../calc/rational.ts';
import { type Html, html, joinHtml, NOTHING } from '../statements/html.ts';
import { formatWeight } from '../text/formatNumber.ts';

export interface BookTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns from this one on hold numbers, set to the right. */
  readonly numbersFrom?: number;
  readonly total?: readonly string[];
}

/** Tables of so few rows are not broken between pages. */
const KEPT_TOGETHER = 16;

/** A table with headings for columns and for rows, so that a reader of the page by ear knows where a number stands. */
export function bookTable({ caption, columns, rows, numbersFrom = columns.length, total }: BookTable): Html {
  const cell = (text: string, at: number): Html => {
    const kind = at >= numbersFrom ? html` class="n"` : NOTHING;
    return at === 0 ? html`<th scope="row">${text}</th>` : html`<td${kind}>${text}</td>`;
  };
  const row = (texts: readonly string[], kind: Html): Html => html`<tr${kind}>${joinHtml(texts.map(cell))}</tr>`;
  const heads = columns.map(
    (column, at) => html`<th scope="col"${at >= numbersFrom ? html` class="n"` : NOTHING}>${column}</th>`,
  );
  const kind = rows.length <= KEPT_TOGETHER ? html` class="whole"` : NOTHING;
  return html`<table${kind}><caption>${caption}</caption><thead><tr>${joinHtml(heads)}</tr></thead><tbody>${joinHtml(rows.map((texts) => row(texts, NOTHING)))}${total ? row(total, html` class="total"`) : NOTHING}</tbody></table>`;
}

/** A table level × need: levels down, needs across, as the guidebook prints its matrices. */
export function cellTable(calculation: Calculation, caption: string, at: (cell: number) => string): Html {
  const { levels, needs } = calculation;
  const used = needs.map((_, need) => levels.some((_level, level) => at(level * needs.length + need) !== ''));
  const shown = needs.flatMap((need, index) => (used[index] ? [{ need, index }] : []));
  if (shown.length === 0) return NOTHING;
  return bookTable({
    caption,
    columns: ['Level', ...shown.map(({ need }) => need.name)],
    rows: levels.map((level, row) => [level.name, ...shown.map(({ index }) => at(row * needs.length + index) || '–')]),
    numbersFrom: 1,
  });
}

export const rateText = (rate: Rational | null | undefined): string =>
  rate && rate.numerator !== 0n ? writeDollars(rate) : '';

export const weightText = (weight: number, isTyped: boolean): string => (isTyped ? formatWeight(weight) : '');
