import { scenarioStamp } from '../../shared/calculator/scenarioStamp.ts';
import type { Picture, PictureSize } from '../../shared/pictures/Picture.ts';
import { tableCsv, tableTsv } from '../../shared/pictures/tableText.ts';
import { writeSvg } from '../../shared/pictures/writeSvg.ts';
import { finishEditing } from '../commands/leaveSafely.ts';
import type { WindowState } from '../state/WindowState.ts';
import { copyText } from './copyText.ts';
import { drawPng } from './drawPng.ts';

export type PictureKind = 'svg' | 'png' | 'csv';
/** Draws the picture of this moment for a size. */
export type Draw = (size: PictureSize) => Picture;

/** Letters of 11 and 12 units are then read at a letter page's width. */
const PRINT_SIZE: PictureSize = { width: 952, height: 560 };

/** Writes a picture or the table behind it to a file that main asks for. What is being typed is finished first. */
export async function exportPicture(window: WindowState, draw: Draw, kind: PictureKind): Promise<void> {
  const { document } = window;
  if (!document) return;
  finishEditing();
  document.preview(null);
  await document.settled();
  if (document.disagreement) {
    window.say(document.disagreement, 'lasting');
    return;
  }
  const picture = draw(PRINT_SIZE);
  const data = await write(picture, kind, footerOf(window));
  if (data === null) {
    window.say(
      'The picture could not be drawn at print size; nothing was written. Export it as SVG instead.',
      'refusal',
    );
    return;
  }
  const written = await window.ask('pictures/export', { name: picture.title.slice(0, 120), kind, data });
  if (written) window.say(`Exported ${written.fileName}.`);
}

async function write(picture: Picture, kind: PictureKind, footer: string): Promise<string | null> {
  if (kind === 'csv') return tableCsv(picture.table());
  const svg = writeSvg(picture, { footer });
  return kind === 'svg' ? svg : await drawPng(svg);
}

/** District, scenario and its state: a picture that travels must say what it is of. */
function footerOf({ document }: WindowState): string {
  if (!document) return '';
  const { model, scenarioId } = document;
  const district = model.get('district', 'name')?.value.trim() ?? '';
  return [district, scenarioStamp(model, scenarioId).sentence, new Date().toISOString().slice(0, 10)]
    .filter(Boolean)
    .join(' · ');
}

/** Puts the table behind a picture on the clipboard. */
export function copyTable(window: WindowState, picture: Picture): void {
  const table = picture.table();
  const isCopied = copyText(tableTsv(table));
  const count = table.rows.length.toLocaleString('en-US');
  if (isCopied) window.say(`Copied the table: ${count} ${table.rows.length === 1 ? 'row' : 'rows'}.`);
  else window.say('The table could not be copied. Export it as CSV instead.', 'refusal');
}
