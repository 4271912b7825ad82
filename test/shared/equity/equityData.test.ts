import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, setRow } from '../../../src/shared/changes/Change.ts';
import type { ColumnId } from '../../../src/shared/equity/columnIds.ts';
import { equityData } from '../../../src/shared/equity/EquityData.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { sketchCalculation, sketchData } from './sketch.ts';

const SCHOOLS = [
  { code: 'A', pupils: 200, pov: 50, el: 20, free: 1_000_000, restricted: 200_000, current: [990_000, 180] as const },
  { code: 'B', pupils: 0, free: 0 },
  {
    code: 'C',
    pupils: 80,
    pov: 80,
    free: 700_000,
    level: 'HS',
    current: [640_000, null] as const,
    measures: { index: '0.57', salaries: '600000' },
  },
  { code: 'D', pupils: 50, free: 400_000, level: 'HS', measures: { index: '0.2' } },
];

describe('the rows of the equity board', () => {
  it('are the schools with pupils; the others are listed with the reason', () => {
    const data = sketchData(SCHOOLS);
    expect([...data.rows].map((_, row) => data.code(row))).toEqual(['A', 'C', 'D']);
    expect(data.leftOut).toEqual([
      { school: 1, code: 'B', name: 'School B', reason: 'It has no pupils, and so no amount per pupil.' },
    ]);
    expect([...data.level].map((level) => data.levelName(level))).toEqual(['Level ES', 'Level HS', 'Level HS']);
    expect([data.rowOf(0), data.rowOf(1), data.rowOf(2), data.rowOf(9)]).toEqual([0, -1, 1, -1]);
  });

  it('hold amounts in dollars per pupil, shares and measures, and nothing where a school has none', () => {
    const data = sketchData(SCHOOLS);
    const column = (id: ColumnId): number[] => [...data.column(id)];
    expect(column('total')).toEqual([6_000, 8_750, 8_000]);
    expect(column('restricted')).toEqual([1_000, 0, 0]);
    expect(column('source:FREE')).toEqual([5_000, 8_750, 8_000]);
    expect(column('need:POV')).toEqual([0.25, 1, 0]);
    expect(column('allNeeds')).toEqual([0.35, 1, 0]);
    expect(column('pupils')).toEqual([200, 80, 50]);
    // By the pupils it was for, else by those of now.
    expect(column('current')).toEqual([5_500, 8_000, NaN]);
    expect(column('measure:index')).toEqual([NaN, 0.57, 0.2]);
    expect(column('perPupil:salaries')).toEqual([NaN, 7_500, NaN]);
    expect([...data.order('measure:index')]).toEqual([2, 1, 0]);
  });

  it('name their columns, and refuse unknown ones', () => {
    const data = sketchData(SCHOOLS);
    const ids: ColumnId[] = ['total', 'need:EL', 'source:TIED', 'measure:index', 'pupils'];
    expect(ids.map((id) => [data.label(id), data.unit(id)])).toEqual([
      ['Total budget', 'dollars'],
      ['Need EL', 'share'],
      ['Source TIED', 'dollars'],
      ['index', 'number'],
      ['Pupils', 'pupils'],
    ]);
    for (const id of ['need:NONE', 'source:NONE', 'measure:none'] as const) {
      expect(() => data.column(id)).toThrow(/no need, source or measure “none”/i);
    }
  });

  it('hold tags such as the region', () => {
    const calculation = new Calculation(new Model(sampleModelRows()), 1);
    const data = equityData(calculation);
    const regions = data.tag('region');
    expect(regions).toHaveLength(data.count);
    expect(regions[3]).toBe(calculation.model.get('tag', data.code(3), 'region')?.value);
    expect(() => data.tag('nowhere')).toThrow(/“nowhere”/);
  });

  it('follow a calculation in the same arrays, to what new data would hold', () => {
    const model = new Model(sampleModelRows());
    const calculation = new Calculation(model, 1);
    const data = equityData(calculation);
    const ids: ColumnId[] = ['total', 'unrestricted', 'current', 'need:POV', 'allNeeds', 'measure:opportunity_index'];
    const held = ids.map((id) => data.column(id));
    const before = [...held[0]!];
    const set = [...model.table('weight').values()].find(({ scenario, need }) => scenario === 1 && need === 'POV')!;
    const ops = setRow(model, 'weight', { ...set, weight: set.weight + 2_500 });
    applyOps(model, ops);
    calculation.apply(ops);
    data.refresh();
    const anew = equityData(new Calculation(model, 1));
    for (const [at, id] of ids.entries()) {
      expect(data.column(id)).toBe(held[at]);
      expect([...data.column(id)]).toEqual([...anew.column(id)]);
      expect([...data.order(id)]).toEqual([...anew.order(id)]);
    }
    expect([...held[0]!]).not.toEqual(before);
  });

  it('follow schools that gain their first pupils', () => {
    const calculation = sketchCalculation(SCHOOLS);
    const data = equityData(calculation);
    const part = data.part([0, 2]);
    expect([...part.column('total')]).toEqual([6_000, 8_000]);
    const ops = setRow(calculation.model, 'enrollment', {
      version: 1,
      school: 'B',
      level: 'ES',
      need: 'ALL',
      count: 1_000,
    });
    applyOps(calculation.model, ops);
    calculation.apply(ops);
    data.refresh();
    expect(data.leftOut).toEqual([]);
    expect([...data.column('pupils')]).toEqual([200, 10, 80, 50]);
    expect([...data.part([0, 3]).column('total')]).toEqual([6_000, 8_000]);
  });
});
