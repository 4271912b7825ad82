import type { Paper } from '../statements/page.ts';
import { pageInksCss } from './pageInks.ts';

/** One style for telephones, screens, projectors and paper; light or dark as the reader’s computer is. */
export const packetWebCss = (paper: Paper): string => `
${pageInksCss()}
:root { --ground: #e9edf1; --mark: #8a5a00; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #10141a; --mark: #f0a365; } }
@page { size: ${paper === 'letter' ? '11in 8.5in' : '297mm 210mm'}; margin: .4in; }
* { box-sizing: border-box; }
html { color-scheme: light dark; scroll-snap-type: y proximity; scroll-behavior: smooth; scroll-padding-top: 8px; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.45 Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, p, figure, ol { margin: 0; padding: 0; }
h1, h2, p, th, td, li { unicode-bidi: isolate; overflow-wrap: break-word; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, .table:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.cover, .slide, body > footer { max-width: 1400px; margin: 0 auto; padding: 20px clamp(12px, 3vw, 36px); }
.cover { display: flex; gap: 22px; align-items: flex-start; padding-top: 34px; }
.cover > div { flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 8px; }
.logo { width: 92px; height: 92px; object-fit: contain; background: #fff; border-radius: 8px; }
.district { font-weight: 600; color: var(--ink2); }
h1 { font-size: clamp(26px, 4vw, 40px); line-height: 1.15; letter-spacing: -.01em; }
.mark { display: inline-block; padding: 1px 10px; margin-right: 4px; border-radius: 4px; font-size: 13px; font-weight: 700; letter-spacing: .07em; border: 1.5px solid var(--mark); color: var(--mark); }
.mark.adopted { border-color: var(--ink2); color: var(--ink2); }
.moved { color: var(--mark); font-weight: 600; }
.dim, .notes, body > footer { color: var(--ink2); }
.cover ol { margin-top: 8px; padding-left: 30px; columns: 280px; max-width: 900px; }
.slide { scroll-snap-align: start; min-height: 100vh; display: flex; flex-direction: column; gap: 10px; }
.bar { display: flex; justify-content: flex-end; align-items: baseline; gap: 4px 18px; color: var(--ink2); font-size: 15px; }
figure { display: flex; flex-direction: column; gap: 10px; }
.slide-picture { display: block; width: 100%; max-width: calc((100vh - 150px) * 16 / 9); height: auto; margin: 0 auto; border: 1px solid var(--line); border-radius: 10px; font-variant-numeric: tabular-nums; }
figcaption { width: 100%; max-width: 1100px; margin: 0 auto; font-size: 17px; }
.notes { margin-top: 4px; font-size: 14px; }
details { width: 100%; max-width: 1100px; margin: 0 auto; }
summary { cursor: pointer; padding: 4px 0; font-weight: 600; color: var(--ink2); }
.table { overflow: auto; max-height: 80vh; background: var(--panel); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: collapse; font-size: 14px; min-width: 100%; }
caption, h2 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; font-weight: 400; padding: 5px 14px; border-bottom: 1px solid var(--line2); max-width: 34em; }
thead th { position: sticky; top: 0; background: var(--panel); font-weight: 600; color: var(--ink2); border-bottom-color: var(--line); vertical-align: bottom; }
.n { text-align: right; white-space: nowrap; }
thead .n { white-space: normal; }
body > footer { padding-bottom: 40px; font-size: 14px; }
@media (max-width: 640px) {
  .slide { min-height: 0; padding-left: 6px; padding-right: 6px; }
  .bar, figcaption, details { padding: 0 6px; }
  .cover { flex-direction: column; }
}
@media print {
  html { scroll-snap-type: none; }
  body { background: #fff; font-size: 10pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .cover, .slide, body > footer { max-width: none; padding: 0; }
  .slide { min-height: 0; }
  .slide + .slide { break-before: page; }
  .slide-picture { max-width: 9.2in; break-inside: avoid; }
  .bar, .cover nav { display: none; }
  figcaption { font-size: 10pt; }
  .notes, table { font-size: 8pt; }
  th, td { padding: 2px 8px; }
  details:not([open]) { display: none; }
  .table { max-height: none; overflow: visible; border: 0; }
  thead { display: table-header-group; }
  thead th { position: static; }
  tr { break-inside: avoid; }
}
`;
