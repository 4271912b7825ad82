import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import type { Model } from '../../src/shared/model/Model.ts';
import { arbitraryModel } from '../fixtures/arbitraryModel.ts';
import { oracleSources } from '../fixtures/oracle.ts';

/** Every source of the engine against the same source of the oracle. */
function expectExact(model: Model): void {
  const calculation = new Calculation(model, 1);
  const expected = oracleSources(model);
  expect(calculation.results.sources.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
  for (const [at, source] of calculation.results.sources.entries()) {
    const oracle = expected[at]!;
    const engine = {
      code: source.code,
      isStopped: source.stopped !== null,
      central: source.centralCents,
      schools: source.schoolsCents,
      left: source.leftCents,
      roundingLeft: source.roundingLeftCents,
      amounts: Object.fromEntries(calculation.schools.map(({ code }, school) => [code, source.amounts[school]!])),
    };
    expect(engine).toEqual({
      code: oracle.code,
      isStopped: oracle.isStopped,
      central: Number(oracle.central),
      schools: Number(oracle.schools),
      left: Number(oracle.left),
      roundingLeft: Number(oracle.roundingLeft),
      amounts: Object.fromEntries(
        calculation.schools.map(({ code }) => [code, Number(oracle.amounts.get(code) ?? 0n)]),
      ),
    });
  }
}

describe('results equal exact rational arithmetic', () => {
  it('all statuses, methods and roundings, 1 to 40 schools', () => {
    fc.assert(fc.property(arbitraryModel({ maxSchools: 40 }), expectExact), { numRuns: 300 });
  });

  it('pool methods that never stop, 1 to 300 schools', () => {
    const options = {
      maxSchools: 300,
      maxSources: 2,
      methods: ['weights', 'shares'],
      valid: true,
      formulas: false,
    } as const;
    fc.assert(fc.property(arbitraryModel(options), expectExact), { numRuns: 25 });
  });

  it('many sources with published rates at once, whole pupils and parts of pupils', () => {
    const options = { maxSchools: 30, maxSources: 12, methods: ['weights'], valid: true, formulas: false } as const;
    fc.assert(fc.property(arbitraryModel(options), expectExact), { numRuns: 150 });
  });

  it('5,000 schools', () => {
    const options = {
      minSchools: 5000,
      maxSchools: 5000,
      maxSources: 2,
      methods: ['weights', 'rates'],
      valid: true,
    } as const;
    fc.assert(fc.property(arbitraryModel(options), expectExact), { numRuns: 1 });
  }, 60_000);
});
