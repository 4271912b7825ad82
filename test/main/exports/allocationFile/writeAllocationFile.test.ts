import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { hashScenario } from '../../../../src/main/document/adoption.ts';
import { type Files, nodeFiles } from '../../../../src/main/document/files.ts';
import { decodeBytes, encodeText } from '../../../../src/main/exports/allocationFile/textBytes.ts';
import {
  prepareAllocationFile,
  writeAllocationFile,
} from '../../../../src/main/exports/allocationFile/writeAllocationFile.ts';
import type { AllocationTemplate, FileEncoding } from '../../../../src/shared/allocationFile/AllocationTemplate.ts';
import { BLANK_TEMPLATE, templateColumn } from '../../../../src/shared/allocationFile/blankTemplate.ts';
import { findBuiltIn } from '../../../../src/shared/allocationFile/builtIn/builtInTemplates.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import type { AllocationOutcome } from '../../../../src/shared/contract/allocation.ts';
import { Model } from '../../../../src/shared/model/Model.ts';
import type { ScenarioRow } from '../../../../src/shared/model/rows.ts';
import { readCsv } from '../../../../src/shared/text/csv.ts';
import { financeRows } from '../../../shared/allocationFile/financeDistrict.ts';
import { failingFiles, workplaceIn } from '../../document/workplaces.ts';
import { temporaryFolder } from '../../temporaryFolder.ts';

const NOW = new Date('2026-11-21T15:30:00.000Z');

function write(
  folder: string,
  name: string,
  fields: {
    readonly template?: AllocationTemplate;
    readonly model?: Model;
    readonly files?: Files;
  } = {},
): Promise<AllocationOutcome> {
  const model = fields.model ?? new Model(financeRows());
  const workplace = workplaceIn(folder, { now: () => NOW, ...(fields.files ? { files: fields.files } : {}) });
  const template = fields.template ?? BLANK_TEMPLATE;
  const request = { calculation: new Calculation(model, 1), template, templateName: 'Load', workplace };
  return writeAllocationFile(prepareAllocationFile(request), join(folder, name));
}

/** The control sheet as item, code and value. */
function controlOf(path: string): string[][] {
  const reading = readCsv(readFileSync(path, 'utf8'), { cells: 1e6, characters: 1e6 });
  return reading.ok ? reading.table.rows.map(([item = '', code = '', , value = '']) => [item, code, value]) : [];
}

const CONTENT = 'school,source,amount\r\n0042,GEN,700.00\r\n0042,T1,-50.25\r\n007,GEN,300.00\r\n';

describe('writing an allocation file', () => {
  it('puts the file and its control sheet in place, and nothing else', async () => {
    const folder = temporaryFolder();
    const outcome = await write(folder, 'load.csv');
    const bytes = readFileSync(join(folder, 'load.csv'));
    expect(bytes.toString('utf8')).toBe(CONTENT);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(outcome).toEqual({
      faults: [],
      faultCount: 0,
      written: {
        fileName: 'load.csv',
        controlFileName: 'load control.csv',
        sha256,
        bytes: bytes.length,
        rows: 3,
        amountCents: 94_975,
      },
    });
    expect(readdirSync(folder).sort()).toEqual(['load control.csv', 'load.csv']);
    expect(controlOf(join(folder, 'load control.csv'))).toEqual([
      ['item', 'code', 'value'],
      ['mark', '', 'DRAFT: not adopted'],
      ['file', '', 'load.csv'],
      ['sha256', '', sha256],
      ['bytes', '', String(bytes.length)],
      ['records', '', '4'],
      ['rows', '', '3'],
      ['encoding', '', 'UTF-8'],
      ['template', '', 'Load'],
      ['district', '', 'Test district'],
      ['fiscal_year', '', '2026-27'],
      ['scenario', '', 'Current plan'],
      ['status', '', 'draft'],
      ['written_at', '', NOW.toISOString()],
      ['written_by', '', 'Maria Ortiz'],
      ['amount', '', '949.75'],
      ['debit', '', '1000.00'],
      ['credit', '', '50.25'],
      ['source', 'GEN', '1000.00'],
      ['source', 'T1', '-50.25'],
      ['school', '0042', '649.75'],
      ['school', '007', '300.00'],
    ]);
  });

  it('carries the stamp of an adopted scenario, and refuses one whose budgets are no longer those adopted', async () => {
    const folder = temporaryFolder();
    const model = new Model(financeRows());
    const draft = model.get('scenario', 1) as ScenarioRow;
    const stamp = { scenario: 1, at: '2026-11-20T09:00:00.000Z', by: 'The board', ...hashScenario(model, draft) };
    model.put({ table: 'scenario', before: draft, after: { ...draft, status: 'adopted' } });
    model.put({ table: 'adoption', before: null, after: stamp });
    expect(await write(folder, 'load.csv', { model })).toMatchObject({ faultCount: 0 });
    const control = controlOf(join(folder, 'load control.csv'));
    expect(control[1]?.[0]).toBe('file');
    expect(control).toContainEqual(['adopted_by', '', 'The board']);
    expect(control).toContainEqual(['adopted_results_sha256', '', stamp.resultsSha256]);
    model.put({ table: 'adoption', before: stamp, after: { ...stamp, resultsSha256: 'f'.repeat(64) } });
    const refused = await write(folder, 'other.csv', { model });
    expect(refused.faults[0]?.reason).toContain('no longer those that were adopted');
    expect(readdirSync(folder).sort()).toEqual(['load control.csv', 'load.csv']);
  });

  it('writes nothing at all where there is a fault', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'load.csv'), 'earlier');
    const template = {
      ...BLANK_TEMPLATE,
      detail: {
        columns: [
          ...BLANK_TEMPLATE.detail.columns,
          templateColumn('f', { kind: 'segment', segment: 'fund' }, { required: true }),
        ],
      },
    };
    const outcome = await write(folder, 'load.csv', { template });
    expect(outcome).toMatchObject({ faultCount: 1, written: null });
    expect(readFileSync(join(folder, 'load.csv'), 'utf8')).toBe('earlier');
    expect(readdirSync(folder)).toEqual(['load.csv']);
  });

  describe('leaves an earlier file and control sheet as they were when', () => {
    const isControl = (path: string): boolean => path.includes('control');
    const cases: readonly [string, Files][] = [
      ['the disk is full', failingFiles('writeText', 'ENOSPC')],
      ['there is no room for the control sheet', failingFiles('writeText', 'ENOSPC', isControl)],
      ['the file cannot be read back', failingFiles('readStart', 'EIO')],
      ['another program has the file open', failingFiles('replace', 'EBUSY', (path) => path.endsWith('load.csv'))],
      ['another program has the control sheet open', failingFiles('replace', 'EBUSY', isControl)],
      ['the old control sheet cannot be kept aside', failingFiles('copyToNew', 'ENOSPC')],
      [
        'the disk gives back something else',
        {
          ...nodeFiles,
          readStart: async (path, length) => {
            const bytes = await nodeFiles.readStart(path, length);
            if (!isControl(path)) bytes[bytes.length - 4] = 0x39;
            return bytes;
          },
        },
      ],
    ];
    it.each(cases)('%s', async (_, files) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'load.csv'), 'earlier');
      writeFileSync(join(folder, 'load control.csv'), 'earlier control');
      await expect(write(folder, 'load.csv', { files })).rejects.toMatchObject({
        message: expect.stringMatching(/^“load\.csv” was not written: .*as it was/),
      });
      expect(readFileSync(join(folder, 'load.csv'), 'utf8')).toBe('earlier');
      expect(readFileSync(join(folder, 'load control.csv'), 'utf8')).toBe('earlier control');
      expect(readdirSync(folder).sort()).toEqual(['load control.csv', 'load.csv']);
    });
  });

  it('removes a new control sheet again when the file itself cannot be put in place', async () => {
    const folder = temporaryFolder();
    const files = failingFiles('replace', 'EBUSY', (path) => path.endsWith('load.csv'));
    await expect(write(folder, 'load.csv', { files })).rejects.toMatchObject({ code: 'export-failed' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('reads a blank amount back whatever its column is filled up with', async () => {
    const form = { decimals: 'point', places: 2, sign: 'minus', blankZero: true } as const;
    const money = (side: 'debit' | 'credit') =>
      templateColumn(side, { kind: 'amount', period: 0, side, form }, { width: 9, pad: '*', align: 'right' });
    const columns = [...BLANK_TEMPLATE.detail.columns.slice(0, 2), money('debit'), money('credit')];
    const folder = temporaryFolder();
    const outcome = await write(folder, 'load.csv', { template: { ...BLANK_TEMPLATE, detail: { columns } } });
    expect(outcome.faults).toEqual([]);
    expect(readFileSync(join(folder, 'load.csv'), 'utf8')).toContain('0042,T1,*********,****50.25\r\n');
  });

  it('says why a place cannot be written to', async () => {
    const folder = temporaryFolder();
    const said = (name: string, files?: Files) =>
      expect(write(folder, name, files ? { files } : {}), name).rejects.toMatchObject({
        code: 'export-failed',
        message: expect.stringMatching(
          { 'gone/x.csv': /: its folder does not exist\. /, 'x.csv': /: the disk is full\. / }[name] ??
            /: the name is too long, or that of its control sheet\. /,
        ),
      });
    await said('gone/x.csv');
    await said('x.csv', failingFiles('writeText', 'ENOSPC'));
    await said(`${'x'.repeat(250)}.csv`);
    expect(readdirSync(folder)).toEqual([]);
    // A name as long as the disk takes it, with its control sheet.
    const longest = `${'x'.repeat(243)}.csv`;
    expect((await write(folder, longest)).faults).toEqual([]);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('refuses a folder', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'load.csv'));
    await expect(write(folder, 'load.csv')).rejects.toMatchObject({ code: 'export-target' });
  });

  it('writes a workbook that another program reads: codes as text, amounts as numbers', async () => {
    const folder = temporaryFolder();
    const template = findBuiltIn('Plain workbook')?.template as AllocationTemplate;
    expect(await write(folder, 'load.xlsx', { template })).toMatchObject({ faultCount: 0 });
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(Uint8Array.from(readFileSync(join(folder, 'load.xlsx'))).buffer);
    const [sheet] = workbook.worksheets;
    expect(sheet?.getRow(1).values).toEqual([
      ...[undefined, 'fiscal_year', 'scenario', 'status', 'school'],
      ...['school_name', 'source', 'source_name', 'amount'],
    ]);
    expect(sheet?.getCell('D2').value).toBe('0042');
    expect(sheet?.getCell('E4').value).toBe('=Roosevelt "High"');
    expect(sheet?.getCell('G3').value).toBe('-Title I');
    expect(['H2', 'H3', 'H4'].map((cell) => sheet?.getCell(cell).value)).toEqual([700, -50.25, 300]);
  });

  it.each(['utf-8', 'utf-8-bom', 'windows-1252'] as const)(
    'keeps every character in %s',
    async (encoding: FileEncoding) => {
      const folder = temporaryFolder();
      const template: AllocationTemplate = {
        ...BLANK_TEMPLATE,
        encoding,
        detail: {
          columns: [templateColumn('name', { kind: 'school', field: 'name' }), ...BLANK_TEMPLATE.detail.columns],
        },
      };
      expect(await write(folder, 'load.csv', { template })).toMatchObject({ faultCount: 0 });
      const bytes = readFileSync(join(folder, 'load.csv'));
      expect(bytes.subarray(0, 3).equals(Buffer.from('\ufeff', 'utf8'))).toBe(encoding === 'utf-8-bom');
      const text = new TextDecoder(encoding === 'windows-1252' ? 'windows-1252' : 'utf-8').decode(bytes);
      expect(text).toContain('"École “Peña”, North; the oldest",0042,GEN,700.00');
      expect(
        decodeBytes(bytes, encoding === 'windows-1252' ? 'ascii' : 'windows-1252') === text.replace(/^\ufeff/, ''),
      ).toBe(false);
    },
  );

  it('has every character of Windows-1252, and no other', () => {
    const decoder = new TextDecoder('windows-1252');
    for (let byte = 0x20; byte <= 0xff; byte++) {
      // Five bytes stand for no character there.
      if (byte === 0x7f || [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) continue;
      expect(encodeText(decoder.decode(Uint8Array.of(byte)), 'windows-1252')).toEqual(Buffer.from([byte]));
    }
  });
});
