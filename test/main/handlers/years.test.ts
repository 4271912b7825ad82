import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createHandlers, type MainProgram } from '../../../src/main/handlers.ts';
import type { AssistantFile } from '../../../src/shared/contract/assistant.ts';
import type { RequestName } from '../../../src/shared/contract/requests.ts';
import type { YearsOutcome, YearsPreviewAnswer } from '../../../src/shared/contract/years.ts';
import type { YearsSuggestion } from '../../../src/shared/years/import/YearsMapping.ts';
import { byKey } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const open: MainProgram[] = [];
afterEach(async () => {
  for (const program of open.splice(0)) await program.session.close(true);
});

/** A program with the sample district; file questions are answered with the file chosen last. */
async function start() {
  const folder = temporaryFolder();
  let chosen: string | null = null;
  const main = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => chosen,
    emit: () => {},
  });
  open.push(main);
  const ask = async <Answer>(name: RequestName, params: unknown = null): Promise<Answer> => {
    // As the loopback host has it: everything crosses as JSON.
    const reply = await main.dispatch(name, JSON.parse(JSON.stringify(params)));
    if (!reply.ok) throw Object.assign(new Error(reply.error.message), { code: reply.error.code });
    return JSON.parse(JSON.stringify(reply.value)) as Answer;
  };
  await ask('document/openSample');
  const choose = (name: string | null): string => {
    chosen = name === null ? null : join(folder, name);
    return chosen ?? '';
  };
  const give = (name: string, content: string): void => writeFileSync(choose(name), content);
  return { main, ask, give, choose };
}

const FILE = 'School Code,Graduation rate 2021-22,2022-23\n0113,80%,*\n0121,82.5,84\nX99,70,71\nDistrict,81,82\n';

test('a file of outcomes goes from the dialog to one logged change, which can be taken back', async () => {
  const { main, ask, give } = await start();
  give('graduation.csv', FILE);
  const { token } = await ask<AssistantFile>('assistant/read');
  const at = { token, sheet: 0 };
  const { mapping, form } = await ask<YearsSuggestion>('years/suggest', { ...at, headerRow: null });
  expect(form).toBe('wide');
  const answer = await ask<YearsPreviewAnswer>('years/preview', { ...at, mapping });
  expect(answer).toMatchObject({
    faultCount: 0,
    preview: { added: 5, suppressedCount: 1, unknownCount: 1, leftOutCount: 1 },
  });
  const before = byKey(main.session.document.model.toRows());
  const outcome = await ask<YearsOutcome>('years/import', { ...at, scenario: 1, mapping });
  expect(outcome).toMatchObject({ fileName: 'graduation.csv', change: { kind: 'import' }, committed: { logId: 1 } });
  const { model } = main.session.document;
  expect(model.table('yearMeasure').get('Graduation rate')).toMatchObject({ unit: 'percent', better: 'higher' });
  const undo = main.session.document.change(1);
  expect(undo.ops).toHaveLength(6);
  const { invertOps } = await import('../../../src/shared/changes/Change.ts');
  await ask('change/commit', {
    change: { kind: 'undo', label: 'Undo', scenario: null, of: 1, ops: invertOps(undo.ops) },
    calculatedScenario: 1,
  });
  expect(byKey(model.toRows())).toEqual(before);
  await expect(ask('years/preview', { ...at, mapping })).rejects.toMatchObject({ code: 'file-forgotten' });
});

test('a file with one fault changes nothing, and one that brings nothing new is told', async () => {
  const { main, ask, give } = await start();
  const before = byKey(main.session.document.model.toRows());
  give('bad.csv', FILE.replace('82.5', 'most'));
  const bad = await ask<AssistantFile>('assistant/read');
  const first = await ask<YearsSuggestion>('years/suggest', { token: bad.token, sheet: 0, headerRow: null });
  const refused = await ask<YearsOutcome>('years/import', {
    token: bad.token,
    sheet: 0,
    scenario: 1,
    mapping: first.mapping,
  });
  expect(refused).toMatchObject({ change: null, faultCount: 1, faults: [{ row: 3, value: 'most' }] });
  expect(byKey(main.session.document.model.toRows())).toEqual(before);

  for (const isNew of [true, false]) {
    give('good.csv', FILE);
    const { token } = await ask<AssistantFile>('assistant/read');
    const { mapping } = await ask<YearsSuggestion>('years/suggest', { token, sheet: 0, headerRow: null });
    const asked = ask('years/import', { token, sheet: 0, scenario: 1, mapping });
    if (isNew) await asked;
    else await expect(asked).rejects.toMatchObject({ code: 'nothing-new' });
  }
});

test('years/export writes every value, and what it wrote comes in again as it was', async () => {
  const { main, ask, give, choose } = await start();
  const path = choose('out.csv');
  expect(await ask('years/export')).toEqual({ fileName: 'out.csv' });
  const text = readFileSync(path, 'utf8');
  const { model } = main.session.document;
  expect(text.trim().split('\n')).toHaveLength(model.table('yearValue').size + 1);
  expect(text).toContain('year,school,measure,group,value,kind,unit,better');
  give('again.csv', text);
  const { token } = await ask<AssistantFile>('assistant/read');
  const { mapping, form } = await ask<YearsSuggestion>('years/suggest', { token, sheet: 0, headerRow: null });
  expect(form).toBe('long');
  const { preview, faultCount } = await ask<YearsPreviewAnswer>('years/preview', { token, sheet: 0, mapping });
  expect({ faultCount, added: preview.added, changed: preview.changed }).toEqual({
    faultCount: 0,
    added: 0,
    changed: 0,
  });
  expect(preview.unchanged).toBe(model.table('yearValue').size);
  choose(null);
  expect(await ask('years/export')).toBeNull();
});
