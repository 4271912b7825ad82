import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { OUT, ROOT } from '../scripts/paths.ts';
import { nodeBundles } from '../scripts/viteNode.ts';
import { median } from './Table.ts';

export interface Measured {
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

/** Runs a script to its end; rejects with what it said when it did not end well. */
export function runProcess(script: string, args: readonly string[], cwd: string): Promise<Measured> {
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

/** A script of this folder bundled as every host is, so that loading its code costs what it costs there. */
export async function bundleScript(name: string): Promise<string> {
  const outDir = join(OUT, 'bench', name);
  const settings = nodeBundles(outDir);
  const input = {
    [name]: join(import.meta.dirname, `${name}.ts`),
    readWorkbook: join(ROOT, 'src/main/imports/readWorkbookChild.ts'),
  };
  const rolldownOptions = { ...settings.build?.rolldownOptions, input };
  await build({ ...settings, build: { ...settings.build, rolldownOptions } });
  return join(outDir, `${name}.js`);
}

/** One row of a table of processes: the task, its median and slowest milliseconds, its peak megabytes. */
export function processRow(task: string, measured: readonly Measured[]): string[] {
  const peak = Math.max(...measured.map((one) => one.peakMegabytes ?? Number.NaN));
  const times = measured.map((one) => one.ms);
  return [
    task,
    median(times).toFixed(0),
    Math.max(...times).toFixed(0),
    Number.isNaN(peak) ? 'not told' : peak.toFixed(0),
  ];
}

export const PROCESS_COLUMNS = ['task', 'median ms', 'slowest ms', 'peak MB'] as const;
