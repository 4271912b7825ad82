import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFormulaBook } from '../../../../src/main/exports/statements/writeFormulaBook.ts';
import { writeStatements } from '../../../../src/main/exports/statements/writeStatements.ts';
import { LongJob } from '../../../../src/main/handlers/LongJob.ts';
import type { PdfPrinter } from '../../../../src/main/print/PdfPrinter.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { AllotError } from '../../../../src/shared/contract/errors.ts';
import { Model } from '../../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../../src/shared/sample/sampleModelRows.ts';
import { readStatements } from '../../../fixtures/readStatements.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const calculation = new Calculation(new Model(sampleModelRows()), 1);
const schools = calculation.schools.map((_, at) => at);
const OPTIONS = { calculation, schools, paper: 'letter', at: '2026-06-01T12:00:00.000Z' } as const;

class FakePrinter implements PdfPrinter {
  readonly atOnce = 2;
  printed: string[] = [];
  isClosed = false;
  async print(html: string): Promise<Uint8Array> {
    this.printed.push(html);
    throw new AllotError('print-failed', 'The printer is out of paper.');
  }
  async close(): Promise<void> {
    this.isClosed = true;
  }
}

test('HTML of all schools is one file, with every school once and its pages numbered through', async () => {
  const path = join(temporaryFolder(), 'all.html');
  const written = await writeStatements({ ...OPTIONS, as: 'html', path, startPrinter: async () => new FakePrinter() });
  const read = readStatements(readFileSync(path, 'utf8'));
  expect(read.map(({ school }) => school)).toEqual(calculation.schools.map(({ name }) => name));
  expect(written.statements).toBe(schools.length);
  expect(written.pages).toBe(read.reduce((sum, { pages }) => sum + pages, 0));
});

test('a printer that fails leaves nothing, and the file that was there stays; the printer is closed', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'all.pdf');
  writeFileSync(path, 'earlier');
  const printer = new FakePrinter();
  const write = writeStatements({ ...OPTIONS, as: 'pdf', path, startPrinter: async () => printer });
  await expect(write).rejects.toThrow('out of paper');
  expect(printer.isClosed).toBe(true);
  expect(readdirSync(folder)).toEqual(['all.pdf']);
  expect(readFileSync(path, 'utf8')).toBe('earlier');
});

test('cancelled while pages are printed, nothing is left behind', async () => {
  const folder = temporaryFolder();
  const printer = new FakePrinter();
  const job = new LongJob(() => {});
  printer.print = async () => {
    job.cancel();
    return new Uint8Array();
  };
  const run = job.run('Writing statements', (progress) =>
    writeStatements({
      ...OPTIONS,
      as: 'pdf',
      path: join(folder, 'a.pdf'),
      startPrinter: async () => printer,
      progress,
    }),
  );
  await expect(run).rejects.toMatchObject({ code: 'job-cancelled' });
  expect(readdirSync(folder)).toEqual([]);
  expect(printer.isClosed).toBe(true);
});

test('without a browser nothing is written and the sentence says what to do', async () => {
  const folder = temporaryFolder();
  const startPrinter = async (): Promise<PdfPrinter> => {
    throw new AllotError('no-browser', 'There is no browser. Choose HTML instead.');
  };
  const path = join(folder, 'a.pdf');
  await expect(writeStatements({ ...OPTIONS, as: 'pdf', path, startPrinter })).rejects.toThrow('Choose HTML');
  await expect(writeFormulaBook({ ...OPTIONS, as: 'pdf', path, startPrinter })).rejects.toThrow('Choose HTML');
  expect(readdirSync(folder)).toEqual([]);
});

test('with a stopped source no statement leaves the program; the formula book does, and says so', async () => {
  const rows = sampleModelRows();
  const decision = rows.decision.map((row) => (row.source === 'INDEX' ? { ...row, formula: 'enrollment / 0' } : row));
  const stopped = new Calculation(new Model({ ...rows, decision }), 1);
  const folder = temporaryFolder();
  const path = join(folder, 'a.html');
  const job = {
    ...OPTIONS,
    calculation: stopped,
    as: 'html',
    path,
    startPrinter: async () => new FakePrinter(),
  } as const;
  await expect(writeStatements(job)).rejects.toMatchObject({ code: 'does-not-tie-out' });
  expect(readdirSync(folder)).toEqual([]);
  await writeFormulaBook(job);
  expect(readFileSync(path, 'utf8')).toContain('pays no school');
});
