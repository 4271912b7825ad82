import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elapsedText } from '../../../src/renderer/present/Elapsed.tsx';
import { steppedTo, valueAfterKey } from '../../../src/renderer/present/leverSteps.ts';

const limits = { minimum: 0, maximum: 10_000, step: 100 };
const press = (key: string, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, ...more });

describe('a slider', () => {
  it('stops at its steps and at its ends', () => {
    expect(steppedTo(limits, 3_449)).toBe(3_400);
    expect(steppedTo({ minimum: 50, maximum: 1_020, step: 100 }, 1_019)).toBe(1_020);
    fc.assert(
      fc.property(
        fc.record({
          minimum: fc.integer({ min: -100_000, max: 100_000 }),
          width: fc.integer({ min: 1, max: 100_000 }),
          step: fc.integer({ min: 1, max: 5_000 }),
          value: fc.integer({ min: -300_000, max: 300_000 }),
        }),
        ({ minimum, width, step, value }) => {
          const of = { minimum, maximum: minimum + width, step };
          const at = steppedTo(of, value);
          expect(at).toBeGreaterThanOrEqual(of.minimum);
          expect(at).toBeLessThanOrEqual(of.maximum);
          expect(at === of.maximum || (at - of.minimum) % step === 0).toBe(true);
          expect(steppedTo(of, at)).toBe(at);
        },
      ),
    );
  });

  it('moves by a step, by ten, and to its ends from the keys', () => {
    expect(valueAfterKey(limits, 3_450, press('ArrowRight'))).toBe(3_550);
    expect(valueAfterKey(limits, 3_450, press('ArrowDown'))).toBe(3_350);
    expect(valueAfterKey(limits, 3_450, press('PageUp'))).toBe(4_450);
    expect(valueAfterKey(limits, 300, press('PageDown'))).toBe(0);
    expect(valueAfterKey(limits, 300, press('End'))).toBe(10_000);
    expect(valueAfterKey(limits, 300, press('Home'))).toBe(0);
    expect(valueAfterKey(limits, 300, press('ArrowRight', { ctrlKey: true }))).toBeNull();
    expect(valueAfterKey(limits, 300, press('a'))).toBeNull();
  });
});

it('time is written in minutes, and from an hour on in hours', () => {
  expect([0, 65_999, 3_599_000, 3_600_000, 36_065_000].map(elapsedText)).toEqual([
    '0:00',
    '1:05',
    '59:59',
    '1:00:00',
    '10:01:05',
  ]);
});
