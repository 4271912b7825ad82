import type { Picture } from '../pictures/Picture.ts';
import { type Html, html, joinHtml, NOTHING } from '../statements/html.ts';
import { htmlPage, type Paper } from '../statements/page.ts';
import { districtLine, movedSentence, type Packet, packetTitle, slideCaption } from './Packet.ts';
import { packetTable } from './packetTable.ts';
import { packetWebCss } from './packetWebCss.ts';
import { pagePaint, slideSvg } from './slideSvg.ts';
import { isWorthReading, writeTable } from './WrittenTable.ts';

export interface WebOptions {
  /** For those who print it. */
  readonly paper: Paper;
  /** The numbers behind each slide, folded up under it. */
  readonly tables: boolean;
}

const EXPLAINED: Readonly<Record<Packet['mark'], string>> = {
  DRAFT: 'not decided yet; amounts may change',
  PROPOSED: 'proposed to the board; amounts may change',
  ADOPTED: 'as adopted',
  'WHAT-IF': 'not decided; amounts may change',
};

/**
 * The session as one file that opens anywhere without the network: no script, nothing from elsewhere. Slides follow one
 * another and catch as the page is moved; links lead from one to the next, so that the keyboard is enough.
 */
export function packetWebPage(packet: Packet, { paper, tables }: WebOptions): string {
  const { slides, logo, name, note, scenario, date, mark, districtName } = packet;
  const moved = movedSentence(packet);
  const contents = slides.map((slide, at) => html`<li><a href="#slide-${at + 1}">${slide.title}</a></li>`);
  const body = html`<header class="cover" id="top">
${logo === null ? NOTHING : html`<img class="logo" src="${logo}" alt="Logo of ${districtName}" />`}
<div>
<p class="district">${districtLine(packet)}</p>
<h1>${name}</h1>
<p><span class="mark ${mark.toLowerCase()}">${mark}</span> ${scenario}: ${EXPLAINED[mark]}. ${date}.</p>
${moved === '' ? NOTHING : html`<p class="moved">${moved}</p>`}
${note === null ? NOTHING : html`<p class="dim">${note}</p>`}
<nav aria-label="Slides"><ol>${joinHtml(contents)}</ol></nav>
</div>
</header>
<main>
${joinHtml(
  slides.map((slide, at) => section(slide, at + 1, slides.length, tables)),
  '\n',
)}
</main>
<footer><p>${districtLine(packet)} · ${name} · ${scenario}, ${mark.toLowerCase()} · ${date}</p>${note === null ? NOTHING : html`<p>${note}</p>`}</footer>`;
  return htmlPage({ title: packetTitle(packet), css: packetWebCss(paper), paper }, body);
}

function section(slide: Picture, number: number, count: number, tables: boolean): Html {
  const id = `slide-${number}`;
  const back = number === 1 ? html`<a href="#top">Contents</a>` : html`<a href="#slide-${number - 1}">Back</a>`;
  const next = number === count ? html`<a href="#top">Contents</a>` : html`<a href="#slide-${number + 1}">Next</a>`;
  const words = slideCaption(slide);
  const caption = words === '' ? NOTHING : html`<p>${words}</p>`;
  const notes = slide.notes.length === 0 ? NOTHING : html`<p class="notes">${slide.notes.join(' ')}</p>`;
  const table = tables ? writeTable(slide.table()) : null;
  const numbers =
    table === null || !isWorthReading(table)
      ? NOTHING
      : html`<details><summary>The numbers behind it (${table.rows.length.toLocaleString('en-US')} ${table.rows.length === 1 ? 'row' : 'rows'})</summary><div class="table" role="region" aria-label="Numbers behind ${slide.title}" tabindex="0">${packetTable(table, { caption: slide.title })}</div></details>`;
  return html`<section class="slide" id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${slide.title}</h2>
<nav class="bar" aria-label="From ${number} of ${count}">${back}<span>${number} / ${count}</span>${next}</nav>
<figure>${slideSvg(slide, `s${number}`, pagePaint)}${String(caption) + String(notes) === '' ? NOTHING : html`<figcaption>${caption}${notes}</figcaption>`}</figure>
${numbers}
</section>`;
}
