import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../../../src/shared/changes/Change.ts';
import { equityData } from '../../../src/shared/equity/EquityData.ts';
import { type BoardOptions, type EquityBoard, equityBoard } from '../../../src/shared/equity/equityBoard.ts';
import { type Answer, answerQuestions } from '../../../src/shared/equity/questions.ts';
import { QUESTIONS } from '../../../src/shared/equity/questionTexts.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { plainSchools, type SchoolSketch, sketchData } from './sketch.ts';

const OPTIONS: BoardOptions = {
  amount: 'total',
  weighting: 'pupils',
  groups: 10,
  stack: 'source',
  levels: true,
  logSize: true,
  actual: 'perPupil:square_feet',
};

/** Everything but functions, as text: two boards of the same numbers are the same text. */
const written = (board: EquityBoard): string =>
  JSON.stringify(board, (_, value: unknown) =>
    typeof value === 'number' && !Number.isFinite(value)
      ? String(value)
      : ArrayBuffer.isView(value)
        ? [...(value as Float64Array)]
        : value,
  );

const withPoverty = (schools: readonly SchoolSketch[]): readonly Answer[] =>
  answerQuestions(sketchData(schools), { amount: 'total', poverty: 'need:POV', englishLearners: 'need:EL' });
const answer = (answers: readonly Answer[], id: Answer['id']): Answer => answers.find((each) => each.id === id)!;

describe('the equity board of the sample district', () => {
  it('after an edit is the board of a new calculation, its baseline as well', () => {
    const model = new Model(sampleModelRows());
    const calculation = new Calculation(model, 1);
    const data = equityData(calculation);
    const draw = (of: typeof data): EquityBoard =>
      equityBoard(of, { ...OPTIONS, baseline: { data: of, amount: 'current', name: 'current budgets' } });
    const first = written(draw(data));
    const weight = [...model.table('weight').values()].find(({ scenario, need }) => scenario === 1 && need === 'POV')!;
    const ops = setRow(model, 'weight', { ...weight, weight: weight.weight + 5_000 });
    applyOps(model, ops);
    calculation.apply(ops);
    data.refresh();
    const second = written(draw(data));
    expect(second).toBe(written(draw(equityData(new Calculation(model, 1)))));
    expect(second).not.toBe(first);
  });

  it('finds poverty by itself, and tells every picture in words', () => {
    const data = equityData(new Calculation(new Model(sampleModelRows()), 1));
    const board = equityBoard(data, { ...OPTIONS, baseline: { data, amount: 'current', name: 'current budgets' } });
    expect(board.need).toBe('need:POV');
    expect(board.netLines.map(({ dataName, points }) => [dataName, points.length])).toEqual([
      [data.name, 21],
      ['current budgets', 21],
    ]);
    expect(board.netLines.map(({ points }) => points.at(-1)!.need)).toEqual([
      board.regression.terms[1]!.most,
      board.regression.terms[1]!.most,
    ]);
    const sentences = [
      board.scatter.sentence,
      board.groups.sentence,
      board.regression.sentence,
      board.actuals!.sentence,
      ...board.netLines.map(({ sentence }) => sentence),
      ...board.measures.measures.map(({ sentence }) => sentence),
      ...board.answers.map(({ sentence }) => sentence),
    ];
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[^a-z].*\.$/);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/);
    }
    // The sum of sources is the bar.
    for (const { dollars, parts } of board.groups.groups) expect(parts.reduce((a, b) => a + b)).toBeCloseTo(dollars, 6);
  });

  it.each([
    ['no schools', []],
    ['one school', [[40, 5_000]]],
    [
      'two schools of the same need and money',
      [
        [40, 5_000],
        [40, 5_000],
      ],
    ],
    ['no money', [10, 20, 30, 40, 50, 60, 70, 80].map((pov) => [pov, 0] as const)],
    [
      'fewer schools than columns',
      [
        [10, 5_000],
        [20, 5_200],
        [30, 5_600],
      ],
    ],
    [
      'a constant need',
      [
        [40, 5_000],
        [40, 5_200],
        [40, 5_600],
        [40, 6_000],
        [40, 6_100],
        [40, 7_000],
        [40, 7_700],
        [40, 8_000],
      ],
    ],
  ] as const)('speaks in whole sentences of a district with %s', (_, pairs) => {
    const data = sketchData(plainSchools(pairs));
    const board = equityBoard(data, {
      ...OPTIONS,
      actual: null,
      need: 'need:POV',
      baseline: { data, amount: 'current', name: 'current budgets' },
    });
    const text = [
      board.scatter,
      board.groups,
      board.regression,
      ...board.netLines,
      ...board.measures.measures,
      ...board.answers,
    ].map(({ sentence }) => sentence);
    for (const sentence of text) {
      expect(sentence).toMatch(/^[^a-z].*\.$/);
      expect(sentence).not.toMatch(/NaN|Infinity|undefined|null/);
    }
    expect(board.regression.problem ?? board.netLines[0]!.problem).not.toBeNull();
  });
});

describe('the guidebook’s opening questions', () => {
  const following = plainSchools([
    [10, 5_000],
    [30, 5_500],
    [50, 6_000],
    [70, 6_400],
    [90, 7_100],
  ]);

  it('are all there, answered or told why not', () => {
    const answers = withPoverty(following);
    expect(answers.map(({ id }) => id)).toEqual(Object.keys(QUESTIONS));
    for (const { isAnswered, figure, picture } of answers)
      expect([Number.isNaN(figure), picture === null]).toEqual([!isAnswered, !isAnswered]);
    expect(answers.filter(({ isAnswered }) => isAnswered).map(({ id }) => id)).toEqual([
      'needier',
      'poverty',
      'control',
      'controlForAll',
      'controlByNeed',
    ]);
    expect(answer(answers, 'actualSalaries').sentence).toBe(
      'No actual salary costs are given. Add them as a measure of each school.',
    );
  });

  it('say yes, no, and against the need', () => {
    expect(answer(withPoverty(following), 'needier')).toMatchObject({
      sentence:
        'Yes: the fifth with the most need has $7,100 per pupil, $2,100 (42.0%) more than the fifth with the least.',
      figure: 2_100,
      picture: 'deciles',
    });
    expect(answer(withPoverty(following), 'poverty').sentence).toMatch(
      /^A clear difference: the fifth with the most Need POV has \$2,100 \(42\.0%\) more per pupil than the fifth with the least \(R² 0\.99, p < 0\.001\)\.$/,
    );
    const against = withPoverty(
      plainSchools([
        [10, 7_000],
        [30, 6_500],
        [50, 6_000],
        [70, 5_400],
        [90, 5_100],
      ]),
    );
    expect(answer(against, 'needier').sentence).toMatch(/^No: .* \$1,900 \(27\.1%\) less than/);
    expect(answer(against, 'poverty').sentence).toMatch(/^A difference against the need: /);
    const unclear = withPoverty(
      plainSchools([
        [10, 5_000],
        [30, 7_000],
        [50, 5_200],
        [70, 6_800],
        [90, 5_100],
      ]),
    );
    expect(answer(unclear, 'poverty').sentence).toMatch(/^No clear difference: /);
    const equal = withPoverty(
      plainSchools([
        [10, 5_000],
        [30, 5_000],
        [50, 5_000],
      ]),
    );
    expect(answer(equal, 'needier').sentence).toBe(
      'No: the fifth with the most need has $5,000 per pupil, the same as the fifth with the least.',
    );
  });

  it('tell over what schools have control, by need', () => {
    const tied = following.map((school, at) => ({
      ...school,
      free: school.free * (1 - at / 10),
      restricted: (school.free * at) / 10,
    }));
    const answers = withPoverty(tied);
    expect(answer(answers, 'control')).toMatchObject({ figure: 1, picture: 'tie-out' });
    expect(answer(answers, 'controlForAll').sentence).toBe(
      'At the median school 80.0% of the money is unrestricted; from the lowest to the highest school it is 60.0% to 100.0%.',
    );
    expect(answer(answers, 'controlByNeed').sentence).toBe(
      '60.0% of the money is unrestricted in the fifth with the most Need POV, 100.0% in the fifth with the least.',
    );
    expect(answer(answers, 'controlByNeed').figure).toBeCloseTo(-0.4, 12);
  });

  it('use measures of teachers and outcomes where they are given', () => {
    const measured = following.map((school, at) => ({
      ...school,
      measures: { years: String(20 - 3 * at), score: String(at % 2) },
    }));
    const answers = answerQuestions(sketchData(measured), {
      amount: 'total',
      poverty: 'need:POV',
      experience: 'measure:years',
      outcome: 'measure:score',
    });
    expect(answer(answers, 'experience')).toMatchObject({
      sentence: 'years is lower where Need POV is higher (correlation −1.00, p < 0.001).',
      isAnswered: true,
    });
    expect(answer(answers, 'outcomes').sentence).toMatch(/this says nothing of cause/);
    expect(answer(answers, 'turnover').isAnswered).toBe(false);
  });
});
