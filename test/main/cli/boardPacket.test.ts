import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../src/main/cli/CommandLine.ts';
import { COMMANDS } from '../../../src/main/cli/commands.ts';
import { createHandlers } from '../../../src/main/handlers.ts';
import { addSession } from '../../../src/shared/changes/sessions.ts';
import type { OpenedDocument } from '../../../src/shared/contract/requests.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { readPacket } from '../../fixtures/readPacket.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

async function run(name: string, ...words: readonly string[]): Promise<string> {
  const command = COMMANDS[name]!;
  return command.run(parseCommandLine(words, command)).then(
    ({ text }) => text,
    (error: Error) => error.message,
  );
}

/** The sample district as a document with sessions of these names beside its own. */
async function documentWith(names: readonly string[]): Promise<string> {
  const folder = temporaryFolder();
  const path = join(folder, 'district.allot');
  const { dispatch, session } = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => path,
    emit: () => {},
  });
  const ask = async (request: string, params: unknown): Promise<unknown> => {
    const reply = await dispatch(request, params);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value;
  };
  const { rows } = (await ask('document/openSample', null)) as OpenedDocument;
  const model = new Model(rows);
  for (const name of names) {
    const made = addSession(model, name, 3);
    if (typeof made === 'string') throw new Error(made);
    for (const op of made.change.ops) model.put(op);
    await ask('change/commit', { change: made.change, calculatedScenario: 1 });
  }
  await ask('document/saveAs', null);
  await session.close(true);
  return path;
}

test('board-packet writes the session that is named, with the numbers where they are asked for', async () => {
  const model = await documentWith(['Work session', 'Hearing']);
  const out = join(temporaryFolder(), 'hearing.html');
  expect(await run('board-packet', model, '--session', 'hearing', '--out', out, '--paper', 'a4')).toBe('');
  const plain = readPacket(readFileSync(out, 'utf8'));
  expect(plain.headings[0]).toBe('Hearing');
  expect(plain.tables).toBe(0);
  expect(readFileSync(out, 'utf8')).toContain('size: 297mm 210mm');
  expect(await run('board-packet', model, '--session', 'Work session', '--out', out, '--tables')).toBe('');
  const whole = readPacket(readFileSync(out, 'utf8'));
  expect(whole.headings[0]).toBe('Work session');
  expect(whole.tables).toBeGreaterThan(0);
});

test('what cannot be written is said in one sentence, and no file appears', async () => {
  const model = await documentWith(['Hearing']);
  const folder = temporaryFolder();
  const out = join(folder, 'out.html');
  expect(await run('board-packet', model)).toContain('--out is missing');
  expect(await run('board-packet', model, '--out', join(folder, 'out.pptx'))).toContain(
    'ends in neither .pdf nor .html',
  );
  expect(await run('board-packet', model, '--out', out, '--session', 'Picnic')).toMatch(
    /^There is no board session “Picnic” in this model; it has .*“Hearing”\.$/,
  );
  expect(await run('board-packet', model, '--out', out, '--scenario', 'Dream')).toContain('There is no scenario');
  const empty = join(folder, 'empty.allot');
  await run('new', empty);
  expect(await run('board-packet', empty, '--out', out)).toContain('has no board session');
  expect(existsSync(out)).toBe(false);
});
