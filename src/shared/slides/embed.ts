import type { Mark, Picture, PictureSize, Place } from '../pictures/Picture.ts';
import { BODY, SMALLEST } from './sheet.ts';

/** The smallest letters of the equity board's pictures, in their own pixels. */
const LETTER = 11;
const SCALE = SMALLEST / LETTER;

/** A picture of the equity board is drawn at this size for a slide, and then enlarged until its letters are read. */
export const EMBEDDED: PictureSize = { width: BODY.width / SCALE, height: BODY.height / SCALE };

export const embedMarks = (picture: Picture): Mark[] =>
  picture.marks.length === 0 ? [] : [{ kind: 'group', x: BODY.left, y: BODY.top, scale: SCALE, marks: picture.marks }];

export const embedPlaces = (picture: Picture): Place[] =>
  picture.places.map((place) => ({
    ...place,
    x: BODY.left + place.x * SCALE,
    y: BODY.top + place.y * SCALE,
    reach: place.reach * SCALE,
  }));
