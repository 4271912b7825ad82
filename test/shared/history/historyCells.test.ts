import { expect, test } from 'vitest';
import { HistoryNames } from '../../../src/shared/history/HistoryNames.ts';
import { cellsOf, countCells } from '../../../src/shared/history/historyCells.ts';
import { HISTORY_TABLES } from '../../../src/shared/history/historyFields.ts';
import { HISTORY_SHEETS } from '../../../src/shared/history/historySheets.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import type { TableName } from '../../../src/shared/model/rows.ts';
import { TABLE_NAMES, TABLES } from '../../../src/shared/model/tables.ts';
import { smallDistrict } from '../../main/smallDistrict.ts';

const model = new Model(smallDistrict());
const names = new HistoryNames(model);
const op = (table: TableName, before: object | null, after: object | null): RowOp =>
  ({ table, before, after }) as unknown as RowOp;
const brief = (one: RowOp): string[] =>
  cellsOf(one, names).map(({ item, field, before, after, unit }) => `${item}|${field}|${before}|${after}|${unit}`);

test.each(TABLE_NAMES)('every column of %s that is no key is shown, alone or beside another', (table) => {
  const { key, columns } = TABLES[table];
  const shown = new Set(HISTORY_TABLES[table].fields.flatMap(({ column, beside }) => [column, ...(beside ?? [])]));
  const technical = new Set(['createdAt', 'createdBy', 'fileSha256', 'at', 'mediaType', 'by']);
  const kept = columns.filter(({ name }) => !(key as readonly string[]).includes(name) && !technical.has(name));
  // What an input version is of stands in its name.
  for (const { name } of kept) if (!(table === 'inputVersion' && name === 'kind')) expect([...shown]).toContain(name);
  const { sheet } = HISTORY_TABLES[table];
  if (sheet !== null) expect(Object.keys(HISTORY_SHEETS)).toContain(sheet);
});

const decision = model.get('decision', 1, 'GEN')!;
const floors = {
  ...{ scenario: 1, holdHarmlessPercent: 985_000, basis: 'total', useMinimums: 'no', payer: 'gainers' },
  ...{ reserveSource: null, capPercent: null, scaling: 722_007, solve: null },
};

test.each<[string, RowOp, string[]]>([
  [
    'money, negative and without cents',
    op(
      'tableAmount',
      { scenario: 1, source: 'T1', school: '0042', amountCents: 50_000_000 },
      { scenario: 1, source: 'T1', school: '0042', amountCents: -150 },
    ),
    ['Title I at Lincoln|amount|500,000.00|−1.50|dollars'],
  ],
  [
    'a central share that becomes an amount is one cell',
    op('decision', decision, { ...decision, centralKind: 'amount', centralValue: 123_450 }),
    ['General fund|central share|45%|$1,234.50|dollars'],
  ],
  [
    'a method and its formula',
    op('decision', decision, { ...decision, method: 'per_school', formula: '1000 * enrollment' }),
    ['General fund|method|Weights|Per school|', 'General fund|formula||1000 * enrollment|'],
  ],
  [
    'floors, words and numbers',
    op('floorDecision', null, floors),
    [
      'Floors|hold harmless||98.5%|percent',
      'Floors|compared||In total|',
      'Floors|minimums in use||No|',
      'Floors|payer||Gainers|',
      'Floors|scaling||0.722007|number',
    ],
  ],
  [
    'a minimum per pupil that becomes an amount',
    op(
      'schoolMinimum',
      { scenario: 1, school: '7', kind: 'per_pupil', value: 3_741_000_000 },
      { scenario: 1, school: '7', kind: 'amount', value: 90_000_000 },
    ),
    ['Roosevelt|minimum|3,741.00 per pupil|900,000.00|dollars'],
  ],
  [
    'a row that says nothing but that it is there',
    op('payingSource', { scenario: 1, source: 'GEN' }, null),
    ['General fund|pays top-ups|yes||'],
  ],
  [
    'a position alone',
    op('level', model.get('level', 'MS')!, { code: 'MS', name: 'Middle', position: 2 }),
    ['Level Middle|place in its list|2|3|'],
  ],
  [
    'where a new row stands is no news',
    op('level', null, { code: 'PK', name: 'Pre-K', position: 3 }),
    ['Level Pre-K|name||Pre-K|'],
  ],
  [
    'a shock',
    op('shock', null, { scenario: 1, kind: 'enrollment', level: 'HS', need: 'POV', source: '', percent: 50_000 }),
    ['Enrollment of Poverty, High|supposed||+5%|percent'],
  ],
  [
    'a share of a level',
    op('share', null, { scenario: 1, source: 'GEN', level: 'ES', need: '', percent: 400_000 }),
    ['General fund · Elementary|share||40%|percent'],
  ],
  [
    'a measure',
    op('measure', null, { version: 4, school: '0042', measure: 'need_index', value: '61250.5' }),
    ['Lincoln · need_index|value||61,250.5|number'],
  ],
  ['nothing moved', op('decision', decision, { ...decision, formula: '' }), []],
])('%s reads as on its sheet', (_name, one, wanted) => {
  expect(brief(one)).toEqual(wanted);
  expect(countCells(one)).toBe(wanted.length);
});

test('plain decimals go with shown numbers, for files; texts have none', () => {
  const revenue = model.get('revenue', 2, 'GEN')!;
  const [cell] = cellsOf(op('revenue', revenue, { ...revenue, amountCents: 123_456_789 }), names);
  expect(cell).toMatchObject({ before: '10,000,000.00', beforeNumber: '10000000.00', afterNumber: '1234567.89' });
  const [level] = cellsOf(
    op('school', model.get('school', '7')!, { code: '7', name: 'Roosevelt', level: 'ES' }),
    names,
  );
  expect(level).toMatchObject({ before: 'High', after: 'Elementary', beforeNumber: null, afterNumber: null, unit: '' });
});

test('what is gone is called as it was last', () => {
  const learned = new HistoryNames(model);
  learned.learn([op('school', { code: '99', name: 'Old Mill', level: 'ES' }, null)]);
  expect(learned.of('school', '99')).toBe('Old Mill');
  expect(learned.of('school', '98')).toBe('98');
});
