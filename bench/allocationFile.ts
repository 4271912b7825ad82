import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALLOT_BUNDLE } from '../scripts/paths.ts';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import { BLANK_TEMPLATE } from '../src/shared/allocationFile/blankTemplate.ts';
import { CALIFORNIA_SACS } from '../src/shared/allocationFile/builtIn/californiaSacs.ts';
import { PEOPLESOFT_JOURNAL } from '../src/shared/allocationFile/builtIn/peopleSoftJournal.ts';
import { writeTemplate } from '../src/shared/allocationFile/templateText.ts';
import type { ModelRows } from '../src/shared/model/Model.ts';
import { districtRows } from './districtRows.ts';
import { type Measured, PROCESS_COLUMNS, processRow, runProcess } from './measureProcess.ts';
import type { Table } from './Table.ts';

const SCHOOLS = 1_500;
const RUNS = 5;

/** The benchmark's district with an account for every source and school: 20 resources, 1,500 sites of four digits. */
export function rowsWithAccounts(): ModelRows {
  const rows = districtRows(SCHOOLS);
  const segments = [...CALIFORNIA_SACS.segments, ...PEOPLESOFT_JOURNAL.segments];
  const codes = [...new Set(segments.map(({ code }) => code))];
  rows.accountSegment = codes.map((code, position) => ({
    code,
    name: code,
    length: code === 'site' ? 4 : 0,
    position,
  }));
  const every = { source: '', school: '', level: '', need: '' };
  rows.accountRule = [
    ...codes.map((segment) => ({ ...every, segment, value: '1000' })),
    ...rows.source.map(({ code }, at) => ({ ...every, segment: 'resource', source: code, value: String(3000 + at) })),
    ...rows.school.map(({ code }) => ({ ...every, segment: 'site', school: code, value: code.slice(-4) })),
    ...rows.school.map(({ code }) => ({ ...every, segment: 'department', school: code, value: code })),
    ...rows.source.map(({ code }, at) => ({ ...every, segment: 'program', source: code, value: String(500 + at) })),
  ];
  const whole = { ...BLANK_TEMPLATE, headings: true };
  const templates = {
    'school x source': whole,
    'by need': { ...whole, splitBy: 'need' as const, duplicates: 'allow' as const },
    'account string': { ...CALIFORNIA_SACS.template },
    'fixed width': { ...PEOPLESOFT_JOURNAL.template },
    workbook: { ...whole, format: 'xlsx' as const, extension: 'xlsx' },
  };
  rows.allocationTemplate = Object.entries(templates).map(([name, template], at) => ({
    id: at + 1,
    name,
    position: at,
    definition: writeTemplate(template),
  }));
  return rows;
}

/** Allocation files of 1,500 schools × 20 sources as a person waits for them: whole processes, read back and all. */
export async function benchAllocationFile(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  try {
    const model = rowsWithAccounts();
    createDatabase(join(folder, 'd.allot'), model).close();
    const rows: string[][] = [];
    for (const { name } of model.allocationTemplate) {
      const out = `out.${name === 'workbook' ? 'xlsx' : 'txt'}`;
      const measured: Measured[] = [];
      for (let at = 0; at < RUNS; at++) {
        const args = ['export-allocation', 'd.allot', '--template', name, '--out', out];
        measured.push(await runProcess(ALLOT_BUNDLE, args, folder));
      }
      rows.push(processRow(name, measured));
    }
    return {
      title: `Allocation files, ${SCHOOLS.toLocaleString('en')} schools × 20 sources, whole processes, ${RUNS} runs each`,
      columns: PROCESS_COLUMNS,
      rows,
      notes: [
        'Aim: at most 2,000 ms each. Opened, calculated, checked, written, read back, compared and put in place.',
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
