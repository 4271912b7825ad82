import { type Paint, printPaint } from '../pictures/inks.ts';
import type { Picture } from '../pictures/Picture.ts';
import { patternNodes, svgNodes } from '../pictures/svgNodes.ts';
import { escapeText, writeNode } from '../pictures/writeSvg.ts';
import { type Html, trusted } from '../statements/html.ts';

const FONT = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif";

/** Names of colours are variables of the page’s style sheet, which has them for light, dark and paper. */
export const pagePaint: Paint = (ink) => `var(--${ink})`;

/** What a person who does not see the picture is told. */
const alternative = ({ title, description }: Picture): string =>
  description.startsWith(title) ? description : `${title}. ${description}`;

/** The drawing itself. `prefix` keeps the patterns of several pictures of one page apart. */
function drawing(picture: Picture, prefix: string, paint: Paint): string {
  const nodes = [patternNodes(prefix, paint), ...picture.marks.flatMap((mark) => svgNodes(mark, prefix, paint))];
  return `<rect width="${picture.width}" height="${picture.height}" fill="${paint('panel')}"/>\n${nodes.map(writeNode).join('\n')}`;
}

/** A slide inside of a page. Names are escaped by the writer of the marks; there is nothing else from outside in it. */
export function slideSvg(picture: Picture, prefix: string, paint: Paint): Html {
  const { width, height } = picture;
  const label = escapeText(alternative(picture)).replaceAll(/\s+/g, ' ');
  return trusted(
    `<svg class="slide-picture" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}" font-family="${FONT}">${drawing(picture, prefix, paint)}</svg>`,
  );
}

/** A slide as an SVG file that needs nothing else, in colours for white paper. */
export function slideSvgFile(picture: Picture): string {
  const { width, height } = picture;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-variant-numeric="tabular-nums" role="img">`,
    `<title>${escapeText(picture.title)}</title>`,
    `<desc>${escapeText(picture.description)}</desc>`,
    drawing(picture, 'slide', printPaint),
    '</svg>\n',
  ].join('\n');
}
