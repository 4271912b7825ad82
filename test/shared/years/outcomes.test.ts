import { describe, expect, it } from 'vitest';
import { type OutcomeOptions, spendingAndOutcome } from '../../../src/shared/years/outcomes.ts';
import { type Line, putLines, sketchYears } from './sketchYears.ts';

const SCHOOLS = [
  { code: 'A', pupils: 100, free: 500_000, pov: 10 },
  { code: 'B', pupils: 200, free: 1_200_000, pov: 10 },
  { code: 'C', pupils: 100, free: 700_000, pov: 10 },
];
const year = (name: string, perPupil: readonly number[], reading: readonly (number | null)[]): Line[] =>
  SCHOOLS.flatMap(({ code, pupils }, at): Line[] => [
    [name, code, 'Pupils', '', pupils],
    [name, code, 'Budget', '', pupils * perPupil[at]!],
    ...(reading[at] === null ? [] : [[name, code, 'Reading', '', reading[at]!] as const]),
  ]);
const ask = (part: Partial<OutcomeOptions> = {}): OutcomeOptions => ({
  ...{ outcome: 'Reading', group: '', year: '2024-25', since: '', amount: 'total', isByPupils: false },
  ...part,
});

describe('spending against an outcome', () => {
  it('fits the line of hand', () => {
    const { model, scope } = sketchYears(SCHOOLS, year('2024-25', [5_000, 6_000, 7_000], [40, 45, 56]));
    const found = spendingAndOutcome(model, scope, ask());
    // Slope (56 − 40) ÷ 2,000 dollars; correlation 16 ÷ √(2 × 134) of centred values −1, 0, 1 and −7, −2, 9.
    expect(found.fit!.slope * 1_000).toBeCloseTo(8, 10);
    expect(found.fit!.correlation).toBeCloseTo(16 / Math.sqrt(2 * 134), 10);
    expect(found.sentence).toMatch(/^Where schools have \$1,000 more per pupil, Reading 2024-25 is 8\.0 points higher/);
    expect(found.notes.at(-1)).toContain('nothing of cause');
  });

  it('holds changes against changes', () => {
    const { model, scope } = sketchYears(SCHOOLS, [
      ...year('2023-24', [5_000, 5_000, 5_000], [40, 40, 40]),
      ...year('2024-25', [5_000, 6_000, 7_000], [41, 43, 45]),
    ]);
    const found = spendingAndOutcome(model, scope, ask({ since: '2023-24' }));
    expect(found.points.map(({ x, y }) => [x, y])).toEqual([
      [0, 1],
      [1_000, 3],
      [2_000, 5],
    ]);
    expect(found.fit!.slope * 1_000).toBeCloseTo(2, 10);
    expect(found.sentence).toContain(
      'Where schools gained $1,000 more per pupil, the change of Reading is 2.0 points higher',
    );
  });

  it('takes the scenario’s amount where the year has no budgets, and says so', () => {
    const { model, scope } = sketchYears(SCHOOLS, [
      ['2024-25', 'A', 'Reading', '', 40],
      ['2024-25', 'B', 'Reading', '', 45],
      ['2024-25', 'C', 'Reading', '', 56],
    ]);
    const found = spendingAndOutcome(model, scope, ask());
    expect(found.points.map(({ x }) => x)).toEqual([5_000, 6_000, 7_000]);
    expect(found.notes.join(' ')).toContain('Budgets or pupils of 2024-25 are not given');
    expect(spendingAndOutcome(model, scope, ask({ since: '2022-23' })).problem).toContain(
      'There are no budgets of 2024-25',
    );
  });

  it('leaves schools without both values out and says what cannot be told', () => {
    const { model, scope } = sketchYears(SCHOOLS, year('2024-25', [5_000, 6_000, 7_000], [40, null, 56]));
    const found = spendingAndOutcome(model, scope, ask());
    expect(found.points).toHaveLength(2);
    expect(found.notes).toContain('1 school without both values is left out.');
    const one = sketchYears(SCHOOLS, year('2024-25', [5_000, 6_000, 7_000], [null, null, 56]));
    expect(spendingAndOutcome(one.model, one.scope, ask()).sentence).toContain('Only one school has both');
    const same = sketchYears(SCHOOLS, year('2024-25', [5_000, 5_000, 5_000], [1, 2, 3]));
    expect(spendingAndOutcome(same.model, same.scope, ask()).sentence).toContain('is the same at every school');
    const none = sketchYears(SCHOOLS, year('2024-25', [5_000, 5_000, 5_000], [null, null, null]));
    expect(spendingAndOutcome(none.model, none.scope, ask()).problem).toContain('No school has both');
    expect(spendingAndOutcome(none.model, none.scope, ask({ outcome: 'Budget' })).problem).toContain(
      'No outcome is chosen',
    );
  });

  it('shows no school and no group of a school that may not be seen', () => {
    const lines: Line[] = [
      ...year('2024-25', [5_000, 6_000, 7_000], [40, 45, 56]),
      ...SCHOOLS.flatMap(({ code }, at): Line[] => [
        ['2024-25', code, 'Reading', 'POV', 30 + at],
        ['2024-25', code, 'Pupils', 'POV', at === 0 ? 9 : 20],
      ]),
    ];
    const { model, scope } = sketchYears(SCHOOLS, lines);
    const publicly = {
      ...scope,
      seesSchool: (code: string) => code !== 'C',
      seesGroup: (pupils: number | null) => pupils !== null && pupils >= 1_000,
    };
    expect(spendingAndOutcome(model, publicly, ask()).points.map(({ y }) => y)).toEqual([40, 45]);
    expect(spendingAndOutcome(model, publicly, ask({ group: 'POV' })).points.map(({ y }) => y)).toEqual([31]);
    // 195 of 200 are in poverty: all pupils less them would tell of five.
    putLines(model, [['2024-25', 'B', 'Pupils', 'POV', 195]]);
    expect(spendingAndOutcome(model, publicly, ask({ group: 'POV' })).points).toEqual([]);
  });
});
