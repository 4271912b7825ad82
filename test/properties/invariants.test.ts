import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../src/shared/calc/Calculation.ts';
import { explain } from '../../src/shared/calc/explain/explain.ts';
import { perPupilMatrices } from '../../src/shared/calc/perPupilMatrix.ts';
import { compare } from '../../src/shared/calc/rational.ts';
import { applyOps, setRow } from '../../src/shared/changes/Change.ts';
import { Model, type ModelRows } from '../../src/shared/model/Model.ts';
import { arbitraryModel, arbitraryRows } from '../fixtures/arbitraryModel.ts';
import { Random } from '../fixtures/random.ts';

describe('I1 and I2: every dollar is somewhere', () => {
  it('central + schools + left = amount for every source, and parts sum to totals at every school', () => {
    fc.assert(
      fc.property(arbitraryModel({ maxSchools: 80 }), (model) => {
        const { results } = new Calculation(model, 1);
        for (const source of results.sources) {
          expect(source.centralCents + source.schoolsCents + source.leftCents).toBe(source.amountCents);
          expect(source.amounts.reduce((sum, cents) => sum + cents, 0)).toBe(source.schoolsCents);
        }
        for (let school = 0; school < results.schoolCount; school++) {
          const sum = (status: string) =>
            results.sources.filter((s) => s.status === status).reduce((total, s) => total + s.amounts[school]!, 0);
          expect(results.formula[school]).toBe(sum('unlock'));
          expect(results.grants[school]).toBe(sum('grant'));
          expect(results.locked[school]).toBe(sum('lock'));
          expect(results.total[school]).toBe(results.formula[school]! + results.grants[school]!);
          expect(results.allIn[school]).toBe(results.total[school]! + results.locked[school]!);
          expect(results.restricted[school]! + results.unrestricted[school]!).toBe(results.total[school]);
        }
        expect(results.totals.total).toBe(results.total.reduce((sum, cents) => sum + cents, 0));
        const { revenueCents, centralCents, schoolsCents, leftCents, tiesOut } = results.tieOut;
        expect(centralCents + schoolsCents + leftCents).toBe(revenueCents);
        const isWhole = results.sources.every((source) => !source.stopped && source.leftCents >= 0);
        expect(tiesOut).toBe(isWhole);
      }),
      { numRuns: 200 },
    );
  });
});

describe('I3: to-the-cent pools are used up exactly', () => {
  it('whatever the method', () => {
    fc.assert(
      fc.property(arbitraryModel({ maxSchools: 80 }), (model) => {
        const { results } = new Calculation(model, 1);
        for (const source of results.sources) {
          const isPool = ['weights', 'shares', 'proportional'].includes(source.method);
          if (!isPool || source.stopped || source.rounding === 'rates') continue;
          // Whole dollars leave at most the pool's odd cents; a pool of nothing leaves nothing.
          const odd = source.rounding === 'dollar' ? (source.amountCents - source.heldCents) % 100 : 0;
          expect(source.roundingLeftCents).toBe(odd);
          expect(source.leftCents).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** `1,234.5` as hundredths. */
function hundredths(text: string): bigint {
  const [whole = '0', part = ''] = text.replaceAll(',', '').split('.');
  return BigInt(whole) * 100n + BigInt(part.padEnd(2, '0'));
}

/** Replays `count × rate → line` parts as a person with a desk calculator would, from the text alone. */
function replay(arithmetic: string): bigint {
  let sum = 0n;
  for (const match of arithmetic.matchAll(/([\d,.]+) × ([\d,.]+)(?: → ([\d,.]+))?/g)) {
    const product = hundredths(match[1]!) * hundredths(match[2]!);
    const cents = product / 100n;
    if (match[3] === undefined) expect(product % 100n).toBe(0n);
    else expect(hundredths(match[3])).toBe(cents);
    sum += cents;
  }
  return sum;
}

describe('I4: with published rates, rate × count replayed by hand gives the stated amount', () => {
  it('from the printed explanation alone', () => {
    let replayed = 0;
    fc.assert(
      fc.property(arbitraryModel({ maxSchools: 12, methods: ['weights', 'shares'] }), (model) => {
        const calculation = new Calculation(model, 1);
        const { results } = calculation;
        for (const [at, source] of results.sources.entries()) {
          if (source.stopped || source.rounding !== 'rates') continue;
          for (let school = 0; school < results.schoolCount; school++) {
            const { arithmetic, value } = explain(calculation, { kind: 'amount', school, source: at });
            expect(hundredths(value)).toBe(BigInt(source.amounts[school]!));
            if (arithmetic === '= 0.00') expect(value).toBe('0.00');
            else {
              expect(replay(arithmetic)).toBe(hundredths(value));
              replayed++;
            }
          }
        }
        for (let school = 0; school < results.schoolCount; school++) {
          const { arithmetic, value } = explain(calculation, { kind: 'school', school, figure: 'total' });
          if (arithmetic.includes(' × ')) expect(replay(arithmetic)).toBe(hundredths(value));
        }
      }),
      { numRuns: 100 },
    );
    expect(replayed).toBeGreaterThan(50);
  });
});

describe('I5: the order of schools changes nothing', () => {
  it('nor that of any other rows', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 40 }), fc.integer(), (rows, seed) => {
        const random = new Random(seed);
        const shuffled = Object.fromEntries(
          Object.entries(rows).map(([table, list]) => [table, random.shuffle(list as readonly unknown[])]),
        ) as ModelRows;
        const first = new Calculation(new Model(rows), 1);
        const second = new Calculation(new Model(shuffled), 1);
        expect(second.digest()).toBe(first.digest());
        expect(second.results.findings).toEqual(first.results.findings);
      }),
      { numRuns: 150 },
    );
  });
});

describe('I6: multiplying all counts by k leaves weights unchanged', () => {
  it('and the amounts of pools used up to the cent as well', () => {
    fc.assert(
      fc.property(
        arbitraryRows({ maxSchools: 30, methods: ['weights', 'shares'], valid: true, formulas: false }),
        fc.integer({ min: 2, max: 1000 }),
        (rows, k) => {
          const cent = rows.decision.map((decision) => ({ ...decision, rounding: 'cent' as const }));
          const enrollment = rows.enrollment.map((row) => ({ ...row, count: row.count % 1_000_000 }));
          const multiplied = enrollment.map((row) => ({ ...row, count: row.count * k }));
          const once = new Calculation(new Model({ ...rows, decision: cent, enrollment }), 1);
          const times = new Calculation(new Model({ ...rows, decision: cent, enrollment: multiplied }), 1);
          expect(times.results.formula).toEqual(once.results.formula);
          const before = perPupilMatrices(once);
          const after = perPupilMatrices(times);
          expect(after.map(({ schools }) => schools)).toEqual(before.map(({ schools }) => schools));
          for (const [at, matrix] of before.entries()) {
            for (const [cell, weight] of matrix.weights.entries()) {
              const other = after[at]!.weights[cell] ?? null;
              expect(weight === null).toBe(other === null);
              if (weight && other) expect(compare(weight, other)).toBe(0);
            }
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('I7: with typed rates, one more pupil never lowers a school’s own formula amount', () => {
  it('at any school, level and need', () => {
    fc.assert(
      fc.property(
        arbitraryModel({ maxSchools: 20, methods: ['rates'], formulas: false }),
        fc.integer(),
        (model, seed) => {
          const random = new Random(seed);
          const calculation = new Calculation(model, 1);
          const school = random.whole(0, calculation.schools.length - 1);
          const before = calculation.results.formula[school]!;
          const row = {
            version: 1,
            school: calculation.schools[school]!.code,
            level: random.pick(calculation.levels).code,
            need: random.pick(calculation.needs).code,
          };
          const count = model.get('enrollment', 1, row.school, row.level, row.need)?.count ?? 0;
          const ops = setRow(model, 'enrollment', { ...row, count: count + 100 });
          const wasStopped = calculation.results.sources.some((source) => source.stopped);
          applyOps(model, ops);
          calculation.apply(ops);
          const isStopped = calculation.results.sources.some((source) => source.stopped);
          if (!wasStopped && !isStopped) expect(calculation.results.formula[school]).toBeGreaterThanOrEqual(before);
        },
      ),
      { numRuns: 200 },
    );
  });
});
