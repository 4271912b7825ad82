import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writePlainWorkbook } from '../../../../src/main/exports/allocationFile/plainWorkbook.ts';
import {
  readWorkbookFields,
  WORKBOOK_COMPARISON,
  writeWorkbookFile,
} from '../../../../src/main/exports/allocationFile/workbookFile.ts';
import { AllocationFile } from '../../../../src/shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate } from '../../../../src/shared/allocationFile/AllocationTemplate.ts';
import { checkTemplate } from '../../../../src/shared/allocationFile/checkTemplate.ts';
import { compareReadBack } from '../../../../src/shared/allocationFile/compareReadBack.ts';
import { Calculation } from '../../../../src/shared/calc/Calculation.ts';
import { arbitraryFloorModel } from '../../../fixtures/arbitraryFloors.ts';
import { arbitraryTemplate, withAccounts } from '../../../shared/allocationFile/arbitraryTemplate.ts';

/** The same template as a workbook: one sheet, amounts with a sign of their own. */
const asWorkbook = (template: AllocationTemplate): AllocationTemplate => ({
  ...template,
  format: 'xlsx',
  extension: 'xlsx',
  header: [],
  control: [],
  detail: {
    columns: template.detail.columns.map((column) =>
      column.value.kind === 'amount' && column.value.form.sign !== 'absolute'
        ? { ...column, value: { ...column.value, form: { ...column.value.form, sign: 'minus' as const } } }
        : column,
    ),
  },
});

describe('allocation workbooks', () => {
  it('read back as they were written, for any district by any template', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryFloorModel({ maxSchools: 8, maxSources: 4, valid: true }),
        arbitraryTemplate.map(asWorkbook),
        fc.integer(),
        async (model, template, seed) => {
          const calculation = new Calculation(withAccounts(model, seed), 1);
          fc.pre(calculation.results.sources.every((source) => source.amountCents < 100_000_000_000));
          expect(checkTemplate(template, model)).toEqual([]);
          const file = new AllocationFile(calculation, model, template, '2026-11-21T10:00:00');
          fc.pre(file.rows.lines.length > 0);
          const fields = await readWorkbookFields(await writeWorkbookFile(file), file);
          if (typeof fields === 'string') throw new Error(fields);
          expect(compareReadBack(file, fields, WORKBOOK_COMPARISON).list).toEqual([]);
          const amount = template.detail.columns.findIndex(
            ({ value }) => value.kind === 'amount' && value.period === 0,
          );
          const changed = fields.map((row) => [...row]);
          const last = changed.at(-1) as string[];
          if (amount >= 0) last[amount] = last[amount] === '0.01' ? '0.02' : '0.01';
          else last[0] += 'x';
          if (file.rows.lines.at(-1)?.cents !== 1) {
            expect(compareReadBack(file, changed, WORKBOOK_COMPARISON).count).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('keep any text as another program reads it, and are the same bytes every time', async () => {
    const piece = fc.constantFrom(
      '=1+1',
      '-',
      '@',
      '\t',
      '\n',
      ' ',
      '0042',
      "'",
      '"',
      '<',
      '&',
      '_x0041_',
      'é',
      '學',
      '😀',
      '\u0001',
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async (texts) => {
        const sheet = {
          name: 'allocation',
          columns: [
            { header: 'text', kind: 'text' as const },
            { header: 'amount', kind: 'money' as const },
          ],
          rows: texts.map((one, at) => [one, at % 2 === 0 ? '-1234.50' : '']),
        };
        const bytes = await writePlainWorkbook(sheet);
        expect((await writePlainWorkbook(sheet)).equals(bytes)).toBe(true);
        const workbook = new ExcelJS.Workbook();
        await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
        const read = workbook.getWorksheet('allocation');
        for (const [at, wanted] of texts.entries()) {
          const value = String(read?.getCell(at + 2, 1).value);
          // The other program leaves the format's own escapes as they are.
          if (!wanted.includes('\u0001') && !wanted.includes('_x')) expect(value).toBe(wanted);
          expect(read?.getCell(at + 2, 2).value).toBe(at % 2 === 0 ? -1234.5 : null);
        }
      }),
      { numRuns: 40 },
    );
  });
});
