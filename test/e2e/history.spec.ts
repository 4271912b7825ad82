import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, test } from './fixture.ts';
import { cell, goTo, schoolsInBar, typeInto } from './sheet.ts';

const POVERTY = 'need:POV';

async function typeWeight(window: Page, weight: string): Promise<void> {
  await goTo(window, 'Weights');
  await typeInto(window, cell(window, 'weights', 'HS', POVERTY), weight);
  await window.keyboard.press('Enter');
}

async function typeBudget(window: Page, amount: string): Promise<void> {
  await goTo(window, 'Schools');
  await typeInto(window, cell(window, 'schools', '0121', 'current'), amount);
  await window.keyboard.press('Enter');
}

/** What an entry did; the rows of a grid stand in the page in any order. */
const what = (window: Page, entry: number) => cell(window, 'history', String(entry), 'what');
const entries = (window: Page) => window.getByTestId('grid-history').locator('[row-id] [col-id="what"]');

test('an edit is found by filters, shown before and after, and leads to its cell', async ({ window }) => {
  await typeWeight(window, '0.41');
  await typeBudget(window, '1234567.89');
  await window.keyboard.press('Control+z');
  await goTo(window, 'History');
  await expect(what(window, 3)).toHaveText(/^↶ Undo: Current budget/);
  await expect(what(window, 2)).toHaveText(/^Current budget .*\(taken back\)$/);
  await expect(what(window, 1)).toHaveText(/^Poverty weight, High/);
  await expect(window.getByTestId('history-sheet')).toContainText('3 entries, whole and unaltered');

  // The newest is in hand; it names what it takes back.
  const shown = window.getByTestId('history-entry');
  await expect(shown).toContainText('takes back entry 2');
  await shown.getByRole('button', { name: 'entry 2' }).click();
  await expect(shown.getByRole('heading')).toHaveText('Entry 2');
  await expect(shown.getByRole('row').nth(1)).toContainText('1,234,567.89');

  const filters = window.getByTestId('history-filters');
  await filters.getByLabel('Sheet').selectOption('Weights');
  await expect(entries(window)).toHaveText([/^Poverty weight, High/]);
  await expect(window.getByTestId('history-sheet')).toContainText('1 of 3 entries');
  await filters.getByRole('button', { name: 'Show all' }).click();
  await filters.getByLabel('Find in the history').fill('0121 budget');
  await expect(entries(window)).toHaveCount(2);
  await filters.getByLabel('Find in the history').fill('');
  await filters.getByLabel('School').fill('no such school');
  await expect(window.getByTestId('grid-history')).toContainText('No entry fits the filter.');
  await filters.getByRole('button', { name: 'Show all' }).click();
  await expect(entries(window)).toHaveCount(3);

  await what(window, 1).click();
  await expect(shown.getByRole('row').nth(1)).toContainText('0.41');
  await shown.getByRole('button', { name: /^Go to Poverty, High/ }).click();
  await expect(cell(window, 'weights', 'HS', POVERTY)).toHaveText(/0\.41/);
  await expect(window.getByTestId('name-box')).toContainText('High');
});

test('a moment is restored as a scenario of its own, and one undo takes it away', async ({ window }) => {
  const first = await schoolsInBar(window);
  await typeWeight(window, '0.41');
  const before = await schoolsInBar(window);
  await typeWeight(window, '0.9');
  const now = await schoolsInBar(window);
  expect(new Set([first, before, now]).size).toBe(3);
  await goTo(window, 'History');
  await what(window, 2).click();
  await window.getByTestId('history-entry').getByRole('button', { name: 'Restore…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Just before it' }).click();
  const plan = dialog.getByTestId('restore-plan');
  await expect(plan).toContainText(/will be called Before \d+ \w+ \d{4}, \d\d:\d\d/);
  await expect(plan).toContainText('comes out to the cent as it was then');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();

  const tab = window.getByTestId('scenario-2');
  await expect(tab).toHaveText(/Before \d/);
  await expect(tab).toHaveAttribute('aria-current', 'true');
  expect(await schoolsInBar(window)).toBe(before);
  await expect(what(window, 3)).toHaveText(/^Restore .* before /);
  await window.keyboard.press('Control+z');
  await expect(tab).toHaveCount(0);
  expect(await schoolsInBar(window)).toBe(now);
  await expect(what(window, 4)).toHaveText(/^↶ Undo: Restore/);
});

test('a document changed by another program says so over every sheet, and where, and stays as it is', async ({
  program,
}) => {
  const path = program.document('Budget.allot');
  const csv = program.document('history.csv');
  const window = await program.start({ dialogAnswers: [path, path, csv] });
  await typeWeight(window, '0.41');
  await expect(window.getByTestId('undo')).toContainText('Poverty');
  await window.keyboard.press('Control+s');
  await expect(window.getByTestId('unsaved')).toHaveCount(0);
  await program.kill();
  const db = new Database(path);
  db.exec(`UPDATE weight SET weight = 9900 WHERE level = 'HS' AND need = 'POV' AND weight = 4100`);
  db.close();

  const again = await program.start({ sample: false, dialogAnswers: [path, csv] });
  await again.getByTestId('open').click();
  const banner = again.getByTestId('tamper-banner');
  await expect(banner).toContainText('weight is 0.99, but entry 1 left 0.41');
  await expect(banner).toContainText('nothing was repaired');
  await goTo(again, 'Weights');
  await expect(cell(again, 'weights', 'HS', POVERTY)).toHaveText(/0\.99/);
  await banner.getByRole('button', { name: 'Show in History' }).click();
  const found = again.getByTestId('tamper-findings');
  await expect(found).toContainText('weight is 0.99');
  await found.getByRole('button', { name: 'Show entry 1' }).click();
  await expect(again.getByTestId('history-entry').getByRole('row').nth(1)).toContainText('0.41');
  await again.getByRole('button', { name: 'Export CSV…' }).click();
  await expect(again.getByTestId('notice-done')).toContainText('Exported history.csv');
  expect(readFileSync(csv, 'utf8')).toMatch(/^\ufeffentry,time,person,.*\n1,.*weight.*,0\.41,/);
});

test('the history can be used without a pointer and has nothing that axe finds', async ({ window }) => {
  await typeWeight(window, '0.41');
  await goTo(window, 'History');
  await expect(entries(window)).toHaveCount(1);
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  await window.getByTestId('history-entry').getByRole('button', { name: 'Restore…' }).press('Enter');
  await expect(window.getByTestId('restore-plan')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});
