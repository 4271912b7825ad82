import { scenarioStamp } from '../../shared/calculator/scenarioStamp.ts';
import type { Picture, PictureSize, PictureTable } from '../../shared/pictures/Picture.ts';
import { tableCsv, tableTsv } from '../../shared/pictures/tableText.ts';
import { writeSvg } from '../../shared/pictures/writeSvg.ts';
import { settleToWrite } from '../commands/readyToWrite.ts';
import type { WindowState } from '../state/WindowState.ts';
import { copyText } from './copyText.ts';
import { drawPng } from './drawPng.ts';

/** Draws the picture of this moment for a size, from the numbers as they stand when it is called. */
export type Draw = (size: PictureSize) => Picture;

/** Letters of 11 and 12 units are then read at a letter page's width. */
const PRINT_SIZE: PictureSize = { width: 952, height: 560 };

/** Writes a picture to a file that main asks for, as SVG or as PNG for print. */
export async function exportPicture(window: WindowState, draw: Draw, kind: 'svg' | 'png'): Promise<void> {
  if (!(await isReady(window))) return;
  const picture = draw(PRINT_SIZE);
  const svg = writeSvg(picture, { footer: footerOf(window) });
  const data = kind === 'svg' ? svg : await drawPng(svg);
  if (data === null) {
    window.say(
      'The picture could not be drawn at print size; nothing was written. Export it as SVG instead.',
      'refusal',
    );
    return;
  }
  await write(window, picture.title, kind, data);
}

/** Writes the table behind a picture as CSV. */
export async function exportTable(window: WindowState, title: string, table: () => PictureTable): Promise<void> {
  if (await isReady(window)) await write(window, title, 'csv', tableCsv(table()));
}

/** What is being typed is finished or taken back, and everything stored, before anything leaves the program. */
async function isReady(window: WindowState): Promise<boolean> {
  const { document } = window;
  return document !== null && (await settleToWrite(window)) !== null && window.document === document;
}

async function write(window: WindowState, title: string, kind: 'svg' | 'png' | 'csv', data: string): Promise<void> {
  const written = await window.ask('pictures/export', { name: title.slice(0, 120), kind, data });
  if (written) window.say(`Exported ${written.fileName}.`);
}

/** District, scenario and its state: a picture that travels must say what it is of. */
function footerOf({ document }: WindowState): string {
  if (!document) return '';
  const { model, scenarioId } = document;
  const district = model.get('district', 'name')?.value.trim() ?? '';
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return [district, scenarioStamp(model, scenarioId).sentence, day].filter(Boolean).join(' · ');
}

/** Puts the table behind a picture on the clipboard. */
export function copyTable(window: WindowState, table: PictureTable): void {
  const isCopied = copyText(tableTsv(table));
  const count = table.rows.length.toLocaleString('en-US');
  if (isCopied) window.say(`Copied the table: ${count} ${table.rows.length === 1 ? 'row' : 'rows'}.`);
  else window.say('The table could not be copied. Export it as CSV instead.', 'refusal');
}
