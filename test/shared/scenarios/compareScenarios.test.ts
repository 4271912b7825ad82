import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { DECISION_TABLES } from '../../../src/shared/model/scenarioTables.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { COMPARED_FIGURES, compareScenarios } from '../../../src/shared/scenarios/compareScenarios.ts';
import { groupByLevel, groupByMeasure, groupByNeed, groupByTag } from '../../../src/shared/scenarios/groupings.ts';
import { randomEdit } from '../../fixtures/arbitraryEdit.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { Random } from '../../fixtures/random.ts';
import { addScenario, fullDistrict, inScenario, onlyScenario } from '../../fixtures/scenarios.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

describe('scenarios side by side', () => {
  it('hold every figure of every scenario, and sums that say what its schools say', () => {
    fc.assert(
      fc.property(arbitraryRows({ maxSchools: 15 }), fc.integer(), (rows, seed) => {
        const random = new Random(seed);
        const model = new Model(rows);
        const ids = [1, addScenario(model, 1, 'B'), addScenario(model, 1, 'C')];
        for (let edit = 0; edit < 8; edit++) {
          const id = random.pick(ids);
          const ops = inScenario(randomEdit(onlyScenario(model, id), random), id);
          if (ops.every(({ table }) => (DECISION_TABLES as readonly string[]).includes(table))) applyOps(model, ops);
        }
        const calculations = ids.map((id) => new Calculation(model, id));
        const base = random.whole(0, 2);
        const measure = random.pick([...COMPARED_FIGURES, { source: 'S0' }]);
        const byLevel = groupByLevel(calculations[base]!);
        const { columns } = compareScenarios(calculations, measure, base, [byLevel]);
        const figure = (at: number, school: number): number =>
          typeof measure === 'string'
            ? calculations[at]!.results[measure][school]!
            : calculations[at]!.results.sources.find(({ code }) => code === measure.source)!.amounts[school]!;
        for (const [at, column] of columns.entries()) {
          const up: number[] = [];
          const down: number[] = [];
          for (let school = 0; school < column.values.length; school++) {
            expect(column.values[school]).toBe(figure(at, school));
            const difference = figure(at, school) - figure(base, school);
            expect(column.differences[school]).toBe(difference);
            if (difference > 0) up.push(difference);
            if (difference < 0) down.push(difference);
          }
          const add = (list: readonly number[]): number => list.reduce((sum, value) => sum + value, 0);
          const { sums } = column;
          expect([sums.gainers, sums.gained, sums.losers, sums.lost]).toEqual([
            up.length,
            add(up),
            down.length,
            add(down),
          ]);
          expect(sums.difference).toBe(sums.total - columns[base]!.sums.total);
          if (measure !== 'perPupil' && !Number.isNaN(sums.total)) {
            expect(sums.total).toBe(add([...column.values].filter((value) => !Number.isNaN(value))));
            expect(add(column.groups[0]!.map((group) => group.total).filter((value) => !Number.isNaN(value)))).toBe(
              sums.total,
            );
          }
          expect(add(column.groups[0]!.map((group) => group.gained))).toBe(sums.gained);
          expect(add(column.groups[0]!.map((group) => group.schools))).toBe(column.values.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('stand still while one of them is edited, until they are compared again', () => {
    const model = new Model(smallDistrict());
    const id = addScenario(model, 1, 'B');
    const calculations = [new Calculation(model, 1), new Calculation(model, id)];
    const { columns } = compareScenarios(calculations, 'total', 0);
    const before = columns.map(({ values }) => [...values]);
    const { ops } = setWeight(model, id, 'District weights', 'ES', 'POV', 9_000);
    applyOps(model, ops);
    for (const calculation of calculations) calculation.apply(ops);
    expect(columns.map(({ values }) => [...values])).toEqual(before);
    const again = compareScenarios(calculations, 'total', 0).columns;
    expect([...again[0]!.values]).toEqual(before[0]);
    // More weight at Lincoln takes from Roosevelt; published rates leave cents central.
    expect(again[1]!.sums).toMatchObject({ schools: 2, gainers: 1, losers: 1, unchanged: 0 });
    expect(again[1]!.differences[0]).toBeGreaterThan(0);
  });

  it('say the district’s dollars per pupil as a total of per pupil', () => {
    const calculation = new Calculation(new Model(fullDistrict()), 1);
    const { total } = compareScenarios([calculation], 'perPupil', 0).columns[0]!.sums;
    const { totals } = calculation.results;
    expect(total).toBe(Math.round((totals.total * 100) / totals.pupils));
  });

  it('refuse a base that is not among them', () => {
    const calculation = new Calculation(new Model(fullDistrict()), 1);
    expect(() => compareScenarios([calculation], 'total', 1)).toThrow(RangeError);
  });
});

describe('groups of schools', () => {
  it('are fifths of equal size but for ties, lowest first', () => {
    const model = new Model(sampleModelRows());
    const calculation = new Calculation(model, 1);
    const poverty = calculation.needs[1]!.code;
    const { groupOf, labels } = groupByNeed(calculation, poverty);
    expect(labels).toHaveLength(5);
    const share = (school: number): number => {
      const rows = [...model.table('enrollment').values()].filter(
        (row) =>
          row.school === calculation.schools[school]!.code &&
          row.version === calculation.plan.scenario.enrollmentVersion,
      );
      const of = (need: string) => rows.filter((row) => row.need === need).reduce((sum, row) => sum + row.count, 0);
      return of(poverty) / of(calculation.needs[0]!.code);
    };
    const shares = Array.from(groupOf, (group, school) => ({ group, share: share(school) }));
    shares.sort((a, b) => a.share - b.share);
    expect(shares.map(({ group }) => group)).toEqual(shares.map(({ group }) => group).sort());
    for (let group = 0; group < 5; group++) {
      expect(Math.abs(shares.filter((each) => each.group === group).length - groupOf.length / 5)).toBeLessThanOrEqual(
        2,
      );
    }
  });

  it('keep equal measures together, in their exact order, and leave out schools without one', () => {
    const rows = fullDistrict();
    const school = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code, name: code, level: 'ES' }));
    const values = ['0.10000000000000000001', '0.1', '0.10', '-3', '7'];
    const model = new Model({
      ...rows,
      school,
      measure: values.map((value, at) => ({ version: 4, school: school[at]!.code, measure: 'need_index', value })),
      ...{ enrollment: [], currentBudget: [], tableAmount: [], tag: [], schoolMinimum: [], exemption: [] },
    });
    expect([...groupByMeasure(new Calculation(model, 1), 'need_index').groupOf]).toEqual([3, 1, 1, 0, 4, -1]);
  });

  it('follow a tag', () => {
    const calculation = new Calculation(new Model(fullDistrict()), 1);
    const { labels, groupOf } = groupByTag(calculation, 'region');
    expect([labels, [...groupOf]]).toEqual([['North'], [0, -1]]);
  });
});
