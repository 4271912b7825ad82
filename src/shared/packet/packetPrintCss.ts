import type { Paper } from '../statements/page.ts';
import { CELL_GAP_POINTS, HEADING_LINES, LINE, MOST_LETTERS, SIZES, type TableRoom } from './tablePages.ts';

/** A sheet on its side with margins of 0.4 inch, in points. */
const SHEET: Readonly<Record<Paper, { readonly page: string; readonly width: number; readonly height: number }>> = {
  letter: { page: '11in 8.5in', width: 734, height: 553 },
  a4: { page: '297mm 210mm', width: 784, height: 536 },
};
const HEAD = 24;
const TITLE = 18;
const FOOT = 20;

/** What is left of a page for a table with its headings. */
export const TABLE_ROOM: Readonly<Record<Paper, TableRoom>> = {
  letter: { width: SHEET.letter.width, height: SHEET.letter.height - HEAD - TITLE - FOOT - 8 },
  a4: { width: SHEET.a4.width, height: SHEET.a4.height - HEAD - TITLE - FOOT - 8 },
};

/** Room for the words below a slide: a sentence and two lines of notes. */
const WORDS = 62;

const sizeCss = (size: number): string =>
  `.size-${String(size).replace('.', '-')} { font-size: ${size}pt; --line: ${(size * LINE).toFixed(2)}pt; }`;

/** One page is a box as high as the paper, its footer at the bottom, so that pages are counted before they are printed. */
export function packetPrintCss(paper: Paper): string {
  const { page, width, height } = SHEET[paper];
  const slideHeight = height - HEAD - WORDS - FOOT - 4;
  const slideWidth = Math.min(width, (slideHeight * 16) / 9);
  return `
@page { size: ${page}; margin: .4in; }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #18212d; font: 9pt/1.3 Inter, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", "Open Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, p, table { margin: 0; padding: 0; }
h1, p, th, td { unicode-bidi: isolate; overflow-wrap: anywhere; }
.page { position: relative; display: flex; flex-direction: column; width: ${width}pt; height: ${height}pt; overflow: hidden; break-after: page; }
.page:last-child { break-after: auto; }
header { display: flex; align-items: center; gap: 10pt; height: ${HEAD - 6}pt; margin-bottom: 6pt; border-bottom: 1pt solid #1d4f91; font-size: 8.5pt; color: #4b5664; }
.district { flex: none; max-width: 45%; font-weight: 600; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.moved { flex: 1; min-width: 0; text-align: right; color: #8a5a00; font-weight: 600; font-size: 8pt; line-height: 1.05; max-height: 2.1em; overflow: hidden; }
.mark { flex: none; padding: 1pt 6pt; border-radius: 3pt; font-size: 8pt; font-weight: 700; letter-spacing: .07em; color: #fff; background: #8a5a00; }
.mark.proposed { background: #1d5cbb; }
.mark.adopted { background: #17754a; }
.slide-picture { display: block; flex: none; align-self: center; width: ${slideWidth.toFixed(1)}pt; height: ${((slideWidth * 9) / 16).toFixed(1)}pt; font-variant-numeric: tabular-nums; border: .5pt solid #d3d8df; border-radius: 4pt; }
.words { align-self: center; width: ${slideWidth.toFixed(1)}pt; padding-top: 6pt; }
.sentence { font-size: 9.5pt; line-height: 1.3; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden; }
.notes { margin-top: 2pt; font-size: 7.8pt; line-height: 1.25; color: #4b5664; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
footer { display: flex; justify-content: space-between; gap: 12pt; margin-top: auto; padding-top: 4pt; height: ${FOOT}pt; border-top: .5pt solid #c3cad3; font-size: 7.6pt; color: #4b5664; }
.clip { min-width: 0; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.who { flex: 1; text-align: center; }
.table-title { height: ${TITLE}pt; font-size: 11pt; line-height: 14pt; font-weight: 700; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
table { border-collapse: collapse; }
caption, .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; font-weight: 400; padding: 1.5pt ${CELL_GAP_POINTS}pt 1pt 0; border-bottom: .5pt solid #e3e7ec; line-height: var(--line); white-space: nowrap; max-width: ${MOST_LETTERS * 0.56}em; overflow: hidden; text-overflow: ellipsis; }
thead th { font-weight: 600; color: #4b5664; border-bottom: .75pt solid #4b5664; vertical-align: bottom; white-space: normal; overflow-wrap: normal; }
thead span { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: ${HEADING_LINES}; overflow: hidden; }
.prose { white-space: normal; max-width: none; }
.n { text-align: right; }
.n + .n, td.n { padding: 1.5pt 0 1pt ${CELL_GAP_POINTS}pt; }
td.n { max-width: none; overflow: visible; }
thead .n { padding: 1.5pt 0 1pt ${CELL_GAP_POINTS}pt; }
tbody tr:nth-child(5n) > * { border-bottom-color: #aab3be; }
${SIZES.map(sizeCss).join('\n')}
@media screen { body { background: #e9edf1; padding: 14px; } .page { margin: 0 auto 14px; background: #fff; } }
`;
}
