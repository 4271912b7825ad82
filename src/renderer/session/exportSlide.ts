import { slideSvgFile } from '../../shared/packet/slideSvg.ts';
import type { Picture } from '../../shared/pictures/Picture.ts';
import { settleToWrite } from '../commands/readyToWrite.ts';
import { drawPng } from '../pictures/drawPng.ts';
import type { WindowState } from '../state/WindowState.ts';

/**
 * Writes a slide to a file that main asks for, as SVG or as PNG for print. The slide says itself what it is of, in the
 * words the audience may read, so nothing is written around it.
 */
export async function exportSlide(
  window: WindowState,
  draw: () => Picture | string,
  kind: 'svg' | 'png',
): Promise<void> {
  if (!(await settleToWrite(window))) return;
  const picture = draw();
  if (typeof picture === 'string') {
    window.say(picture, 'refusal');
    return;
  }
  const svg = slideSvgFile(picture);
  const data = kind === 'svg' ? svg : await drawPng(svg);
  if (data === null) {
    window.say('The slide could not be drawn at print size; nothing was written. Export it as SVG instead.', 'refusal');
    return;
  }
  const name = picture.title.slice(0, 120);
  const written = await window.ask('pictures/export', { name, kind, data });
  if (written) window.say(`Exported ${written.fileName}.`);
}
