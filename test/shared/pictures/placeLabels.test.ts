import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TextMark } from '../../../src/shared/pictures/Picture.ts';
import { placeLabels } from '../../../src/shared/pictures/placeLabels.ts';
import { readableRange } from '../../../src/shared/pictures/readableRange.ts';
import { textWidth, wrapText } from '../../../src/shared/pictures/textWidth.ts';

const FRAME = { left: 50, top: 20, width: 600, height: 300 };

function boxOf({ x, y, text, anchor }: TextMark): [number, number, number, number] {
  const wide = textWidth(text, 11);
  const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
  return [left, y - 9, left + wide, y + 2];
}

it('names lie neither on one another nor outside the frame, and the first has its place', () => {
  const wanted = fc.array(
    fc.record({
      x: fc.integer({ min: 50, max: 650 }),
      y: fc.integer({ min: 20, max: 320 }),
      r: fc.constant(5),
      text: fc.string({ minLength: 3, maxLength: 20 }),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(wanted, (labels) => {
      const boxes = placeLabels(labels, FRAME).map((mark) => boxOf(mark as TextMark));
      for (const [at, a] of boxes.entries()) {
        expect(a[0]).toBeGreaterThanOrEqual(FRAME.left - 2);
        expect(a[2]).toBeLessThanOrEqual(FRAME.left + FRAME.width + 2);
        for (const b of boxes.slice(at + 1))
          expect(a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).toBe(false);
      }
    }),
  );
  expect(placeLabels([{ x: 300, y: 100, r: 5, text: 'Alone' }], FRAME)).toHaveLength(1);
});

it('an axis holds all that is near, and not the one that is far', () => {
  const near = Array.from({ length: 300 }, (_, at) => 5_000 + at * 10);
  expect(readableRange(near)).toEqual({ least: 5_000, most: 7_990 });
  const { most } = readableRange([...near, 136_000]);
  expect(most).toBeGreaterThanOrEqual(7_990);
  expect(most).toBeLessThan(15_000);
  expect(readableRange([7, 7, 7])).toEqual({ least: 7, most: 7 });
  expect(readableRange(near, [...near, 4_000, 900_000]).most).toBeLessThan(12_000);
});

it('lines hold whole words, all of them, and no more than fit', () => {
  const text = 'Total budget per pupil is higher where poverty is higher';
  const lines = wrapText(text, 120, 12);
  expect(lines.join(' ')).toBe(text);
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(120);
});
