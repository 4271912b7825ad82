import { printPaint } from '../pictures/inks.ts';
import type { Picture } from '../pictures/Picture.ts';
import { type Html, html, joinHtml } from '../statements/html.ts';
import { htmlPage, type Paper } from '../statements/page.ts';
import { districtLine, movedSentence, type Packet, packetTitle, slideCaption } from './Packet.ts';
import { packetPrintCss, TABLE_ROOM } from './packetPrintCss.ts';
import { packetTable } from './packetTable.ts';
import { slideSvg } from './slideSvg.ts';
import { type PagedTable, pageTable } from './tablePages.ts';
import { isWorthReading, type WrittenTable, writeTable } from './WrittenTable.ts';

export interface PrintOptions {
  readonly paper: Paper;
  /** The numbers behind the slides, on pages after them. */
  readonly tables: boolean;
}

/** A part of the packet for the printer: a page of HTML that becomes so many sheets of paper. */
export interface PacketPart {
  readonly html: string;
  readonly pages: number;
}

/** So many pages are printed at a time: few enough for Cancel to be heard. */
const SLIDES_AT_A_TIME = 4;
const TABLES_AT_A_TIME = 12;

interface PrintedTable extends PagedTable {
  readonly slide: Picture;
  readonly table: WrittenTable;
  readonly number: number;
}

/** The packet as it is to be printed: its number of pages, counted beforehand, and its parts, made as they are asked for. */
export function packetPrint(
  packet: Packet,
  { paper, tables }: PrintOptions,
): { readonly pageCount: number; readonly parts: () => Generator<PacketPart> } {
  const paged: PrintedTable[] = tables
    ? packet.slides.flatMap((slide, at) => {
        const table = writeTable(slide.table());
        return isWorthReading(table) ? [{ slide, table, number: at + 1, ...pageTable(table, TABLE_ROOM[paper]) }] : [];
      })
    : [];
  const pageCount = packet.slides.length + paged.reduce((sum, { pages }) => sum + pages.length, 0);
  const page = (name: string, number: number, body: Html): Html => html`<section class="page ${name}">
${head(packet)}
${body}
${foot(packet, number, pageCount)}
</section>`;
  const part = (pages: readonly Html[]): PacketPart => ({
    html: htmlPage({ title: packetTitle(packet), css: packetPrintCss(paper), paper }, joinHtml(pages, '\n')),
    pages: pages.length,
  });
  return {
    pageCount,
    *parts() {
      let number = 0;
      let waiting: Html[] = [];
      for (const slide of packet.slides) {
        number++;
        waiting.push(page('slide', number, slidePage(slide, number)));
        if (waiting.length === SLIDES_AT_A_TIME || number === packet.slides.length) {
          yield part(waiting);
          waiting = [];
        }
      }
      for (const printed of paged) {
        const { slide, table, number: at, size, pages, prose } = printed;
        for (const [which, place] of pages.entries()) {
          number++;
          const rows =
            pages.length === 1
              ? ''
              : `, rows ${place.from + 1} to ${place.to} of ${table.rows.length.toLocaleString('en-US')}`;
          const name = html`<h1 class="${which === 0 ? 'table-title' : 'hidden'}">Numbers behind ${at}. ${slide.title}</h1>`;
          const again =
            which === 0 ? name : html`<p class="table-title">Numbers behind ${at}. ${slide.title}, continued</p>`;
          const caption = `${slide.title}${rows}`;
          const body = html`${again}<div class="size-${String(size).replace('.', '-')}">${packetTable(table, { caption, prose, ...place })}</div>`;
          waiting.push(page('numbers', number, body));
          if (waiting.length === TABLES_AT_A_TIME || number === pageCount) {
            yield part(waiting);
            waiting = [];
          }
        }
      }
    },
  };
}

function head(packet: Packet): Html {
  const moved = movedSentence(packet);
  return html`<header><p class="district">${districtLine(packet)}</p><p class="moved">${moved}</p><p class="mark ${packet.mark.toLowerCase()}">${packet.mark}</p></header>`;
}

/** What the slide shows stands below it in words as well: a paper is read without the speaker. */
function slidePage(slide: Picture, number: number): Html {
  const caption = slideCaption(slide);
  const words = [
    ...(caption === '' ? [] : [html`<p class="sentence">${caption}</p>`]),
    ...(slide.notes.length === 0 ? [] : [html`<p class="notes">${slide.notes.join(' ')}</p>`]),
  ];
  return html`<h1 class="hidden">${number}. ${slide.title}</h1>
${slideSvg(slide, `s${number}`, printPaint)}
<div class="words">${joinHtml(words)}</div>`;
}

function foot(packet: Packet, number: number, pageCount: number): Html {
  const note = packet.note === null ? '' : packet.note;
  return html`<footer><p class="clip">${packet.name} · ${packet.scenario} · ${packet.date}</p><p class="clip who">${note}</p><p>Page ${number.toLocaleString('en-US')} of ${pageCount.toLocaleString('en-US')}</p></footer>`;
}
