import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALLOT_BUNDLE } from '../scripts/paths.ts';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import { districtRows } from './districtRows.ts';
import { bundleScript, type Measured, PROCESS_COLUMNS, processRow, runProcess } from './measureProcess.ts';
import type { Table } from './Table.ts';

const SCHOOLS = 1_500;
const RUNS = 5;

/** Whole processes from start to end at 1,500 schools × 20 sources: what a person waits for, and the memory it took. */
export async function benchProcesses(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  try {
    createDatabase(join(folder, 'd.allot'), districtRows(SCHOOLS)).close();
    await runProcess(ALLOT_BUNDLE, ['export', 'd.allot', 'book.xlsx'], folder);
    await runProcess(ALLOT_BUNDLE, ['export', 'd.allot', 'book'], folder);
    const script = await bundleScript('openAndSave');
    const tasks: readonly [string, string, (at: number) => readonly string[]][] = [
      ['open', script, () => ['open', 'd.allot']],
      ['open, edit and save', script, () => ['save', 'd.allot']],
      ['import .csv folder', ALLOT_BUNDLE, (at) => ['import', `csv${at}.allot`, 'book']],
      ['import .xlsx', ALLOT_BUNDLE, (at) => ['import', `xlsx${at}.allot`, 'book.xlsx']],
      ['export .csv folder', ALLOT_BUNDLE, (at) => ['export', 'd.allot', `out${at}`]],
      ['export .xlsx', ALLOT_BUNDLE, (at) => ['export', 'd.allot', `out${at}.xlsx`]],
      ['budgets', ALLOT_BUNDLE, () => ['budgets', 'd.allot']],
    ];
    const rows: string[][] = [];
    for (const [name, program, args] of tasks) {
      const measured: Measured[] = [];
      for (let at = 0; at < RUNS; at++) {
        if (name.startsWith('import')) await runProcess(ALLOT_BUNDLE, ['new', args(at)[1] ?? ''], folder);
        measured.push(await runProcess(program, args(at), folder));
      }
      rows.push(processRow(name, measured));
    }
    return {
      title: `Whole processes, ${SCHOOLS.toLocaleString('en')} schools × 20 sources, ${RUNS} runs each`,
      columns: PROCESS_COLUMNS,
      rows,
      notes: ['Aim: at most 1,000 ms each. Peak is the main process’s; a workbook’s reader is a process of its own.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
