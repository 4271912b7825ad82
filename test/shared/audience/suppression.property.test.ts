import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymousCode, anonymousNumbers } from '../../../src/shared/audience/anonymousNumbers.ts';
import { type CountedSchools, findUnseen, findUnseenLevels } from '../../../src/shared/audience/findUnseen.ts';
import { type SeenDistrict, seeTogether } from '../../../src/shared/audience/SeenDistrict.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { equityBoard } from '../../../src/shared/equity/equityBoard.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { actualsPicture } from '../../../src/shared/pictures/actualsPicture.ts';
import { needGroupsPicture } from '../../../src/shared/pictures/needGroupsPicture.ts';
import { netLinePicture } from '../../../src/shared/pictures/netLinePicture.ts';
import type { Picture } from '../../../src/shared/pictures/Picture.ts';
import { scatterPicture } from '../../../src/shared/pictures/scatterPicture.ts';
import { tableCsv } from '../../../src/shared/pictures/tableText.ts';
import { writeSvg } from '../../../src/shared/pictures/writeSvg.ts';
import type { Audience } from '../../../src/shared/session/Audience.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';

const SIZE = { width: 800, height: 500 };

const audiences: fc.Arbitrary<Audience> = fc.record({
  minimumPupils: fc.integer({ min: 1, max: 1_000 }),
  schoolNames: fc.constantFrom('shown', 'anonymous'),
  scenarioNames: fc.constantFrom('shown', 'masked'),
  hidden: fc.constant(new Set<string>()),
  nameSeed: fc.integer({ min: 0, max: 0xffff_ffff }),
});

/** Names that no number, code or word of a picture could hold by chance. */
const markOf = (code: string): string => `«${code}»`;

/** Districts in which small schools are as common as large ones. */
const districts = fc
  .tuple(arbitraryRows({ maxSchools: 25, formulas: false }), fc.infiniteStream(fc.integer({ min: 0, max: 60 })))
  .map(([rows, sizes]) => {
    const all = rows.need?.[0]?.code;
    return new Model({
      ...rows,
      school: (rows.school ?? []).map((row) => ({
        ...row,
        code: markOf(row.code),
        name: `name of ${markOf(row.code)}`,
      })),
      enrollment: (rows.enrollment ?? []).map((row) => {
        const size = sizes.next().value ?? 0;
        const small = size % 3 === 0 ? row.count : size * 100;
        return { ...row, school: markOf(row.school), ...(row.need === all ? { count: small } : {}) };
      }),
      tableAmount: (rows.tableAmount ?? []).map((row) => ({ ...row, school: markOf(row.school) })),
      currentBudget: (rows.currentBudget ?? []).map((row) => ({ ...row, school: markOf(row.school) })),
      measure: (rows.measure ?? []).map((row) => ({ ...row, school: markOf(row.school) })),
    });
  });

/** All that the equity board writes of what is seen: drawings, tips, tables and sentences. */
function everythingWritten(seen: SeenDistrict): string {
  const data = seen.equityData();
  const baseline = { data, amount: 'current', name: 'current budgets' } as const;
  const board = equityBoard(data, {
    amount: 'total',
    weighting: 'pupils',
    groups: 5,
    stack: 'source',
    levels: true,
    logSize: true,
    baseline,
    actual: 'current',
  });
  const { scatter, arrows, groups, actuals, netLines } = board;
  const before = { name: 'current budgets', scatter: board.baselineScatter!, arrows };
  const pictures: Picture[] = [
    scatterPicture({ data, amount: 'total', against: board.need, scatter, before, high: null, picked: null }, SIZE),
    needGroupsPicture(
      { groups, dataName: data.name, before: null, code: (row) => data.code(row), writeNeed: String },
      SIZE,
    ),
    netLinePicture({ lines: netLines, amountLabel: 'Total', unit: 'share' }, SIZE),
    actualsPicture({ actuals: actuals!, dataName: data.name, writeNeed: String }, SIZE),
  ];
  return [
    ...pictures.flatMap((picture) => [
      writeSvg(picture, { footer: '' }),
      tableCsv(picture.table()),
      JSON.stringify(picture),
      ...picture.places.map((_, place) => JSON.stringify(picture.placeText(place))),
    ]),
    JSON.stringify(board),
    JSON.stringify(data.leftOut),
    ...seen.calculation.schools.flatMap((_, school) => [seen.code(school), seen.name(school)]),
  ].join('\n');
}

describe('what an audience is shown', () => {
  it('never holds the code or the name of a school that it does not see, nor any where schools are anonymous', () => {
    fc.assert(
      fc.property(districts, audiences, (model, audience) => {
        const calculation = new Calculation(model, 1);
        const [seen] = seeTogether([calculation], audience);
        const written = everythingWritten(seen!);
        for (const [school, { code }] of calculation.schools.entries()) {
          const isNamed = seen!.isSeen(school) && audience.schoolNames === 'shown';
          expect(written.includes(code)).toBe(isNamed);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('is the same for statistics as if the hidden schools were none of the district', () => {
    fc.assert(
      fc.property(districts, audiences, (model, audience) => {
        const calculation = new Calculation(model, 1);
        const [seen] = seeTogether([calculation], { ...audience, schoolNames: 'shown' });
        const data = seen!.equityData();
        const codes = [...data.rows.keys()].map((row) => data.code(row));
        expect(codes).toEqual(
          calculation.schools.flatMap(({ code }, school) =>
            seen!.isSeen(school) && calculation.results.pupils[school]! > 0 ? [code] : [],
          ),
        );
        for (const pupils of data.pupils) expect(seen!.seesGroup(pupils)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** Several calculations of the same schools, many of them small, some without pupils. */
const counted: fc.Arbitrary<CountedSchools[]> = fc
  .record({ schools: fc.integer({ min: 1, max: 14 }), levels: fc.integer({ min: 1, max: 4 }) })
  .chain(({ schools, levels }) =>
    fc
      .tuple(
        fc.array(fc.integer({ min: -1, max: levels - 1 }), { minLength: schools, maxLength: schools }),
        fc.array(
          fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 900 })), {
            minLength: schools,
            maxLength: schools,
          }),
          { minLength: 1, maxLength: 3 },
        ),
      )
      .map(([level, pupils]) =>
        pupils.map((each) => ({
          pupils: Float64Array.from(each, (whole) => whole * 100),
          level: Int32Array.from(level),
          levels,
        })),
      ),
  );
const minimums = fc.integer({ min: 1, max: 50 }).map((pupils) => pupils * 100);

const rest = ({ pupils, level }: CountedSchools, unseen: Uint8Array, of: number | null): number[] =>
  [...pupils].filter((each, school) => each > 0 && unseen[school] === 1 && (of === null || level[school] === of));
const isHad = (left: readonly number[], minimum: number): boolean =>
  left.length === 1 || (left.length > 1 && left.reduce((sum, each) => sum + each, 0) < minimum);

describe('which schools are hidden', () => {
  it('are all the small ones of any calculation, and those without pupils in all', () => {
    fc.assert(
      fc.property(counted, minimums, (all, minimum) => {
        const { schools, covers } = findUnseen(all, minimum);
        for (let school = 0; school < schools.length; school++) {
          const pupils = all.map((each) => each.pupils[school]!);
          const isSmall = pupils.some((each) => each > 0 && each < minimum) || pupils.every((each) => each === 0);
          expect(schools[school] === 1).toBe(isSmall || covers.has(school));
        }
      }),
    );
  });

  it('leave no total from which one of them, or too few pupils, could be had while any school could cover it', () => {
    fc.assert(
      fc.property(counted, minimums, (all, minimum) => {
        const { schools } = findUnseen(all, minimum);
        for (const each of all) {
          for (const level of [null, ...Array.from({ length: each.levels + 1 }, (_, at) => at - 1)]) {
            if (!isHad(rest(each, schools, level), minimum)) continue;
            // Then nobody of that part is left to be seen.
            const left = [...each.pupils].filter(
              (pupils, school) =>
                pupils > 0 && schools[school] === 0 && (level === null || each.level[school] === level),
            );
            expect(left).toEqual([]);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leave no level whose total gives one away, nor one that follows from the others', () => {
    fc.assert(
      fc.property(counted, minimums, (all, minimum) => {
        const { schools } = findUnseen(all, minimum);
        for (const each of all) {
          const unseen = findUnseenLevels(each, schools, minimum);
          for (let level = 0; level < each.levels; level++) {
            if (unseen[level] === 0) expect(isHad(rest(each, schools, level), minimum)).toBe(false);
          }
          const hidden = unseen.reduce((sum, is) => sum + is, 0);
          const others = [...each.pupils.keys()].filter(
            (school) => each.pupils[school]! > 0 && each.level[school]! >= 0 && unseen[each.level[school]!] === 0,
          );
          const isStray = isHad(rest(each, schools, -1), minimum);
          if (hidden === 1 && !isStray) expect(others).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('stay the same while nothing moves, with former covers as without', () => {
    fc.assert(
      fc.property(counted, minimums, (all, minimum) => {
        const once = findUnseen(all, minimum);
        expect(findUnseen(all, minimum, once.covers)).toEqual(once);
      }),
    );
  });

  it('are the former covers again while these still do', () => {
    const at = (a: number, b: number): CountedSchools[] => [
      { pupils: Float64Array.of(600, a, b, 90_000), level: new Int32Array(4), levels: 1 },
    ];
    const first = findUnseen(at(3_000, 3_100), 1_000);
    expect([...first.covers]).toEqual([1]);
    expect([...findUnseen(at(3_200, 3_100), 1_000).covers]).toEqual([2]);
    expect([...findUnseen(at(3_200, 3_100), 1_000, first.covers).covers]).toEqual([1]);
  });
});

describe('numbers of anonymous schools', () => {
  const codes = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 200 });

  it('are a permutation, the same whatever the order of the list', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 2 ** 40 }), (list, seed) => {
        const numbers = anonymousNumbers(list, seed);
        expect([...numbers].sort((a, b) => a - b)).toEqual(list.map((_, at) => at + 1));
        const turned = anonymousNumbers([...list].reverse(), seed);
        expect([...turned].reverse()).toEqual([...numbers]);
      }),
    );
  });

  it('are others with another seed, and tell nothing of the order of codes', () => {
    const list = Array.from({ length: 1_500 }, (_, at) => String(1_000 + at));
    const [a, b] = [anonymousNumbers(list, 1), anonymousNumbers(list, 2)];
    for (const numbers of [a, b]) {
      // Rank correlation of code and number: chance alone stays within three times 1/√1500.
      const mean = 750.5;
      let together = 0;
      let squares = 0;
      for (const [at, number] of numbers.entries()) {
        together += (at + 1 - mean) * (number - mean);
        squares += (at + 1 - mean) ** 2;
      }
      expect(Math.abs(together / squares)).toBeLessThan(0.08);
    }
    expect([...a].filter((number, at) => number === b[at]).length).toBeLessThan(12);
  });

  it('have codes as wide as the last one', () => {
    expect([anonymousCode(17, 640), anonymousCode(17, 10_000), anonymousCode(9, 9)]).toEqual([
      'S017',
      'S00017',
      'S009',
    ]);
  });
});
