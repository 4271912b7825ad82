import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { explain } from '../../../src/shared/calc/explain/explain.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { enrollmentShock, revenueShock, setShock } from '../../../src/shared/changes/shocks.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import type { ShockRow } from '../../../src/shared/model/rows.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

/** Shocks over the places of a district, each drawn or not. */
function randomShocks(rows: ModelRows, random: Random): ShockRow[] {
  const shocks: ShockRow[] = [];
  const percent = () => random.pick([-1_000_000, -30_000, 0, 50_000, 123_457, 1, random.whole(-500_000, 500_000)]);
  for (const level of ['', ...rows.level.map(({ code }) => code)]) {
    for (const need of ['', ...rows.need.map(({ code }) => code)]) {
      if (random.chance(0.25)) shocks.push({ scenario: 1, ...enrollmentShock(level, need), percent: percent() });
    }
  }
  for (const source of ['', ...rows.source.map(({ code }) => code)]) {
    if (random.chance(0.4)) shocks.push({ scenario: 1, ...revenueShock(source), percent: percent() });
  }
  return shocks;
}

/** value × Π(1 + percent), half away from zero, in whole numbers only. */
function oracle(value: number, shocks: readonly ShockRow[]): number {
  let top = BigInt(value);
  let bottom = 1n;
  for (const { percent } of shocks) {
    top *= 1_000_000n + BigInt(percent);
    bottom *= 1_000_000n;
  }
  const whole = top / bottom;
  return Number((top - whole * bottom) * 2n >= bottom ? whole + 1n : whole);
}

/** The district in which the shocks have become the inputs themselves; null where a document could not hold it. */
function withoutShocks(rows: ModelRows): ModelRows | null {
  const of = (kind: ShockRow['kind']) => rows.shock.filter((shock) => shock.kind === kind);
  const enrollment = rows.enrollment.map((row) => ({
    ...row,
    count: oracle(
      row.count,
      of('enrollment').filter(({ level, need }) => ['', row.level].includes(level) && ['', row.need].includes(need)),
    ),
  }));
  const revenue = rows.revenue.map((row) => ({
    ...row,
    amountCents: oracle(
      row.amountCents,
      of('revenue').filter(({ source }) => ['', row.source].includes(source)),
    ),
  }));
  const fits =
    enrollment.every(({ count }) => count <= 1_000_000_000) &&
    revenue.every(({ amountCents }) => amountCents <= 90_000_000_000_000);
  return fits ? { ...rows, enrollment, revenue, shock: [] } : null;
}

describe('shocks', () => {
  it('give what a district with the shocked inputs gives, to the cent', () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 20 }), fc.integer(), (rows, seed) => {
        const shocked = { ...rows, shock: randomShocks(rows, new Random(seed)) };
        const plain = withoutShocks(shocked);
        if (!plain) return;
        compared++;
        expect(new Calculation(new Model(shocked), 1).digest()).toBe(new Calculation(new Model(plain), 1).digest());
      }),
      { numRuns: 120 },
    );
    expect(compared).toBeGreaterThan(40);
  });

  it('are half-up: 310 × 0.97 × 1.05 = 315.735 pupils are 315.74', () => {
    const rows = smallDistrict();
    const model = new Model({
      ...rows,
      enrollment: rows.enrollment.map((row) => (row.need === 'POV' ? { ...row, count: 31_000 } : row)),
    });
    const calculation = new Calculation(model, 1);
    for (const [place, percent] of [
      [enrollmentShock('ES', ''), -30_000],
      [enrollmentShock('', 'POV'), 50_000],
    ] as const) {
      const { ops, label } = setShock(model, 1, place, percent);
      expect(label).toMatch(/^Enrollment of (Elementary|Poverty) as projected → (−3%|\+5%)$/);
      applyOps(model, ops);
      calculation.apply(ops);
    }
    const { counts } = calculation.plan;
    expect(Array.from(counts.count.slice(counts.start[0], counts.start[1]))).toEqual([40_740, 31_574]);
    const { notes } = explain(calculation, { kind: 'amount', source: 0, school: 0 });
    expect(notes.join('\n')).toContain('Poverty, Elementary: 310 × (1 − 3%) × (1 + 5%) → 315.74 pupils');
    expect(explain(calculation, { kind: 'school', school: 0, figure: 'pupils' }).notes.join('\n')).toContain(
      '420 × (1 − 3%) → 407.4 pupils',
    );
  });

  it('of revenue are told in the amount’s arithmetic', () => {
    const model = new Model(smallDistrict());
    const calculation = new Calculation(model, 1);
    const { ops } = setShock(model, 1, revenueShock('GEN'), -123_457);
    applyOps(model, ops);
    calculation.apply(ops);
    const amount = explain(calculation, { kind: 'source', source: 0, figure: 'amount' });
    expect(amount.arithmetic).toBe('= 10,000,000.00 as projected × (1 − 12.3457%) → 8,765,430.00');
    expect(calculation.results.sources[0]?.amountCents).toBe(876_543_000);
  });

  it('of another scenario move nothing', () => {
    const rows = smallDistrict();
    const model = new Model({ ...rows, scenario: [...rows.scenario, { ...rows.scenario[0]!, id: 2, position: 1 }] });
    const calculation = new Calculation(model, 1);
    const before = calculation.digest();
    const { ops } = setShock(model, 2, enrollmentShock('', ''), 100_000);
    applyOps(model, ops);
    const { results } = calculation;
    calculation.apply(ops);
    expect(calculation.results).toBe(results);
    expect(calculation.digest()).toBe(before);
    expect(new Calculation(model, 1).digest()).toBe(before);
  });

  it('beyond what a document holds are held and said, never silent', () => {
    const rows = smallDistrict();
    const huge = { version: 1, school: '7', level: 'HS', need: 'ALL', count: 900_000_000 };
    const model = new Model({
      ...rows,
      enrollment: [...rows.enrollment.slice(0, 2), huge],
      shock: [
        { scenario: 1, ...enrollmentShock('HS', ''), percent: 10_000_000 },
        { scenario: 1, ...revenueShock(''), percent: 10_000_000 },
      ],
      revenue: [{ version: 2, source: 'GEN', amountCents: 90_000_000_000_000 }, ...rows.revenue.slice(1)],
    });
    const calculation = new Calculation(model, 1);
    expect(calculation.results.findings.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['shock-beyond-limits']),
    );
    expect(calculation.results.sources[0]?.stopped?.rule).toBe('shock-beyond-limits');
    const count = { ...huge, count: 100_000 };
    const ops = [{ table: 'enrollment', before: huge, after: count }] as const;
    applyOps(model, ops);
    calculation.apply(ops);
    expect(calculation.digest()).toBe(new Calculation(model, 1).digest());
    expect(calculation.results.findings.filter(({ sentence }) => /ten million/.test(sentence))).toEqual([]);
  });
});
