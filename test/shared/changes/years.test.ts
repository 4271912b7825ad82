import { expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps, type Change, findConflict, invertOps } from '../../../src/shared/changes/Change.ts';
import {
  addYearMeasure,
  editYearMeasure,
  moveYearMeasure,
  putYearValues,
  removeYear,
  removeYearLine,
  removeYearMeasure,
  setYearValue,
} from '../../../src/shared/changes/years.ts';
import { findBrokenReference } from '../../../src/shared/model/checkReferences.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { keyOf } from '../../../src/shared/model/tables.ts';
import { LIMITS } from '../../../src/shared/model/units.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { takeSnapshot } from '../../../src/shared/years/snapshot.ts';
import { orderedYearMeasures, orderedYears, YEAR_LIMITS } from '../../../src/shared/years/yearRows.ts';
import { withBoardSession } from '../../fixtures/boardSession.ts';

const rows = sampleModelRows();
const READING = 'Proficient in reading';
const school = rows.school[0]!.code;

/** Makes a change and proves that it fits, breaks nothing and can be taken back row for row. */
function make(model: Model, change: Change | string): Change {
  if (typeof change === 'string') throw new Error(change);
  const before = JSON.stringify(model.toRows());
  expect(findConflict(model, change.ops)).toBeNull();
  applyOps(model, change.ops);
  expect(findBrokenReference(model, change.ops)).toBeNull();
  const after = JSON.stringify(model.toRows());
  applyOps(model, invertOps(change.ops));
  const back = new Model(model.toRows());
  expect(sorted(back)).toBe(sorted(new Model(JSON.parse(before))));
  applyOps(model, change.ops);
  expect(sorted(model)).toBe(sorted(new Model(JSON.parse(after))));
  return change;
}
const sorted = (model: Model): string =>
  JSON.stringify([...model.table('yearValue')].sort(([a], [b]) => (a < b ? -1 : 1))) +
  JSON.stringify([...model.table('yearMeasure')].sort(([a], [b]) => (a < b ? -1 : 1)));

test('measures are added, described, moved and removed with their values', () => {
  const model = new Model(rows);
  make(model, addYearMeasure(model, { measure: ' Graduation ', kind: 'outcome', unit: 'points', better: 'higher' }));
  expect(orderedYearMeasures(model).at(-1)).toMatchObject({ measure: 'Graduation', position: 3 });
  const change = make(model, editYearMeasure(model, 'Graduation', { kind: 'amount' }));
  expect(model.table('yearMeasure').get('Graduation')?.unit).toBe('dollars');
  expect(change.label).toBe('Measure Graduation: kind → amount');
  make(model, moveYearMeasure(model, 'Graduation', -1));
  expect(orderedYearMeasures(model).map(({ measure }) => measure)).toEqual(['Budget', 'Pupils', 'Graduation', READING]);
  const values = [...model.table('yearValue').values()].filter(({ measure }) => measure === READING).length;
  const renamed = make(model, editYearMeasure(model, READING, { measure: 'Reading' }));
  expect(renamed.ops).toHaveLength(2 * values + 2);
  const removed = make(model, removeYearMeasure(model, 'Reading'));
  expect(removed.ops).toHaveLength(values + 1);
  expect([...model.table('yearValue').values()].some(({ measure }) => measure === 'Reading')).toBe(false);
});

test('a slide that shows a measure goes on showing it under its new name', () => {
  const slide = { session: 1, position: 0, title: '', notes: '' };
  const measure = JSON.stringify({ show: 'level', measure: READING });
  const model = new Model(
    withBoardSession(rows, {}, [
      { ...slide, kind: 'years', options: measure },
      { ...slide, kind: 'years', options: '{}' },
      { ...slide, kind: 'text', options: JSON.stringify({ lines: READING }) },
    ]),
  );
  make(model, editYearMeasure(model, READING, { measure: 'Reading' }));
  expect([...model.table('slide').values()].map(({ options }) => JSON.parse(options))).toEqual([
    { show: 'level', measure: 'Reading' },
    {},
    { lines: READING },
  ]);
});

test('names are refused in one sentence', () => {
  const model = new Model(rows);
  const outcome = { kind: 'outcome', unit: 'percent', better: 'higher' } as const;
  expect(addYearMeasure(model, { ...outcome, measure: ' ' })).toBe('A measure needs a name.');
  expect(addYearMeasure(model, { ...outcome, measure: 'budget' })).toBe('There is a measure called "Budget" already.');
  expect(addYearMeasure(model, { ...outcome, measure: 'x'.repeat(LIMITS.codeLength + 1) })).toContain('at most 60');
  expect(addYearMeasure(model, { ...outcome, measure: 'a\nb' })).toContain('line break');
  expect(editYearMeasure(model, 'Gone', {})).toBe('The measure is no longer there.');
  expect(editYearMeasure(model, 'Budget', { measure: 'Pupils' })).toContain('already');
});

test('values are set, taken away, and a year goes as a whole', () => {
  const model = new Model(rows);
  const cell = { year: '2022-23', school: 'CLOSED', measure: READING, studentGroup: 'Foster youth' };
  const set = make(model, setYearValue(model, cell, '12.5'));
  expect(set.label).toBe(`${READING} 2022-23, CLOSED, Foster youth none → 12.5%`);
  expect(orderedYears(model)).toEqual(['2022-23', '2023-24', '2024-25', '2025-26']);
  expect(setYearValue(model, { ...cell, measure: 'None' }, '1')).toContain('no longer there');
  expect(setYearValue(model, { ...cell, year: '' }, '1')).toBe('A year needs a name.');
  make(model, removeYearLine(model, cell));
  expect(orderedYears(model)).toHaveLength(3);
  make(model, removeYear(model, '2023-24'));
  expect(orderedYears(model)).toEqual(['2024-25', '2025-26']);
  expect(orderedYearMeasures(model)).toHaveLength(3);
});

test('a document holds so many measures, years and groups and no more', () => {
  const model = new Model(rows);
  const measures = Array.from({ length: LIMITS.yearMeasures - 2 }, (_, at) => {
    return { measure: `M${at}`, kind: 'outcome' as const, unit: 'percent' as const, better: 'higher' as const };
  });
  expect(putYearValues(model, { measures, values: [], gone: [] }, 'x')).toContain('at most 200 measures by year');
  make(model, putYearValues(model, { measures: measures.slice(1), values: [], gone: [] }, 'x'));
  expect(addYearMeasure(model, { ...measures[0]!, measure: 'One more' })).toContain('at most 200');
  const value = (year: string, studentGroup: string) => ({ year, school, measure: READING, studentGroup, value: '1' });
  const years = Array.from({ length: YEAR_LIMITS.years - 2 }, (_, at) => value(`Y${at}`, ''));
  expect(putYearValues(model, { measures: [], values: years, gone: [] }, 'x')).toContain('at most 60 years');
  expect(typeof putYearValues(model, { measures: [], values: years.slice(1), gone: [] }, 'x')).toBe('object');
  const groups = Array.from({ length: YEAR_LIMITS.groups }, (_, at) => value('2023-24', `G${at}`));
  expect(putYearValues(model, { measures: [], values: groups, gone: [] }, 'x')).toContain('at most 60 groups');
});

test('a snapshot copies budgets, pupils and needs, and replaces what it copied before', () => {
  const model = new Model({ ...rows, yearMeasure: [], yearValue: [] });
  const calculation = new Calculation(model, 1);
  const snapshot = takeSnapshot(calculation, ' FY27 ');
  if (typeof snapshot === 'string') throw new Error(snapshot);
  make(model, snapshot.change);
  const at = calculation.schoolIndex(school);
  const value = (measure: string, group = '') =>
    model.table('yearValue').get(keyOf('FY27', school, measure, group))?.value;
  expect(Number(value('Budget'))).toBe(calculation.results.total[at]! / 100);
  expect(Number(value('Pupils'))).toBe(calculation.results.pupils[at]! / 100);
  const poor = [...model.table('enrollment').values()].filter((row) => row.school === school && row.need === 'POV');
  expect(Number(value('Pupils', 'POV'))).toBe(poor.reduce((sum, { count }) => sum + count, 0) / 100);
  const again = takeSnapshot(calculation, 'FY27');
  expect(typeof again === 'string' ? again : again.change.ops).toEqual([]);
  make(model, setYearValue(model, { year: 'FY27', school: 'CLOSED', measure: 'Budget', studentGroup: '' }, '5'));
  const third = takeSnapshot(calculation, 'FY27');
  expect(typeof third === 'string' ? third : third.change.ops).toHaveLength(1);
  expect(takeSnapshot(calculation, '')).toBe('A year needs a name.');
});
