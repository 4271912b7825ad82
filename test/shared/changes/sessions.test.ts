import { describe, expect, it } from 'vitest';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import {
  addLever,
  addSession,
  addSlide,
  duplicateSession,
  duplicateSlide,
  editLever,
  editSession,
  editSlide,
  type MadeRow,
  moveLever,
  moveSession,
  moveSlide,
  orderedLevers,
  orderedSessions,
  orderedSlides,
  removeLever,
  removeSession,
  removeSlide,
  renameSession,
} from '../../../src/shared/changes/sessions.ts';
import { removeWeightSet, renameWeightSet } from '../../../src/shared/changes/weights.ts';
import { findExceededLimit } from '../../../src/shared/model/checkLimits.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { checkRow } from '../../../src/shared/model/checkRow.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { leverTarget, leverValue, suggestLever } from '../../../src/shared/whatIf/leverTargets.ts';
import { addScenario } from '../../fixtures/scenarios.ts';
import { byKey, smallDistrict } from '../../main/smallDistrict.ts';

const poverty = leverTarget('weight', { weightSet: 'District weights', level: 'HS', need: 'POV' });
const lever = { ...poverty, label: '', minimum: 0, maximum: 10_000, step: 100 };

/** Puts a change in: it must fit, hold whole rows and be taken back row for row (I10). Gives the id of what it made. */
function put(model: Model, made: MadeRow | Change | string): number {
  if (typeof made === 'string') throw new Error(made);
  const change = 'change' in made ? made.change : made;
  expect(change).toMatchObject({ kind: 'session', scenario: null });
  expect(findConflict(model, change.ops)).toBeNull();
  for (const op of change.ops) expect(op.after && checkRow(op.table, op.after)).toBeNull();
  const before = byKey(model.toRows());
  applyOps(model, change.ops);
  expect(findBrokenReference(model, change.ops)).toBeNull();
  const after = byKey(model.toRows());
  applyOps(model, invertOps(change.ops));
  expect(byKey(model.toRows())).toEqual(before);
  applyOps(model, change.ops);
  expect(byKey(model.toRows())).toEqual(after);
  return 'id' in made ? made.id : 0;
}

const label = (change: Change | MadeRow | string): string =>
  typeof change === 'string' ? change : 'change' in change ? change.change.label : change.label;

function withSession(): { model: Model; session: number } {
  const model = new Model(smallDistrict());
  return { model, session: put(model, addSession(model, ' May board meeting ', 7)) };
}

const kinds = (model: Model, session: number) => orderedSlides(model, session).map(({ kind }) => kind);

describe('a board session', () => {
  it('begins with slides that answer what a board asks, and holds small schools back', () => {
    const { model, session } = withSession();
    expect(model.get('boardSession', session)).toMatchObject({
      ...{ name: 'May board meeting', minimumPupils: 10, appearance: 'light', hidden: '[]', nameSeed: 7 },
    });
    const first = ['headline', 'winnersAndLosers', 'needAndSpending', 'deciles'];
    expect(kinds(model, session)).toEqual([...first, 'matrix', 'tieOut', 'formula']);
    addScenario(model, 1, 'Plan B');
    const second = put(model, addSession(model, 'June', 8));
    expect(kinds(model, second)).toEqual([...first, 'scenarios', 'matrix', 'tieOut', 'formula']);
    expect(orderedSessions(model).map(({ id }) => id)).toEqual([session, second]);
  });

  it('has a name of its own', () => {
    const { model, session } = withSession();
    expect(addSession(model, 'MAY board meeting', 1)).toBe(
      'There is a board session called "May board meeting" already.',
    );
    expect(addSession(model, ' ', 1)).toBe('A board session needs a name.');
    expect(renameSession(model, session, 'x'.repeat(201))).toContain('at most 200 characters');
    put(model, renameSession(model, session, 'MAY BOARD MEETING'));
    expect(model.get('boardSession', session)?.name).toBe('MAY BOARD MEETING');
  });

  it('is copied with slides and levers of its own', () => {
    const { model, session } = withSession();
    put(model, addLever(model, session, lever));
    put(model, editSlide(model, orderedSlides(model, session)[0]!.id, { notes: 'Say thank you.' }));
    const last = put(model, addSession(model, 'Last', 1));
    const copy = put(model, duplicateSession(model, session));
    expect(orderedSessions(model).map(({ id }) => id)).toEqual([session, copy, last]);
    expect(model.get('boardSession', copy)?.name).toBe('May board meeting copy');
    expect(kinds(model, copy)).toEqual(kinds(model, session));
    expect(orderedSlides(model, copy)[0]?.notes).toBe('Say thank you.');
    put(model, removeSession(model, session));
    expect(orderedLevers(model, copy)).toHaveLength(1);
    expect(put(model, duplicateSession(model, copy))).toBeGreaterThan(copy);
  });

  it('goes with its slides and levers, in one change that undo takes back', () => {
    const { model, session } = withSession();
    const other = put(model, addSession(model, 'June', 1));
    put(model, addLever(model, session, lever));
    put(model, addLever(model, other, lever));
    const change = removeSession(model, session);
    expect(label(change)).toBe('Remove board session "May board meeting"');
    put(model, change);
    expect([...model.table('lever').values()].map((row) => row.session)).toEqual([other]);
    expect(new Set([...model.table('slide').values()].map((row) => row.session))).toEqual(new Set([other]));
    expect(removeSession(model, session)).toBe('This board session is no longer in the document.');
  });

  it('is moved and edited, within what it may hold', () => {
    const { model, session } = withSession();
    const other = put(model, addSession(model, 'June', 1));
    put(model, moveSession(model, other, 0));
    expect(orderedSessions(model).map(({ id }) => id)).toEqual([other, session]);
    put(model, editSession(model, session, { minimumPupils: 20 }, 'fewest pupils shown → 20'));
    expect(model.get('boardSession', session)?.minimumPupils).toBe(20);
    expect(editSession(model, session, { minimumPupils: 1_001 }, '')).toContain('from 0 to 1,000');
    expect(editSession(model, session, { minimumPupils: 1.5 }, '')).toContain('whole number');
    expect(editSession(model, session, { hidden: '{"source":1}' }, '')).toContain('cannot be read');
    expect(editSession(model, session, { hidden: 'x'.repeat(4_001) }, '')).toContain('Hide less');
  });

  it('is refused when the document is full', () => {
    const model = new Model(smallDistrict());
    for (let at = 0; at < LIMITS.boardSessions; at++) {
      const made = addSession(model, `Session ${at}`, at);
      if (typeof made === 'string') throw new Error(made);
      applyOps(model, made.change.ops);
    }
    expect(findExceededLimit(model)).toBeNull();
    expect(addSession(model, 'One more', 1)).toBe('A document holds at most 50 board sessions. Remove one first.');
    expect(duplicateSession(model, 1)).toContain('at most 50');
    const [first] = orderedSessions(model);
    model.put({ table: 'boardSession', before: null, after: { ...first!, id: 99, name: 'Forced in' } });
    expect(findExceededLimit(model)).toContain('50 board sessions');
  });
});

describe('slides', () => {
  it('are put behind another one or at the end, copied, moved and removed', () => {
    const { model, session } = withSession();
    const [first] = orderedSlides(model, session);
    const school = put(model, addSlide(model, session, 'school', first!.id));
    const text = put(model, addSlide(model, session, 'text'));
    expect(kinds(model, session).slice(0, 3)).toEqual(['headline', 'school', 'winnersAndLosers']);
    expect(kinds(model, session).at(-1)).toBe('text');
    const copy = put(model, duplicateSlide(model, first!.id));
    expect(
      orderedSlides(model, session)
        .map(({ id }) => id)
        .slice(0, 3),
    ).toEqual([first!.id, copy, school]);
    put(model, moveSlide(model, text, 1));
    expect(orderedSlides(model, session)[1]?.id).toBe(text);
    put(model, moveSlide(model, text, 99));
    expect(orderedSlides(model, session).at(-1)?.id).toBe(text);
    put(model, removeSlide(model, school));
    expect(orderedSlides(model, session).map(({ id }) => id)).not.toContain(school);
    expect(removeSlide(model, school)).toBe('This slide is no longer in the document.');
    put(model, addSlide(model, session, 'text', first!.id));
    expect(kinds(model, session)[1]).toBe('text');
  });

  it('say what was changed about them', () => {
    const { model, session } = withSession();
    const id = orderedSlides(model, session)[0]?.id ?? 0;
    expect(label(editSlide(model, id, { title: 'Where we are' }))).toBe('Slide Headline numbers: title → Where we are');
    put(model, editSlide(model, id, { title: 'Where we are', options: '{"count":5}' }));
    expect(label(editSlide(model, id, { notes: 'Slowly.' }))).toBe('Slide Where we are: notes');
    put(model, editSlide(model, id, { kind: 'text' }));
    expect(model.get('slide', id)).toMatchObject({ kind: 'text', options: '{"count":5}' });
  });

  it('hold what the document can hold', () => {
    const { model, session } = withSession();
    const id = orderedSlides(model, session)[0]?.id ?? 0;
    expect(editSlide(model, id, { title: 'x'.repeat(201) })).toContain('at most 200 characters');
    expect(editSlide(model, id, { notes: 'x'.repeat(4_001) })).toContain('at most 4,000 characters');
    expect(editSlide(model, id, { options: 'x'.repeat(10_001) })).toContain('Choose less');
    expect(editSlide(model, id, { kind: 'film' })).toBe('There is no such kind of slide.');
    expect(addSlide(model, session, 'film')).toBe('There is no such kind of slide.');
    expect(addSlide(model, 99, 'text')).toBe('This board session is no longer in the document.');
    while (orderedSlides(model, session).length < LIMITS.slides) {
      const made = addSlide(model, session, 'text');
      if (typeof made === 'string') throw new Error(made);
      applyOps(model, made.change.ops);
    }
    expect(addSlide(model, session, 'text')).toBe('A board session holds at most 100 slides. Remove one first.');
    expect(duplicateSlide(model, id)).toContain('at most 100 slides');
  });
});

describe('levers', () => {
  it('are added once, moved, edited and removed', () => {
    const { model, session } = withSession();
    const first = put(model, addLever(model, session, lever));
    const floor = suggestLever(model, 1, leverTarget('holdHarmless'));
    if (typeof floor === 'string') throw new Error(floor);
    const second = put(model, addLever(model, session, floor));
    expect(addLever(model, session, { ...lever, maximum: 20_000 })).toBe(
      'Poverty weight, High has a lever in this session already.',
    );
    put(model, moveLever(model, second, 0));
    expect(orderedLevers(model, session).map(({ id }) => id)).toEqual([second, first]);
    const edit = editLever(model, first, { label: 'Poverty', maximum: 20_000, step: 500 });
    expect(label(edit)).toBe('Lever Poverty weight, High: name → Poverty, to 2.00, step 0.05');
    put(model, edit);
    put(model, removeLever(model, second));
    expect(orderedLevers(model, session)).toMatchObject([{ id: first, label: 'Poverty', maximum: 20_000 }]);
    expect(removeLever(model, second)).toBe('This lever is no longer in the document.');
  });

  it('have limits that make a slider', () => {
    const { model, session } = withSession();
    const said = (fields: Partial<typeof lever>): string => label(addLever(model, session, { ...lever, ...fields }));
    expect(said({ minimum: 10_000 })).toBe('The upper limit must be above the lower, which is 1.00.');
    expect(said({ minimum: -1 })).toContain('between 0.00 and 1,000.00');
    expect(said({ maximum: LIMITS.weightUnits + 1 })).toContain('between 0.00 and 1,000.00');
    expect(said({ step: 0 })).toContain('at most the whole way, 1.00');
    expect(said({ step: 10_001 })).toContain('at most the whole way, 1.00');
    expect(said({ step: 0.5 })).toContain('are numbers');
    expect(said({ label: 'x'.repeat(201) })).toContain('at most 200 characters');
    put(model, addLever(model, session, { ...lever, step: 10_000 }));
  });

  it('are as many as fit beside a slide', () => {
    const { model, session } = withSession();
    const place = (at: number) => leverTarget('enrollment', { level: `L${at}` });
    for (let at = 0; at < LIMITS.levers; at++) {
      const made = addLever(model, session, { ...lever, ...place(at) });
      if (typeof made === 'string') throw new Error(made);
      applyOps(model, made.change.ops);
    }
    expect(addLever(model, session, lever)).toBe('A board session holds at most 24 levers. Remove one first.');
  });

  it('follow the name of their weight set, unless another scenario has one of the old name', () => {
    const { model, session } = withSession();
    const id = put(model, addLever(model, session, lever));
    const rename = (scenario: number, to: string): void => {
      const change = renameWeightSet(
        model,
        scenario,
        model.ordered('weightSet').find((set) => set.scenario === scenario)!.weightSet,
        to,
      );
      if (typeof change === 'string') throw new Error(change);
      applyOps(model, change.ops);
    };
    rename(1, 'Weights 2027');
    expect(model.get('lever', id)?.weightSet).toBe('Weights 2027');
    expect(leverValue(model, 1, model.get('lever', id)!)).toBe(2_300);
    const second = addScenario(model, 1, 'Plan B');
    rename(1, 'Weights A');
    expect(leverValue(model, second, model.get('lever', id)!)).toBe(2_300);
    rename(second, 'Weights B');
    expect(model.get('lever', id)?.weightSet).toBe('Weights B');
  });

  it('stay when what they move is removed, and say so', () => {
    const { model, session } = withSession();
    model.put({ table: 'weightSet', before: null, after: { scenario: 1, weightSet: 'Spare', position: 1 } });
    const id = put(model, addLever(model, session, { ...lever, weightSet: 'Spare' }));
    const change = removeWeightSet(model, 1, 'Spare');
    if (typeof change === 'string') throw new Error(change);
    applyOps(model, change.ops);
    expect(leverValue(model, 1, model.get('lever', id)!)).toBe('This scenario has no weight set "Spare".');
  });
});
