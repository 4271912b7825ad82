import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDocument } from '../../../src/main/document/openDocument.ts';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import type { DocumentInfo, OpenedDocument, RequestName } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { byKey, smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { workplaceIn } from './workplaces.ts';

interface Started extends MainProgram {
  readonly folder: string;
  readonly told: DocumentInfo[];
  readonly answer: (...paths: (string | null)[]) => void;
  readonly ask: (name: RequestName, params?: unknown) => Promise<unknown>;
}

function start(folder = temporaryFolder()): Started {
  const answers: (string | null)[] = [];
  const told: DocumentInfo[] = [];
  const workplace = workplaceIn(folder);
  const main = createHandlers(
    {
      info: { version: '0', host: 'browser', platform: 'test', user: workplace.user },
      stateFolder: workplace.stateFolder,
      chooseFile: async () => answers.shift() ?? null,
      emit: (name, event) => {
        if (name === 'document/info') told.push(event as DocumentInfo);
      },
    },
    workplace,
  );
  const ask = async (name: RequestName, params: unknown = null): Promise<unknown> => {
    const reply = await main.dispatch(name, params);
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return reply.value;
  };
  return { ...main, folder, told, ask, answer: (...paths) => void answers.push(...paths) };
}

const commit = (main: Started, weight: number) => ({
  change: weightChange(main.session.document.model, weight),
  calculatedScenario: 1,
});

async function withDocument(): Promise<Started & { path: string }> {
  const main = start();
  const path = join(main.folder, 'Budget.allot');
  await (await createDocument(workplaceIn(main.folder), path, smallDistrict())).close();
  main.answer(path);
  await main.ask('document/open');
  return { ...main, path };
}

test('before anything is open, requests that need a document say so', async () => {
  const main = start();
  expect(await main.ask('document/current')).toBeNull();
  expect(await main.ask('document/recoveries')).toEqual([]);
  for (const name of ['document/save', 'document/saveAs'] as const) {
    await expect(main.ask(name)).rejects.toMatchObject({ code: 'no-document' });
  }
  await expect(main.ask('session/set', { key: 'a', value: 'b' })).rejects.toMatchObject({ code: 'no-document' });
  expect(await main.ask('document/close', { discard: false })).toBeNull();
  main.answer(null);
  expect(await main.ask('document/open')).toBeNull();
});

test('a new document has the default levels, one need, one scenario and four empty versions', async () => {
  const main = start();
  const opened = (await main.ask('document/new')) as OpenedDocument;
  expect(opened.info).toMatchObject({ name: 'Untitled', isUntitled: true, isModified: false });
  expect(opened.rows.scenario).toMatchObject([{ id: 1, name: 'Current plan', status: 'draft' }]);
  expect(opened.rows.inputVersion.map((version) => [version.id, version.kind, version.createdBy])).toEqual([
    [1, 'enrollment', 'Maria Ortiz'],
    [2, 'revenues', 'Maria Ortiz'],
    [3, 'current', 'Maria Ortiz'],
    [4, 'measures', 'Maria Ortiz'],
  ]);
  expect(opened.rows.level.map((level) => level.code).sort()).toEqual(['ES', 'HS', 'MS']);
  expect(opened.rows.school).toEqual([]);
  await main.ask('document/close', { discard: true });
});

test('the sample opens as an untitled copy, and saving it asks for a name', async () => {
  const main = start();
  const opened = (await main.ask('document/openSample')) as OpenedDocument;
  expect(opened.info).toMatchObject({ isUntitled: true, folder: null });
  expect(byKey(opened.rows)).toEqual(byKey(new Model(sampleModelRows()).toRows()));
  main.answer(null);
  expect(await main.ask('document/save')).toBeNull();
  main.answer(join(main.folder, 'Mine'));
  expect(await main.ask('document/save')).toMatchObject({ name: 'Mine.allot', isUntitled: false });
  await main.ask('document/close', { discard: false });
  expect(readdirSync(main.folder)).toContain('Mine.allot');
});

test('another document takes the place of a saved one, never of an unsaved one', async () => {
  const main = await withDocument();
  await main.ask('change/commit', commit(main, 3_400));
  const before = byKey(main.session.document.model.toRows());
  for (const name of ['document/new', 'document/openSample'] as const) {
    await expect(main.ask(name)).rejects.toMatchObject({
      code: 'document-unsaved',
      message: expect.stringMatching(/“Budget.allot” has unsaved changes/),
    });
  }
  await expect(main.ask('document/close', { discard: false })).rejects.toMatchObject({ code: 'document-unsaved' });
  expect(byKey(main.session.document.model.toRows())).toEqual(before);
  await main.ask('document/save');
  await main.ask('document/new');
  expect(main.session.info()?.isUntitled).toBe(true);
  main.answer(main.path);
  const again = (await main.ask('document/open')) as OpenedDocument;
  expect(byKey(again.rows)).toEqual(before);
  await main.ask('document/close', { discard: true });
});

test('when opening fails, what is open stays open', async () => {
  const main = await withDocument();
  mkdirSync(join(main.folder, 'dir.allot'));
  main.answer(join(main.folder, 'dir.allot'), main.path);
  await expect(main.ask('document/open')).rejects.toMatchObject({ code: 'document-foreign' });
  expect(main.session.info()?.name).toBe('Budget.allot');
  expect(((await main.ask('document/open')) as OpenedDocument).info.readOnlyReason).toBeNull();
  await main.ask('document/close', { discard: true });
});

test('the window is told when the document becomes modified, and when it is saved', async () => {
  const main = await withDocument();
  expect(await main.ask('change/commit', commit(main, 3_400))).toMatchObject({ logId: 1, isModified: true });
  await main.ask('change/commit', commit(main, 3_500));
  await main.ask('document/save');
  expect(main.told.map((info) => info.isModified)).toEqual([true, false]);
  await main.ask('document/close', { discard: false });
});

test('the log is read in pages and a change for undo across a reload', async () => {
  const main = await withDocument();
  const first = commit(main, 3_400);
  await main.ask('change/commit', first);
  await main.ask('change/commit', commit(main, 3_500));
  expect(await main.ask('change/log', { limit: 1, before: 2 })).toMatchObject([{ id: 1, by: 'Maria Ortiz' }]);
  expect(await main.ask('change/read', { id: 1 })).toEqual(first.change);
  await expect(main.ask('change/read', { id: 9 })).rejects.toMatchObject({ code: 'unknown-change' });
  await main.ask('session/set', { key: 'sheet', value: 'weights' });
  expect(((await main.ask('document/current')) as OpenedDocument).session).toEqual({ sheet: 'weights' });
  await main.ask('document/close', { discard: true });
});

test('a change that removes the scenario to be calculated is refused before it is stored', async () => {
  const main = await withDocument();
  const [before] = main.session.document.model.table('scenario').values();
  const change = {
    kind: 'scenario',
    label: 'Remove',
    scenario: null,
    ops: [{ table: 'scenario', before, after: null }],
  };
  await expect(main.ask('change/commit', { change, calculatedScenario: 1 })).rejects.toMatchObject({
    code: 'unknown-scenario',
  });
  expect(main.session.document.log(1)).toEqual([]);
  await main.ask('document/close', { discard: true });
});

test('notices come with the first answer only', async () => {
  const folder = join(temporaryFolder(), 'OneDrive - District 9');
  mkdirSync(folder);
  const path = join(folder, 'Budget.allot');
  await (await createDocument(workplaceIn(folder), path, smallDistrict())).close();
  const main = start(folder);
  const opened = await main.session.openPath(path);
  expect(opened.info.notices.join()).toMatch(/OneDrive folder/);
  expect(((await main.ask('document/current')) as OpenedDocument).info.notices).toEqual([]);
  await main.ask('document/close', { discard: false });
  expect((await main.session.openPath(path)).info.notices).toEqual([]);
  await main.ask('document/close', { discard: false });
});

test('a model goes out as CSV and comes in again, as one change in the log', async () => {
  const main = await withDocument();
  const digest = main.session.document.calculation(1).digest();
  const out = join(main.folder, 'out');
  main.answer(out, out, null);
  expect(await main.ask('workbook/export', { scenario: 1, as: 'folder', digest })).toEqual({ fileName: 'out' });
  expect(await main.ask('workbook/import', { scenario: 1, as: 'folder' })).toMatchObject({
    ...{ faults: [], committed: { logId: 1, digest, isModified: true }, change: { kind: 'import' } },
  });
  expect(main.session.document.log(10)).toHaveLength(1);
  expect(await main.ask('workbook/import', { scenario: 1, as: 'folder' })).toBeNull();
  await main.ask('document/close', { discard: true });
});
