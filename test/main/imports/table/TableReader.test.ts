import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type ReadProgress,
  readTables,
  type StartTableReader,
} from '../../../../src/main/imports/table/TableReader.ts';
import { TABLE_LIMITS } from '../../../../src/main/imports/table/tableLimits.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';
import { STYLES, sheetXml, xlsxOf } from '../xlsxFixture.ts';

const written = (name: string, content: string | Buffer): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
};

test('a text file is read in its own process, with its hash and how it was understood', async () => {
  const file = await readTables(written('counts.tsv', 'code\tname\n0042\tOak\n'));
  expect(file).toMatchObject({ fileName: 'counts.tsv', encoding: 'UTF-8', delimiter: '\t' });
  expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(file.sheets).toEqual([
    {
      sheet: 'counts',
      rows: [
        { number: 1, cells: ['code', 'name'] },
        { number: 2, cells: ['0042', 'Oak'] },
      ],
    },
  ]);
});

test('every sheet of a workbook is read, by its content and not by its name', async () => {
  const bytes = await xlsxOf({
    'xl/worksheets/Notes.xml': sheetXml('<c t="str"><v>Read me</v></c>'),
    'xl/worksheets/Counts.xml': sheetXml(
      '<c t="str"><v>code</v></c><c t="str"><v>share</v></c><c t="str"><v>pupils</v></c>',
      '<c s="3"><v>42</v></c><c s="2"><v>0.455</v></c><c><v>1234567.1000000001</v></c>',
      '<c t="str"><v>0043</v></c><c><f>1/3</f></c><c><f>2+2</f><v>4</v></c>',
    ),
    'xl/styles.xml': STYLES,
  });
  const { sheets, encoding } = await readTables(written('counts.csv', bytes));
  expect(encoding).toBeNull();
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Notes', 'Counts']);
  const [, first, second] = sheets[1]?.rows ?? [];
  // The code's format shows five digits; the number is the one its owner sees; stored numbers are known as such.
  expect(first).toMatchObject({ number: 2, cells: ['00042', '0.455', '1234567.1'], numbers: [0, 1, 2] });
  expect(first?.marks?.get(1)).toBe('percent');
  expect(second?.cells).toEqual(['0043', '', '4']);
  expect(second?.marks?.get(1)).toBe('uncalculated');
});

test('cancelling kills the process, at once and also before it began', async () => {
  const stopped: string[] = [];
  const never: StartTableReader = () => () => void stopped.push('stopped');
  const controller = new AbortController();
  const reading = readTables('somewhere.csv', { start: never, signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toMatchObject({
    code: 'read-cancelled',
    message: expect.stringContaining('Nothing was imported'),
  });
  await expect(readTables('somewhere.csv', { start: never, signal: controller.signal })).rejects.toMatchObject({
    code: 'read-cancelled',
  });
  expect(stopped).toEqual(['stopped', 'stopped']);
});

test('a process that dies or takes too long ends in a sentence', async () => {
  const dies: StartTableReader = (_request, { end }) => {
    queueMicrotask(end);
    return () => {};
  };
  await expect(readTables('a.csv', { start: dies })).rejects.toMatchObject({
    message: expect.stringContaining('more memory'),
  });
  const path = written('a.csv', 'a,b\n1,2\n');
  await expect(readTables(path, { limits: { ...TABLE_LIMITS, timeoutMs: 1 } })).rejects.toMatchObject({
    message: expect.stringContaining('took too long'),
  });
});

test('progress is told until the outcome, and not after', async () => {
  const steps: ReadProgress[] = [];
  const tells: StartTableReader = (_request, { message }) => {
    queueMicrotask(() => {
      message({ progress: { done: 1, total: 2 } });
      message({ refusal: 'it is empty.' });
      message({ progress: { done: 2, total: 2 } });
    });
    return () => {};
  };
  await expect(readTables('a.csv', { start: tells, onProgress: (step) => steps.push(step) })).rejects.toMatchObject({
    message: 'a.csv cannot be read: it is empty. Nothing was imported.',
  });
  expect(steps).toEqual([{ done: 1, total: 2 }]);
});
