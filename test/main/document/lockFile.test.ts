import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOCK_REFRESH_MS, LOCK_STALE_MS, lockPath, takeLock } from '../../../src/main/document/lockFile.ts';
import { createDocument, openDocument } from '../../../src/main/document/openDocument.ts';
import { smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { colleagueIn, workplaceIn } from './workplaces.ts';

const START = Date.parse('2026-01-05T09:00:00.000Z');
const clock = (offsetMs: number) => (): Date => new Date(START + offsetMs);

test('the second person is told who has it open and where, looks, and can only save elsewhere', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Budget.allot');
  const maria = await createDocument(workplaceIn(folder), path, smallDistrict());
  const ben = await openDocument(colleagueIn(folder), path);
  expect(ben.info().readOnlyReason).toMatch(
    /^Maria Ortiz has “Budget.allot” open on the computer FIN-03 since .*Save As/,
  );
  ben.commit(weightChange(ben.model, 9_900), 'Ben');
  await expect(ben.save()).rejects.toMatchObject({ code: 'document-read-only' });
  await expect(ben.saveAs(path)).rejects.toMatchObject({ code: 'document-in-use' });
  await ben.saveAs(join(folder, 'Ben.allot'));
  await ben.close();
  expect(existsSync(lockPath(path))).toBe(true);
  maria.commit(weightChange(maria.model, 3_400), 'Maria');
  await maria.save();
  await maria.close();
  expect(existsSync(lockPath(path))).toBe(false);
});

test('one’s own second window is called that', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'Budget.allot');
  const first = await createDocument(workplaceIn(folder), path, smallDistrict());
  const second = await openDocument(workplaceIn(folder), path);
  expect(second.info().readOnlyReason).toMatch(/^You have “Budget.allot” open in another Allot window/);
  await second.close();
  await first.close();
});

test('Save As onto a document that someone has open is refused', async () => {
  const folder = temporaryFolder();
  const theirs = await createDocument(colleagueIn(folder), join(folder, 'Theirs.allot'), smallDistrict());
  const mine = await createDocument(workplaceIn(folder), join(folder, 'Mine.allot'), smallDistrict());
  const before = readFileSync(join(folder, 'Theirs.allot'));
  await expect(mine.saveAs(join(folder, 'Theirs.allot'))).rejects.toMatchObject({
    code: 'document-in-use',
    message: expect.stringMatching(/Ben Adler/),
  });
  expect(readFileSync(join(folder, 'Theirs.allot')).equals(before)).toBe(true);
  expect(mine.info().name).toBe('Mine.allot');
  await mine.close();
  await theirs.close();
});

test('a lock is stale when its process is dead on this computer, or when nobody refreshed it', async () => {
  const path = join(temporaryFolder(), 'Budget.allot');
  const at = (offsetMs: number, isAlive = true) => ({ now: clock(offsetMs), isProcessAlive: () => isAlive });
  const first = await takeLock(workplaceIn(path, at(0)), path);
  expect(first.lock).not.toBeNull();
  const other = await takeLock(colleagueIn(path, at(LOCK_STALE_MS - 1, false)), path);
  expect(other).toMatchObject({ lock: null, reason: expect.stringMatching(/Maria Ortiz/) });
  const sameAlive = await takeLock(workplaceIn(path, at(1_000)), path);
  expect(sameAlive.lock).toBeNull();
  const sameDead = await takeLock(workplaceIn(path, at(1_000, false)), path);
  expect(sameDead.lock).not.toBeNull();
  const afterLong = await takeLock(colleagueIn(path, at(LOCK_STALE_MS + 1_000)), path);
  expect(afterLong.lock).not.toBeNull();
  await sameDead.lock?.release();
  expect(existsSync(lockPath(path))).toBe(true);
  await afterLong.lock?.release();
  expect(existsSync(lockPath(path))).toBe(false);
});

test('a refreshed lock stays; a lock that was taken over is neither refreshed nor removed', async () => {
  const path = join(temporaryFolder(), 'Budget.allot');
  let nowMs = START;
  const mine = await takeLock(workplaceIn(path, { now: () => new Date(nowMs) }), path);
  nowMs += LOCK_STALE_MS - LOCK_REFRESH_MS;
  await mine.lock?.refresh();
  const late = await takeLock(colleagueIn(path, { now: clock(LOCK_STALE_MS + 1) }), path);
  expect(late.lock).toBeNull();
  const note = JSON.parse(readFileSync(lockPath(path), 'utf8'));
  writeFileSync(lockPath(path), JSON.stringify({ ...note, token: 'theirs' }));
  await mine.lock?.refresh();
  await mine.lock?.release();
  expect(JSON.parse(readFileSync(lockPath(path), 'utf8')).token).toBe('theirs');
});

test('a half-written lock counts as someone just opening; one left so is taken over', async () => {
  const path = join(temporaryFolder(), 'Budget.allot');
  writeFileSync(lockPath(path), '{"user": "Ma');
  const now = (offsetMs: number) => () => new Date(Date.now() + offsetMs);
  expect((await takeLock(colleagueIn(path, { now: now(0) }), path)).reason).toMatch(/just opening/);
  expect((await takeLock(colleagueIn(path, { now: now(LOCK_REFRESH_MS + 1_000) }), path)).lock).not.toBeNull();
});
