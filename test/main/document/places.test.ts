import { expect, test } from 'vitest';
import { backupName, thinnedBackups } from '../../../src/main/document/backups.ts';
import { folderNotice, isNetworkPath, syncServiceOf } from '../../../src/main/document/syncedFolder.ts';

test.each([
  ['C:\\Users\\maria\\OneDrive - District 9\\Budget.allot', 'OneDrive'],
  ['/Users/maria/Library/CloudStorage/OneDrive-District9/Budget.allot', 'OneDrive'],
  ['/home/maria/Dropbox/a/Budget.allot', 'Dropbox'],
  ['C:\\Users\\maria\\Dropbox (District 9)\\Budget.allot', 'Dropbox'],
  ['G:\\My Drive\\Budget.allot', 'Google Drive'],
  ['/Users/maria/Library/CloudStorage/GoogleDrive-maria@d9.example/My Drive/Budget.allot', 'Google Drive'],
  ['/Users/maria/Library/Mobile Documents/com~apple~CloudDocs/Budget.allot', 'iCloud Drive'],
  ['C:\\Users\\maria\\iCloudDrive\\Budget.allot', 'iCloud Drive'],
  ['/home/maria/Documents/Budget.allot', null],
  ['/home/maria/Dropbox', null],
  ['/home/maria/Boxes/OneDriver/Budget.allot', null],
])('%s is synchronised by %s', (path, service) => {
  expect(syncServiceOf(path)).toBe(service);
  expect(folderNotice(path) === null).toBe(service === null);
});

test.each([
  ['\\\\server\\finance\\Budget.allot', true],
  ['//server/finance/Budget.allot', true],
  ['/run/user/1000/gvfs/smb-share:server=s/Budget.allot', true],
  ['\\\\?\\C:\\Budget.allot', false],
  ['C:\\Budget.allot', false],
  ['/home/maria/Budget.allot', false],
])('%s on a network: %s', (path, expected) => expect(isNetworkPath(path)).toBe(expected));

test('of the backups the ten newest stay, then the last of each day for a month; other files are not touched', () => {
  const now = new Date('2026-03-31T12:00:00.000Z');
  const at = (daysAgo: number, hour: number): string =>
    backupName(new Date(Date.parse('2026-03-31T00:00:00.000Z') - daysAgo * 86_400_000 + hour * 3_600_000), '-abcd');
  const today = Array.from({ length: 11 }, (_, hour) => at(0, hour));
  const older = [1, 2, 29, 30, 31, 90].flatMap((daysAgo) => [at(daysAgo, 8), at(daysAgo, 17)]);
  const gone = thinnedBackups([...today, ...older, 'notes.txt', 'mine.allot'], now);
  expect(gone.sort()).toEqual(
    [at(0, 0), at(1, 8), at(2, 8), at(29, 8), at(30, 8), at(31, 8), at(31, 17), at(90, 8), at(90, 17)].sort(),
  );
  expect(thinnedBackups(today.slice(0, 10), now)).toEqual([]);
});
