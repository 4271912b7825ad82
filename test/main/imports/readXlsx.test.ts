import { describe, expect, it } from 'vitest';
import { READ_LIMITS } from '../../../src/main/imports/limits.ts';
import { formatOf } from '../../../src/main/imports/xlsx/cellFormats.ts';
import { readXlsx } from '../../../src/main/imports/xlsx/readXlsx.ts';
import { emptyModel, faultsOf, importInto } from './workbooks.ts';
import { STYLES, sheetXml, xlsxOf } from './xlsxFixture.ts';

/** The texts and marks of the first row of a sheet with these cells. */
async function cellsOf(cells: string, parts: Readonly<Record<string, string>> = {}) {
  const bytes = await xlsxOf({ 'xl/worksheets/schools.xml': sheetXml(cells), 'xl/styles.xml': STYLES, ...parts });
  const row = (await readXlsx(bytes, READ_LIMITS))[0]?.rows[0];
  return { cells: row?.cells, marks: Object.fromEntries(row?.marks ?? []) };
}

describe('values of an .xlsx', () => {
  it('takes stored numbers as the decimals a person sees', async () => {
    const numbers = [
      '1234.5',
      '0.30000000000000004',
      '1E-3',
      '1.5E+4',
      '-0.28999999999999998',
      '609674',
      '12345678901234567890',
    ];
    const { cells } = await cellsOf(numbers.map((number) => `<c><v>${number}</v></c>`).join(''));
    expect(cells).toEqual(['1234.5', '0.3', '0.001', '15000', '-0.29', '609674', '12345678901234567890']);
  });

  it('reads every kind of text', async () => {
    const strings =
      '<sst><si><t>plain</t></si><si><r><t>ri</t></r><r><t xml:space="preserve">ch </t></r><rPh><t>no</t></rPh></si></sst>';
    const { cells } = await cellsOf(
      '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>a&amp;b &#233;<![CDATA[<c>]]></t></is></c><c t="str"><f>A1</f><v>0042</v></c><c t="b"><v>1</v></c><c t="inlineStr"><is><t>x_x000D__x005F_x0041_</t></is></c>',
      { 'xl/sharedStrings.xml': strings },
    );
    expect(cells).toEqual(['plain', 'rich ', 'a&b é<c>', '0042', 'TRUE', 'x\r_x0041_']);
  });

  it('reads texts whole wherever the pieces of a part end', async () => {
    const texts = Array.from({ length: 3_000 }, (_, at) => `${'x'.repeat(at % 7)}é學😀&${at}`);
    const rows = texts.map((text) => `<c t="inlineStr"><is><t>${text.replace('&', '&amp;')}</t></is></c>`);
    const [sheet] = await readXlsx(await xlsxOf({ 'xl/worksheets/schools.xml': sheetXml(...rows) }), READ_LIMITS);
    expect(sheet?.rows.map((row) => row.cells[0])).toEqual(texts);
  });

  it('takes formulas by their saved value and marks those without one', async () => {
    const { cells, marks } = await cellsOf(
      '<c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t="str"><f>""</f><v></v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    );
    expect(cells).toEqual(['2', '', '', '#DIV/0!']);
    expect(marks).toEqual({ 1: 'uncalculated', 3: 'error' });
  });

  it('knows dates, percentages and codes shown with leading zeros by their format', async () => {
    const { cells, marks } = await cellsOf(
      '<c s="1"><v>46204</v></c><c s="4"><v>46024.5</v></c><c s="2"><v>0.45</v></c><c s="5"><v>0.12345</v></c><c s="3"><v>609</v></c>',
    );
    expect(cells).toEqual(['2026-07-01', '2026-01-02 12:00:00', '0.45', '0.12345', '00609']);
    expect(marks).toEqual({ 0: 'date', 1: 'date', 2: 'percent', 3: 'percent' });
  });

  it('counts dates from 1904 where the workbook does', async () => {
    const workbook =
      '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="schools" r:id="rId1"/></sheets></workbook>';
    expect((await cellsOf('<c s="1"><v>44742</v></c>', { 'xl/workbook.xml': workbook })).cells).toEqual(['2026-07-01']);
  });

  it('puts cells where their references say and keeps row numbers over gaps', async () => {
    const xml =
      '<worksheet><sheetData><row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row><row r="7"><c r="AA7"><v>3</v></c></row></sheetData></worksheet>';
    const rows = (await readXlsx(await xlsxOf({ 'xl/worksheets/schools.xml': xml }), READ_LIMITS))[0]?.rows;
    expect(rows?.map(({ number, cells }) => [number, cells.length, cells.filter(Boolean)])).toEqual([
      [3, 4, ['1', '2']],
      [7, 27, ['3']],
    ]);
  });

  it('finds the parts where the file says they are', async () => {
    const moved = {
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/book/main.xml"/></Relationships>',
      'book/main.xml':
        '<x:workbook xmlns:x="x" xmlns:q="q"><x:sheets><x:sheet name="one" q:id="s"/><x:sheet name="chart" q:id="c"/></x:sheets></x:workbook>',
      'book/_rels/main.xml.rels':
        '<Relationships><Relationship Id="s" Type="http://x/worksheet" Target="/deep/sheet.xml"/><Relationship Id="c" Type="http://x/chartsheet" Target="c.xml"/><Relationship Id="t" Type="http://x/sharedStrings" Target="./texts.xml"/></Relationships>',
      'book/texts.xml': '<sst><si><t>found</t></si></sst>',
      'deep/sheet.xml': sheetXml('<c t="s"><v>0</v></c>'),
    };
    expect(await readXlsx(await xlsxOf(moved), READ_LIMITS)).toEqual([
      { name: 'one', rows: [{ number: 1, cells: ['found'] }] },
    ]);
  });

  it.each([
    ['General', 'number'],
    ['0.00', 'number'],
    ['#,##0.00_);[Red](#,##0.00)', 'number'],
    ['"days" 0', 'number'],
    ['yyyy-mm-dd', 'date'],
    ['[$-F800]dddd', 'date'],
    ['h:mm', 'date'],
    ['0%', 'percent'],
    ['0.0\\%', 'number'],
  ])('reads the format %s as a %s', (code, shows) => {
    expect(formatOf(code).shows).toBe(shows);
  });
});

describe('an .xlsx imported', () => {
  const texts = (row: readonly string[]) => row.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('');
  const schools = sheetXml(texts(['code', 'name', 'level']), `<c s="3"><v>609</v></c>${texts(['Lincoln', 'ES'])}`);
  const enrollment = sheetXml(texts(['school', 'ALL']), `<c s="3"><v>609</v></c><c><v>12.5</v></c>`);

  it('takes 45 % of a percent cell for 45, and the same number plain for what it is', async () => {
    const revenues = sheetXml(
      texts(['code', 'name', 'amount', 'status', 'central_percent']),
      `${texts(['A', 'A'])}<c><v>100</v></c>${texts(['lock'])}<c s="2"><v>0.45</v></c>`,
      `${texts(['B', 'B'])}<c><v>100</v></c>${texts(['lock'])}<c><v>0.45</v></c>`,
    );
    const parts = {
      'xl/worksheets/schools.xml': schools,
      'xl/worksheets/enrollment.xml': enrollment,
      'xl/worksheets/revenues.xml': revenues,
    };
    const model = importInto(
      emptyModel(),
      await readXlsx(await xlsxOf({ ...parts, 'xl/styles.xml': STYLES }), READ_LIMITS),
    );
    expect(model.get('school', '00609')?.name).toBe('Lincoln');
    expect(model.get('decision', 1, 'A')?.centralValue).toBe(450_000);
    expect(model.get('decision', 1, 'B')?.centralValue).toBe(4_500);
  });

  it('refuses errors, formulas that were never calculated and codes that became dates', async () => {
    const current = sheetXml(
      texts(['school', 'amount', 'pupils']),
      '<c s="3"><v>609</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f></c>',
      '<c s="1"><v>46204</v></c><c><v>5</v></c>',
    );
    const parts = {
      'xl/worksheets/schools.xml': schools,
      'xl/worksheets/enrollment.xml': enrollment,
      'xl/worksheets/current.xml': current,
    };
    expect(faultsOf(await readXlsx(await xlsxOf({ ...parts, 'xl/styles.xml': STYLES }), READ_LIMITS))).toEqual([
      'current, row 2, column amount: the cell shows the error "#N/A".',
      'current, row 2, column pupils: the cell holds a formula without a saved value; open the workbook in a spreadsheet program and save it.',
      'current, row 3, column school: the cell holds the date 2026-07-01; format it as text or number and type it again.',
    ]);
  });
});
