import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropPlace } from '../../../src/renderer/session/dropPlace.ts';

test('what is dropped comes to stand in the gap that was shown', () => {
  const order = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(), fc.nat(), fc.boolean());
  fc.assert(
    fc.property(order, ([count, a, b, isBelow]) => {
      const names = Array.from({ length: count }, (_, at) => at);
      const [from, over] = [a % count, b % count];
      const to = dropPlace(from, over, isBelow);
      const rest = names.filter((name) => name !== from);
      const moved = [...rest.slice(0, to), from, ...rest.slice(to)];
      expect(to).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThan(count);
      if (from === over) expect(moved).toEqual(names);
      // It stands right above or right below the one it was dropped on.
      else expect(moved[moved.indexOf(over) + (isBelow ? 1 : -1)]).toBe(from);
    }),
  );
});
