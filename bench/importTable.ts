import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createHandlers } from '../src/main/handlers.ts';
import type { AssistantFile, AssistantSuggestion } from '../src/shared/contract/assistant.ts';
import type { RequestName } from '../src/shared/contract/requests.ts';

/** A process that brings one table file into a new document through the import assistant, as the window asks it to. */
const file = resolve(process.argv[2] ?? '');
const stateFolder = mkdtempSync(join(tmpdir(), 'allot-bench-state-'));
const main = createHandlers({
  info: { version: '0', host: 'browser', platform: process.platform, user: 'bench' },
  stateFolder,
  chooseFile: async () => file,
  emit: () => undefined,
});

async function ask<Answer>(name: RequestName, params: unknown): Promise<Answer> {
  const reply = await main.dispatch(name, params);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as Answer;
}

await ask('document/new', null);
const read = await ask<AssistantFile>('assistant/read', null);
const at = { token: read.token, sheet: 0 };
const { suggestion } = await ask<AssistantSuggestion>('assistant/suggest', { ...at, headerRow: null });
const outcome = await ask<{ faultCount: number; committed: unknown }>('assistant/import', {
  ...at,
  scenario: 1,
  mapping: suggestion.mapping,
});
await main.session.close(true);
rmSync(stateFolder, { recursive: true, force: true });
if (!outcome.committed) throw new Error(`${outcome.faultCount} faults; nothing was imported`);
