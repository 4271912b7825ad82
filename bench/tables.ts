import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorkbook } from '../src/main/exports/writeWorkbook.ts';
import { bundleScript, type Measured, PROCESS_COLUMNS, processRow, runProcess } from './measureProcess.ts';
import type { Table } from './Table.ts';

const SCHOOLS = 10_000;
const RUNS = 3;
const NEEDS = ['All', 'Low income', 'English learners', 'Special education'] as const;
const MEASURES = 30 - 5 - NEEDS.length;

/** 10,000 schools × 30 columns: code, name, level, counts, this year's budget and pupils, and measures. */
function tableRows(): (string | number)[][] {
  const head = ['school_id', 'school', 'level', ...NEEDS.map((need) => `${need} pupils`), 'budget', 'pupils this year'];
  for (let at = 0; at < MEASURES; at++) head.push(`measure ${at}`);
  const rows: (string | number)[][] = [head];
  for (let at = 0; at < SCHOOLS; at++) {
    const pupils = 100 + ((at * 7919) % 1_900);
    const counts = [1, 0.6, 0.2, 0.12].map((share) => Math.floor(pupils * share));
    const measures = Array.from({ length: MEASURES }, (_, column) => ((at * 31 + column * 17) % 9_999) / 100);
    const level = ['ES', 'MS', 'HS'][at % 3] ?? 'ES';
    rows.push([
      `S${String(at).padStart(6, '0')}`,
      `School ${at}`,
      level,
      ...counts,
      (pupils * 6_123.45).toFixed(2),
      pupils,
      ...measures,
    ]);
  }
  return rows;
}

function asCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.join(',')).join('\r\n');
}

function asXlsx([head = [], ...rows]: readonly (readonly (string | number)[])[]): Promise<Buffer> {
  const columns = head.map((name, at) => ({ header: String(name), kind: at < 3 ? 'text' : 'number' }) as const);
  return writeWorkbook([{ name: 'schools', columns, rows: rows.map((row) => row.map(String)) }]);
}

/** A large table through the import assistant, whole processes: reading, suggesting, checking, storing. */
export async function benchTables(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  try {
    const rows = tableRows();
    writeFileSync(join(folder, 'schools.csv'), asCsv(rows));
    writeFileSync(join(folder, 'schools.xlsx'), await asXlsx(rows));
    const script = await bundleScript('importTable');
    const table: string[][] = [];
    for (const file of ['schools.csv', 'schools.xlsx']) {
      const measured: Measured[] = [];
      for (let at = 0; at < RUNS; at++) measured.push(await runProcess(script, [file], folder));
      table.push(processRow(file, measured));
    }
    return {
      title: `Import assistant, ${SCHOOLS.toLocaleString('en')} schools × ${rows[0]?.length} columns, ${RUNS} runs each`,
      columns: PROCESS_COLUMNS,
      rows: table,
      notes: [
        'Aim: .csv at most 3,000 ms and 500 MB, .xlsx at most 8,000 ms. The reading process’s memory is not in the peak.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
