import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createHandlers } from '../../../src/main/handlers.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

it('lists faults of the file itself together with all others, and imports nothing', async () => {
  const folder = temporaryFolder();
  const workbook = join(folder, 'workbook');
  mkdirSync(workbook);
  writeFileSync(join(workbook, 'schools.csv'), 'code,name,level\n1,Lincoln,ES\n2,Roosevelt,HX\n');
  writeFileSync(join(workbook, 'enrollment.csv'), 'school,ALL\n1,"10\n');
  writeFileSync(join(workbook, 'current.csv'), 'school,amount\n3,100\n');
  const { dispatch, session } = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => workbook,
    emit: () => {},
  });
  try {
    await dispatch('document/openSample', null);
    const rows = JSON.stringify(session.document.model.toRows());
    const reply = await dispatch('workbook/import', { scenario: 1, as: 'folder' });
    expect(reply).toMatchObject({
      ok: true,
      value: {
        change: null,
        committed: null,
        faults: [
          { sheet: 'enrollment', reason: expect.stringContaining('a quotation mark that is never closed') },
          { sheet: 'schools', row: 3, column: 'level' },
          { sheet: 'current', row: 2, column: 'school' },
        ],
      },
    });
    expect(JSON.stringify(session.document.model.toRows())).toBe(rows);
  } finally {
    await session.close(true);
  }
});

it('reads in a process that Cancel ends, and then imports nothing', async () => {
  const folder = temporaryFolder();
  const workbook = join(folder, 'workbook.xlsx');
  writeFileSync(workbook, 'never read');
  const started = Promise.withResolvers<void>();
  const { dispatch, session } = createHandlers({
    info: { version: '0', host: 'browser', platform: 'test', user: 'Maria Ortiz' },
    stateFolder: join(folder, 'state'),
    chooseFile: async () => workbook,
    emit: () => {},
    runReader: (_path, _limits, signal) =>
      new Promise((resolve) => {
        signal?.addEventListener('abort', () => resolve({ refusal: 'it was stopped.' }));
        started.resolve();
      }),
  });
  try {
    await dispatch('document/openSample', null);
    const rows = JSON.stringify(session.document.model.toRows());
    const asking = dispatch('workbook/import', { scenario: 1, as: 'file' });
    await started.promise;
    await dispatch('job/cancel', null);
    expect(await asking).toMatchObject({ ok: false, error: { code: 'job-cancelled' } });
    expect(JSON.stringify(session.document.model.toRows())).toBe(rows);
  } finally {
    await session.close(true);
  }
});
