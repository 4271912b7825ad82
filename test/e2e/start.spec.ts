import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';

/** `Revenue … = Central … + Schools … + Left …`, without how long it took. */
async function tieOut(window: Page): Promise<string> {
  const bar = window.getByTestId('tie-out-bar');
  await expect(bar).toContainText(/Left [\d,]+\.\d\d/);
  return /Revenue.*?Left [\d,.]+/s.exec(await bar.innerText())?.[0].replace(/\s+/g, ' ') ?? '';
}

test('opens on the sample district with its sheets and the tie-out bar', async ({ window }) => {
  await expect(window.getByTestId('allot-window')).toBeVisible();
  const sheets = window.getByRole('navigation');
  for (const sheet of [
    'Schools',
    'Enrollment',
    'Revenues',
    'Sources',
    'Weights',
    'Grants',
    'School budgets',
    'Tie-out',
  ]) {
    await expect(sheets.getByText(sheet, { exact: true })).toBeVisible();
  }
  expect(await tieOut(window)).toMatch(/^Revenue [\d,.]+ = Central [\d,.]+ \+ Schools [\d,.]+ \+ Left [\d,.]+$/);
});

test('shows the schools of the sample district', async ({ window }) => {
  await window.getByRole('navigation').getByText('Schools', { exact: true }).click();
  const grid = window.getByTestId('grid-schools');
  await expect(grid).toBeVisible();
  await expect(grid.getByText('Old Town K-8')).toBeVisible();
});

test('keeps the document when the window is reloaded', async ({ window }) => {
  const before = await tieOut(window);
  await window.reload();
  expect(await tieOut(window)).toBe(before);
});

test('keeps the token out of the address', async ({ window }) => {
  await expect(window.getByTestId('allot-window')).toBeVisible();
  expect(new URL(window.url()).hash).toBe('');
});

test('starts empty without the sample', async ({ program }) => {
  const window = await program.start({ sample: false });
  await expect(window.getByTestId('allot-window')).toBeVisible();
  await expect(window.getByTestId('grid-schools')).toHaveCount(0);
});

test('can be killed and started again', async ({ program }) => {
  const window = await program.start();
  const before = await tieOut(window);
  await program.kill();
  const again = await program.start();
  await expect(again.getByTestId('allot-window')).toBeVisible();
  expect(before).toContain('Revenue');
});

test('F6 goes from part to part of the window and comes round, Shift+F6 goes back', async ({ window }) => {
  await window.getByRole('navigation').getByText('Schools', { exact: true }).click();
  await expect(window.getByTestId('grid-schools').getByText('Old Town K-8')).toBeVisible();
  const press = async (key: string): Promise<string | undefined> => {
    await window.keyboard.press(key);
    return window.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-region]')?.dataset.region);
  };
  const start = await press('F6');
  expect(start).toBeDefined();
  const seen = [start];
  for (let part = await press('F6'); part !== start && seen.length < 10; part = await press('F6')) seen.push(part);
  // Nothing is selected, so the formula bar has nothing to stand on.
  expect(seen.toSorted()).toEqual(['header', 'navigation', 'scenarios', 'sheet', 'tie-out']);
  expect(await press('Shift+F6')).toBe(seen.at(-1));

  const third = window.getByTestId('grid-schools').locator('[row-id="0130"] [col-id="current"]');
  await third.click();
  expect(await press('F6')).toBe('scenarios');
  expect(await press('Shift+F6')).toBe('sheet');
  await expect(third).toBeFocused();
});
