import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { defaultFloorDecision } from '../../../src/shared/changes/floors.ts';
import { setRationale } from '../../../src/shared/changes/rationale.ts';
import { formulaBookPage } from '../../../src/shared/formulaBook/formulaBookPage.ts';
import { rationalePlaces } from '../../../src/shared/formulaBook/rationales.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { formatMoney } from '../../../src/shared/text/formatNumber.ts';

const OPTIONS = { paper: 'letter', at: '2026-06-01T12:00:00.000Z' } as const;

/** The text of a book, read strictly, and its tables as rows of cells. */
function read(page: string): { text: string; rows: string[][] } {
  const parser = new SaxesParser({ fragment: true });
  let text = '';
  const rows: string[][] = [];
  let depth = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'tr') rows.push([]);
    if (name === 'td' || name === 'th') {
      rows.at(-1)?.push('');
      depth = 1;
    }
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'td' || name === 'th') depth = 0;
    text += ' ';
  });
  parser.on('text', (piece) => {
    text += piece;
    const row = rows.at(-1);
    if (depth > 0 && row) row[row.length - 1] += piece;
  });
  parser.write(/<body[^>]*>([\s\S]*)<\/body>/.exec(page)?.[1] ?? '').close();
  return { text: text.replace(/\s+/g, ' '), rows };
}

test('the book names every source with its numbers, every weight and every rate as the engine has them', () => {
  const calculation = new Calculation(new Model(sampleModelRows()), 1);
  const { text, rows } = read(formulaBookPage(calculation, OPTIONS));
  const { results, model } = calculation;
  for (const source of results.sources) {
    const row = rows.find(([name, , , amount]) => name === source.name && amount === formatMoney(source.amountCents));
    expect(row?.slice(3)).toEqual(
      [source.amountCents, source.centralCents, source.schoolsCents, source.leftCents].map(formatMoney),
    );
  }
  expect(rows.find(([name]) => name === 'All sources')?.at(-1)).toBe(formatMoney(results.tieOut.leftCents));
  for (const { weightSet } of model.table('weightSet').values()) expect(text).toContain(`Weights of ${weightSet}`);
  expect(text).toContain('count("Poverty") * opportunity_index');
  expect(text).toContain('“opportunity_index” is a number the district keeps about each school');
  expect(text).toContain('share("Poverty") >= 0.4');
  expect(text).toContain('Published rates: every rate is cut down to the cent');
  expect(text).toContain('There are no floors');
});

test('floors, exemptions and who pays are told in words with their numbers', () => {
  const rows = sampleModelRows();
  const school = rows.school[3]!;
  const decision = {
    ...defaultFloorDecision(1),
    holdHarmlessPercent: 985_000,
    payer: 'gainers',
    solve: 'scaling',
  } as const;
  const exemption = [{ scenario: 1, school: school.code, reason: 'Closing in <June>' }];
  const calculation = new Calculation(new Model({ ...rows, floorDecision: [decision], exemption }), 1);
  const { text, rows: cells } = read(formulaBookPage(calculation, OPTIONS));
  expect(text).toContain('Every school keeps at least 98.5% of this year’s budget in total.');
  expect(text).toContain(formatMoney(calculation.results.topUps.totalCents));
  expect(cells).toContainEqual([`${school.name} (${school.code})`, 'Closing in <June>']);
});

test('a rationale is shown where it belongs and no longer listed as missing; taken away, it is missing again', () => {
  const model = new Model(sampleModelRows());
  const before = rationalePlaces(model, 1);
  expect(before.every(({ text }) => text === '')).toBe(true);
  const reason = 'Because <b>poverty</b> costs more.\nSee the study of 2024.';
  const change = setRationale(model, 'source', 'TITLE1', `  ${reason}  `);
  applyOps(model, change.ops);
  const page = formulaBookPage(new Calculation(model, 1), OPTIONS);
  expect(page).toContain('Because &lt;b&gt;poverty&lt;/b&gt; costs more.');
  const missing = page.slice(page.indexOf('id="missing"'));
  expect(missing).not.toContain('Source Title I, Part A');
  expect(missing).toContain('Source Local property taxes');
  applyOps(model, setRationale(model, 'source', 'TITLE1', '   ').ops);
  expect(rationalePlaces(model, 1)).toEqual(before);
  expect(setRationale(model, 'source', 'TITLE1', '').ops).toEqual([]);
});
