import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/paths.ts';
import { readCsv } from '../../src/shared/text/csv.ts';
import { expect, test } from './fixture.ts';
import { cell, cents, centsOf, goTo, typeInto } from './sheet.ts';

const CHICAGO = join(ROOT, '..', 'shared', 'data', 'chicago-fy25', 'workbook');
/** The line of every source. */
const EVERY = '\u001f';

const preview = (window: Page) => window.getByTestId('file-preview');
const verdict = (window: Page) => window.getByTestId('file-verdict');
const sum = (window: Page) => window.getByTestId('preview-sum');
const exportButton = (window: Page) => window.getByTestId('export-allocation');
const details = (window: Page) => window.getByTestId('file-lines').locator('[data-kind="detail"] > :last-child');
const columns = (window: Page) => window.getByTestId('column-list');
const rule = (window: Page, row: string, segment: string) => cell(window, 'accounts', row, `segment:${segment}`);

/** Runs a command by its name, as a person does who does not know its key. */
async function command(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill(name);
  await window.keyboard.press('Enter');
}

async function addTemplate(window: Page, name: string): Promise<void> {
  await command(window, 'Add a template');
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name }).check();
  await dialog.getByRole('button', { name: /^Add / }).click();
  await expect(dialog).toHaveCount(0);
}

/** What the schools get by the sheet of budgets, in cents. */
async function budgets(window: Page): Promise<number> {
  await goTo(window, 'School budgets');
  return centsOf(window.getByTestId('grid-budgets').locator('[row-index="b-0"] [col-id="total"]'));
}

/** The rows of a written file, headings first. */
function rowsOf(path: string): readonly (readonly string[])[] {
  const reading = readCsv(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), {
    cells: 1_000_000,
    characters: 50_000_000,
  });
  if (!reading.ok) throw new Error(reading.sentence);
  return reading.table.rows;
}

/** Amounts of a written file, in cents, by the heading of their column. */
function amountsIn(path: string, heading: string): number[] {
  const [headings = [], ...rows] = rowsOf(path);
  const at = headings.indexOf(heading);
  expect(at).toBeGreaterThanOrEqual(0);
  return rows.map((row) => Math.round(Number(row[at]) * 100));
}

test('a missing account is mended where the fault leads, and the file that is written adds up to the budgets', async ({
  program,
}) => {
  const path = program.document('load.csv');
  const window = await program.start();
  await goTo(window, 'Finance files');
  await expect(verdict(window)).toContainText('Ready to be written');
  await expect(verdict(window)).toContainText('ties to the cent');
  await expect(preview(window)).toContainText('Draft');
  const before = cents(/· ([\d,.]+)/.exec(await sum(window).innerText())?.[1] ?? '');

  await goTo(window, 'Accounts');
  await expect(window.getByTestId('missing-accounts')).toContainText('have a value in every segment');
  await rule(window, 'TITLE1', 'resource').click();
  await window.keyboard.press('Delete');
  await expect(window.getByTestId('missing-count')).toContainText(/^[\d,]+ of [\d,]+ accounts$/);
  await goTo(window, 'Finance files');
  await expect(verdict(window)).toContainText('1 fault keeps the file from being written');
  await expect(exportButton(window)).toBeDisabled();
  await preview(window)
    .getByRole('radio', { name: /^Faults/ })
    .click();
  await expect(window.getByTestId('file-faults')).toContainText('no account rule gives Resource a value');
  await window.getByRole('button', { name: 'Go to account' }).click();
  await expect(window.getByTestId('grid-accounts').locator('[row-id="TITLE1"]')).toBeVisible();
  await expect
    .poll(() => window.evaluate(() => document.activeElement?.getAttribute('col-id')))
    .toBe('segment:resource');
  await window.keyboard.type('0100');
  await window.keyboard.press('Enter');
  await expect(rule(window, 'TITLE1', 'resource')).toHaveText('0100');
  await expect(window.getByTestId('missing-accounts')).toContainText('have a value in every segment');

  await goTo(window, 'Finance files');
  await expect(verdict(window)).toContainText('Ready to be written');
  await exportButton(window).click();
  const chooser = window.getByTestId('file-chooser');
  test.skip(!window.url().startsWith('http:'), 'Electron asks with the dialog of the system.');
  await chooser.getByLabel('Name').fill('load.csv');
  await chooser.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect(window.getByTestId('notice-done').last()).toContainText('Wrote load.csv and');
  const control = readdirSync(program.documentsFolder).filter((name) => name !== 'load.csv');
  expect(control).toHaveLength(1);
  await expect(verdict(window)).toContainText(control[0] ?? '');

  const amounts = amountsIn(path, 'amount');
  const total = amounts.reduce((all, one) => all + one, 0);
  expect(total).toBe(before);
  expect(total).toBe(await budgets(window));
  const [, first = []] = rowsOf(path);
  expect(first[0]).toMatch(/^01 \d{3} \d{4} 0 \d{4} 1000 \d{4}$/);
  expect(readFileSync(path, 'utf8')).toContain(' 0100 ');
});

test('the preview follows a weight, also while the sheet is shown', async ({ window }) => {
  await goTo(window, 'Finance files');
  const before = await details(window).first().innerText();
  await goTo(window, 'Weights');
  await typeInto(window, cell(window, 'weights', 'ES', 'need:ALL'), '1.4');
  await window.keyboard.press('Enter');
  await goTo(window, 'Finance files');
  await expect(details(window).first()).not.toHaveText(before);
  await expect(verdict(window)).toContainText('ties to the cent');
  await window.keyboard.press('Control+z');
  await expect(details(window).first()).toHaveText(before);
});

test('a fixed-width template shows its columns in the file as they are typed, moved and taken back', async ({
  window,
}) => {
  await goTo(window, 'Finance files');
  await addTemplate(window, 'PeopleSoft journal file');
  await expect(window.getByTestId('sheet-finance-files')).toContainText('2');
  const lines = window.getByTestId('file-lines');
  await expect(lines.locator('[data-kind="header"]')).toContainText('HUS001NEXT');
  await expect(lines.locator('[data-kind="control"]')).toContainText('CUS001');
  // A cell of the preview leads to its column.
  await lines.locator('[data-cell="detail 0 3"]').first().click();
  await expect(columns(window).getByRole('option', { selected: true })).toContainText('ledger');
  await expect(columns(window).getByRole('option', { selected: true })).toContainText('16–25');
  await expect(lines.locator('[data-cell="detail 0 3"]').first()).toHaveClass(/file-chosen/);

  const width = window.getByTestId('column-width');
  await width.fill('12');
  await expect(lines.locator('[data-cell="detail 0 3"]').first()).toHaveText('BUDGETS     ');
  await expect(window.getByTestId('undo')).toContainText('Add template');
  await width.press('Escape');
  await expect(lines.locator('[data-cell="detail 0 3"]').first()).toHaveText('BUDGETS   ');
  await width.fill('a dozen');
  await expect(window.getByRole('alert')).toContainText('is no width');
  await width.press('Escape');

  await columns(window).focus();
  await window.keyboard.press('Alt+ArrowUp');
  await expect(columns(window).getByRole('option', { selected: true })).toContainText('7–16');
  await expect(window.getByTestId('undo')).toContainText('move column ledger');
  await window.keyboard.press('Control+z');
  await expect(columns(window).getByRole('option').nth(3)).toContainText('16–25');

  const templates = window.getByTestId('templates');
  await templates.getByRole('button', { name: 'Duplicate' }).click();
  await expect(window.getByTestId('template-editor')).toContainText('PeopleSoft journal file (H, L, C) copy');
  await templates.getByRole('button', { name: 'Rename' }).click();
  await window.keyboard.type('County load');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('template-editor').getByRole('heading')).toHaveText('County load');
  await templates.getByRole('button', { name: 'Remove…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Remove template' }).click();
  await expect(templates).not.toContainText('County load');
});

test('exceptions go before what holds for a source, and the account says which rule gave each segment', async ({
  window,
}) => {
  await goTo(window, 'Accounts');
  await rule(window, 'BOOKS', 'goal').click();
  const posted = window.getByTestId('posted-goal');
  await expect(posted).toContainText('1110');
  await expect(posted).toContainText('Everywhere');
  await window.getByRole('radio', { name: /^Exceptions/ }).click();
  await window.getByRole('button', { name: 'Add exception…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Source').selectOption({ label: 'Instructional materials (BOOKS)' });
  await dialog.getByLabel('Segment').selectOption({ label: 'Goal' });
  await dialog.getByLabel('Value').fill('0001');
  await dialog.getByRole('button', { name: 'Add exception' }).click();
  await expect(dialog.getByRole('alert')).toContainText('An exception is about');
  await dialog.getByLabel('School').selectOption({ label: 'Old Town K-8 (0113)' });
  await dialog.getByRole('button', { name: 'Add exception' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(posted).toContainText('0001');
  await expect(posted).toContainText('Instructional materials · Old Town K-8');
  // An exception is there as long as it says something.
  await window.keyboard.press('Delete');
  await expect(window.getByTestId('grid-accounts')).not.toContainText('Old Town K-8');
  await window.keyboard.press('Control+z');
  await expect(window.getByTestId('grid-accounts')).toContainText('Old Town K-8');
  await window.getByTestId('grid-accounts').getByText('0001', { exact: true }).click();
  await expect(posted).toContainText('0001');
  await posted.getByRole('button').click();
  await expect(window.getByRole('radio', { name: /^Exceptions/ })).toHaveAttribute('aria-checked', 'true');
});

test('segments are named, filled from the schools, and cleared together by pasting', async ({ window }) => {
  await goTo(window, 'Accounts');
  await window.getByRole('button', { name: 'Segments…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Code').fill('org');
  await dialog.getByLabel('Name', { exact: true }).fill('Organization');
  await dialog.getByLabel('Length', { exact: true }).fill('four');
  await expect(dialog.getByRole('alert')).toContainText('is no length');
  await dialog.getByLabel('Length', { exact: true }).fill('4');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByRole('button', { name: 'Move Organization to the left' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await window.getByRole('radio', { name: 'By school' }).click();
  await window.getByRole('button', { name: 'Fill a segment…' }).click();
  await dialog.getByLabel('Segment').selectOption({ label: 'Organization' });
  await dialog.getByRole('button', { name: 'Fill 125 schools' }).click();
  await expect(rule(window, '0113', 'org')).toHaveText('0113');
  await rule(window, '0113', 'org').click();
  await typeInto(window, rule(window, '0113', 'org'), '00113');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('missing-accounts')).toContainText('not 4 characters long');
  await window.keyboard.press('Control+z');
  await expect(window.getByTestId('missing-accounts')).not.toContainText('not 4 characters long');
  await window.getByRole('radio', { name: 'By source' }).click();
  await expect(rule(window, EVERY, 'org')).toHaveText('by school');
});

test('account rules and templates leave as files and come back', async ({ program }) => {
  const rules = program.document('rules.xlsx');
  const shared = program.document('county.json');
  const window = await program.start({ dialogAnswers: [rules, rules, shared, shared] });
  await goTo(window, 'Accounts');
  await typeInto(window, rule(window, 'BOOKS', 'object'), '0042');
  await window.keyboard.press('Enter');
  await command(window, 'Export account rules');
  await expect.poll(() => existsSync(rules)).toBe(true);
  await rule(window, 'BOOKS', 'object').click();
  await window.keyboard.press('Delete');
  await expect(rule(window, 'BOOKS', 'object')).not.toContainText('0042');
  await command(window, 'Import account rules');
  await expect(rule(window, 'BOOKS', 'object')).toHaveText('0042');
  await expect(window.getByTestId('undo')).toContainText('Undo “Import');

  await goTo(window, 'Finance files');
  await window.getByTestId('templates').getByRole('button', { name: 'Export…' }).click();
  await expect.poll(() => existsSync(shared)).toBe(true);
  await window.getByTestId('templates').getByRole('button', { name: 'Import…' }).click();
  await expect(window.getByTestId('template-editor').getByRole('heading')).toHaveText('Budget load (SACS) 2');
  await expect(verdict(window)).toContainText('Ready to be written');
});

test('an adopted scenario is exported with its stamp, and its accounts can still be mended', async ({ window }) => {
  await goTo(window, 'Finance files');
  await command(window, 'Adopt scenario');
  await window.getByTestId('confirm').getByRole('button', { name: 'Adopt', exact: true }).click();
  await expect(window.getByTestId('adopted-bar')).toBeVisible();
  await expect(preview(window)).toContainText('Adopted');
  await expect(verdict(window)).not.toContainText('DRAFT');
  await goTo(window, 'Accounts');
  await typeInto(window, rule(window, 'BOOKS', 'object'), '4200');
  await window.keyboard.press('Enter');
  await expect(rule(window, 'BOOKS', 'object')).toHaveText('4200');
  await goTo(window, 'Finance files');
  await expect(window.getByTestId('file-lines')).toContainText(' 4200');
  await expect(exportButton(window)).toBeEnabled();
});

test('Chicago’s file adds up to its budgets, with every school’s code in front', async ({ program }) => {
  test.skip(!existsSync(CHICAGO), `${CHICAGO} is not on this computer.`);
  test.setTimeout(120_000);
  const path = program.document('chicago.csv');
  const window = await program.start({ sample: false, dialogAnswers: [CHICAGO, path] });
  await window.getByRole('button', { name: 'New document' }).click();
  await expect(window.getByTestId('tie-out-bar')).toContainText('Revenue 0.00');
  await command(window, 'Import folder of CSV files…');
  await expect(window.getByTestId('notice-done').filter({ hasText: '515 schools' })).toBeVisible();
  await addTemplate(window, 'Plain CSV');
  await goTo(window, 'Accounts');
  await window.getByRole('button', { name: 'Segments…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Code').fill('unit');
  await dialog.getByLabel('Name', { exact: true }).fill('Unit');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await goTo(window, 'Finance files');
  await window.getByLabel('Column to add').selectOption({ label: 'Account segment' });
  await window.getByRole('button', { name: 'Add column' }).click();
  await window.getByTestId('column-heading').fill('unit');
  await window.getByTestId('column-heading').press('Enter');
  await window.getByTestId('column-inspector').getByLabel('Segment').selectOption({ label: 'Unit' });
  await window.getByTestId('column-inspector').getByLabel('Never blank').check();
  await expect(verdict(window)).toContainText(/keeps? the file from being written/);
  await goTo(window, 'Accounts');
  await window.getByTestId('missing-accounts').getByRole('button', { name: /^Unit/ }).click();
  await expect(window.getByRole('radio', { name: 'By school' })).toHaveAttribute('aria-checked', 'true');
  await window.getByRole('button', { name: 'Fill a segment…' }).click();
  await dialog.getByLabel('Segment').selectOption({ label: 'Unit' });
  await dialog.getByRole('button', { name: 'Fill 515 schools' }).click();
  await goTo(window, 'Finance files');
  await expect(verdict(window)).toContainText('Ready to be written');
  await exportButton(window).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  const total = amountsIn(path, 'amount').reduce((all, one) => all + one, 0);
  expect(total).toBe(await budgets(window));
  const [headings = [], ...rows] = rowsOf(path);
  const [school, unit] = [headings.indexOf('school'), headings.indexOf('unit')];
  expect(new Set(rows.map((row) => row[unit])).size).toBe(515);
  expect(rows.every((row) => row[unit] === row[school])).toBe(true);
});

for (const theme of ['light', 'dark'] as const) {
  test(`accounts and finance files can be read by a screen reader and have enough contrast, ${theme}`, async ({
    window,
  }) => {
    test.setTimeout(180_000);
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const look = async (): Promise<void> => {
      const axe = new AxeBuilder({ page: window });
      const { violations } = await (theme === 'light'
        ? axe.withTags(['wcag2a', 'wcag2aa'])
        : axe.withRules(['color-contrast'])
      ).analyze();
      expect(
        violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    };
    await goTo(window, 'Accounts');
    await rule(window, 'TITLE1', 'resource').click();
    await window.keyboard.press('Delete');
    await expect(window.getByTestId('missing-count')).toContainText(/^[\d,]+ of [\d,]+ accounts$/);
    await look();
    await goTo(window, 'Finance files');
    await expect(window.getByTestId('file-lines')).toBeVisible();
    await look();
    await window.getByTestId('template-editor').getByRole('radio', { name: 'File' }).click();
    await preview(window)
      .getByRole('radio', { name: /^Faults/ })
      .click();
    await look();
    await addTemplate(window, 'PeopleSoft journal file');
    await preview(window).getByRole('radio', { name: 'Totals' }).click();
    await window
      .getByTestId('template-editor')
      .getByRole('radio', { name: /^Control/ })
      .click();
    await look();
  });
}
