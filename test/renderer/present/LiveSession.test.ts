import { describe, expect, it } from 'vitest';
import { GLIDE_MS } from '../../../src/renderer/present/Glide.ts';
import { LiveSession } from '../../../src/renderer/present/LiveSession.ts';
import type { ShownFrame } from '../../../src/renderer/projector/ShownFrame.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { addLever, addSession, editSession, removeSession } from '../../../src/shared/changes/sessions.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { leverTarget } from '../../../src/shared/whatIf/leverTargets.ts';
import { markScenario } from '../../../src/shared/whatIf/WhatIf.ts';
import { ManualClock } from '../projector/ManualClock.ts';
import { TestHost } from '../state/TestHost.ts';

const POVERTY = leverTarget('weight', { weightSet: 'W', level: 'ES', need: 'POV' });

/** A session of the default slides with one lever, presented; frames of the screen go by when the test says so. */
function present({ moves = true } = {}) {
  const document = new TestHost().open();
  const made = addSession(document.model, 'Board', 7);
  if (typeof made === 'string') throw new Error(made);
  document.commit(made.change);
  const lever = addLever(document.model, made.id, { ...POVERTY, label: '', minimum: 0, maximum: 10_000, step: 100 });
  if (typeof lever === 'string') throw new Error(lever);
  document.commit(lever.change);
  const clock = new ManualClock();
  const posted: ShownFrame[] = [];
  const stage = {
    post: (frame: ShownFrame) => posted.push(frame),
    clock,
    nowMs: () => clock.nowMs,
    moves: () => moves,
  };
  const live = new LiveSession(document, made.id, null, 'console', stage);
  const rest = (): void => {
    for (let frame = 0; frame < GLIDE_MS / 16 + 4; frame++) clock.tick();
  };
  const shown = (): ShownFrame => posted.at(-1) as ShownFrame;
  return { document, live, clock, posted, rest, shown, sessionId: made.id };
}

const digestOf = (calculation: Calculation): string => calculation.digest();

describe('a lever', () => {
  it('moves the what-if and the frames, and never the document', () => {
    const { document, live, clock, posted } = present();
    const before = document.calculation.digest();
    const count = posted.length;
    clock.tick();
    live.takeHold();
    live.drag(POVERTY, 5_000);
    // The projector has it before this window has painted.
    expect(posted.length).toBe(count + 1);
    live.drag(POVERTY, 5_100);
    live.drag(POVERTY, 5_200);
    expect(posted.length).toBe(count + 1);
    clock.tick();
    expect(posted.length).toBe(count + 2);
    expect(live.whatIf.value(POVERTY)).toBe(5_200);
    expect(document.calculation.digest()).toBe(before);
    expect(live.back()).toBe(true);
  });

  it('is seen to go where a key or a number puts it, each step of the way calculated exactly', () => {
    const { document, live, clock, rest } = present();
    live.jump(POVERTY, 9_000);
    expect(live.aim(POVERTY)).toBe(9_000);
    const seen: number[] = [];
    for (let frame = 0; frame < 6; frame++) {
      const value = live.whatIf.value(POVERTY) as number;
      seen.push(value);
      const { model } = document;
      const exact = new Calculation(
        model.derive({ weight: (row) => (row.level === 'ES' && row.need === 'POV' ? { ...row, weight: value } : row) }),
        1,
      );
      expect(digestOf(live.whatIf.calculation)).toBe(digestOf(exact));
      clock.tick();
    }
    expect(new Set(seen).size).toBeGreaterThan(3);
    expect(seen.every((value, at) => at === 0 || value >= seen[at - 1]!)).toBe(true);
    rest();
    expect(live.whatIf.value(POVERTY)).toBe(9_000);
  });

  it('arrives at once where movement is not wanted', () => {
    const { live, posted, clock } = present({ moves: false });
    clock.tick();
    const count = posted.length;
    live.jump(POVERTY, 9_000);
    expect(live.whatIf.value(POVERTY)).toBe(9_000);
    for (let frame = 0; frame < 4; frame++) clock.tick();
    expect(posted.length).toBe(count + 1);
  });

  it('goes back through every move, also while it is still on its way, and to the start', () => {
    const { live, rest } = present();
    const start = live.whatIf.value(POVERTY);
    const digest = live.whatIf.calculation.digest();
    live.jump(POVERTY, 5_000);
    rest();
    live.takeHold();
    live.drag(POVERTY, 6_000);
    live.drag(POVERTY, 7_000);
    rest();
    live.jump(POVERTY, 8_000);
    expect(live.back()).toBe(true);
    expect(live.aim(POVERTY)).toBe(7_000);
    rest();
    expect(live.whatIf.value(POVERTY)).toBe(7_000);
    expect(live.back()).toBe(true);
    expect(live.back()).toBe(true);
    rest();
    expect(live.whatIf.value(POVERTY)).toBe(start);
    expect(live.whatIf.calculation.digest()).toBe(digest);
    expect(live.back()).toBe(false);
    live.jump(POVERTY, 8_000);
    rest();
    live.toStart();
    rest();
    expect(live.whatIf.calculation.digest()).toBe(digest);
    expect(live.back()).toBe(true);
    rest();
    expect(live.whatIf.value(POVERTY)).toBe(8_000);
  });

  it('held down by a key is one move', () => {
    const { live, clock, rest } = present();
    const start = live.whatIf.value(POVERTY) as number;
    for (let step = 1; step <= 5; step++) {
      live.jump(POVERTY, start + step * 100);
      clock.tick();
    }
    rest();
    expect(live.whatIf.value(POVERTY)).toBe(start + 500);
    live.back();
    rest();
    expect(live.whatIf.value(POVERTY)).toBe(start);
  });
});

describe('the presentation', () => {
  it('follows an edit of the document and its undo, with the levers where they stand', () => {
    const { document, live, clock, rest } = present();
    live.jump(POVERTY, 9_000);
    rest();
    const moved = live.whatIf.calculation.digest();
    document.commit(setWeight(document.model, 1, 'W', 'HS', 'ALL', 20_000));
    clock.tick();
    expect(live.whatIf.value(POVERTY)).toBe(9_000);
    expect(live.whatIf.calculation.digest()).not.toBe(moved);
    document.undo();
    clock.tick();
    expect(live.whatIf.calculation.digest()).toBe(moved);
  });

  it('keeps the levers of each scenario, and goes on from the same one when another is marked', () => {
    const { document, live, rest } = present();
    live.jump(POVERTY, 9_000);
    rest();
    const made = markScenario(document.model, live.whatIf, 'Marked');
    if (typeof made === 'string') throw new Error(made);
    live.withoutFollowing(() => {
      document.commit(made.change);
      document.showScenario(1);
    });
    live.keep();
    expect([live.scenarioId, live.whatIf.value(POVERTY), live.hasUnkept]).toEqual([1, 9_000, false]);
    expect(document.calculationOf(made.id).digest()).not.toBe(document.calculation.digest());
    document.showScenario(made.id);
    rest();
    expect([live.scenarioId, live.isMoved, live.whatIf.value(POVERTY)]).toEqual([made.id, false, 9_000]);
    document.showScenario(1);
    expect([live.isMoved, live.hasUnkept]).toEqual([true, true]);
  });

  it('turns slides within its list, and turning brings a blank screen back', () => {
    const { live, clock, shown } = present();
    live.press('previous');
    expect(live.slideAt).toBe(0);
    live.press('last');
    expect(live.slideAt).toBe(live.slides.length - 1);
    live.press('next');
    expect(live.slideAt).toBe(live.slides.length - 1);
    live.press('blank');
    clock.tick();
    expect(shown()).toMatchObject({ isBlank: true, title: '', sentence: '', marks: [] });
    live.press('first');
    clock.tick();
    expect(shown()).toMatchObject({ isBlank: false, slide: 0 });
    expect(shown().marks.length).toBeGreaterThan(0);
  });

  it('sends no small school, and nothing at all where what is hidden cannot be read', () => {
    const { document, live, clock, shown, sessionId, posted } = present();
    const edit = (fields: Parameters<typeof editSession>[2]): void => {
      const change = editSession(document.model, sessionId, fields, 'x');
      if (typeof change === 'string') throw new Error(change);
      document.commit(change);
    };
    edit({ minimumPupils: 500 });
    for (let slide = 0; slide < live.slides.length; slide++) {
      live.goToSlide(slide);
      clock.tick();
    }
    const sent = JSON.stringify(posted.slice(-live.slides.length));
    expect(sent).not.toContain('Alder');
    const held = document.model.get('boardSession', sessionId)!;
    document.model.put({ table: 'boardSession', before: held, after: { ...held, hidden: 'not a list' } });
    live.press('first');
    live.press('blank');
    live.press('blank');
    clock.tick();
    expect(shown().title).toContain('cannot be read, so nothing of it is shown');
    expect(shown().marks.every(({ kind }) => kind === 'text')).toBe(true);
  });

  it('sends nothing any more once it has ended, not even what is on its way', () => {
    const { live, posted, clock, rest } = present();
    live.jump(POVERTY, 9_000);
    clock.tick();
    const count = posted.length;
    live.end();
    rest();
    expect(posted.length).toBe(count);
  });

  it('is over when its session is deleted', () => {
    const { document, live, sessionId, clock, shown } = present();
    const change = removeSession(document.model, sessionId);
    if (typeof change === 'string') throw new Error(change);
    document.commit(change);
    clock.tick();
    expect(live.session).toBeUndefined();
    expect(shown().marks.length).toBeLessThan(5);
  });
});
