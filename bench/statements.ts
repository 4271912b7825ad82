import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeStatements } from '../src/main/exports/statements/writeStatements.ts';
import { startChromiumPrinter } from '../src/main/print/chromiumPrinter.ts';
import { Calculation } from '../src/shared/calc/Calculation.ts';
import { sampleCopies } from './sampleCopies.ts';
import { printTable, type Table } from './Table.ts';

const SIZES = [150, 1_500] as const;
const KILOBYTES_IN_MEGABYTE = 1_024;
const LOOK_EVERY_MS = 250;

/** Memory of a process and all its children in kilobytes, pages they share counted once; 0 where the system does not say. */
function memoryOf(root: number): number {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const text = readFileSync(`/proc/${name}/stat`, 'utf8');
      parents.set(Number(name), Number(text.slice(text.lastIndexOf(')') + 2).split(' ')[1]));
    } catch {
      // It ended between the listing and the look.
    }
  }
  const isBelow = (id: number): boolean => {
    for (let at: number | undefined = id; at !== undefined && at > 1; at = parents.get(at))
      if (at === root) return true;
    return false;
  };
  let sum = 0;
  for (const id of parents.keys()) {
    if (!isBelow(id)) continue;
    try {
      sum += Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))?.[1] ?? 0);
    } catch {
      // As above.
    }
  }
  return sum;
}

interface Measured {
  readonly seconds: number;
  readonly bytes: number;
  readonly pages: number;
  readonly steps: number;
  readonly programPeak: number;
  readonly browserPeak: number;
}

async function writeAll(schools: number): Promise<Measured> {
  const calculation = new Calculation(sampleCopies(schools), 1);
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  const path = join(folder, 'statements.pdf');
  let [steps, programPeak, browserPeak] = [0, 0, 0];
  let browser = 0;
  const look = setInterval(() => {
    programPeak = Math.max(programPeak, process.memoryUsage.rss() / 1024);
    if (process.platform === 'linux' && browser > 0) browserPeak = Math.max(browserPeak, memoryOf(browser));
  }, LOOK_EVERY_MS);
  const start = performance.now();
  try {
    const { pages } = await writeStatements({
      calculation,
      schools: calculation.schools.map((_, at) => at),
      paper: 'letter',
      at: '2026-06-01T12:00:00.000Z',
      as: 'pdf',
      path,
      startPrinter: async () => {
        const printer = await startChromiumPrinter();
        browser = printer.processId ?? 0;
        return printer;
      },
      progress: {
        signal: new AbortController().signal,
        step: async () => {
          steps++;
        },
      },
    });
    return {
      seconds: (performance.now() - start) / 1000,
      bytes: statSync(path).size,
      pages,
      steps,
      programPeak,
      browserPeak,
    };
  } finally {
    clearInterval(look);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Two-year statements of a whole district as one PDF; memory must not grow with their number. */
export async function benchStatements(): Promise<Table> {
  const measured: Measured[] = [];
  for (const size of SIZES) measured.push(await writeAll(size));
  const megabytes = (kilobytes: number): string => (kilobytes / KILOBYTES_IN_MEGABYTE).toFixed(0);
  return {
    title: 'Two-year statements as one tagged PDF (12 sources, every method)',
    columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
    rows: [
      ['in all, s', ...measured.map(({ seconds }) => seconds.toFixed(1))],
      ['one, ms', ...measured.map(({ seconds }, at) => ((seconds * 1000) / SIZES[at]!).toFixed(1))],
      ['pages', ...measured.map(({ pages }) => pages.toLocaleString('en-US'))],
      ['peak memory of the program, MB', ...measured.map(({ programPeak }) => megabytes(programPeak))],
      ['peak memory of the browser that prints, MB', ...measured.map(({ browserPeak }) => megabytes(browserPeak))],
      ['file, MB', ...measured.map(({ bytes }) => (bytes / 1_048_576).toFixed(1))],
      ['steps told', ...measured.map(({ steps }) => String(steps))],
    ],
    notes: ['Printed some schools at a time and joined as they come, structure tree and bookmarks included.'],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${printTable(await benchStatements())}\n`);
}
