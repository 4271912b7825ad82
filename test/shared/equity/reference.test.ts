import { describe, expect, it } from 'vitest';
import { halfWidthT, twoSidedT, upperF } from '../../../src/shared/equity/distributions.ts';
import { fitLine } from '../../../src/shared/equity/fitLine.ts';
import { inequality } from '../../../src/shared/equity/inequality.ts';
import { type LinearModel, linearModel } from '../../../src/shared/equity/linearModel.ts';
import reference from '../../fixtures/equity/reference.json' with { type: 'json' };

/** Numbers computed by R with the script beside the file; `made` names R's version and the command. */
const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? NaN);
const amount = numbers(reference.amount);
const pov = numbers(reference.pov);
const el = numbers(reference.el);
const sped = numbers(reference.sped);
const pupils = numbers(reference.pupils);
const size = pupils.map(Math.log);
const isLevel = (code: string): Float64Array => Float64Array.from(reference.level, (level) => (level === code ? 1 : 0));
const ms = isLevel('MS');
const hs = isLevel('HS');

/** Equal to nine significant digits; what R leaves out is NaN here. */
function agree(ours: ArrayLike<number>, theirs: readonly (number | null)[], digits = 9): void {
  expect(ours.length).toBe(theirs.length);
  for (const [at, expected] of theirs.entries()) {
    const own = ours[at]!;
    if (expected === null) expect(own, `value ${at}`).toBeNaN();
    else
      expect(Math.abs(own - expected), `value ${at}: ${own} for ${expected}`).toBeLessThanOrEqual(
        Math.abs(expected) * 10 ** -digits + 1e-300,
      );
  }
}

interface Printed {
  readonly estimate: readonly (number | null)[];
  readonly standardError: readonly (number | null)[];
  readonly t: readonly (number | null)[];
  readonly p: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  readonly sigma: readonly number[];
  readonly rSquared: readonly number[];
  readonly adjustedRSquared: readonly number[];
  readonly f: readonly number[];
  readonly fP: readonly number[];
}

function agreeWithSummary(model: LinearModel, printed: Printed, digits = 9): void {
  for (const column of ['estimate', 'standardError', 't', 'p', 'low', 'high'] as const) {
    agree(
      model.coefficients.map((coefficient) => coefficient[column]),
      printed[column],
      digits,
    );
  }
  agree([model.residualStandardError], printed.sigma, digits);
  agree([model.rSquared], printed.rSquared, digits);
  agree([model.adjustedRSquared], printed.adjustedRSquared, digits);
  agree([model.f, model.modelDegrees, model.residualDegrees], printed.f, digits);
  agree([model.fP], printed.fP, digits);
}

describe('a regression agrees with R’s lm', () => {
  it('by schools', () => {
    agreeWithSummary(linearModel([pov, el, sped, ms, hs, size], amount, null), reference.schools);
  });

  it('by pupils', () => {
    agreeWithSummary(linearModel([pov, el, sped, ms, hs, size], amount, pupils), reference.byPupils);
  });

  it('in which columns are aliased, and says what they follow from', () => {
    const rest = pov.map((share) => 1 - share);
    const half = pov.map((share, at) => 0.5 * share + 0.5 * el[at]!);
    const constant = pov.map(() => 3);
    const model = linearModel([pov, rest, el, constant, half, sped], amount, null);
    agreeWithSummary(model, reference.aliased);
    expect(model.rank).toBe(4);
    expect(model.aliases.map(({ column, of }) => [column, of.map((each) => each.column)])).toEqual([
      [2, [0, 1]],
      [4, [0]],
      [5, [1, 3]],
    ]);
    expect(model.aliases[2]!.of.map(({ factor }) => factor)).toEqual([expect.closeTo(0.5), expect.closeTo(0.5)]);
  });

  it('on Longley’s nearly collinear data', () => {
    const columns = reference.longley.columns.map(numbers);
    agreeWithSummary(linearModel(columns, numbers(reference.longley.y), null), reference.longley.fit, 8);
  });
});

describe('published values', () => {
  it('of Longley’s data: the certified ones of the NIST Statistical Reference Datasets', () => {
    // R's copy of the data has smaller units: a population of 107.608 is 107,608 at NIST.
    const unit = [1, 1, 1000, 10, 10, 1000, 1];
    const columns = reference.longley.columns.map((values, at) =>
      numbers(values).map((value) => value * unit[at + 1]!),
    );
    const y = numbers(reference.longley.y).map((value) => value * 1000);
    const model = linearModel(columns, y, null);
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    agree(
      model.coefficients.map(({ estimate }) => estimate),
      certified.map(([estimate]) => estimate!),
      7,
    );
    agree(
      model.coefficients.map(({ standardError }) => standardError),
      certified.map(([, error]) => error!),
      7,
    );
    agree([model.residualStandardError, model.rSquared], [304.854073561965, 0.995479004577296], 8);
  });
});

describe('a line agrees with R’s lm, predict and rstudent', () => {
  it.each([
    ['by schools', null, reference.line],
    ['by pupils', pupils, reference.lineByPupils],
  ] as const)('%s', (_, weights, printed) => {
    const fit = fitLine(pov, amount, weights)!;
    agree(printed.x.map(fit.line), printed.y);
    agree(
      printed.x.map((x) => fit.confidenceBand(x).low),
      printed.meanLow,
    );
    agree(
      printed.x.map((x) => fit.confidenceBand(x).high),
      printed.meanHigh,
    );
    agree(
      printed.x.map((x) => fit.predictionBand(x).low),
      printed.schoolLow,
    );
    agree(
      printed.x.map((x) => fit.predictionBand(x).high),
      printed.schoolHigh,
    );
    agree(fit.studentised, printed.studentised, 8);
    agree([fit.standardError], printed.sigma);
    agree([fit.rSquared], printed.rSquared);
    agree([fit.slopeError], printed.slopeError);
    agree([fit.slopeP], printed.slopeP);
    agree([fit.slopeLow, fit.slopeHigh], [...printed.low, ...printed.high]);
  });
});

describe('tails agree with R’s pt, pf and qt', () => {
  const { tails } = reference;
  it('of Student’s t', () => {
    agree(
      tails.t.map((t, at) => twoSidedT(t, tails.degrees[at]!)),
      tails.twoSided,
    );
    agree(
      tails.degrees.map((degrees) => halfWidthT(0.95, degrees)),
      tails.reach,
    );
  });
  it('of F', () => {
    agree(
      tails.f.map((f, at) => upperF(f, tails.modelDegrees[at]!, tails.residualDegrees[at]!)),
      tails.upper,
    );
  });
  it('and are absent without degrees of freedom', () => {
    expect([twoSidedT(2, 0), upperF(2, 0, 5), upperF(2, 5, 0), halfWidthT(0.95, 0)]).toEqual([NaN, NaN, NaN, NaN]);
    expect([twoSidedT(Number.POSITIVE_INFINITY, 4), upperF(Number.POSITIVE_INFINITY, 1, 4)]).toEqual([0, 0]);
  });
});

describe('measures of spread', () => {
  it('agree with their definitions written out in R, over each pupil', () => {
    const ours = inequality(amount, pupils);
    agree(
      reference.spread.of.map((name) => ours[name as keyof typeof ours]),
      reference.spread.values,
      10,
    );
  });
});
