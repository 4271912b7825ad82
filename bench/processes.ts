import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { ALLOT_BUNDLE, OUT } from '../scripts/paths.ts';
import { nodeBundles } from '../scripts/viteNode.ts';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import { districtRows } from './districtRows.ts';
import { median, type Table } from './Table.ts';

const SCHOOLS = 1_500;
const RUNS = 5;

interface Measured {
  readonly ms: number;
  readonly peakMegabytes: number | null;
}

/** Highest resident memory of a running process, where the system tells it (Linux). */
function peakMegabytes(pid: number): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return peak ? Number(peak[1]) / 1024 : null;
  } catch {
    return null;
  }
}

function run(script: string, args: readonly string[], cwd: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    let peak: number | null = null;
    let said = '';
    const look = setInterval(() => {
      const now = peakMegabytes(child.pid ?? 0);
      if (now !== null) peak = Math.max(peak ?? 0, now);
    }, 5);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ ms: performance.now() - started, peakMegabytes: peak });
      else reject(new Error(`${args.join(' ')} ended with ${code}: ${said}`));
    });
  });
}

/** The document code bundled as every host has it, so that loading it costs what it costs there. */
async function bundledOpenAndSave(): Promise<string> {
  const outDir = join(OUT, 'bench');
  const settings = nodeBundles(outDir);
  const openAndSave = join(import.meta.dirname, 'openAndSave.ts');
  const rolldownOptions = { ...settings.build?.rolldownOptions, input: { openAndSave } };
  await build({ ...settings, build: { ...settings.build, rolldownOptions } });
  return join(outDir, 'openAndSave.js');
}

/** Whole processes from start to end at 1,500 schools × 20 sources: what a person waits for, and the memory it took. */
export async function benchProcesses(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  try {
    createDatabase(join(folder, 'd.allot'), districtRows(SCHOOLS)).close();
    await run(ALLOT_BUNDLE, ['export', 'd.allot', 'book.xlsx'], folder);
    await run(ALLOT_BUNDLE, ['export', 'd.allot', 'book'], folder);
    const script = await bundledOpenAndSave();
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
        if (name.startsWith('import')) await run(ALLOT_BUNDLE, ['new', args(at)[1] ?? ''], folder);
        measured.push(await run(program, args(at), folder));
      }
      const peak = Math.max(...measured.map((one) => one.peakMegabytes ?? Number.NaN));
      const times = measured.map((one) => one.ms);
      rows.push([
        name,
        median(times).toFixed(0),
        Math.max(...times).toFixed(0),
        Number.isNaN(peak) ? 'not told' : peak.toFixed(0),
      ]);
    }
    return {
      title: `Whole processes, ${SCHOOLS.toLocaleString('en')} schools × 20 sources, ${RUNS} runs each`,
      columns: ['task', 'median ms', 'slowest ms', 'peak MB'],
      rows,
      notes: ['Aim: at most 1,000 ms each. Peak is the main process’s; a workbook’s reader is a process of its own.'],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
