import { scenarioStamp } from '../../shared/calculator/scenarioStamp.ts';
import { schoolsText } from '../../shared/equity/words.ts';
import type { Picture, PictureSize, PictureTable } from '../../shared/pictures/Picture.ts';
import { tableCsv, tableTsv } from '../../shared/pictures/tableText.ts';
import { writeSvg } from '../../shared/pictures/writeSvg.ts';
import { settleToWrite } from '../commands/readyToWrite.ts';
import type { WindowState } from '../state/WindowState.ts';
import { askForWhom } from './askForWhom.ts';
import { copyText } from './copyText.ts';
import { drawPng } from './drawPng.ts';
import type { Onlookers, SeenBy } from './Onlookers.ts';

/**
 * Draws the picture of this moment for a size, from the numbers as they stand when it is called: as it is shown here, or
 * as somebody else would see it.
 */
export type Draw = (size: PictureSize, seenBy?: SeenBy) => Picture;

/** Letters of 11 and 12 units are then read at a letter page's width. */
const PRINT_SIZE: PictureSize = { width: 952, height: 560 };

/** Writes a picture to a file that main asks for, as SVG or as PNG for print. */
export async function exportPicture(
  window: WindowState,
  draw: Draw,
  kind: 'svg' | 'png',
  onlookers: Onlookers | null = null,
): Promise<void> {
  const seenBy = await readyFor(window, onlookers);
  if (seenBy === null) return;
  const picture = draw(PRINT_SIZE, seenBy);
  const svg = writeSvg(picture, { footer: footerOf(window) });
  const data = kind === 'svg' ? svg : await drawPng(svg);
  if (data === null) {
    window.say(
      'The picture could not be drawn at print size; nothing was written. Export it as SVG instead.',
      'refusal',
    );
    return;
  }
  await write(window, { title: picture.title, kind, data, text: svg, seenBy });
}

/** Writes the table behind a picture as CSV. */
export async function exportTable(
  window: WindowState,
  title: string,
  table: (seenBy?: SeenBy) => PictureTable,
  onlookers: Onlookers | null = null,
): Promise<void> {
  const seenBy = await readyFor(window, onlookers);
  if (seenBy === null) return;
  const data = tableCsv(table(seenBy));
  await write(window, { title, kind: 'csv', data, text: data, seenBy });
}

/** Whom the file is for, once everything is stored; null where nothing is to be written. */
async function readyFor(window: WindowState, onlookers: Onlookers | null): Promise<SeenBy | null> {
  const { document } = window;
  if (!(await isReady(window))) return null;
  const seenBy = await askForWhom(window, onlookers);
  return window.document === document ? seenBy : null;
}

/** What is being typed is finished or taken back, and everything stored, before anything leaves the program. */
async function isReady(window: WindowState): Promise<boolean> {
  const { document } = window;
  return document !== null && (await settleToWrite(window)) !== null && window.document === document;
}

interface Written {
  readonly title: string;
  readonly kind: 'svg' | 'png' | 'csv';
  readonly data: string;
  /** What can be read in it. */
  readonly text: string;
  readonly seenBy: SeenBy;
}

/** The name of a file tells whom it is for, and the window whether it names schools. */
async function write(window: WindowState, { title, kind, data, text, seenBy }: Written): Promise<void> {
  const name = `${title.slice(0, 110)}${seenBy === 'public' ? ' (public)' : ''}`;
  const written = await window.ask('pictures/export', { name, kind, data });
  if (!written) return;
  const isNamed = window.document?.calculation.schools.some(
    (school) => school.name !== '' && text.includes(school.name),
  );
  window.say(`Exported ${written.fileName}.${isNamed ? ' It names schools.' : ''}`);
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

/** Puts the table behind a picture on the clipboard, and says where small schools are in it. */
export function copyTable(window: WindowState, table: PictureTable, onlookers: Onlookers | null = null): void {
  const isCopied = copyText(tableTsv(table));
  if (!isCopied) {
    window.say('The table could not be copied. Export it as CSV instead.', 'refusal');
    return;
  }
  const count = table.rows.length.toLocaleString('en-US');
  const small = onlookers?.seenBy === 'me' ? onlookers.smallSchools() : 0;
  const warning = small > 0 ? ` It holds ${schoolsText(small)} not meant for the public.` : '';
  window.say(`Copied the table: ${count} ${table.rows.length === 1 ? 'row' : 'rows'}.${warning}`);
}
