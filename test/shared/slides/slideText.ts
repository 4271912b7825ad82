import type { Mark, Picture } from '../../../src/shared/pictures/Picture.ts';
import { textWidth } from '../../../src/shared/pictures/textWidth.ts';
import { wordsWidth } from '../../../src/shared/slides/letterWidth.ts';

export interface TextBox {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where every text of a picture stands on the sheet, also within what is embedded. */
export function textBoxes(marks: readonly Mark[], dx = 0, dy = 0, scale = 1): TextBox[] {
  return marks.flatMap((mark): TextBox[] => {
    if (mark.kind === 'group')
      return textBoxes(mark.marks, dx + mark.x * scale, dy + mark.y * scale, scale * mark.scale);
    if (mark.kind !== 'text') return [];
    const { text, anchor = 'start', isBold = false } = mark;
    const size = mark.size * scale;
    // The pictures of the equity board measure by the mean letter, slides letter by letter.
    const wide =
      scale === 1
        ? wordsWidth(text, size, isBold)
        : Math.min(textWidth(text, size, isBold), wordsWidth(text, size, isBold));
    const x = dx + mark.x * scale;
    const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
    const y = dy + mark.y * scale;
    return [{ text, size, left, right: left + wide, top: y - 0.72 * size, bottom: y + 0.18 * size }];
  });
}

/** What a hall could not read: too small, outside the sheet, on one another, or nothing at all. */
export function unreadable({ marks, width, height }: Picture): string[] {
  const boxes = textBoxes(marks);
  const faults: string[] = [];
  for (const [at, box] of boxes.entries()) {
    const { text, size, left, right, top, bottom } = box;
    if (text.trim() === '' && text !== '') faults.push(`blank text at ${left}, ${top}`);
    if (/NaN|undefined|Infinity|null/.test(text)) faults.push(`no number in “${text}”`);
    if (size < 29.99) faults.push(`“${text}” is ${size} high`);
    if (left < 0 || right > width || top < 0 || bottom > height)
      faults.push(`“${text}” leaves the sheet: ${[left, right, top, bottom].map(Math.round)}`);
    for (const other of boxes.slice(at + 1)) {
      if (left < other.right && other.left < right && top < other.bottom && other.top < bottom) {
        faults.push(`“${text}” lies on “${other.text}”`);
      }
    }
  }
  return faults;
}

/** Everything of a picture that a person, a file or a page can read. */
export function everythingTold(picture: Picture): string {
  const { columns, rows } = picture.table();
  return JSON.stringify([
    picture.title,
    picture.subtitle,
    picture.sentence,
    picture.description,
    picture.notes,
    textBoxes(picture.marks).map(({ text }) => text),
    picture.places,
    picture.places.map((_, place) => picture.placeText(place)),
    columns.map(({ label }) => label),
    rows,
  ]);
}
