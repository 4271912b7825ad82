import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { perPupilMatrices } from '../../../src/shared/calc/perPupilMatrix.ts';
import { toNumber } from '../../../src/shared/calc/rational.ts';
import { defaultFloorDecision } from '../../../src/shared/changes/floors.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { NEW_SCHOOL } from '../../../src/shared/sample/schoolNames.ts';

const calculation = new Calculation(new Model(sampleModelRows()), 1);
const { results } = calculation;
const source = (code: string) => {
  const found = results.sources.find((each) => each.code === code);
  if (!found) throw new Error(`no source ${code}`);
  return found;
};

describe('the sample district calculated', () => {
  it('ties out, with no finding, no stop and nothing short', () => {
    expect(results.findings).toEqual([]);
    expect(results.tieOut.problems).toEqual([]);
    expect(results.tieOut.tiesOut).toBe(true);
    for (const each of results.sources) {
      expect(each.stopped, each.code).toBeNull();
      expect(each.leftCents, each.code).toBeGreaterThanOrEqual(0);
      expect(each.centralCents + each.schoolsCents + each.leftCents).toBe(each.amountCents);
      expect(each.amounts.reduce((sum, cents) => sum + cents, 0)).toBe(each.schoolsCents);
    }
  });

  it('moves more than half of all revenue by formula, yet not all', () => {
    expect(results.tieOut.coverage).toBeGreaterThan(0.5);
    expect(results.tieOut.coverage).toBeLessThan(0.7);
  });

  it('pays the Partnership Fund to 60 schools and School Support Funds to 102, to the cent', () => {
    expect(source('PARTNER').eligibleCount).toBe(60);
    expect(source('PARTNER').schoolsCents).toBe(600_000_000);
    expect(source('SUPPORT').eligibleCount).toBe(102);
    expect(source('SUPPORT').schoolsCents).toBe(300_000_000);
    expect(source('TITLE1').eligibleCount).toBeGreaterThan(80);
    expect(source('TITLE1').eligibleCount).toBeLessThan(125);
  });

  it('has per-pupil rates of the size of Table 2.2', () => {
    const printed = [
      [3741, 1272, 636, 3442],
      [3667, 1247, 513, 3154],
      [4683, 1077, 749, 3887],
    ];
    const needs = calculation.needs.length;
    const matrices = perPupilMatrices(calculation);
    expect(matrices.length).toBeGreaterThan(1);
    const plain = matrices.find((matrix) => !matrix.sources.includes('TITLE1'));
    printed.forEach((row, level) => {
      row.forEach((dollars, need) => {
        const rate = plain?.rates[level * needs + need];
        expect(rate).toBeDefined();
        if (rate) expect(toNumber(rate) / 100 / dollars).toBeGreaterThan(0.85);
        if (rate) expect(toNumber(rate) / 100 / dollars).toBeLessThan(1.15);
      });
    });
  });

  it('makes some schools gain and some lose, a few by enough to need topping up', () => {
    const held = [...results.change].filter((cents) => !Number.isNaN(cents));
    expect(held).toHaveLength(124);
    const gaining = held.filter((cents) => cents > 0).length;
    expect(gaining).toBeGreaterThan(30);
    expect(held.length - gaining).toBeGreaterThan(30);
    const below = [...results.total].filter((cents, at) => cents < 0.98 * (results.current[at] ?? Number.NaN)).length;
    expect(below).toBeGreaterThan(10);
    expect(below).toBeLessThan(60);
  });

  it('opens without floors, and with its minimums in use some schools need topping up', () => {
    expect(results.topUps.isOn).toBe(false);
    expect(results.totals.topUp).toBe(0);
    const rows = sampleModelRows();
    const floors = { ...defaultFloorDecision(1), useMinimums: 'yes', payer: 'above_floor' } as const;
    const floored = new Calculation(new Model({ ...rows, floorDecision: [floors] }), 1);
    const { topUps, tieOut } = floored.results;
    expect(topUps.toppedUpCount).toBeGreaterThan(5);
    expect(topUps.toppedUpCount).toBeLessThan(25);
    expect(tieOut.tiesOut).toBe(true);
    const fresh = floored.schools.findIndex(({ name }) => name === NEW_SCHOOL);
    expect(floored.results.topUp[fresh]).toBeGreaterThan(0);
  });

  it('can hold everyone harmless at 98.5 % per pupil, paid by gainers', () => {
    const floors = {
      ...defaultFloorDecision(1),
      ...({ holdHarmlessPercent: 985_000, basis: 'per_pupil', payer: 'gainers', solve: 'scaling' } as const),
    };
    const { topUps, tieOut } = new Calculation(new Model({ ...sampleModelRows(), floorDecision: [floors] }), 1).results;
    expect(topUps.toppedUpCount).toBeGreaterThan(20);
    expect(topUps.givingCount).toBeGreaterThan(20);
    expect(topUps.shortCents).toBe(0);
    expect(tieOut.tiesOut).toBe(true);
  });
});
