import { afterEach, expect, it } from 'vitest';
import { readTablesInUtility } from '../../../src/main/electron/readTablesInUtility.ts';
import { readTables } from '../../../src/main/imports/table/TableReader.ts';
import { TABLE_LIMITS } from '../../../src/main/imports/table/tableLimits.ts';
import * as standIn from '../../fixtures/electronStandIn.ts';

afterEach(() => standIn.resetStandIn());

it('reads a table file in a process of Electron’s kind, which is always ended', async () => {
  const start = readTablesInUtility('/program/out');
  const steps: unknown[] = [];
  const reading = readTables('/counts.csv', { start, onProgress: (step) => steps.push(step) });
  const child = standIn.utilityChildren[0] as standIn.UtilityChild;
  expect(child.posted).toEqual([{ as: 'tables', path: '/counts.csv', limits: TABLE_LIMITS, asked: null }]);
  child.emit('message', { progress: { done: 5, total: 9 } });
  child.emit('message', { refusal: 'it is empty.' });
  await expect(reading).rejects.toMatchObject({ code: 'workbook-unreadable' });
  expect(steps).toEqual([{ done: 5, total: 9 }]);
  expect(child.killed).toBe(true);

  const crashed = readTables('/counts.csv', { start });
  standIn.utilityChildren[1]?.emit('exit', 5);
  await expect(crashed).rejects.toMatchObject({ message: expect.stringContaining('more memory') });

  const controller = new AbortController();
  const cancelled = readTables('/counts.csv', { start, signal: controller.signal });
  controller.abort();
  await expect(cancelled).rejects.toMatchObject({ code: 'read-cancelled' });
  expect(standIn.utilityChildren[2]?.killed).toBe(true);
});
