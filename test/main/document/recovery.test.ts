import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, expect, test } from 'vitest';
import { type Files, nodeFiles } from '../../../src/main/document/files.ts';
import { lockPath } from '../../../src/main/document/lockFile.ts';
import { createDocument, openDocument } from '../../../src/main/document/openDocument.ts';
import { discardRecovery, listRecoveries, recoverDocument } from '../../../src/main/document/recovery.ts';
import { workingFolder } from '../../../src/main/document/Workplace.ts';
import { smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { colleagueIn, workplaceIn } from './workplaces.ts';

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) if (child.exitCode === null && child.signalCode === null) await kill(child);
});

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A document with three committed, unsaved changes in another process that is still running. */
async function otherProcess(folder: string): Promise<{ path: string; child: ChildProcess }> {
  const path = join(folder, 'Budget.allot');
  await (await createDocument(workplaceIn(folder), path, smallDistrict())).close();
  const script = join(import.meta.dirname, '../../fixtures/commitAndWait.ts');
  const weights = ['2400', '2500', '2600'];
  const child = spawn(process.execPath, [script, join(folder, 'state'), path, ...weights], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let said = '';
  for await (const text of child.stdout) {
    said += String(text);
    if (said.includes('waiting')) break;
  }
  expect(said).toContain('committed 2600');
  return { path, child };
}

test('after a kill every committed change is offered, recovered under the taken-over lock, and saved', async () => {
  const folder = temporaryFolder();
  const { path, child } = await otherProcess(folder);
  const workplace = workplaceIn(folder);
  const original = readFileSync(path);
  expect(await listRecoveries(workplace)).toEqual([]);
  const meanwhile = await openDocument(workplace, path);
  expect(meanwhile.info().readOnlyReason).toMatch(/another Allot window/);
  await meanwhile.close();

  await kill(child);
  expect(existsSync(lockPath(path))).toBe(true);
  const [recovery, ...more] = await listRecoveries(workplace);
  expect(more).toEqual([]);
  expect(recovery).toMatchObject({ name: 'Budget.allot', folder, lastChangeLabel: 'Poverty weight, High → 0.26' });
  expect(readFileSync(path).equals(original)).toBe(true);

  const document = await recoverDocument(workplace, recovery?.token ?? '');
  expect(document.info()).toMatchObject({ name: 'Budget.allot', isModified: true, readOnlyReason: null });
  expect(document.info().notices.join()).toMatch(/Recovered with 3 unsaved changes/);
  expect(document.logFault).toBeNull();
  expect(document.log(10)).toHaveLength(3);
  expect(document.model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight).toBe(2_600);
  expect(JSON.parse(readFileSync(lockPath(path), 'utf8')).pid).toBe(process.pid);
  expect(await listRecoveries(workplace)).toEqual([]);
  await document.save();
  await document.close();

  const again = await openDocument(workplace, path);
  expect(again.log(10)).toHaveLength(3);
  expect(again.findBrokenLogRow()).toBeNull();
  await again.close();
  expect(await listRecoveries(workplace)).toEqual([]);
  expect(readdirSync(join(folder, 'state', 'working'))).toEqual([]);
});

test('a recovery can be thrown away; the document is as it was last saved', async () => {
  const folder = temporaryFolder();
  const { path, child } = await otherProcess(folder);
  const workplace = workplaceIn(folder);
  const [name] = readdirSync(join(folder, 'state', 'working')).filter((entry) => entry.endsWith('.json'));
  const token = String(name).replace('.json', '');
  await expect(discardRecovery(workplace, token)).rejects.toMatchObject({ code: 'document-in-use' });
  await expect(recoverDocument(workplace, token)).rejects.toMatchObject({ code: 'document-in-use' });
  await kill(child);
  await discardRecovery(workplace, token);
  await discardRecovery(workplace, token);
  expect(await listRecoveries(workplace)).toEqual([]);
  await expect(recoverDocument(workplace, token)).rejects.toMatchObject({ code: 'unknown-recovery' });
  const document = await openDocument(workplace, path);
  expect(document.info().readOnlyReason).toBeNull();
  expect(document.log(10)).toEqual([]);
  await document.close();
});

test('what someone else saved after the kill is not overwritten by a recovery', async () => {
  const folder = temporaryFolder();
  const { path, child } = await otherProcess(folder);
  await kill(child);
  // The colleague waits until the lock counts as left behind.
  const later = (): Date => new Date(Date.now() + 3_600_000);
  const theirs = await openDocument(colleagueIn(folder, { now: later }), path);
  theirs.commit(weightChange(theirs.model, 9_900), 'Ben');
  await theirs.save();
  await theirs.close();
  const [recovery] = await listRecoveries(workplaceIn(folder));
  const document = await recoverDocument(workplaceIn(folder), recovery?.token ?? '');
  await expect(document.save()).rejects.toMatchObject({ code: 'document-changed-elsewhere' });
  await document.saveAs(join(folder, 'Recovered.allot'));
  await document.close();
});

test('a document whose folder is gone is recovered all the same', async () => {
  const folder = temporaryFolder();
  const { path, child } = await otherProcess(folder);
  await kill(child);
  const isGone = (text: string): boolean => text.startsWith(path) || text.startsWith(lockPath(path));
  const missing =
    (step: 'writeText' | 'facts') =>
    async (...args: unknown[]) => {
      if (isGone(String(args[0]))) throw Object.assign(new Error('gone'), { code: 'EHOSTDOWN' });
      return (nodeFiles[step] as (...rest: unknown[]) => Promise<unknown>)(...args);
    };
  const files = { ...nodeFiles, writeText: missing('writeText') } as Files;
  const [recovery] = await listRecoveries(workplaceIn(folder));
  const document = await recoverDocument(workplaceIn(folder, { files }), recovery?.token ?? '');
  expect(document.info().readOnlyReason).toMatch(/does not answer.*Save As/);
  await document.saveAs(join(folder, 'elsewhere.allot'));
  await document.close();
});

test('a process killed just after its rename has saved: nothing is offered', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Budget.allot');
  const workplace = workplaceIn(folder);
  await (await createDocument(workplace, path, smallDistrict())).close();
  let note = '';
  const files: Files = {
    ...nodeFiles,
    replace: async (from, to) => {
      await nodeFiles.replace(from, to);
      if (to !== path) return;
      const [name] = readdirSync(join(folder, 'state', 'working')).filter((entry) => entry.endsWith('.json'));
      note = join(folder, 'state', 'working', String(name));
      writeFileSync(`${note}.kept`, readFileSync(note));
      throw Object.assign(new Error('killed'), { code: 'EIO' });
    },
  };
  const document = await openDocument(workplaceIn(folder, { files }), path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  await expect(document.save()).rejects.toMatchObject({ code: 'disk-failed' });
  const kept = readFileSync(`${note}.kept`);
  const database = readFileSync(path);
  await document.close();
  writeFileSync(note, kept);
  writeFileSync(note.replace('.json', '.allot'), database);
  expect(await listRecoveries(workplace)).toEqual([]);
  expect(existsSync(note)).toBe(false);
});

test('a damaged working copy is offered as such and can only be thrown away', async () => {
  const folder = temporaryFolder();
  const { child } = await otherProcess(folder);
  await kill(child);
  const working = join(folder, 'state', 'working');
  const [name] = readdirSync(working).filter((entry) => entry.endsWith('.allot'));
  writeFileSync(join(working, String(name)), 'not a database at all, though long enough to be looked at '.repeat(20));
  const workplace = workplaceIn(folder);
  const [recovery] = await listRecoveries(workplace);
  expect(recovery).toMatchObject({ name: 'Damaged working copy' });
  await expect(recoverDocument(workplace, recovery?.token ?? '')).rejects.toMatchObject({ code: 'document-damaged' });
  await discardRecovery(workplace, recovery?.token ?? '');
  expect(await listRecoveries(workplace)).toEqual([]);
});

test('a token is no path', async () => {
  const folder = temporaryFolder();
  for (const token of ['', '../x', '/etc/passwd', '..', 'a'.repeat(36), '%2e%2e']) {
    await expect(recoverDocument(workplaceIn(folder), token)).rejects.toMatchObject({ code: 'unknown-recovery' });
    await expect(discardRecovery(workplaceIn(folder), token)).rejects.toMatchObject({ code: 'unknown-recovery' });
  }
});

test('what a killed process left of reading or saving is cleared after a day, open copies and recoveries are not', async () => {
  const folder = temporaryFolder();
  const { path, child } = await otherProcess(folder);
  await kill(child);
  const working = join(folder, 'state', 'working');
  const left = readdirSync(working);
  writeFileSync(join(working, 'a.snapshot'), 'left');
  writeFileSync(join(working, 'b.allot'), 'left');
  const reading = await openDocument(workplaceIn(folder), path, { forReading: true });
  const before = readdirSync(working);
  await listRecoveries(workplaceIn(folder));
  expect(readdirSync(working)).toEqual(expect.arrayContaining(before.filter((name) => !name.endsWith('-journal'))));
  const tomorrow = (): Date => new Date(Date.now() + 90_000_000);
  expect(await listRecoveries(workplaceIn(folder, { now: tomorrow }))).toHaveLength(1);
  const after = readdirSync(working);
  expect(after).toEqual(expect.arrayContaining(left.filter((name) => !name.endsWith('-journal'))));
  expect(after).not.toContain('a.snapshot');
  expect(after).not.toContain('b.allot');
  expect(after.filter((name) => name.endsWith('.allot'))).toHaveLength(2);
  await reading.close();
});

test('a left working copy that another program has changed says so when it is recovered', async () => {
  const folder = temporaryFolder();
  const { child } = await otherProcess(folder);
  await kill(child);
  const workplace = workplaceIn(folder);
  const [recovery] = await listRecoveries(workplace);
  const db = new Database(join(workingFolder(workplace), `${recovery?.token}.allot`));
  db.exec(`UPDATE weight SET weight = 9900 WHERE level = 'HS' AND need = 'POV'`);
  db.close();
  const document = await recoverDocument(workplace, recovery?.token ?? '');
  expect(document.info().logFault?.findings).toMatchObject([{ kind: 'data', entry: 3 }]);
  await document.close();
});
