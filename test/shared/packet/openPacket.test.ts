import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeTogether } from '../../../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { addLever } from '../../../src/shared/changes/sessions.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { openPacket } from '../../../src/shared/packet/openPacket.ts';
import { movedSentence } from '../../../src/shared/packet/Packet.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { SEES_EVERYTHING } from '../../../src/shared/session/Audience.ts';
import { scenariosOfSlides } from '../../../src/shared/slides/scenariosOfSlides.ts';
import { targetOf } from '../../../src/shared/whatIf/leverTargets.ts';
import { possibleLevers } from '../../../src/shared/whatIf/possibleLevers.ts';
import { suggestLever } from '../../../src/shared/whatIf/suggestLever.ts';
import { WhatIf } from '../../../src/shared/whatIf/WhatIf.ts';
import { withBoardSession } from '../../fixtures/boardSession.ts';
import { buildDistrict } from '../../fixtures/district.ts';

const AT = '2026-06-01T12:00:00.000Z';
const model = new Model(withBoardSession(sampleModelRows(), {}, [{}]));
for (const kind of ['weight', 'share', 'central', 'holdHarmless', 'enrollment'] as const) {
  const targets = possibleLevers(model, 1).filter(({ target }) => target.kind === kind);
  for (const { target } of targets.slice(0, 3)) {
    const lever = suggestLever(model, 1, target);
    const made = typeof lever === 'string' ? lever : addLever(model, 1, lever);
    if (typeof made !== 'string') applyOps(model, made.change.ops);
  }
}
const levers = [...model.table('lever').values()];

test('a what-if is made anew from what it changes, to the cent, in whatever order they were moved', () => {
  expect(new Set(levers.map(({ kind }) => kind)).size).toBeGreaterThan(3);
  const move = fc.record({ lever: fc.nat({ max: levers.length - 1 }), part: fc.integer({ min: 0, max: 20 }) });
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 6 }), (moves) => {
      const whatIf = new WhatIf(model, 1);
      for (const { lever, part } of moves) {
        const row = levers[lever]!;
        const { minimum, maximum } = row;
        whatIf.hold();
        whatIf.set(targetOf(row), Math.round(minimum + ((maximum - minimum) * part) / 20));
      }
      const moved = new Map(whatIf.moved.map(({ target, to }) => [JSON.stringify(target), to]));
      const stand = levers.flatMap((row) => {
        const value = moved.get(JSON.stringify(targetOf(row)));
        return value === undefined ? [] : [{ id: row.id, value }];
      });
      const packet = openPacket({ model, session: 1, scenario: 1, levers: stand, ops: whatIf.opsFor(model), at: AT });
      expect(packet.calculation.digest()).toBe(whatIf.calculation.digest());
      expect(packet.cover.moved).toHaveLength(stand.length);
    }),
    { numRuns: 60 },
  );
});

test('what was moved is told, but not the number of what is hidden', () => {
  const weight = levers.find(({ kind }) => kind === 'weight')!;
  const central = levers.find(({ kind }) => kind === 'central')!;
  const hidden = JSON.stringify([`source:${central.source}`]);
  const rows = new Model({ ...withBoardSession(sampleModelRows(), { hidden }, [{}]), lever: levers });
  const stand = [weight, central].map((row) => ({ id: row.id, value: row.maximum }));
  const { cover } = openPacket({ model: rows, session: 1, scenario: 1, levers: stand, ops: null, at: AT });
  expect(cover.mark).toBe('WHAT-IF');
  expect(cover.scenario).toBe('What-if from Current plan');
  expect(movedSentence({ ...cover, slides: [] })).toMatch(/^Moved: .+ → .+; A number that is not shown … → …\.$/);
});

test('scenarios that slides name are seen together, all of them where a slide compares all', () => {
  const named = [{ kind: 'headline', options: '{"baseline":"scenario:1"}' }];
  expect(scenariosOfSlides(model, named)).toEqual([1]);
  expect(scenariosOfSlides(model, [{ kind: 'headline', options: '{"baseline":"scenario:9"}' }])).toEqual([]);
  expect(scenariosOfSlides(model, [{ kind: 'scenarios', options: '{}' }])).toEqual([1]);
  expect(scenariosOfSlides(model, [{ kind: 'unheard', options: '{}' }])).toEqual([]);
});

test('the same schools cover the small ones on paper as on the projector, wherever levers stand', () => {
  // All are of the level ES; the pupils of B stand in grades of MS, which the lever lets grow beyond C.
  const cells = [
    ['A', 'ES', 600],
    ['B', 'MS', 4_000],
    ['C', 'ES', 4_500],
    ['D', 'ES', 30_000],
    ['E', 'MS', 30_000],
  ] as const;
  const district = buildDistrict({
    levels: ['ES', 'MS'],
    needs: ['ALL'],
    schools: cells.map(([code]) => ({ code, level: code === 'E' ? 'MS' : 'ES' })),
    counts: cells.map(([code, level, count]) => [code, level, 'ALL', count] as const),
    sources: [],
  });
  const codes = cells.map(([code]) => code);
  const slides = codes.map((code) => ({ kind: 'school', options: JSON.stringify({ school: code }) }));
  const document = new Model(withBoardSession(district.toRows(), {}, slides));
  const growth = targetOf({ ...levers[0]!, kind: 'enrollment', weightSet: '', source: '', level: 'MS', need: '' });
  const whatIf = new WhatIf(document, 1);
  whatIf.set(growth, 500_000);
  const ops = whatIf.opsFor(document);
  expect(ops).toHaveLength(1);
  const packet = openPacket({ model: document, session: 1, scenario: 1, levers: [], ops, at: AT });
  const hidden = codes.filter((_, at) => packet.draw(at).sentence.includes('is not shown'));
  expect(hidden).toEqual(['A', 'B']);
  const [, projected] = seeTogether([new Calculation(document, 1), whatIf.calculation], {
    ...SEES_EVERYTHING,
    minimumPupils: 10,
  });
  expect(codes.filter((code) => projected!.schoolIndex(code) < 0)).toEqual(hidden);
});
