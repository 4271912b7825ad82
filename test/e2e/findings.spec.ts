import { readFileSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { cell, goTo, typeInto } from './sheet.ts';

/** Types an amount into this year's budget of a school of the sample district. */
async function typeBudget(window: Page, school: string, amount: string): Promise<void> {
  await typeInto(window, cell(window, 'schools', school, 'current'), amount);
  await window.keyboard.press('Enter');
}

const twice = (window: Page) =>
  window.getByTestId('findings-sheet').getByRole('region', { name: 'The same budget twice' });

test('a doubt appears after an edit, leads to its cell, and is accepted with a note and taken back', async ({
  window,
}) => {
  await goTo(window, 'Schools');
  await typeBudget(window, '0121', '1234567.89');
  await typeBudget(window, '0134', '1234567.89');
  await goTo(window, 'Findings');
  const doubt = twice(window).getByTestId('finding');
  await expect(doubt).toHaveCount(1);
  await expect(doubt).toContainText('Warns');
  await expect(doubt).toContainText('$1,234,567.89');

  await doubt
    .getByRole('button', { name: /^Go to/ })
    .nth(1)
    .click();
  await expect(cell(window, 'schools', '0134', 'current')).toHaveText('1,234,567.89');
  await expect(window.getByTestId('schools-sheet')).toBeVisible();

  await goTo(window, 'Findings');
  await doubt.getByRole('button', { name: 'Accept…' }).click();
  const accept = doubt.getByRole('button', { name: 'Accept', exact: true });
  await expect(accept).toBeDisabled();
  await window.keyboard.type('one campus');
  await accept.click();
  await expect(twice(window)).toBeHidden();
  await expect(window.getByTestId('undo')).toContainText('Accept');
  await window.getByRole('radio', { name: /^Accepted/ }).click();
  await expect(doubt).toContainText('“one campus”');
  await doubt.getByRole('button', { name: 'Take back' }).click();
  await window.getByRole('radio', { name: /^Open/ }).click();
  await expect(doubt).toContainText('Warns');

  // Accepting is one step of the undo list like any other.
  await window.keyboard.press('Control+z');
  await expect(twice(window)).toBeHidden();
  await window.keyboard.press('Control+z');
  await expect(doubt).toContainText('Warns');
});

test('what stops a source is counted, marked by word, and cannot be accepted', async ({ window }) => {
  await goTo(window, 'Revenues');
  await goTo(window, 'Sources');
  const central = cell(window, 'sources', 'PROP', 'central-share');
  await typeInto(window, central, '$999,000,000');
  await window.keyboard.press('Enter');
  await goTo(window, 'Findings');
  const stop = window.getByTestId('findings-sheet').locator('[data-severity="stops"]');
  await expect(stop).toHaveCount(1);
  await expect(stop).toContainText('Stops');
  await expect(stop.getByRole('button', { name: 'Accept…' })).toHaveCount(0);
  await window.getByRole('radio', { name: /^Stops 1/ }).click();
  await expect(window.getByTestId('finding')).toHaveCount(1);
});

test('doubts of one rule are accepted together, and filters narrow the list', async ({ window }) => {
  await goTo(window, 'Schools');
  for (const school of ['0121', '0134', '0147', '0160'])
    await typeBudget(window, school, school < '0147' ? '1000000' : '2000000');
  await goTo(window, 'Findings');
  await expect(twice(window).getByTestId('finding')).toHaveCount(2);
  await window.getByLabel('Rule').selectOption({ label: 'The same budget twice (2)' });
  await expect(window.getByTestId('finding')).toHaveCount(2);
  await twice(window).getByRole('button', { name: 'Accept all 2…' }).click();
  await window.keyboard.type('shared campuses');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('radio', { name: /^Accepted 2/ })).toBeVisible();
  await expect(window.getByTestId('undo')).toContainText('Accept 2 findings');
});

test('versions are listed, named, compared, pinned and exported', async ({ program }) => {
  const out = program.document('v1.csv');
  const table = program.document('new counts.csv');
  writeFileSync(table, 'School Code,Enrollment\n0121,330\n0134,401\n');
  const window = await program.start({ sample: true, dialogAnswers: [table, out] });
  await goTo(window, 'Enrollment');
  const before = await cell(window, 'enrollment', '0121 · ES', 'need:ALL').innerText();
  await window.keyboard.press('Control+i');
  await expect(window.getByTestId('assistant-next')).toBeEnabled();
  await window.getByTestId('assistant-next').click();
  await window.getByTestId('assistant-next').click();
  await window.getByLabel('The file is a part: they keep what they had').check();
  await expect(window.getByTestId('assistant-import')).toHaveText('Import 2 schools as Enrollment v2');
  await window.getByTestId('assistant-import').click();
  await expect(cell(window, 'enrollment', '0121 · ES', 'need:ALL')).toHaveText('330');

  // The version in the heading of the sheet leads to all of them.
  await window.getByRole('button', { name: /v2 · new counts.csv/ }).click();
  const newest = window.getByTestId('version-v2');
  await expect(newest).toContainText('✓ In use');
  await expect(newest).toContainText('Current plan');
  const grid = window.getByTestId('grid-versions');
  await expect(grid.getByText('330', { exact: true })).toBeVisible();
  await expect(grid.getByText(before, { exact: true })).toBeVisible();
  await window.getByLabel('Note on v2').fill('October count');
  await window.getByLabel('Note on v2').press('Enter');
  await expect(window.getByTestId('undo')).toBeEnabled();

  const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual(
    [],
  );

  await window.getByRole('button', { name: 'Use v1' }).click();
  await expect(window.getByTestId('version-v1')).toContainText('✓ In use');
  await expect(window.getByTestId('sheet-enrollment')).toContainText('v1');
  await window.keyboard.press('Control+z');
  await expect(newest).toContainText('✓ In use');

  await window.getByRole('button', { name: 'Export v1…' }).click();
  await expect(window.getByTestId('notice-done').filter({ hasText: 'Exported' })).toBeVisible();
  expect(readFileSync(out, 'utf8')).toContain(`0121,ES,${before}`);
});

for (const theme of ['light', 'dark'] as const) {
  test(`findings and versions can be read by a screen reader and have enough contrast, ${theme}`, async ({
    window,
  }) => {
    test.setTimeout(120_000);
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await goTo(window, 'Schools');
    await typeBudget(window, '0121', '1000000');
    await typeBudget(window, '0134', '1000000');
    await goTo(window, 'Findings');
    await twice(window).getByRole('button', { name: 'Accept…' }).click();
    for (const sheet of ['Findings', 'Versions']) {
      if (sheet === 'Versions') await goTo(window, sheet);
      const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
      const told = violations.map(
        (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
      expect(told, sheet).toEqual([]);
    }
  });
}
