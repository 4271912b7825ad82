import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/paths.ts';
import { sheetXml, xlsxOf } from '../main/imports/xlsxFixture.ts';
import { expect, test } from './fixture.ts';
import { cell, goTo } from './sheet.ts';

const CHICAGO = join(ROOT, '..', 'shared', 'data', 'chicago-fy25');
const hasChicago = existsSync(join(CHICAGO, 'schools.csv'));

/** Starts the assistant; the file dialog is answered in advance. */
async function startImport(window: Page): Promise<void> {
  await window.keyboard.press('Control+i');
  await expect(window.getByTestId('assistant-next')).toBeEnabled();
}

/** Walks to the preview as a person without a mouse does: Enter on the button that has the focus. */
async function walkToPreview(window: Page): Promise<void> {
  await expect(window.getByTestId('assistant-next')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: /What is in the columns/ })).toBeVisible();
  await expect(window.getByTestId('assistant-next')).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('import-verdict')).toBeVisible();
}

/** Names and roles once, colors in both themes. */
async function expectNothingSerious(window: Page, where: string): Promise<void> {
  const show = (theme: string | null): Promise<void> =>
    window.evaluate((name) => {
      if (name) document.documentElement.dataset.theme = name;
      else delete document.documentElement.dataset.theme;
    }, theme);
  const light = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
  await show('dark');
  const dark = await new AxeBuilder({ page: window }).withRules(['color-contrast']).analyze();
  await show(null);
  const violations = [...light.violations, ...dark.violations];
  const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(told, where).toEqual([]);
}

/** Letters as Windows wrote them before Unicode: one byte each, an accented e among them. */
function windowsText(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

const MESSY = [
  'Sample Unified School District;;;;;;',
  'Enrollment and budgets 2026-27;;;;;;',
  ';;;;;;',
  'School No;School Name;Grades;Students;Low Income;Budget;Need Index',
  '101.0;\u00c9cole Montr\u00e9al;K-5;412;201;$3,412,000.00;0.61',
  '102.0;Birch Middle;6-8;655;n/a;$4,950,250.50;0.44',
  '103.0;Cedar High;9-12;1,480;702;$8,526,917.00;0.57',
  '104.0;Dogwood Primary;Elem;300;310;$2,100,000.00;',
  '105.0;Elm Elementary;PK-5;380;150;$2,900,000.00;0.35',
  '106.0;Fir Academy;K-5;420;222;$3,050,000.00;0.71',
  'Total;;;3,647;1,585;$24,939,167.50;',
].join('\r\n');

test('a messy file comes in: semicolons, Windows letters, titles, a total row and codes with .0', async ({
  program,
}) => {
  test.setTimeout(120_000);
  const file = program.document('messy.csv');
  writeFileSync(file, windowsText(MESSY));
  const window = await program.start({ sample: false, dialogAnswers: [file] });
  await window.getByTestId('new').click();
  await expect(window.getByTestId('sheet-schools')).toBeVisible();
  await startImport(window);

  const assistant = window.getByTestId('import-assistant');
  const encoding = assistant.getByLabel('Encoding');
  const divided = assistant.getByLabel('Columns divided by');
  await expect(encoding).toHaveValue('Windows-1252');
  await expect(divided).toHaveValue(';');
  // Another delimiter reads the file anew, and so does the right one again; an encoding it is not in says so.
  await divided.selectOption({ label: 'Commas' });
  await expect(assistant.getByRole('cell', { name: '\u00c9cole Montr\u00e9al', exact: true })).toHaveCount(0);
  await divided.selectOption({ label: 'Semicolons' });
  await encoding.selectOption({ label: 'UTF-8' });
  await expect(assistant).toContainText('holds a character that is no UTF-8');
  await expect(encoding).toHaveValue('Windows-1252');
  await expect(assistant).toContainText('Row 4 holds the column names');
  await expect(window.getByRole('radio', { name: 'Column names stand in row 4' })).toBeChecked();
  await expect(assistant.getByRole('cell', { name: '\u00c9cole Montr\u00e9al' })).toBeVisible();
  // Another header row is chosen with the arrow keys, and the focus stays where it is.
  const header = (row: number) => window.getByRole('radio', { name: `Column names stand in row ${row}`, exact: true });
  await header(4).focus();
  await window.keyboard.press('ArrowDown');
  await expect(assistant).toContainText('Row 5 holds the column names');
  await expect(header(5)).toBeFocused();
  await window.keyboard.press('ArrowUp');
  await expect(assistant).toContainText('Row 4 holds the column names');
  await window.getByTestId('assistant-next').focus();
  await expectNothingSerious(window, 'File');

  await walkToPreview(window);
  // The one value that is no number is named with its place; nothing can be imported.
  await expect(window.getByTestId('import-verdict')).toContainText('One entry needs correcting');
  await expect(window.getByTestId('assistant-import')).toBeDisabled();
  const faults = window.getByTestId('import-faults');
  await expect(faults).toContainText('Low Income');
  await expect(faults.getByRole('cell', { name: 'n/a', exact: true })).toBeVisible();
  await faults.getByRole('button', { name: 'Show row 6' }).click();
  await expect(window.getByTestId('rows-around')).toContainText('Birch Middle');
  await expectNothingSerious(window, 'Preview with a fault');

  await window.getByRole('button', { name: 'Back' }).click();
  await expectNothingSerious(window, 'Columns');
  await expect(window.getByTestId('left-out')).toContainText('Row 11');
  await expect(window.getByTestId('words-levels').getByLabel('K-5 means', { exact: true })).toHaveValue('ES');
  await expect(window.getByTestId('words-levels').getByLabel('Elem means')).toHaveValue('ES');
  await expect(window.getByTestId('words-levels').getByLabel('9-12 means')).toHaveValue('HS');
  await window
    .getByTestId('offers')
    .getByRole('button', { name: /Agree to all/ })
    .click();
  await window.getByTestId('assistant-next').click();
  await expect(window.getByTestId('import-verdict')).toContainText('6 rows read without a fault');
  const totals = window.getByTestId('import-totals');
  await expect(totals.getByRole('row', { name: /All students/ })).toContainText('3,647');
  await expect(totals.getByRole('row', { name: /Current budgets/ })).toContainText('24,939,167.50');

  const button = window.getByTestId('assistant-import');
  await expect(button).toHaveText('Import 6 schools as Enrollment v2, Current budgets v2 and Measures v2');
  await button.click();
  await expect(window.getByTestId('notice-done')).toContainText('6 schools as Enrollment v2');
  await goTo(window, 'Schools');
  await expect(cell(window, 'schools', '101', 'name')).toHaveText('\u00c9cole Montr\u00e9al');
  await expect(cell(window, 'schools', '104', 'level')).toHaveText('Elementary');
  await expect(cell(window, 'schools', '103', 'current')).toHaveText('8,526,917.00');
  await expect(window.getByTestId('sheet-enrollment')).toContainText('v2');

  // One undo takes all of it back.
  await window.keyboard.press('Control+z');
  await expect(window.getByTestId('schools-sheet')).toContainText('No schools yet');
  await expect(window.getByTestId('sheet-enrollment')).toContainText('v1');
});

test('a file that cannot be read says why, and a closed file dialog leaves everything as it was', async ({
  program,
}) => {
  const broken = program.document('broken.xlsx');
  writeFileSync(broken, 'PK\u0003\u0004 and nothing after it');
  const window = await program.start({ sample: true, dialogAnswers: [broken, null] });
  await goTo(window, 'Schools');
  await window.keyboard.press('Control+i');
  await expect(window.getByTestId('assistant-problem')).toContainText('broken.xlsx');
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(window.getByTestId('grid-schools')).toBeVisible();
  await expect(window.getByTestId('import-assistant')).toHaveCount(0);
  await expect(window.getByTestId('undo')).toBeDisabled();
});

test('a long reading shows how far it is, and Cancel ends it with nothing changed', async ({ program }) => {
  test.setTimeout(120_000);
  const long = program.document('long.csv');
  const line = `1001,${'a long text '.repeat(60)},${'another one '.repeat(60)}\n`;
  writeFileSync(long, `School ID,School,Note\n${line.repeat(60_000)}`);
  const short = program.document('short.csv');
  writeFileSync(short, 'Source,Amount\nState aid,100\nLocal tax,200\n');
  const window = await program.start({ sample: true, dialogAnswers: [long, short] });
  await goTo(window, 'Revenues');
  await window.keyboard.press('Control+i');
  await expect(window.getByRole('progressbar', { name: 'Reading long.csv' })).toBeVisible();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByTestId('assistant-next')).toBeDisabled();
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(window.getByTestId('import-assistant')).toContainText('short.csv');
  await window.getByRole('button', { name: 'Leave without importing' }).click();
  await expect(window.getByTestId('grid-revenues')).toBeVisible();
  await expect(window.getByTestId('undo')).toBeDisabled();
});

test('a workbook is read sheet by sheet', async ({ program }) => {
  const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const number = (value: number): string => `<c><v>${value}</v></c>`;
  const file = program.document('funds.xlsx');
  const bytes = await xlsxOf({
    'xl/worksheets/Read me.xml': sheetXml(text('Made by the finance office')),
    'xl/worksheets/Funds.xml': sheetXml(
      text('Fund') + text('Amount'),
      text('State aid') + number(1200.5),
      text('Levy') + number(800),
    ),
  });
  writeFileSync(file, bytes);
  const window = await program.start({ sample: false, dialogAnswers: [file] });
  await window.getByTestId('new').click();
  await expect(window.getByTestId('sheet-schools')).toBeVisible();
  await startImport(window);
  await window.getByLabel('Sheet').selectOption({ label: 'Funds (3 rows)' });
  await expect(window.getByRole('cell', { name: 'State aid' })).toBeVisible();
  await window.getByTestId('assistant-next').click();
  await expect(window.getByLabel('Fund becomes')).toHaveValue('sourceName');
  await window.getByTestId('assistant-next').click();
  await expect(window.getByTestId('import-totals')).toContainText('2,000.50');
  await window.getByTestId('assistant-import').click();
  await expect(window.getByTestId('grid-revenues')).toContainText('1,200.50');
});

test('the columns of a file are remembered by their shape, and a key that nearly matches is asked about', async ({
  program,
}) => {
  const first = program.document('counts.csv');
  const second = program.document('counts next.csv');
  const lines = ['Site;Name;Kids here;Grp', '0042;Lincoln;400;K-5', '0043;Grant;510;6-8'];
  writeFileSync(first, lines.join('\n'));
  writeFileSync(second, ['Site;Name;Kids here;Grp', '42;Lincoln;410;K-5', '0043;Grant;510;6-8'].join('\n'));
  const window = await program.start({ sample: false, dialogAnswers: [first, second] });
  await window.getByTestId('new').click();
  await expect(window.getByTestId('sheet-schools')).toBeVisible();
  await startImport(window);
  await window.getByTestId('assistant-next').click();
  await window.getByLabel('Kids here becomes').selectOption({ label: 'Pupils: All students' });
  await window.getByLabel('Grp becomes').selectOption({ label: 'School’s level' });
  await window.getByTestId('assistant-next').click();
  await expect(window.getByTestId('assistant-import')).toHaveText('Import 2 schools as Enrollment v2');
  await window.getByTestId('assistant-import').click();
  await expect(cell(window, 'schools', '0042', 'name')).toHaveText('Lincoln');

  await startImport(window);
  await window.getByTestId('assistant-next').click();
  await expect(window.getByTestId('import-assistant')).toContainText('as you decided last time');
  await expect(window.getByLabel('Kids here becomes')).toHaveValue('count:ALL');
  await window.getByTestId('assistant-next').click();
  await expect(window.getByTestId('import-verdict')).toContainText('One entry needs correcting');
  await window.getByRole('button', { name: 'It is Lincoln (0042)' }).click();
  await expect(window.getByTestId('assistant-import')).toHaveText('Import 2 schools as Enrollment v3');
  await expect(window.getByTestId('import-assistant')).toContainText('1 school unchanged');
});

test('Chicago’s schools and revenues come in raw, each in one go', async ({ program }) => {
  test.skip(!hasChicago, `${CHICAGO} is not on this computer.`);
  test.setTimeout(120_000);
  const answers = [join(CHICAGO, 'schools.csv'), join(CHICAGO, 'revenues.csv')];
  const window = await program.start({ sample: false, dialogAnswers: answers });
  await window.getByTestId('new').click();
  await expect(window.getByTestId('sheet-schools')).toBeVisible();
  await startImport(window);
  await walkToPreview(window);
  await expect(window.getByTestId('import-verdict')).toContainText('14 entries need correcting');
  await window
    .getByTestId('offers')
    .getByRole('button', { name: /Agree to all/ })
    .click();
  await expect(window.getByTestId('assistant-import')).toHaveText(
    'Import 515 schools as Enrollment v2, Current budgets v2 and Measures v2',
  );
  const totals = window.getByTestId('import-totals');
  await expect(totals.getByRole('row', { name: /All students/ })).toContainText('271,654');
  await window.getByTestId('assistant-import').click();
  await expect(window.getByTestId('sheet-schools')).toContainText('515');
  await expect(window.getByTestId('sheet-enrollment')).toContainText('v2');

  // Four needs, levels, codes without `.0`, the index and last counts as measures.
  await goTo(window, 'Enrollment');
  const grid = window.getByTestId('grid-enrollment');
  for (const need of ['All students', 'Poverty', 'Special Education', 'English Learner'])
    await expect(grid.getByRole('columnheader', { name: need })).toBeVisible();
  await expect(cell(window, 'enrollment', '609674 · HS', 'need:POV')).toHaveText('434');

  await goTo(window, 'Findings');
  const findings = window.getByTestId('findings-sheet');
  const twice = findings.getByRole('region', { name: 'The same budget twice' });
  for (const name of ['DISNEY II', 'OGDEN', 'VIRTUAL ACADEMY'])
    await expect(twice.getByTestId('finding').filter({ hasText: name })).toHaveCount(1);
  await expect(twice.getByTestId('finding')).toHaveCount(3);
  const missing = findings.getByRole('region', { name: 'An index missing' });
  await expect(missing.getByTestId('finding')).toHaveCount(19);
  await missing.getByRole('button', { name: /VAUGHN HS · opportunity index fy27/ }).click();
  await expect(window.getByTestId('name-box')).toContainText('VAUGHN');

  await startImport(window);
  await walkToPreview(window);
  await expect(window.getByTestId('assistant-import')).toHaveText('Import 5 revenue sources as Revenues v2');
  await window.getByTestId('assistant-import').click();
  await goTo(window, 'Revenues');
  await expect(window.getByTestId('grid-revenues')).toContainText('3,977,864,579.00');
  await expect(window.getByTestId('tie-out-bar')).toContainText('7,970,781,352.30');
});
