import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DistrictDocument } from '../../../src/main/document/DistrictDocument.ts';
import { nodeFiles } from '../../../src/main/document/files.ts';
import { freshNote } from '../../../src/main/document/openDocument.ts';
import { WorkingCopy } from '../../../src/main/document/WorkingCopy.ts';
import { createDatabase } from '../../../src/main/store/createDatabase.ts';
import type { Change } from '../../../src/shared/changes/Change.ts';
import { Model, type RowOp } from '../../../src/shared/model/Model.ts';
import { byKey, smallDistrict, weightChange } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';
import { workplaceIn } from './workplaces.ts';

test('when the disk of the working copy is full, a change is made whole or not at all, and says so', async () => {
  const folder = temporaryFolder();
  const workplace = workplaceIn(folder);
  await nodeFiles.makeFolder(join(workplace.stateFolder, 'working'));
  const copy = new WorkingCopy(workplace);
  const db = createDatabase(copy.path, smallDistrict());
  const document = new DistrictDocument({
    ...{ workplace, db, copy, model: new Model(smallDistrict()), lock: null, readOnlyReason: null, notices: [] },
    ...{
      note: freshNote(workplace, { target: null, name: 'Untitled', seen: null, savedLogId: 0 }),
      logFault: null,
      isKept: false,
    },
  });
  db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true }) as number}`);
  const ops = Array.from({ length: 500 }, (_, at): RowOp => {
    const after = { code: `S${at}`, name: `School ${'x'.repeat(150)}`, level: 'ES' };
    return { table: 'school', before: null, after };
  });
  const large: Change = { kind: 'schools', label: 'Many schools', scenario: null, ops };
  expect(() => document.commit(large, 'Maria')).toThrow(
    expect.objectContaining({
      code: 'disk-full',
      message: expect.stringMatching(/no room left.*The change was not made/),
    }),
  );
  expect(byKey(document.model.toRows())).toEqual(byKey(smallDistrict()));
  expect(document.log(10)).toEqual([]);
  db.pragma('max_page_count = 100000');
  document.commit(weightChange(document.model, 3_400), 'Maria');
  document.commit(large, 'Maria');
  expect(document.log(10)).toHaveLength(2);
  expect(document.findBrokenLogRow()).toBeNull();
  await document.close();
});
