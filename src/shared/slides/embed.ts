import type { Frame, Mark, Picture, PictureSize, Place } from '../pictures/Picture.ts';
import { BODY, SMALLEST } from './sheet.ts';

/** The smallest letters of the equity board's pictures, in their own pixels. */
const LETTER = 11;
const SCALE = SMALLEST / LETTER;

/** Where a sentence takes one line only, the picture has the room of the other. */
export const TALL: Frame = { ...BODY, top: BODY.top - 46, height: BODY.height + 46 };

/** A picture of the equity board is drawn at this size for a slide, and then enlarged until its letters are read. */
export const embeddedSize = ({ width, height }: Frame): PictureSize => ({
  width: width / SCALE,
  height: height / SCALE,
});

export const embedMarks = ({ marks }: Picture, { left, top }: Frame): Mark[] =>
  marks.length === 0 ? [] : [{ kind: 'group', x: left, y: top, scale: SCALE, marks }];

export const embedPlaces = ({ places }: Picture, { left, top }: Frame): Place[] =>
  places.map((place) => ({
    ...place,
    x: left + place.x * SCALE,
    y: top + place.y * SCALE,
    reach: place.reach * SCALE,
  }));
