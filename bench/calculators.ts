import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeCalculators } from '../src/main/exports/calculators/writeCalculators.ts';
import { writeDistrictCalculator } from '../src/main/exports/calculators/writeDistrictCalculator.ts';
import { writeDistrictWorkbook } from '../src/main/exports/districtWorkbook/writeDistrictWorkbook.ts';
import { LongJob, SILENT_PROGRESS } from '../src/main/handlers/LongJob.ts';
import { Calculation } from '../src/shared/calc/Calculation.ts';
import { sampleCopies } from './sampleCopies.ts';
import { printTable, type Table } from './Table.ts';

const SIZES = [150, 1_500] as const;
const MEGABYTE = 2 ** 20;

interface Measured {
  readonly seconds: number;
  readonly filesBytes: number;
  readonly steps: number;
  /** Resident memory above what there was before the first file, at its highest. */
  readonly growth: number;
  /** Seconds for the one calculator of the whole district, and for the district workbook. */
  readonly district: number;
  readonly workbook: number;
}

async function seconds(act: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await act();
  return (performance.now() - start) / 1000;
}

async function writeAll(schools: number): Promise<Measured> {
  const calculation = new Calculation(sampleCopies(schools), 1);
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  let steps = 0;
  let peak = 0;
  const job = new LongJob(() => {
    steps++;
  });
  const before = process.memoryUsage.rss();
  try {
    const all = calculation.schools.map((_, at) => at);
    const inAll = await seconds(async () => {
      await job.run('Writing calculators', async (progress) => {
        const step: typeof progress.step = async (done, total) => {
          peak = Math.max(peak, process.memoryUsage.rss());
          await progress.step(done, total);
        };
        return writeCalculators(calculation, all, join(folder, 'out'), { ...progress, step });
      });
    });
    const files = readdirSync(join(folder, 'out'));
    if (files.length !== schools) throw new Error('a calculator is missing');
    const filesBytes = files.reduce((sum, name) => sum + statSync(join(folder, 'out', name)).size, 0);
    const district = await seconds(() =>
      writeDistrictCalculator(calculation, join(folder, 'district.xlsx'), SILENT_PROGRESS),
    );
    const workbook = await seconds(() =>
      writeDistrictWorkbook(calculation, [calculation], join(folder, 'workbook.xlsx'), SILENT_PROGRESS),
    );
    return { seconds: inAll, filesBytes, steps, growth: peak - before, district, workbook };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Calculator workbooks of a whole district, with progress; memory must not grow with their number. */
export async function benchCalculators(): Promise<Table> {
  const measured: Measured[] = [];
  for (const size of SIZES) measured.push(await writeAll(size));
  return {
    title: 'Calculator workbooks, one for each school (the sample’s 12 sources)',
    columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
    rows: [
      ['in all, s', ...measured.map(({ seconds }) => seconds.toFixed(1))],
      ['one, ms', ...measured.map(({ seconds }, at) => ((seconds * 1000) / SIZES[at]!).toFixed(1))],
      ['peak memory above the start, MB', ...measured.map(({ growth }) => (growth / MEGABYTE).toFixed(0))],
      ['files together, MB', ...measured.map(({ filesBytes }) => (filesBytes / MEGABYTE).toFixed(1))],
      ['the one of the whole district, s', ...measured.map(({ district }) => district.toFixed(1))],
      ['district workbook, s', ...measured.map(({ workbook }) => workbook.toFixed(1))],
      ['steps told', ...measured.map(({ steps }) => String(steps))],
    ],
    notes: ['Every file is laid out, checked against the budget, written and put in place with all others at the end.'],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.stdout.write(`${printTable(await benchCalculators())}\n`);
}
