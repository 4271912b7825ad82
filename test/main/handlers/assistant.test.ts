import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import type { StartTableReader } from '../../../src/main/imports/table/TableReader.ts';
import { withRepairs } from '../../../src/shared/assistant/applyOffers.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { type ChangeText, textToChange } from '../../../src/shared/changes/opsText.ts';
import type {
  AssistantFile,
  AssistantOutcome,
  AssistantPreview,
  AssistantSuggestion,
} from '../../../src/shared/contract/assistant.ts';
import type { Events, RequestName } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { byKey } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const open: MainProgram[] = [];
afterEach(async () => {
  for (const program of open.splice(0)) await program.session.close(true);
});

interface Started {
  readonly main: MainProgram;
  readonly steps: Events['progress/step'][];
  readonly ask: <Answer>(name: RequestName, params?: unknown) => Promise<Answer>;
  readonly give: (name: string, content: string) => void;
}

/** A program with a new document; the next file question is answered with the file given last. */
async function start(startTableReader?: StartTableReader): Promise<Started> {
  const folder = temporaryFolder();
  const steps: Events['progress/step'][] = [];
  let chosen: string | null = null;
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => chosen,
    emit: (name, event) => {
      if (name === 'progress/step') steps.push(event as Events['progress/step']);
    },
    ...(startTableReader ? { startTableReader } : {}),
  });
  open.push(main);
  const ask = async <Answer>(name: RequestName, params: unknown = null): Promise<Answer> => {
    // As the loopback host has it: everything crosses as JSON.
    const reply = await main.dispatch(name, JSON.parse(JSON.stringify(params)));
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return JSON.parse(JSON.stringify(reply.value)) as Answer;
  };
  await ask('document/new');
  const give = (name: string, content: string): void => {
    chosen = join(folder, name);
    writeFileSync(chosen, content);
  };
  return { main, steps, ask, give };
}

const FILE =
  'Counts of October\n\nschool_id,school,level,enrol_sy2425,low_income_sy2425,budget_fy25\n0042,Oak,K-5,420,310,"1,000.00"\n0043,Elm,9-12,655,401,2000.125\nTotal,,,1075,711,3000.125\n';

test('a file goes from the dialog to a logged change with new versions, and its mapping is remembered', async () => {
  const { main, steps, ask, give } = await start();
  give('counts.csv', FILE);
  const file = await ask<AssistantFile>('assistant/read');
  expect(file).toMatchObject({
    fileName: 'counts.csv',
    encoding: 'UTF-8',
    sheets: [{ name: 'counts', rowCount: 5, columnCount: 6 }],
  });
  expect(JSON.stringify(file)).not.toContain('state');
  expect(steps[0]).toMatchObject({ label: 'Reading counts.csv' });
  const at = { token: file.token, sheet: 0 };
  expect(await ask('assistant/rows', { ...at, from: 1, count: 2 })).toMatchObject([
    { number: 3 },
    { number: 4, cells: ['0042', 'Oak', 'K-5', '420', '310', '1,000.00'] },
  ]);
  const { suggestion, isRemembered } = await ask<AssistantSuggestion>('assistant/suggest', { ...at, headerRow: null });
  expect(isRemembered).toBe(false);
  expect(suggestion).toMatchObject({ mapping: { headerRow: 3 }, leftOut: [{ row: 6 }] });

  const faulty = await ask<AssistantPreview>('assistant/preview', { ...at, scenario: 1, mapping: suggestion.mapping });
  expect(faulty).toMatchObject({ faultCount: 1, faults: [{ row: 5, column: 'budget_fy25', value: '2000.125' }] });
  const before = byKey(main.session.document.model.toRows());
  const refused = await ask<AssistantOutcome>('assistant/import', { ...at, scenario: 1, mapping: suggestion.mapping });
  expect(refused).toMatchObject({ change: null, committed: null, faultCount: 1 });
  expect(byKey(main.session.document.model.toRows())).toEqual(before);
  const emptied = main.session.document.model.toRows();

  const mapping = withRepairs(suggestion.mapping, suggestion.repairs);
  const preview = await ask<AssistantPreview>('assistant/preview', { ...at, scenario: 1, mapping });
  expect(preview).toMatchObject({
    faultCount: 0,
    preview: { added: { count: 2 }, versions: ['enrollment', 'current'] },
  });
  const outcome = await ask<AssistantOutcome>('assistant/import', { ...at, scenario: 1, mapping });
  expect(outcome).toMatchObject({
    faultCount: 0,
    fileName: 'counts.csv',
    change: { kind: 'import' },
    committed: { logId: 1 },
  });
  const { model } = main.session.document;
  // What the window puts in place of its own model is what main has made and logged.
  const adopted = new Model(emptied);
  applyOps(adopted, textToChange(outcome.change as ChangeText).ops);
  expect(byKey(adopted.toRows())).toEqual(byKey(model.toRows()));
  expect(textToChange(outcome.change as ChangeText)).toEqual(main.session.document.change(1));
  expect([...model.table('inputVersion').values()].filter(({ fileSha256 }) => fileSha256 === file.sha256)).toHaveLength(
    2,
  );
  expect(model.get('currentBudget', model.get('scenario', 1)?.currentVersion ?? 0, '0043')?.amountCents).toBe(200_013);

  // The file is gone with the import; the next one of the same shape finds its decisions again.
  await expect(ask('assistant/rows', { ...at, from: 0, count: 1 })).rejects.toMatchObject({ code: 'file-forgotten' });
  give('next.csv', FILE.replaceAll('2425', '2526').replaceAll('fy25', 'fy26'));
  const next = await ask<AssistantFile>('assistant/read');
  const again = await ask<AssistantSuggestion>('assistant/suggest', { token: next.token, sheet: 0, headerRow: null });
  expect(again.isRemembered).toBe(true);
  expect(again.suggestion.mapping.columns.at(-1)).toMatchObject({ header: 'budget_fy26', repairs: { round: true } });
});

test('a text file is read again as the person says, and stays as it was where that cannot be', async () => {
  const { ask, give } = await start();
  give('counts.csv', 'school_id;name;budget\n0042;Écôle, Oak;1,50\n');
  const file = await ask<AssistantFile>('assistant/read');
  expect(file).toMatchObject({ encoding: 'UTF-8', delimiter: ';' });
  const rowsOf = (token: string) => ask('assistant/rows', { token, sheet: 0, from: 1, count: 1 });
  const again = await ask<AssistantFile>('assistant/readAgain', {
    token: file.token,
    encoding: 'Windows-1252',
    delimiter: ',',
  });
  expect(again).toMatchObject({ encoding: 'Windows-1252', delimiter: ',', sha256: file.sha256 });
  expect(await rowsOf(again.token)).toEqual([{ number: 2, cells: ['0042;Ã‰cÃ´le', ' Oak;1', '50'] }]);
  await expect(rowsOf(file.token)).rejects.toMatchObject({ code: 'file-forgotten' });
  const failed = ask('assistant/readAgain', { token: again.token, encoding: 'UTF-16 LE', delimiter: ',' });
  await expect(failed).rejects.toMatchObject({ code: 'workbook-unreadable' });
  expect(await rowsOf(again.token)).toHaveLength(1);
  give('counts.csv', 'school_id;name\n1;Elm\n');
  const changed = ask('assistant/readAgain', { token: again.token, encoding: 'UTF-8', delimiter: ';' });
  await expect(changed).rejects.toMatchObject({ code: 'file-changed' });
  const wrong = ask('assistant/readAgain', { token: again.token, encoding: 'EBCDIC', delimiter: ';' });
  await expect(wrong).rejects.toThrow();
});

test('cancelling stops the reading and forgets the file', async () => {
  let stopped = 0;
  const { ask, give } = await start(() => () => void stopped++);
  give('counts.csv', FILE);
  const reading = ask('assistant/read');
  const ended = expect(reading).rejects.toMatchObject({ code: 'read-cancelled' });
  while (stopped === 0) {
    await ask('assistant/cancel');
    await new Promise((resolve) => setImmediate(resolve));
    if (stopped > 0) break;
  }
  await ended;
  expect(stopped).toBe(1);
});

test('nobody else’s token and no hostile mapping gets through', async () => {
  const { ask, give } = await start();
  give('counts.csv', FILE);
  const { token } = await ask<AssistantFile>('assistant/read');
  await expect(ask('assistant/suggest', { token: 'other', sheet: 0, headerRow: null })).rejects.toMatchObject({
    code: 'file-forgotten',
  });
  await expect(ask('assistant/suggest', { token, sheet: 7, headerRow: null })).rejects.toMatchObject({
    code: 'file-forgotten',
  });
  const { suggestion } = await ask<AssistantSuggestion>('assistant/suggest', { token, sheet: 0, headerRow: null });
  const { mapping } = suggestion;
  for (const hostile of [
    { ...mapping, path: '/etc/passwd' },
    { ...mapping, columns: [{ ...mapping.columns[0], target: { kind: 'constructor' } }] },
    { ...mapping, columns: [{ ...mapping.columns[0], column: -1 }] },
    { ...mapping, missing: 'all' },
  ]) {
    await expect(ask('assistant/preview', { token, sheet: 0, scenario: 1, mapping: hostile })).rejects.toMatchObject({
      code: 'bad-request',
    });
  }
  await expect(ask('assistant/import', { token, sheet: 0, scenario: 99, mapping })).rejects.toMatchObject({
    code: 'unknown-scenario',
  });
});

test('a file that cannot be read ends in its sentence, and a closed dialog in nothing', async () => {
  const { ask, give } = await start();
  expect(await ask('assistant/read')).toBeNull();
  give('empty.csv', '\n\n');
  await expect(ask('assistant/read')).rejects.toMatchObject({
    message: 'empty.csv cannot be read: it is empty. Nothing was imported.',
  });
});
