import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import { readWorkbookFile } from '../../../src/main/imports/readWorkbookFile.ts';
import { renameSchool } from '../../../src/shared/changes/schools.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import type { Params, RequestName, Result } from '../../../src/shared/contract/requests.ts';
import { EVERYTHING } from '../../../src/shared/history/HistoryEntry.ts';
import { readCsv } from '../../../src/shared/text/csv.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

let folder = '';
let main: MainProgram;
let chosen: string | null = null;

async function ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Result<Name>> {
  const reply = await main.dispatch(name, params);
  if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
  return reply.value as Result<Name>;
}

/** The sample with three entries: a weight, a school with a hostile name, and the same weight again. */
beforeEach(async () => {
  folder = temporaryFolder();
  main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async ({ suggestedName }) => {
      chosen = suggestedName;
      return join(folder, suggestedName);
    },
    emit: () => {},
  });
  await ask('document/openSample', null);
  const { model } = main.session.document;
  const [set] = model.ordered('weightSet');
  const weight = (units: number) =>
    ask('change/commit', {
      change: setWeight(model, 1, set?.weightSet ?? '', 'HS', 'POV', units),
      calculatedScenario: 1,
    });
  await weight(4_100);
  const [school] = model.table('school').values();
  await ask('change/commit', {
    change: renameSchool(model, school?.code ?? '', '=HYPERLINK("http://x")'),
    calculatedScenario: 1,
  });
  await weight(4_200);
});
afterEach(() => main.session.close(true));

test('entries are listed by a filter, in pages, and read cell by cell', async () => {
  const all = await ask('history/list', { filter: EVERYTHING, before: null, limit: 2 });
  expect(all.entries.map(({ id }) => id)).toEqual([3, 2]);
  expect(all).toMatchObject({ found: 3, total: 3, people: ['Maria Ortiz'], findings: [] });
  const rest = await ask('history/list', { filter: { ...EVERYTHING, sheet: 'weights' }, before: 3, limit: 10 });
  expect(rest.entries.map(({ id }) => id)).toEqual([1]);
  const { cells } = await ask('history/read', { id: 3, from: 0, count: 10 });
  expect(cells).toMatchObject([{ before: '0.41', after: '0.42', field: 'weight' }]);
  for (const wrong of [{ ...EVERYTHING, path: '/etc/passwd' }, { ...EVERYTHING, by: 'x'.repeat(500) }, null]) {
    const reply = await main.dispatch('history/list', { filter: wrong, before: null, limit: 10 });
    expect(reply).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  }
  await expect(ask('history/read', { id: 77, from: 0, count: 1 })).rejects.toMatchObject({ code: 'unknown-change' });
});

test('a restoration is planned without a trace, made as one change, and calculated like any scenario', async () => {
  const { document } = main.session;
  const budgets = Array.from(document.calculation(1).results.total);
  const at = { id: 3, side: 'before', scenario: 1 } as const;
  expect(await ask('history/scenarios', { id: 3, side: 'before' })).toEqual([
    { value: '1', label: document.model.get('scenario', 1)?.name },
  ]);
  const plan = await ask('history/planRestore', at);
  expect(plan).toMatchObject({ isExact: true, broughtBack: [] });
  expect(document.log(10)).toHaveLength(3);
  expect(document.model.table('scenario').size).toBe(1);
  const { change, committed } = await ask('history/restore', at);
  expect(committed).toMatchObject({ logId: 4, digest: document.calculation(2).digest() });
  expect(document.model.get('scenario', 2)?.name).toBe(plan.name);
  const [set] = document.model.ordered('weightSet');
  expect(document.model.get('weight', 2, set?.weightSet ?? '', 'HS', 'POV')?.weight).toBe(4_100);
  expect(document.calculation(2).results.total.reduce((sum, cents) => sum + cents, 0)).toBe(plan.restoredCents);
  expect(Array.from(document.calculation(1).results.total)).toEqual(budgets);
  expect(change.ops.every(({ before }) => before === null)).toBe(true);
  await expect(ask('history/planRestore', { ...at, scenario: 9 })).rejects.toMatchObject({ code: 'not-restored' });
  await expect(ask('history/restore', { ...at, scenario: 9 })).rejects.toThrow(/Nothing was changed/);
});

test('the filtered history is written as CSV: texts guarded, numbers as they are', async () => {
  await ask('history/export', { filter: EVERYTHING, as: 'csv' });
  expect(chosen).toBe('Untitled history.csv');
  const text = readFileSync(join(folder, chosen ?? ''), 'utf8');
  expect(text.startsWith('\ufeffentry,time,person,')).toBe(true);
  // A formula in a name can run in no spreadsheet, and the reader gives the name back.
  expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
  const reading = readCsv(text, { cells: 1_000, characters: 100_000 });
  if (!reading.ok) throw new Error(reading.sentence);
  const [header, ...rows] = reading.table.rows;
  const column = (name: string): string[] => rows.map((row) => row[header?.indexOf(name) ?? -1] ?? '');
  expect(column('entry')).toEqual(['1', '2', '3']);
  expect(column('after')).toEqual(['0.41', '=HYPERLINK("http://x")', '0.42']);
  expect(column('after_number')).toEqual(['0.41', '', '0.42']);
  expect(column('before_number')[2]).toBe('0.41');
  expect(column('unit')).toEqual(['weight', '', 'weight']);
  expect(column('sheet')).toEqual(['Weights', 'Schools', 'Weights']);
  await ask('history/export', { filter: { ...EVERYTHING, sheet: 'weights' }, as: 'csv' });
  expect(
    readFileSync(join(folder, chosen ?? ''), 'utf8')
      .trimEnd()
      .split('\n'),
  ).toHaveLength(3);
});

test('the same as a workbook is read back with numbers as numbers and texts as texts', async () => {
  await ask('history/export', { filter: EVERYTHING, as: 'xlsx' });
  const read = await readWorkbookFile(join(folder, chosen ?? ''), READ_LIMITS);
  if ('refusal' in read) throw new Error(read.refusal);
  const [sheet] = read.workbook.sheets;
  expect(sheet?.name).toBe('history');
  const rows = sheet?.rows.map(({ cells }) => cells) ?? [];
  expect(rows).toHaveLength(4);
  const at = (row: number, name: string): unknown => rows[row]?.[rows[0]?.indexOf(name) ?? -1];
  expect(at(1, 'entry')).toBe('1');
  expect(at(2, 'after')).toBe('=HYPERLINK("http://x")');
  expect(at(3, 'after_number')).toBe('0.42');
});
