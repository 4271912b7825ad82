import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tableToCsv } from '../../../src/main/exports/OutputTable.ts';
import { versionTable } from '../../../src/main/exports/versionTable.ts';
import type { HostServices } from '../../../src/main/HostServices.ts';
import { createHandlers } from '../../../src/main/handlers.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { smallDistrict } from '../smallDistrict.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const csv = (version: number) => tableToCsv(versionTable(new Model(smallDistrict()), version));

describe('an input version as a table', () => {
  it('has one row per school and level, one column per need, and leaves empty what has no count', () => {
    expect(csv(1)).toBe('school,level,ALL,POV\n0042,ES,420,310.5\n7,HS,1480,\n');
  });

  it('names revenue sources in the order of the district', () => {
    expect(csv(2)).toBe('code,name,amount\nGEN,General fund,10000000.00\nT1,Title I,500000.00\n');
  });

  it('leaves the pupils of a current budget empty where they are not known', () => {
    expect(csv(3)).toBe('school,amount,pupils\n0042,2500000.00,\n');
  });

  it('writes measures with all their decimals', () => {
    expect(csv(4)).toBe('school,need_index\n0042,0.57\n');
  });

  it('is refused in a sentence when it is gone', () => {
    expect(() => csv(99)).toThrow(/no longer in the document/);
  });
});

it('is written where the person chose, without a word of the path coming from the window', async () => {
  const folder = temporaryFolder();
  const asked: string[] = [];
  const host: HostServices = {
    info: { version: '0', host: 'browser', platform: 'test', user: 'ann' },
    stateFolder: join(folder, 'state'),
    chooseFile: async ({ suggestedName }) => {
      asked.push(suggestedName);
      return join(folder, 'revenues');
    },
    emit: () => {},
  };
  const { dispatch } = createHandlers(host);
  await dispatch('document/openSample', null);
  const reply = await dispatch('versions/export', { version: 2 });
  expect(reply).toEqual({ ok: true, value: { fileName: 'revenues.csv' } });
  expect(asked[0]).toMatch(/\.csv$/);
  expect(readFileSync(join(folder, 'revenues.csv'), 'utf8')).toMatch(/^\ufeffcode,name,amount\n/);
});
