import type { Paper } from '../statements/page.ts';
import { cssString } from '../statements/page.ts';

/** One style for screen and print. Page numbers stand in the margin, where a browser counts them. */
export function formulaBookCss(paper: Paper, footer: string): string {
  return `
@page { size: ${paper === 'letter' ? '8.5in 11in' : '210mm 297mm'}; margin: .7in .8in .75in; @bottom-left { content: ${cssString(footer)}; font: 7.5pt Inter, "Segoe UI", Arial, "Liberation Sans", "Open Sans", sans-serif; color: #4b5664; } @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 7.5pt Inter, "Segoe UI", Arial, "Liberation Sans", "Open Sans", sans-serif; color: #4b5664; } }
* { box-sizing: border-box; }
html { color-scheme: light; }
body { margin: 0; background: #fff; color: #18212d; font: 10pt/1.45 Inter, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "Open Sans", sans-serif; font-variant-numeric: tabular-nums; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
main { max-width: 7in; margin: 0 auto; }
h1, h2, h3, p, li, th, td, dt, dd { overflow-wrap: break-word; unicode-bidi: isolate; }
tbody th, pre { overflow-wrap: anywhere; }
h1 { font-size: 22pt; line-height: 1.15; margin: 0 0 3pt; letter-spacing: -.01em; }
h2 { font-size: 14.5pt; line-height: 1.2; margin: 22pt 0 5pt; padding-top: 5pt; border-top: 1.5pt solid #1d4f91; break-after: avoid; }
h3 { font-size: 11.5pt; margin: 14pt 0 3pt; break-after: avoid; }
p { margin: 0 0 5pt; orphans: 2; widows: 2; }
h3 + p, h2 + p { break-after: avoid; }
.cover { display: flex; align-items: flex-start; gap: 14pt; padding-bottom: 10pt; }
.cover > div { flex: 1; }
.cover .district { font-weight: 600; color: #4b5664; margin: 0 0 2pt; }
.logo { width: 64pt; height: 64pt; object-fit: contain; }
.mark { display: inline-block; padding: 1.5pt 7pt; border-radius: 3pt; font-size: 9pt; font-weight: 700; letter-spacing: .08em; color: #fff; background: #8a5a00; }
.mark.proposed { background: #1d5cbb; }
.mark.adopted { background: #17754a; }
.dim { color: #4b5664; }
nav ol { columns: 2; margin: 4pt 0 0; padding-left: 16pt; }
nav a { color: #1d4f91; text-decoration: none; }
table { border-collapse: collapse; width: 100%; margin: 6pt 0 9pt; font-size: 8.8pt; line-height: 1.3; }
caption { text-align: left; font-weight: 600; padding-bottom: 2pt; color: #3b4553; break-after: avoid; }
th, td { text-align: left; font-weight: 400; padding: 2pt 8pt 2pt 0; border-bottom: .5pt solid #dfe3e9; vertical-align: top; }
tr, .whole { break-inside: avoid; }
thead { display: table-header-group; }
thead th { font-weight: 600; font-size: 8pt; color: #4b5664; border-bottom: .75pt solid #4b5664; vertical-align: bottom; }
.n { text-align: right; padding: 2pt 0 2pt 8pt; white-space: nowrap; }
.total > * { font-weight: 700; border-bottom: none; border-top: .75pt solid #4b5664; }
pre { margin: 4pt 0 6pt; padding: 5pt 8pt; background: #f4f6f8; border-left: 2.5pt solid #5b93d3; font: 8.6pt/1.4 ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.why { margin: 5pt 0 8pt; padding: 5pt 9pt; background: #f1f7f4; border-left: 2.5pt solid #17754a; white-space: pre-line; break-inside: avoid-page; }
.why strong { display: block; font-size: 8.4pt; color: #17754a; }
ul, ol { margin: 3pt 0 6pt; padding-left: 16pt; }
.steps, .steps ul { list-style: none; padding-left: 0; }
.steps ul { margin: 2pt 0 2pt 5pt; padding-left: 9pt; border-left: 1pt solid #dfe3e9; }
.steps li { margin: 4pt 0 0; font-size: 9pt; }
.steps .value { font-weight: 700; }
.steps .arithmetic { display: block; font: 8.2pt/1.4 ui-monospace, "Cascadia Mono", Menlo, "Liberation Mono", monospace; }
.steps .note { display: block; color: #4b5664; font-size: 8.2pt; }
dl { margin: 4pt 0; }
dt { font-weight: 600; break-after: avoid; }
dd { margin: 0 0 4pt; }
@media screen { body { background: #e9edf1; padding: 14px; } main { max-width: 8.5in; padding: .7in .8in; background: #fff; box-shadow: 0 1px 3px rgb(16 24 40 / 18%); } }
@media screen and (max-width: 700px) { main { padding: 18px; } .wide { overflow-x: auto; } nav ol { columns: 1; } }
`;
}
