import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findPlace, nextPlace, placesWithin } from '../../../src/renderer/pictures/findPlace.ts';
import type { Place } from '../../../src/shared/pictures/Picture.ts';

const place = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 300 }) });
const placesOf = (spots: readonly { x: number; y: number }[], reach = 12): Place[] =>
  spots.map((spot, at) => ({ ...spot, reach, schools: [String(at)] }));

it('the place under the pointer is the nearest one within reach, as if all had been measured', () => {
  fc.assert(
    fc.property(
      fc.array(place, { maxLength: 40 }),
      fc.array(place, { minLength: 1, maxLength: 10 }),
      (spots, pointers) => {
        const places = placesOf(spots);
        const find = findPlace(places);
        for (const { x, y } of pointers) {
          const nearest = Math.min(...places.map((each) => Math.hypot(each.x - x, each.y - y)));
          const found = find(x, y);
          if (nearest > 12) expect(found).toBeNull();
          else expect(Math.hypot(places[found!]!.x - x, places[found!]!.y - y)).toBeCloseTo(nearest, 9);
        }
      },
    ),
  );
});

it('the arrow keys reach every place along each axis, and stop at the ends', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 30 }),
      fc.constantFrom('ArrowRight', 'ArrowUp'),
      (spots, key) => {
        const places = placesOf(spots);
        const seen = new Set<number>();
        let at =
          key === 'ArrowRight'
            ? nextPlace(places, null, 'Home')
            : [...places.keys()].sort(
                (a, b) => places[b]!.y - places[a]!.y || places[b]!.x - places[a]!.x || b - a,
              )[0]!;
        for (let step = 0; step <= places.length; step++) {
          seen.add(at!);
          at = nextPlace(places, at, key);
        }
        expect(seen.size).toBe(places.length);
      },
    ),
  );
  expect(nextPlace([], null, 'ArrowRight')).toBeNull();
  expect(nextPlace(placesOf([{ x: 1, y: 1 }]), null, 'a')).toBeNull();
});

it('a frame holds the same places whichever corner it is drawn from', () => {
  const places = placesOf([
    { x: 10, y: 10 },
    { x: 50, y: 50 },
    { x: 90, y: 90 },
  ]);
  const inside = placesWithin(places, { fromX: 60, fromY: 60, toX: 5, toY: 5 });
  expect(inside.flatMap(({ schools }) => schools)).toEqual(['0', '1']);
  expect(placesWithin(places, { fromX: 5, fromY: 5, toX: 60, toY: 60 })).toEqual(inside);
});
