import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeWorkbook } from '../../../src/main/exports/describeWorkbook.ts';
import type { WorkbookDescription } from '../../../src/main/exports/WorkbookDescription.ts';
import { writeCsvSheets } from '../../../src/main/exports/writeCsvSheets.ts';
import { writeWorkbook } from '../../../src/main/exports/writeWorkbook.ts';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import type { Sheet } from '../../../src/main/imports/Sheet.ts';
import { readXlsx } from '../../../src/main/imports/xlsx/readXlsx.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { arbitraryFloorRows } from '../../fixtures/arbitraryFloors.ts';
import { arbitraryRows } from '../../fixtures/arbitraryModel.ts';
import { emptyModel, importInto, sheetsOf } from '../imports/workbooks.ts';
import { smallDistrict } from '../smallDistrict.ts';

const throughCsv = async (workbook: WorkbookDescription): Promise<Sheet[]> =>
  sheetsOf(
    Object.fromEntries(
      writeCsvSheets(workbook).map(({ name, content }) => [name.replace('.csv', ''), content.toString('utf8')]),
    ),
  );
const throughXlsx = async (workbook: WorkbookDescription): Promise<Sheet[]> =>
  readXlsx(await writeWorkbook(workbook), READ_LIMITS);

/** Sheets cell by cell. The kind of a column without a single value is not compared: nothing tells a tag from a measure. */
const comparable = (workbook: WorkbookDescription) =>
  workbook.map(({ name, columns, rows }) => ({
    name,
    columns: columns.map(({ header, kind }, at) => [header, rows.some((row) => row[at]) ? kind : null]),
    rows,
  }));

const WAYS = [
  ['a folder of CSV', throughCsv],
  ['.xlsx', throughXlsx],
] as const;

describe.each(WAYS)('export to %s and import into a new model', (_, through) => {
  async function checkRoundTrip(model: Model): Promise<void> {
    const workbook = describeWorkbook(model, 1);
    const copy = importInto(emptyModel(), await through(workbook));
    expect(comparable(describeWorkbook(copy, 1))).toEqual(comparable(workbook));
    const [before, after] = [new Calculation(model, 1), new Calculation(copy, 1)];
    expect(after.results.totals).toEqual(before.results.totals);
    expect([...after.results.total]).toEqual([...before.results.total]);
    for (const [at, source] of before.results.sources.entries()) {
      const other = after.results.sources[at];
      expect(other?.code).toBe(source.code);
      // I11: every control total of the export is that of the scenario.
      expect([other?.amountCents, other?.centralCents, other?.schoolsCents, other?.leftCents]).toEqual([
        source.amountCents,
        source.centralCents,
        source.schoolsCents,
        source.leftCents,
      ]);
      expect([...(other?.amounts ?? [])]).toEqual([...source.amounts]);
    }
  }

  it('gives the same budgets to the cent and the same workbook again, for any district', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows({ valid: true, maxSchools: 25 }), async (rows) => checkRoundTrip(new Model(rows))),
      { numRuns: 60 },
    );
  });

  it('does so with minimums, floors, payers and exemptions', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryFloorRows({ valid: true, maxSchools: 15 }), async (rows) =>
        checkRoundTrip(new Model(rows)),
      ),
      { numRuns: 40 },
    );
  });

  it('holds for the sample district and for a district with one of everything', async () => {
    await checkRoundTrip(new Model(sampleModelRows()));
    await checkRoundTrip(new Model(smallDistrict()));
  });

  it('keeps hostile and awkward texts as they are', async () => {
    const piece = fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      "'",
      '"',
      ',',
      '8',
      '.5',
      ' ',
      'é',
      '學',
      '&',
      '<',
      '_x0041_',
      ';',
      '$',
      '%',
      '0',
    );
    const label = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .map((pieces) => pieces.join('').trim())
      .filter((text) => text !== '');
    const tag = fc
      .array(fc.oneof(piece, fc.constantFrom('\t', '\n', '\r\n')), { maxLength: 5 })
      .map((pieces) => pieces.join('').trim());
    const district = fc.record({ code: label, name: label, weightSet: label, tags: fc.tuple(tag, tag), title: label });
    await fc.assert(
      fc.asyncProperty(district, async ({ code, name, weightSet, tags, title }) => {
        fc.pre(code !== '7');
        const rows = smallDistrict();
        const rename = <Row extends { school: string }>(list: Row[]) =>
          list.map((row) => (row.school === '0042' ? { ...row, school: code } : row));
        const model = new Model({
          ...rows,
          district: [{ key: 'name', value: title }],
          school: [{ code, name, level: 'ES' }, ...rows.school.slice(1)],
          tag: [code, '7'].flatMap((school, at) => (tags[at] ? [{ school, tag: 'region', value: tags[at] }] : [])),
          enrollment: rename(rows.enrollment),
          measure: rename(rows.measure),
          currentBudget: rename(rows.currentBudget),
          tableAmount: rename(rows.tableAmount),
          weightSet: rows.weightSet.map((row) => ({ ...row, weightSet })),
          weight: rows.weight.map((row) => ({ ...row, weightSet })),
          decision: rows.decision.map((row) => (row.weightSet === null ? row : { ...row, weightSet })),
        });
        await checkRoundTrip(model);
        const copy = importInto(emptyModel(), await through(describeWorkbook(model, 1)));
        expect(copy.get('school', code)?.name).toBe(name);
        expect(copy.get('district', 'name')?.value).toBe(title);
        expect(copy.get('tag', code, 'region')?.value ?? '').toBe(tags[0]);
        expect(copy.get('tag', '7', 'region')?.value ?? '').toBe(tags[1]);
        // Without a single value nothing tells a tag from a measure.
        if (tags.some((value) => value !== '')) expect(copy.get('schoolColumn', 'region')?.kind).toBe('tag');
      }),
      { numRuns: 150 },
    );
  });

  it('keeps measures with more digits than a spreadsheet has', async () => {
    const rows = smallDistrict();
    for (const value of [
      '123456789012345678901234567890',
      '-0.00000000000000000001',
      '1234567890123456.5',
      '0.1',
      '-7',
    ]) {
      const model = new Model({ ...rows, measure: [{ version: 4, school: '0042', measure: 'need_index', value }] });
      const copy = importInto(emptyModel(), await through(describeWorkbook(model, 1)));
      const pinned = copy.get('scenario', 1)?.measuresVersion ?? 0;
      expect(copy.get('measure', pinned, '0042', 'need_index')?.value).toBe(value);
    }
  });

  it('keeps a weight set without weights for the source that names it', async () => {
    const rows = smallDistrict();
    const empty = { scenario: 1, weightSet: 'Not yet', position: 1 };
    const decision = rows.decision.map((row) => (row.source === 'GEN' ? { ...row, weightSet: 'Not yet' } : row));
    const model = new Model({ ...rows, weightSet: [...rows.weightSet, empty], decision });
    const copy = importInto(emptyModel(), await through(describeWorkbook(model, 1)));
    expect(copy.get('decision', 1, 'GEN')?.weightSet).toBe('Not yet');
    expect(new Calculation(copy, 1).results.totals).toEqual(new Calculation(model, 1).results.totals);
  });

  it('writes only sheets that have content, and always the two that every workbook has', () => {
    const workbook = describeWorkbook(new Model(emptyModelRows('')), 1);
    expect(workbook.map((sheet) => sheet.name)).toEqual(['levels', 'needs', 'schools', 'enrollment']);
  });
});
