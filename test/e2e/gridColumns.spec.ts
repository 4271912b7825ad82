import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { cell, goTo, typeInto } from './sheet.ts';

const heading = (window: Page, name: string) =>
  window.getByTestId('grid-enrollment').getByRole('columnheader', { name, exact: false });
const headings = async (window: Page): Promise<string[]> => {
  const all = await window.getByTestId('grid-enrollment').getByRole('columnheader').all();
  const boxes = await Promise.all(
    all.map(async (one) => ({
      id: (await one.getAttribute('col-id')) ?? '',
      x: (await one.boundingBox())?.x ?? 0,
    })),
  );
  return boxes
    .filter(({ id }) => /^(name|level|need:)/.test(id))
    .sort((left, right) => left.x - right.x)
    .map(({ id }) => id);
};

test('columns are hidden, moved and pinned from their menu by keyboard, and stay so', async ({ window }) => {
  await goTo(window, 'Enrollment');
  await window.getByTestId('grid-enrollment').locator('[row-index="0"] [col-id="need:POV"]').click();
  await window.keyboard.press('Control+Shift+L');
  const menu = window.getByRole('menu', { name: 'Column Poverty' });
  await expect(menu.getByRole('menuitem').first()).toBeFocused();
  await window.keyboard.press('h');
  await expect(menu.getByRole('menuitem', { name: 'Hide this column' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(heading(window, 'Poverty')).toHaveCount(0);
  await heading(window, 'Gifted').focus();
  await window.keyboard.press('Enter');
  await window.getByRole('menuitem', { name: 'Move to the left' }).click();
  await expect.poll(() => headings(window)).toEqual(['name', 'level', 'need:ALL', 'need:EL', 'need:GIFT', 'need:SPED']);
  await heading(window, 'Gifted').focus();
  await window.keyboard.press('Enter');
  await window.getByRole('menuitem', { name: 'Pin to the left' }).click();
  await expect.poll(async () => (await headings(window)).indexOf('need:GIFT')).toBe(1);
  await window.reload();
  await expect(heading(window, 'Gifted')).toBeVisible();
  await expect(heading(window, 'Poverty')).toHaveCount(0);
  await expect.poll(async () => (await headings(window)).indexOf('need:GIFT')).toBe(1);
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill('show and hide');
  await window.keyboard.press('Enter');
  await window.getByRole('menuitemcheckbox', { name: 'Pupils, Poverty' }).click();
  await expect(heading(window, 'Poverty')).toBeVisible();
  await window.getByRole('menuitem', { name: 'All columns as they were at first' }).click();
  await expect
    .poll(() => headings(window))
    .toEqual(['name', 'level', 'need:ALL', 'need:POV', 'need:EL', 'need:SPED', 'need:GIFT']);
  await expect(window.getByTestId('undo')).toHaveText('Undo');
});

test('a click on a heading selects, its mark sorts', async ({ window }) => {
  await goTo(window, 'Enrollment');
  await heading(window, 'Poverty').click();
  await expect(heading(window, 'Poverty')).toHaveAttribute('aria-sort', 'none');
  await heading(window, 'Poverty').hover();
  await heading(window, 'Poverty').getByTitle('Sort by this column').click();
  await expect(heading(window, 'Poverty')).toHaveAttribute('aria-sort', 'ascending');
  await goTo(window, 'Schools');
  await goTo(window, 'Enrollment');
  await expect(heading(window, 'Poverty')).toHaveAttribute('aria-sort', 'ascending');
});

test('Ctrl+F finds in the sheet, Ctrl+G goes to a school on it', async ({ window }) => {
  await goTo(window, 'Enrollment');
  await window.keyboard.press('Control+f');
  await window.keyboard.type('high');
  const bar = window.getByRole('search', { name: 'Find in Enrollment' });
  await expect(bar).toContainText(/1 of \d+/);
  await expect(window.getByTestId('name-box')).toContainText('High');
  const first = await window.getByTestId('name-box').textContent();
  await window.keyboard.press('Enter');
  await expect(bar).toContainText(/2 of \d+/);
  await window.keyboard.press('Shift+Enter');
  await expect(window.getByTestId('name-box')).toHaveText(first ?? '');
  await window.keyboard.type('zzz');
  await expect(bar).toContainText('Not found');
  await window.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await expect(window.locator(':focus')).toHaveRole('gridcell');
  await window.keyboard.press('Control+g');
  await window.keyboard.type('0630');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('name-box')).toContainText('Maple Street');
  await expect(window.getByTestId('grid-enrollment')).toBeVisible();
});

test('marks tell by signs what changed since the last save', async ({ window }) => {
  await goTo(window, 'Enrollment');
  const typed = cell(window, 'enrollment', '0121 · ES', 'need:ALL');
  const before = await typed.innerText();
  await typeInto(window, typed, '999');
  await window.keyboard.press('Enter');
  await expect(typed).not.toHaveClass(/cell-changed/);
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill('mark what');
  await window.keyboard.press('Enter');
  await expect(typed).toHaveClass(/cell-changed-more/);
  const sign = await typed.evaluate((element) => getComputedStyle(element, '::before').content);
  expect(sign).toContain('▲');
  await expect(cell(window, 'enrollment', '0121 · ES', 'school-total')).toHaveClass(/cell-changed-more/);
  await cell(window, 'enrollment', '0130 · ES', 'need:POV').hover();
  await typed.hover();
  await expect(window.getByText(`It was ${before} when the document was last saved.`)).toBeVisible();
  await typeInto(window, typed, before);
  await window.keyboard.press('Enter');
  await expect(typed).not.toHaveClass(/cell-changed/);
  await window.keyboard.press('Control+z');
  await expect(typed).toHaveClass(/cell-changed-more/);
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill('do not mark');
  await window.keyboard.press('Enter');
  await expect(typed).not.toHaveClass(/cell-changed/);
});
