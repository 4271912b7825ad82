import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { backupFolderOf } from '../../../src/main/document/backups.ts';
import { type Files, nodeFiles } from '../../../src/main/document/files.ts';
import { createDocument, createUntitled, openDocument } from '../../../src/main/document/openDocument.ts';
import type { Workplace } from '../../../src/main/document/Workplace.ts';
import { byKey, smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { colleagueIn, failingFiles, workplaceIn } from './workplaces.ts';

async function savedDocument(folder: string): Promise<string> {
  const path = join(folder, 'Budget.allot');
  await (await createDocument(workplaceIn(folder), path, smallDistrict())).close();
  return path;
}

const weightIn = async (workplace: Workplace, path: string): Promise<number | undefined> => {
  const document = await openDocument(workplace, path, { forReading: true });
  const weight = document.model.get('weight', 1, 'District weights', 'HS', 'POV')?.weight;
  await document.close();
  return weight;
};

test('what is saved is opened again, row for row, with its log and session', async () => {
  const folder = temporaryFolder();
  const workplace = workplaceIn(folder);
  const path = await savedDocument(folder);
  const document = await openDocument(workplace, path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  document.setSession('grid.width', '120');
  expect(document.info()).toMatchObject({ name: 'Budget.allot', folder, isUntitled: false, isModified: true });
  await document.save();
  expect(document.info().isModified).toBe(false);
  const rows = byKey(document.model.toRows());
  await document.close();
  const again = await openDocument(workplace, path);
  expect(byKey(again.model.toRows())).toEqual(rows);
  expect(again.log(10)).toHaveLength(1);
  expect(again.session()).toEqual({ 'grid.width': '120' });
  expect(again.info().readOnlyReason).toBeNull();
  await again.close();
  expect(readdirSync(folder).sort()).toEqual(['Budget.allot', 'state']);
  expect(readdirSync(join(folder, 'state', 'working'))).toEqual([]);
});

test('edits without a save leave the file byte for byte as it was', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const original = readFileSync(path);
  const document = await openDocument(workplaceIn(folder), path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  await document.close();
  expect(readFileSync(path).equals(original)).toBe(true);
});

test('an untitled document asks for Save As and never touches what it was made from', async () => {
  const folder = temporaryFolder();
  const document = await createUntitled(workplaceIn(folder), smallDistrict());
  expect(document.info()).toMatchObject({ name: 'Untitled', folder: null, isUntitled: true, isModified: false });
  await expect(document.save()).rejects.toMatchObject({ code: 'document-untitled' });
  const path = join(folder, 'New.allot');
  await document.saveAs(path);
  expect(document.info()).toMatchObject({ name: 'New.allot', isUntitled: false, isModified: false });
  expect(existsSync(join(folder, '~$New.allot.lock'))).toBe(true);
  await document.close();
  expect(readdirSync(folder).sort()).toEqual(['New.allot', 'state']);
  await expect(createDocument(workplaceIn(folder), path, smallDistrict())).rejects.toMatchObject({
    code: 'file-exists',
  });
});

test('a file changed by someone else since it was opened is not overwritten; Save As keeps the work', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const document = await openDocument(workplaceIn(folder), path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  const other = await createUntitled(colleagueIn(folder), smallDistrict());
  other.commit(weightChange(other.model, 9_900), 'Ben');
  await other.saveAs(join(folder, 'theirs.allot'));
  await other.close();
  copyFileSync(join(folder, 'theirs.allot'), path);
  const theirs = readFileSync(path);
  await expect(document.save()).rejects.toMatchObject({
    code: 'document-changed-elsewhere',
    message: expect.stringMatching(/Save As/),
  });
  expect(readFileSync(path).equals(theirs)).toBe(true);
  expect(document.isModified).toBe(true);
  await document.saveAs(join(folder, 'mine.allot'));
  await document.close();
  expect(await weightIn(workplaceIn(folder), path)).toBe(9_900);
  expect(await weightIn(workplaceIn(folder), join(folder, 'mine.allot'))).toBe(3_400);
  expect(readdirSync(folder).filter((name) => name.startsWith('~$'))).toEqual([]);
});

test('a time stamp that moved without the content, as synchronisers do, is no conflict', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const document = await openDocument(workplaceIn(folder), path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  writeFileSync(path, readFileSync(path));
  await document.save();
  await document.close();
  expect(await weightIn(workplaceIn(folder), path)).toBe(3_400);
});

test('a file that someone else writes in the very moment of saving is not overwritten', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const files: Files = {
    ...nodeFiles,
    copyToNew: async (from, to) => {
      const content = await nodeFiles.copyToNew(from, to);
      if (from === path && to.includes('backups')) writeFileSync(path, 'from someone else');
      return content;
    },
  };
  const document = await openDocument(workplaceIn(folder, { files }), path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  await expect(document.save()).rejects.toMatchObject({ code: 'document-changed-elsewhere' });
  expect(readFileSync(path, 'utf8')).toBe('from someone else');
  await document.close();
});

test('the second save compares with the first, not with the opening', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const document = await openDocument(workplaceIn(folder), path);
  for (const weight of [3_400, 3_500, 3_600]) {
    document.commit(weightChange(document.model, weight), 'Maria');
    await document.save();
  }
  expect(await weightIn(workplaceIn(folder), path)).toBe(3_600);
  expect(readdirSync(backupFolderOf(workplaceIn(folder), path))).toHaveLength(3);
  await document.close();
});

test('what Save replaced is kept as a local backup that opens', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const workplace = workplaceIn(folder);
  const document = await openDocument(workplace, path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  await document.save();
  await document.close();
  const [backup] = readdirSync(backupFolderOf(workplace, path));
  expect(await weightIn(workplace, join(backupFolderOf(workplace, path), String(backup)))).toBe(2_300);
});

const failures: readonly (readonly [string, keyof Files, string, string])[] = [
  ['the disk fills while the copy is written', 'copyToNew', 'ENOSPC', 'disk-full'],
  ['the quota is used up', 'copyToNew', 'EDQUOT', 'disk-full'],
  ['the folder is read-only', 'copyToNew', 'EROFS', 'no-permission'],
  ['the folder belongs to someone else', 'copyToNew', 'EACCES', 'no-permission'],
  ['the share goes away', 'copyToNew', 'EIO', 'disk-failed'],
  ['the file is held by another program', 'replace', 'EBUSY', 'document-in-use'],
  ['what was written cannot be read back', 'content', 'EIO', 'disk-failed'],
];

test.each(failures)(
  'when %s, Save says so and the file and the work are as they were',
  async (_what, step, code, name) => {
    const folder = temporaryFolder();
    const path = await savedDocument(folder);
    const original = readFileSync(path);
    let isFailing = false;
    const files = failingFiles(step, code, (text) => isFailing && /\.tmp$/.test(text));
    const document = await openDocument(workplaceIn(folder, { files }), path);
    document.commit(weightChange(document.model, 3_400), 'Maria');
    isFailing = true;
    await expect(document.save()).rejects.toMatchObject({
      code: name,
      message: expect.stringMatching(/The document was not saved; the file is as it was/),
    });
    expect(readFileSync(path).equals(original)).toBe(true);
    expect(document.isModified).toBe(true);
    expect(readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
    isFailing = false;
    await document.save();
    await document.close();
    expect(await weightIn(workplaceIn(folder), path)).toBe(3_400);
  },
);

test('a disk that gives back something else than was written is noticed', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const original = readFileSync(path);
  const files: Files = { ...nodeFiles, content: async (at) => ({ ...(await nodeFiles.content(at)), sha256: 'other' }) };
  const document = await openDocument(workplaceIn(folder, { files }), path);
  await expect(document.save()).rejects.toMatchObject({ code: 'disk-failed' });
  expect(readFileSync(path).equals(original)).toBe(true);
  await document.close();
});

test('a folder that has gone is named, and the work can be saved elsewhere', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'share'));
  const path = join(folder, 'share', 'Budget.allot');
  const document = await createDocument(workplaceIn(folder), path, smallDistrict());
  document.commit(weightChange(document.model, 3_400), 'Maria');
  rmSync(join(folder, 'share'), { recursive: true });
  await expect(document.save()).rejects.toMatchObject({
    code: 'document-missing',
    message: expect.stringMatching(/no longer there.*Save As/),
  });
  await document.saveAs(join(folder, 'elsewhere.allot'));
  await document.close();
  expect(await weightIn(workplaceIn(folder), join(folder, 'elsewhere.allot'))).toBe(3_400);
});

test('edits made while a slow save runs stay out of it and stay unsaved', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  let during = (): void => {};
  const files: Files = {
    ...nodeFiles,
    copyToNew: async (from, to) => {
      if (to.endsWith('.tmp')) during();
      return nodeFiles.copyToNew(from, to);
    },
  };
  const document = await openDocument(workplaceIn(folder, { files }), path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  during = () => {
    document.commit(weightChange(document.model, 9_900), 'Maria');
    during = () => {};
  };
  await document.save();
  expect(document.isModified).toBe(true);
  expect(await weightIn(workplaceIn(folder), path)).toBe(3_400);
  await document.save();
  expect(document.isModified).toBe(false);
  expect(await weightIn(workplaceIn(folder), path)).toBe(9_900);
  await document.close();
});

test('saving through a link replaces the file, not the link', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const link = join(folder, 'link.allot');
  symlinkSync(path, link);
  const document = await openDocument(workplaceIn(folder), link);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  await document.save();
  await document.close();
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(await weightIn(workplaceIn(folder), path)).toBe(3_400);
});

test('a save clears away what earlier, killed saves left beside the document, and nothing else', async () => {
  const folder = temporaryFolder();
  const path = await savedDocument(folder);
  const left = ['~$Budget.allot.0a1b2c3d.tmp', '~$Budget.allot.ffffffff.tmp'];
  const others = ['~$Budget.allot.notes.tmp', '~$Other.allot.0a1b2c3d.tmp', '~$Budget.allot.12345678.tmp'];
  for (const name of [...left, ...others]) writeFileSync(join(folder, name), 'half a document');
  const longAgo = new Date(Date.now() - 7_200_000);
  for (const name of [...left, ...others.slice(0, 2)]) utimesSync(join(folder, name), longAgo, longAgo);
  const document = await openDocument({ ...workplaceIn(folder), now: () => new Date() }, path);
  document.commit(weightChange(document.model, 3_400), 'Maria');
  await document.save();
  await document.close();
  expect(readdirSync(folder).sort()).toEqual(['Budget.allot', 'state', ...others].sort());
});
