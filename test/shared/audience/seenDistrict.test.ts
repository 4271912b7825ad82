import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeTogether, WHAT_IF_NAME } from '../../../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../../../src/shared/changes/Change.ts';
import { createScenario } from '../../../src/shared/changes/scenarios.ts';
import { highNeed } from '../../../src/shared/equity/highNeed.ts';
import { needAndSpending } from '../../../src/shared/equity/needAndSpending.ts';
import { needGroups } from '../../../src/shared/equity/needGroups.ts';
import { scatterPicture } from '../../../src/shared/pictures/scatterPicture.ts';
import { type Audience, SEES_EVERYTHING } from '../../../src/shared/session/Audience.ts';
import { type SchoolSketch, sketchCalculation, sketchData } from '../equity/sketch.ts';

const PUBLIC: Audience = { ...SEES_EVERYTHING, minimumPupils: 10, nameSeed: 7 };

const school = (code: string, pupils: number, level = 'ES'): SchoolSketch => ({
  code,
  pupils,
  level,
  pov: Math.floor(pupils / 3),
  el: Math.floor(pupils / 5),
  free: pupils * 6_000 + 10_000,
});

const unseen = (schools: readonly SchoolSketch[], audience: Audience = PUBLIC): string[] => {
  const calculation = sketchCalculation(schools);
  const [seen] = seeTogether([calculation], audience);
  return calculation.schools.flatMap(({ code }, at) => (seen!.isSeen(at) ? [] : [code]));
};

describe('which schools an audience sees', () => {
  it('are all, in the order and under the names they have, where nothing is held back', () => {
    const calculation = sketchCalculation([school('A', 3), school('B', 0), school('C', 40)]);
    const [seen] = seeTogether([calculation], SEES_EVERYTHING);
    expect([0, 1, 2].map((at) => [seen!.isSeen(at), seen!.code(at), seen!.name(at)])).toEqual([
      [true, 'A', 'School A'],
      [true, 'B', 'School B'],
      [true, 'C', 'School C'],
    ]);
    expect([seen!.unseenCount, seen!.note, seen!.isSeen(3), seen!.schoolIndex('Z')]).toEqual([0, null, false, -1]);
  });

  it('are those of the minimum of pupils and more', () => {
    expect(unseen([school('A', 9), school('B', 10), school('C', 8), school('D', 400)])).toEqual(['A', 'C']);
  });

  it('are fewer by the next smallest where a total would give the only hidden one away', () => {
    expect(unseen([school('A', 6), school('B', 40), school('C', 300), school('D', 30)])).toEqual(['A', 'D']);
  });

  it('are fewer by the next smallest where the hidden ones together are still too few', () => {
    expect(unseen([school('A', 3), school('B', 4), school('C', 300), school('D', 30)])).toEqual(['A', 'B', 'D']);
  });

  it('cover a hidden one in its own level, for levels have totals', () => {
    const schools = [school('A', 6, 'HS'), school('B', 500, 'HS'), school('C', 9), school('D', 20), school('E', 15)];
    expect(unseen(schools)).toEqual(['A', 'B', 'C', 'E']);
  });

  it('cover a hidden one among those that have a current budget, of which alone gains and losses are told', () => {
    const old = (code: string, pupils: number): SchoolSketch => ({ ...school(code, pupils), current: [90_000, null] });
    // B has opened since: less the schools shown, what all have gained would be of A alone.
    const schools = [old('A', 6), school('B', 20), old('C', 30), old('D', 300)];
    expect(unseen(schools)).toEqual(['A', 'B', 'C']);
    expect(unseen(schools, { ...PUBLIC, hidden: new Set(['current']) })).toEqual(['A', 'B']);
    expect(unseen([old('A', 6), old('B', 20), old('C', 30), old('D', 300)])).toEqual(['A', 'B']);
  });

  it('follow current budgets as they come and go', () => {
    const old = (code: string, pupils: number): SchoolSketch => ({ ...school(code, pupils), current: [90_000, null] });
    const calculation = sketchCalculation([old('A', 6), old('B', 20), old('C', 30), old('D', 300)]);
    const { model } = calculation.plan;
    const [seen] = seeTogether([calculation], PUBLIC);
    expect([0, 1, 2, 3].map((at) => seen!.isSeen(at))).toEqual([false, false, true, true]);
    const row = [...model.table('currentBudget').values()].find((each) => each.school === 'B')!;
    const ops = [{ table: 'currentBudget' as const, before: row, after: null }];
    applyOps(model, ops);
    calculation.apply(ops);
    expect([0, 1, 2, 3].map((at) => seen!.isSeen(at))).toEqual([false, false, false, true]);
  });

  it('leave out schools without pupils, which neither need a cover nor make one', () => {
    expect(unseen([school('A', 0), school('B', 40), school('C', 300)])).toEqual(['A']);
    expect(unseen([school('A', 0), school('B', 6), school('C', 40), school('D', 300)])).toEqual(['A', 'B', 'C']);
  });

  it('say how many are not shown, and what statistics are of', () => {
    const note = (schools: readonly SchoolSketch[]): string | null =>
      seeTogether([sketchCalculation(schools)], PUBLIC)[0]!.note;
    const told = 'Statistics are of the schools shown, totals of all.';
    expect(note([school('A', 9), school('B', 8), school('C', 40)])).toBe(
      `Schools with fewer than 10 pupils are not shown (2 schools). ${told}`,
    );
    expect(note([school('A', 9), school('B', 80), school('C', 40)])).toBe(
      `Schools with fewer than 10 pupils are not shown, nor are those they could be worked out from (2 schools). ${told}`,
    );
    expect(note([school('A', 10), school('B', 80)])).toBeNull();
  });

  it('do not tell of a level of one small school by its total, nor by that of all others', () => {
    const levels = [school('A', 6, 'HS'), school('B', 40, 'MS'), school('C', 30), school('D', 60), school('E', 50)];
    const [seen] = seeTogether([sketchCalculation(levels)], PUBLIC);
    // ES, MS, HS: the high school is alone, and the middle schools are the fewest pupils beside it.
    expect([0, 1, 2].map((level) => seen!.seesLevel(level))).toEqual([true, false, false]);
    const [open] = seeTogether([sketchCalculation([school('A', 60, 'HS'), school('B', 40, 'MS')])], PUBLIC);
    expect([0, 1, 2].map((level) => open!.seesLevel(level))).toEqual([true, true, true]);
  });
});

/** A second scenario of the same district, with its own counts of pupils. */
function withSecond(schools: readonly SchoolSketch[], pupils: Readonly<Record<string, number>>): Calculation[] {
  const first = sketchCalculation(schools);
  const { model } = first;
  const made = createScenario(model, 1, 'Closing');
  if (typeof made === 'string') throw new Error(made);
  applyOps(model, made.change.ops);
  const added = [...model.table('scenario').values()].find(({ name }) => name === 'Closing')!;
  applyOps(model, [
    { table: 'scenario', before: added, after: { ...added, enrollmentVersion: 77 } },
    ...schools.flatMap(({ code, level = 'ES', pupils: own }) =>
      setRow(model, 'enrollment', {
        version: 77,
        school: code,
        level,
        need: 'ALL',
        count: (pupils[code] ?? own) * 100,
      }),
    ),
  ]);
  return [new Calculation(model, 1), new Calculation(model, added.id)];
}

describe('scenarios shown together', () => {
  const SCHOOLS = [school('A', 12), school('B', 30), school('C', 300), school('D', 200)];
  const shown = (calculations: readonly Calculation[]): boolean[][] =>
    seeTogether(calculations, PUBLIC).map((seen) => [0, 1, 2, 3].map((at) => seen.isSeen(at)));

  it('hide in all what one of them hides', () => {
    const calculations = withSecond(SCHOOLS, { A: 9 });
    expect(shown([calculations[0]!])).toEqual([[true, true, true, true]]);
    // B covers A in the second, and is hidden in the first as well.
    const both = [false, false, true, true];
    expect(shown(calculations)).toEqual([both, both]);
    expect(shown([...calculations].reverse())).toEqual([both, both]);
  });

  it('show a school that one of them closes, for there it has no pupils to tell of', () => {
    expect(shown(withSecond(SCHOOLS, { C: 0 }))).toEqual([
      [true, true, true, true],
      [true, true, true, true],
    ]);
  });

  it('are named by the order of their tabs where names are masked, and by their names where not', () => {
    const calculations = withSecond(SCHOOLS, {});
    const { model, scenarioId } = calculations[1]!;
    const [, masked] = seeTogether(calculations, { ...PUBLIC, scenarioNames: 'masked' });
    expect([masked!.scenarioName(1), masked!.scenarioName(scenarioId)]).toEqual(['Scenario A', 'Scenario B']);
    expect(masked!.equityData().name).toBe('Scenario B');
    expect(masked!.equityData('What-if').name).toBe('What-if');
    const [, named] = seeTogether(calculations, PUBLIC);
    expect([named!.scenarioName(scenarioId), named!.scenarioName(0)]).toEqual(['Closing', WHAT_IF_NAME]);
    for (let at = 0; at < 30; at++) {
      const row = { ...model.get('scenario', 1)!, id: 100 + at, name: `Further ${at}`, position: 100 + at };
      applyOps(model, [{ table: 'scenario', before: null, after: row }]);
    }
    expect([masked!.scenarioName(123), masked!.scenarioName(124)]).toEqual(['Scenario Z', 'Scenario AA']);
  });
});

describe('what moves while it is shown', () => {
  it('hides a school whose pupils fall below the minimum, in every calculation and in held rows', () => {
    const schools = [school('A', 12), school('B', 9), school('C', 300), school('D', 9)];
    const calculations = [sketchCalculation(schools), sketchCalculation(schools)];
    const [first, second] = seeTogether(calculations, PUBLIC);
    const rows = (): string[] => [...second!.equityData().rows.keys()].map((row) => second!.equityData().code(row));
    const data = second!.equityData();
    expect(rows()).toEqual(['A', 'C']);
    const { model } = calculations[0]!;
    const ops = setRow(model, 'enrollment', { version: 1, school: 'A', level: 'ES', need: 'ALL', count: 900 });
    applyOps(model, ops);
    calculations[0]!.apply(ops);
    expect([first!.isSeen(0), second!.isSeen(0), first!.unseenCount]).toEqual([false, false, 3]);
    expect(rows()).toEqual(['C']);
    expect(second!.equityData()).not.toBe(data);
    expect(second!.equityData()).toBe(second!.equityData());
  });

  it('keeps the same rows while money moves', () => {
    const calculation = sketchCalculation([school('A', 12), school('B', 9), school('C', 300), school('D', 9)]);
    const [seen] = seeTogether([calculation], { ...PUBLIC, schoolNames: 'anonymous' });
    const data = seen!.equityData();
    const before = [...data.column('total')];
    const { model } = calculation;
    const ops = setRow(model, 'tableAmount', { scenario: 1, source: 'FREE', school: 'C', amountCents: 500_000_00 });
    applyOps(model, ops);
    calculation.apply(ops);
    expect(seen!.equityData()).toBe(data);
    expect([...data.column('total')]).not.toEqual(before);
  });
});

describe('anonymous schools', () => {
  const SCHOOLS = Array.from({ length: 40 }, (_, at) => school(String(100 + at), 20 + at));
  const ANONYMOUS: Audience = { ...PUBLIC, schoolNames: 'anonymous' };

  it('have numbers, and rows in their order', () => {
    const calculation = sketchCalculation(SCHOOLS);
    const [seen] = seeTogether([calculation], ANONYMOUS);
    const codes = calculation.schools.map((_, at) => seen!.code(at));
    expect(codes.toSorted()).toEqual(Array.from({ length: 40 }, (_, at) => `S${String(at + 1).padStart(3, '0')}`));
    expect(codes).not.toEqual(codes.toSorted());
    expect(seen!.name(codes.indexOf('S017'))).toBe('School 17');
    expect(seen!.schoolIndex('100')).toBe(0);
    expect(seen!.schoolIndex('S017')).toBe(-1);
    const data = seen!.equityData();
    const names = [...data.rows.keys()].map((row) => data.schoolName(row));
    expect(names).toEqual(Array.from({ length: 40 }, (_, at) => `School ${at + 1}`));
    for (const row of data.rows.keys()) {
      expect(data.rowOf(data.rows[row]!)).toBe(row);
      expect(data.column('pupils')[row]).toBe(20 + data.rows[row]!);
    }
  });

  it('are found again in other data, whatever they are called there', () => {
    const [a, b] = [sketchCalculation(SCHOOLS), sketchCalculation(SCHOOLS.slice(0, 30))];
    const here = seeTogether([a], ANONYMOUS)[0]!.equityData();
    const there = seeTogether([b], PUBLIC)[0]!.equityData();
    for (const row of here.rows.keys()) {
      const other = here.rowIn(there, row);
      if (here.rows[row]! >= 30) expect(other).toBe(-1);
      else expect(there.rows[other]).toBe(here.rows[row]);
    }
  });
});

describe('columns that are not for the audience', () => {
  it('are neither read nor named, and their needs are none of the data', () => {
    const calculation = sketchCalculation([school('A', 12), school('B', 90), school('C', 300)]);
    const hidden = new Set(['need:EL', 'source:TIED', 'measure:ward', 'current']);
    const [seen] = seeTogether([calculation], { ...PUBLIC, hidden });
    expect([seen!.isHidden('need:EL'), seen!.isHidden('need:POV')]).toEqual([true, false]);
    const data = seen!.equityData();
    expect(data.needs.map(({ code }) => code)).toEqual(['POV', 'SPED']);
    for (const id of ['need:EL', 'source:TIED', 'measure:ward', 'perPupil:ward', 'current'] as const) {
      expect(() => data.column(id)).toThrow(/not shown to this audience/);
      expect(() => data.label(id)).toThrow(/not shown to this audience/);
    }
    // Less the needs that are shown, all of them are the hidden one.
    expect(() => data.column('allNeeds')).toThrow(/not shown to this audience/);
    expect(() => data.part([0, 1]).column('need:EL')).toThrow(/not shown to this audience/);
  });
});

describe('needs of few pupils at a school', () => {
  const SCHOOLS: SchoolSketch[] = [
    { code: 'A', pupils: 600, pov: 3, el: 590, free: 3_000_000 },
    { code: 'B', pupils: 200, pov: 100, el: 195, free: 1_300_000 },
    { code: 'C', pupils: 400, pov: 400, el: 0, free: 3_000_000 },
    { code: 'D', pupils: 100, pov: 10, el: 10, free: 700_000 },
  ];
  const seen = seeTogether([sketchCalculation(SCHOOLS)], PUBLIC)[0]!.equityData();
  const limits = (id: 'need:POV' | 'need:EL' | 'allNeeds' | 'pupils') =>
    [0, 1, 2, 3].map((row) => seen.shareLimit(row, id));

  it('are told only as being few, or nearly all', () => {
    expect(limits('need:POV')).toEqual([
      { side: 'under', share: 10 / 600 },
      null,
      { side: 'over', share: 1 - 10 / 400 },
      null,
    ]);
    expect(limits('need:EL').map((limit) => limit?.side ?? null)).toEqual([null, 'over', 'under', null]);
    // All needs together, less the one that may be told, is the one that may not.
    expect(limits('allNeeds').map((limit) => limit?.side ?? null)).toEqual(['under', 'under', 'under', 'under']);
    expect(limits('pupils')).toEqual([null, null, null, null]);
    expect([...seen.shownColumn('need:POV')]).toEqual([5 / 600, 0.5, 1 - 5 / 400, 0.1]);
    expect(seen.shownColumn('total')).toBe(seen.column('total'));
    const mine = seeTogether([sketchCalculation(SCHOOLS)], SEES_EVERYTHING)[0]!.equityData();
    expect(mine.shownColumn('need:POV')).toBe(mine.column('need:POV'));
    expect(mine.shareLimit(0, 'need:POV')).toBeNull();
  });

  it('cannot be had from all needs together', () => {
    const two = (poverty: number): ReturnType<typeof limits> => {
      const [district] = seeTogether(
        [sketchCalculation([{ code: 'A', pupils: 600, pov: poverty, el: 300, sped: 100, free: 3_000_000 }])],
        PUBLIC,
      );
      const data = district!.equityData();
      return [data.shareLimit(0, 'allNeeds')].concat([{ side: 'under', share: data.shownColumn('allNeeds')[0]! }]);
    };
    expect(two(3)).toEqual(two(8));
    expect(two(3)[0]).not.toBeNull();
    expect(two(30)[0]).toBeNull();
    expect(two(30)[1]!.share).toBeCloseTo(430 / 600, 12);
  });

  it('move the point and what is told of it, but not the line', () => {
    const mine = sketchData(SCHOOLS);
    const options = { amount: 'total', against: 'need:POV', weighting: 'schools' } as const;
    const [shown, exact] = [needAndSpending(seen, options), needAndSpending(mine, options)];
    expect([shown.fit?.slope, shown.fit?.intercept]).toEqual([exact.fit?.slope, exact.fit?.intercept]);
    expect(shown.x[0]).toBe(5 / 600);
    expect(shown.notes).toContain(
      'Of 2 schools no exact Need POV is shown: too few pupils have the need, or are without it.',
    );
    const input = { data: seen, amount: 'total', against: 'need:POV', before: null, high: null, picked: null } as const;
    const picture = scatterPicture({ ...input, scatter: shown }, { width: 800, height: 400 });
    expect(picture.table().rows.map((row) => row[4])).toEqual(['under 1.7%', 0.5, 'over 97.5%', 0.1]);
    expect(picture.placeText(0).lines).toContainEqual(['Need POV', 'under 1.7%']);
  });

  it('stay out of the range of a group that others bound, and the note says how many', () => {
    const more: SchoolSketch[] = [
      { code: 'E', pupils: 200, pov: 150, free: 1_000_000 },
      { code: 'F', pupils: 20, pov: 18, free: 100_000 },
      { code: 'G', pupils: 500, pov: 470, free: 3_000_000 },
      { code: 'H', pupils: 300, pov: 90, free: 2_000_000 },
      { code: 'I', pupils: 300, pov: 60, free: 2_000_000 },
      { code: 'J', pupils: 300, pov: 240, free: 2_000_000 },
    ];
    const all = seeTogether([sketchCalculation([...SCHOOLS, ...more])], PUBLIC)[0]!.equityData();
    const options = { amount: 'total', by: 'need:POV', groups: 5, equal: 'schools', stack: 'restriction' } as const;
    const found = needGroups(all, options);
    // F could stand anywhere over 50%: the group of J and F does not begin there.
    expect(found.groups.map(({ from, to }) => [from, to])).toEqual([
      [0.1, 0.1],
      [0.2, 0.3],
      [0.5, 0.75],
      [0.8, 0.8],
      [0.94, 0.94],
    ]);
    expect(found.notes).toContain(
      'The ranges leave out 3 schools whose Need POV is not told: too few pupils have the need, or are without it.',
    );
  });

  it('widen the range of a group as far as they could reach, and give no bound to what stands out', () => {
    const options = { amount: 'total', by: 'need:POV', groups: 5, equal: 'schools', stack: 'restriction' } as const;
    const ranges = needGroups(seen, options).groups.map(({ from, to }) => [from, to]);
    expect(ranges[0]).toEqual([0, 10 / 600]);
    expect(ranges.filter(([from]) => Number.isFinite(from)).at(-1)).toEqual([1 - 10 / 400, 1]);
    expect(highNeed(seen, 'need:POV', 0.99).label).toBe('High in Need POV');
    expect(highNeed(sketchData(SCHOOLS), 'need:POV', 0.99).label).toBe('Need POV 100.0% and more');
  });

  it('never appear as a number of their own, whatever the district', () => {
    const schools = fc.array(
      fc.record({ pupils: fc.integer({ min: 0, max: 90 }), pov: fc.integer({ min: 0, max: 90 }) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(schools, fc.integer({ min: 1, max: 30 }), (drawn, minimumPupils) => {
        const sketches = drawn.map(
          ({ pupils, pov }, at): SchoolSketch => ({
            code: String(100 + at),
            pupils,
            pov: Math.min(pov, pupils),
            free: 5_000 * pupils,
          }),
        );
        const [district] = seeTogether([sketchCalculation(sketches)], { ...PUBLIC, minimumPupils });
        const data = district!.equityData();
        const scatter = needAndSpending(data, { amount: 'total', against: 'need:POV', weighting: 'schools' });
        for (const [at, x] of scatter.x.entries()) {
          const { pupils, pov = 0 } = sketches[data.rows[scatter.rows[at]!]!]!;
          const isTold = data.shareLimit(scatter.rows[at]!, 'need:POV') === null;
          expect(isTold).toBe(pov >= minimumPupils && pupils - pov >= minimumPupils);
          // Where it is not told, the place is the same for every count that it could be.
          if (isTold) expect(x).toBe(pov / pupils);
          else
            expect(
              [minimumPupils / 2 / pupils, 1 - minimumPupils / 2 / pupils].some((one) => Math.abs(one - x) < 1e-12),
            ).toBe(true);
        }
      }),
    );
  });
});
