import type { Paper } from './page.ts';

const SIZE: Readonly<Record<Paper, { readonly page: string; readonly width: string; readonly height: string }>> = {
  letter: { page: '8.5in 11in', width: '7.4in', height: '10.1in' },
  a4: { page: '210mm 297mm', width: '182mm', height: '274mm' },
};

/**
 * One style for screen and print. A page is a box of the paper's height, its footer at the bottom, so that the number
 * of pages is known before anything is printed and the same in every browser.
 */
export function statementCss(paper: Paper): string {
  const { page, width, height } = SIZE[paper];
  return `
@page { size: ${page}; margin: ${paper === 'letter' ? '.45in .55in' : '11mm 14mm'}; }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #18212d; font: 9.2pt/1.3 Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Open Sans", sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1, p, ul, figure, table { margin: 0; padding: 0; }
h1, th, td, .clip { unicode-bidi: isolate; overflow-wrap: anywhere; }
.page { display: flex; flex-direction: column; width: ${width}; min-height: ${height}; margin: 0 auto; break-after: page; }
.statement:last-child .page:last-child { break-after: auto; }
.head { display: flex; align-items: flex-start; gap: 12pt; padding-bottom: 7pt; border-bottom: 1.5pt solid #1d4f91; }
.head .who { flex: 1; min-width: 0; }
.logo { width: 46pt; height: 46pt; object-fit: contain; }
.district { font-size: 9pt; color: #4b5664; font-weight: 600; }
h1, .again .name { font-size: 18pt; line-height: 1.15; font-weight: 700; letter-spacing: -.01em; }
h1.clip, .again .name.clip { -webkit-line-clamp: 2; }
.again .name { font-size: 13pt; color: #18212d; }
.school { color: #4b5664; }
.status { flex: none; max-width: 175pt; text-align: right; font-size: 7.8pt; color: #4b5664; }
.status .mark { display: inline-block; margin-bottom: 2.5pt; padding: 1.5pt 7pt; border-radius: 3pt; font-size: 9.5pt; font-weight: 700; letter-spacing: .08em; color: #fff; background: #8a5a00; }
.status.proposed .mark { background: #1d5cbb; }
.status.adopted .mark { background: #17754a; }
.seal { font-family: ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace; font-size: 6.8pt; }
.clip { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
footer .clip { -webkit-line-clamp: 1; max-width: 55%; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-size: 9.5pt; font-weight: 700; padding: 0 0 2pt; }
th { text-align: left; font-weight: 400; }
td, thead th:not(:first-child) { text-align: right; white-space: nowrap; }
.figures { margin-top: 8pt; }
.figures caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.figures thead th { font-size: 8pt; color: #4b5664; }
.figures th, .figures td { padding: 1.5pt 0 1.5pt 8pt; }
.figures th:first-child { padding-left: 0; width: 17%; color: #4b5664; }
.figures tbody tr:first-child > * { font-size: 13pt; font-weight: 700; color: #18212d; }
.figures tbody tr:first-child td:last-child { font-size: 11pt; }
.figures.up tbody tr:first-child td:last-child { color: #14639f; }
.figures.down tbody tr:first-child td:last-child { color: #a64d08; }
.picture { margin: 6pt 0 7pt; }
.picture svg { display: block; }
.picture > svg { width: 100%; height: auto; }
.picture text { font: 600 11px Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Open Sans", sans-serif; fill: #18212d; }
.picture .axis { font-weight: 400; fill: #4b5664; }
.keys { display: flex; flex-wrap: wrap; gap: 1pt 10pt; margin-top: 3pt; padding-left: ${((74 / 700) * 100).toFixed(1)}%; list-style: none; font-size: 7pt; color: #4b5664; }
.keys li { display: flex; align-items: center; gap: 3pt; }
.lines { border-top: .5pt solid #c3cad3; padding-top: 4pt; }
.lines caption { padding-top: 3pt; }
.lines thead th { font-size: 7.6pt; color: #4b5664; border-bottom: .75pt solid #4b5664; padding-bottom: 1.5pt; vertical-align: bottom; }
.lines th, .lines td { padding: var(--pad) 0 var(--pad) 8pt; vertical-align: top; }
.lines th:first-child { padding-left: 0; }
.lines td:nth-child(2), .lines thead th:nth-child(2) { width: 12%; }
.lines td:nth-child(3), .lines thead th:nth-child(3) { width: 9%; }
.lines td:nth-child(4), .lines thead th:nth-child(4) { width: 14%; }
.lines td:last-child, .lines thead th:last-child { width: 16%; }
.lines tbody { border-bottom: .5pt solid #dfe3e9; }
.lines .source th { font-weight: 600; }
.lines .source td:last-child { font-weight: 600; }
.lines .line th { padding-left: 10pt; color: #4b5664; }
.lines .line td { color: #4b5664; }
.how { font-weight: 400; color: #616d7b; font-size: .86em; }
.lines .sum th, .lines .sum td { font-weight: 600; background: #f4f6f8; }
.lines .sum th, .lines .total th { padding-left: 4pt; }
.lines .sum td, .lines .total td { padding-right: 4pt; }
.lines .total th, .lines .total td { font-weight: 700; font-size: 1.12em; color: #fff; background: #1d4f91; }
.lines .beside th, .lines .beside td { color: #4b5664; padding-right: 4pt; }
.lines .beside th { padding-left: 4pt; }
.follow { padding-top: 3pt; font-style: italic; color: #4b5664; }
.roomy { --pad: 1.9pt; font-size: 9pt; line-height: 1.25; }
.normal { --pad: 1.05pt; font-size: 8.4pt; line-height: 1.2; }
.dense { --pad: .35pt; font-size: 7.6pt; line-height: 1.14; }
.floor { margin-top: 7pt; padding: 5pt 8pt; border-left: 2.5pt solid #17754a; background: #f1f7f4; font-size: 8.2pt; }
.heading { font-size: 8.8pt; font-weight: 700; margin-bottom: 1pt; }
.floor-table { width: auto; margin: 2pt 0; }
.floor-table th, .floor-table td { padding: 0 14pt 0 0; }
.floor-table td { font-weight: 600; padding-right: 0; }
.reading { margin-top: 7pt; font-size: 7.8pt; line-height: 1.3; color: #3b4553; }
footer { display: flex; justify-content: space-between; gap: 12pt; margin-top: auto; padding-top: 4pt; border-top: .5pt solid #c3cad3; font-size: 7.4pt; color: #4b5664; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen {
  body { background: #e9edf1; padding: 14px; }
  .page { margin-bottom: 14px; padding: .45in .5in; width: calc(${width} + 1in); min-height: calc(${height} + .9in); background: #fff; box-shadow: 0 1px 3px rgb(16 24 40 / 18%); max-width: 100%; }
}
@media screen and (max-width: 700px) {
  .page { min-height: 0; padding: 16px; }
  .head { flex-wrap: wrap; }
  .clip { -webkit-line-clamp: none; display: block; }
}
`;
}
