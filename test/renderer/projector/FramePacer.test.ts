import { expect, it } from 'vitest';
import { FramePacer } from '../../../src/renderer/projector/FramePacer.ts';
import { ManualClock } from './ManualClock.ts';

it('does the first work at once, and all that is asked for until the next frame once', () => {
  const clock = new ManualClock();
  let done = 0;
  const pacer = new FramePacer(() => {
    done += 1;
  }, clock);
  pacer.ask();
  expect(done).toBe(1);
  pacer.ask();
  pacer.ask();
  expect(done).toBe(1);
  clock.tick();
  expect(done).toBe(2);
  clock.tick();
  expect(done).toBe(2);
  pacer.ask();
  expect(done).toBe(3);
});

it('goes on for work that asks for more, one a frame', () => {
  const clock = new ManualClock();
  let left = 3;
  const pacer = new FramePacer(() => {
    left -= 1;
    if (left > 0) pacer.ask();
  }, clock);
  pacer.ask();
  expect(left).toBe(2);
  for (let frame = 0; frame < 5; frame++) clock.tick();
  expect(left).toBe(0);
});
