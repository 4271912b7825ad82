import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DistrictDocument } from '../../../src/main/document/DistrictDocument.ts';
import { createUntitled } from '../../../src/main/document/openDocument.ts';
import { type Change, invertOps, setRow } from '../../../src/shared/changes/Change.ts';
import { createScenario, deleteScenario } from '../../../src/shared/changes/scenarios.ts';
import { EVERYTHING, type HistoryFilter } from '../../../src/shared/history/HistoryEntry.ts';
import type { RowOp } from '../../../src/shared/model/Model.ts';
import { smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { workplaceIn } from './workplaces.ts';

const DAYS = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'] as const;

let document: DistrictDocument;
let day = 0;

/**
 * 1 Maria: the poverty weight of High; 2 Ben: Lincoln's count; 3 Ben: the amount of Title I at Lincoln;
 * 4 Maria: a scenario “Plan B”; 5 Maria: undo of 1; 6 Ben: the name of the district.
 */
beforeEach(async () => {
  day = 0;
  const now = (): Date => new Date(`${DAYS[day]}T12:00:00.000Z`);
  document = await createUntitled(workplaceIn(temporaryFolder(), { now }), smallDistrict());
  const { model } = document;
  const commit = (change: Change, by: string): void => {
    document.commit(change, by);
    day++;
  };
  commit(weightChange(model, 2_400), 'Maria');
  const count = { version: 1, school: '0042', level: 'ES', need: 'POV', count: 32_000 };
  commit(
    { kind: 'enrollment', label: 'Poverty of Lincoln', scenario: null, ops: setRow(model, 'enrollment', count) },
    'Ben',
  );
  const amount = { scenario: 1, source: 'T1', school: '0042', amountCents: 123_456 };
  commit({ kind: 'table', label: 'Title I', scenario: 1, ops: setRow(model, 'tableAmount', amount) }, 'Ben');
  const made = createScenario(model, 1, 'Plan B');
  if (typeof made === 'string') throw new Error(made);
  commit(made.change, 'Maria');
  const first = document.change(1);
  commit({ ...first, kind: 'undo', ops: invertOps(first.ops), of: 1 }, 'Maria');
  const name = setRow(model, 'district', { key: 'name', value: 'Larger District' });
  commit({ kind: 'district', label: 'Name', scenario: null, ops: name }, 'Ben');
});
afterEach(() => document.close());

const ids = (filter: Partial<HistoryFilter>): number[] =>
  document.history.page({ ...EVERYTHING, ...filter }, null, 100).entries.map(({ id }) => id);

test.each<[string, Partial<HistoryFilter>, number[]]>([
  ['nothing narrowed', {}, [6, 5, 4, 3, 2, 1]],
  ['a person', { by: 'Ben' }, [6, 3, 2]],
  ['a sheet', { sheet: 'weights' }, [5, 4, 1]],
  ['a sheet that nothing touched', { sheet: 'floors' }, []],
  ['a school by its code', { school: '0042' }, [4, 3, 2]],
  ['a school by part of its name', { school: 'linc' }, [4, 3, 2]],
  ['part of a code is no school', { school: '004' }, []],
  ['a source', { source: 'T1' }, [4, 3]],
  ['a scenario: its decisions and the inputs it uses', { scenario: 1 }, [5, 3, 2, 1]],
  ['a scenario made later', { scenario: 2 }, [4, 2]],
  ['what all share', { scenario: 'shared' }, [6, 2]],
  ['from a moment on', { from: '2026-03-04T12:00:00.000Z' }, [6, 5, 4, 3]],
  ['before a moment', { until: '2026-03-04T12:00:00.000Z' }, [2, 1]],
  ['a day', { from: '2026-03-03T00:00:00.000Z', until: '2026-03-04T00:00:00.000Z' }, [2]],
  ['words of the label, in any case', { text: 'TITLE i' }, [4, 3]],
  ['a word of the label and a person', { text: 'poverty maria' }, [5, 1]],
  ['a school in the free text', { text: 'lincoln' }, [4, 3, 2]],
  ['several parts at once', { by: 'Ben', school: 'Lincoln', source: 'T1' }, [3]],
])('entries are found by %s', (_name, filter, wanted) => {
  expect(ids(filter)).toEqual(wanted);
});

test('pages follow one another, and every page says how many there are', () => {
  const first = document.history.page(EVERYTHING, null, 4);
  const second = document.history.page(EVERYTHING, first.entries.at(-1)?.id ?? null, 4);
  expect([...first.entries, ...second.entries].map(({ id }) => id)).toEqual([6, 5, 4, 3, 2, 1]);
  expect(first).toMatchObject({ found: 6, total: 6, people: ['Ben', 'Maria'], findings: [] });
  expect(document.history.page({ ...EVERYTHING, by: 'Ben' }, null, 1)).toMatchObject({ found: 3, total: 6 });
});

test('entries made after the first look are listed, and an undo marks what it took back until it is redone', () => {
  const of = (id: number) => document.history.found(EVERYTHING).find((entry) => entry.id === id);
  expect(of(1)).toMatchObject({ isTakenBack: true, cells: 1, sheets: ['weights'], scenarioName: 'Current plan' });
  expect(of(5)).toMatchObject({ kind: 'undo', of: 1, isTakenBack: false });
  day = 0;
  document.commit({ ...document.change(1), kind: 'redo', of: 1 }, 'Ben');
  expect(of(1)).toMatchObject({ isTakenBack: false });
  expect(of(7)).toMatchObject({ kind: 'redo', of: 1 });
});

test('cells come in words and in the numbers of their sheets, in pages', () => {
  expect(document.history.cells(1, 0, 10)).toMatchObject({
    total: 1,
    cells: [
      {
        ...{ sheet: 'weights', item: 'Poverty, High · District weights', field: 'weight', unit: 'weight' },
        ...{ before: '0.23', after: '0.24', beforeNumber: '0.23', afterNumber: '0.24', scenario: 1 },
      },
    ],
  });
  expect(document.history.cells(2, 0, 10).cells).toMatchObject([
    {
      item: 'Lincoln · Poverty, Elementary',
      before: '310.5',
      after: '320',
      unit: 'pupils',
      school: '0042',
      version: 1,
    },
  ]);
  expect(document.history.cells(3, 0, 10).cells).toMatchObject([
    { item: 'Title I at Lincoln', before: '500,000.00', after: '1,234.56', afterNumber: '1234.56', source: 'T1' },
  ]);
  const whole = document.history.cells(4, 0, 100);
  expect(whole.cells).toHaveLength(whole.total);
  expect(document.history.cells(4, 2, 3).cells).toEqual(whole.cells.slice(2, 5));
  expect(() => document.history.cells(99, 0, 1)).toThrow('not in the history');
});

test('what is gone keeps the name it had, of scenarios the one at the time of the entry', () => {
  day = 0;
  const { model } = document;
  const rename: RowOp[] = setRow(model, 'scenario', { ...model.get('scenario', 2)!, name: 'Xenia' });
  document.commit({ kind: 'scenario', label: 'Name', scenario: 2, ops: rename }, 'Maria');
  const removal = deleteScenario(model, 2);
  if (typeof removal === 'string') throw new Error(removal);
  document.commit(removal, 'Maria');
  const names = document.history.found(EVERYTHING).map(({ scenarioName }) => scenarioName);
  expect(names.slice(3)).toEqual(['Plan B', 'Current plan', null, 'Xenia', 'Xenia']);
  expect(document.history.page(EVERYTHING, null, 1).scenarios).toContainEqual({ value: '2', label: 'Xenia' });
  expect(ids({ text: 'xenia' })).toEqual([8, 7]);
});
