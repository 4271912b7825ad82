import { printPaint } from './inks.ts';
import type { Mark, Picture } from './Picture.ts';
import { patternNodes, type SvgNode, svgNodes } from './svgNodes.ts';
import { wrapText } from './textWidth.ts';

const FONT = "'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif";
const SIDE = 24;

export interface SvgOptions {
  /** At the foot: district, scenario, day. */
  readonly footer: string;
}

/**
 * A picture as one SVG file that needs nothing else: title above, notes and footer below, colours for white paper, and
 * the text alternative as `<title>` and `<desc>`. `&` and `<` of names are written as entities.
 */
export function writeSvg(picture: Picture, { footer }: SvgOptions): string {
  const inner = picture.width;
  const width = inner + 2 * SIDE;
  const text = (y: number, words: string, size: number, ink: 'ink' | 'ink2' | 'ink3', isBold = false): Mark => ({
    kind: 'text',
    x: SIDE,
    y,
    text: words,
    size,
    ink,
    isBold,
  });
  const head: Mark[] = [];
  let top = 22;
  for (const line of wrapText(picture.title, inner, 20, true)) {
    top += 14;
    head.push(text(top, line, 20, 'ink', true));
    top += 12;
  }
  for (const line of wrapText(picture.subtitle, inner, 13)) {
    top += 12;
    head.push(text(top, line, 13, 'ink2'));
    top += 6;
  }
  top += 10;
  let foot = top + picture.height + 6;
  for (const note of [...picture.notes, footer]) {
    for (const line of wrapText(note, inner, 11)) {
      foot += 15;
      head.push(text(foot, line, 11, 'ink3'));
    }
  }
  const height = Math.ceil(foot + 16);
  const body: SvgNode = {
    tag: 'g',
    attributes: { transform: `translate(${SIDE} ${top})` },
    children: picture.marks.flatMap((mark) => svgNodes(mark, picture.id, printPaint)),
  };
  const nodes = [
    patternNodes(picture.id, printPaint),
    ...head.flatMap((mark) => svgNodes(mark, 'head', printPaint)),
    body,
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-variant-numeric="tabular-nums" role="img">`,
    `<title>${escapeText(picture.title)}</title>`,
    `<desc>${escapeText(picture.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="${printPaint('panel')}"/>`,
    ...nodes.map(writeNode),
    '</svg>\n',
  ].join('\n');
}

/** An element and what is in it as text of SVG, which HTML reads alike. */
export function writeNode({ tag, attributes, text, children }: SvgNode): string {
  const written = Object.entries(attributes)
    .map(([name, value]) => ` ${attributeName(name)}="${escapeText(String(value))}"`)
    .join('');
  const inside = `${text === undefined ? '' : escapeText(text)}${(children ?? []).map(writeNode).join('\n')}`;
  return inside === '' ? `<${tag}${written}/>` : `<${tag}${written}>${inside}</${tag}>`;
}

/** `strokeWidth` is `stroke-width`; a few names of SVG are written with capitals. */
const attributeName = (name: string): string =>
  name === 'patternUnits' ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * For text and attributes alike. What XML forbids altogether becomes a blank, and so do marks that turn the direction of
 * the text around them, with which a name could make a number read backwards.
 */
export function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
