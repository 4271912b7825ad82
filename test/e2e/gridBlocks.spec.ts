import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const status = (window: Page) => window.getByTestId('selection-status').last();
const summary = (window: Page) => window.getByTestId('summary');
const at = (window: Page, row: number, column: string) =>
  window.getByTestId('grid-enrollment').locator(`[row-index="${row}"] [col-id="${column}"]`);
/** How a count that is none is shown. */
const EMPTY = '—';
const menu = (window: Page) => window.getByRole('menu', { name: 'Selected cells' });
const numbersOf = (window: Page, places: readonly (readonly [number, string])[]): Promise<number[]> =>
  Promise.all(
    places.map(async ([row, column]) => Number((await at(window, row, column).innerText()).replaceAll(',', ''))),
  );
/** What the page would put on the clipboard at Ctrl+C. */
const copied = (window: Page): Promise<string> =>
  window.evaluate(() => {
    const data = new DataTransfer();
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true }),
    );
    return data.getData('text/plain');
  });

test.beforeEach(async ({ window }) => {
  await goTo(window, 'Enrollment');
  await at(window, 2, 'need:ALL').click();
});

test('Ctrl+click adds blocks: the bar adds them up, Delete empties them, one undo brings them back', async ({
  window,
}) => {
  await at(window, 5, 'need:ALL').click({ modifiers: ['Control'] });
  await window.keyboard.press('Shift+ArrowDown');
  await at(window, 3, 'need:POV').click({ modifiers: ['Control'] });
  const places = [
    [2, 'need:ALL'],
    [5, 'need:ALL'],
    [6, 'need:ALL'],
    [3, 'need:POV'],
  ] as const;
  const before = await numbersOf(window, places);
  const sum = before.reduce((total, one) => total + one, 0);
  await expect(summary(window)).toContainText(`Sum ${sum.toLocaleString('en-US')}`);
  await expect(summary(window)).toContainText('4 values');
  await expect(status(window)).toHaveText(/Selected 4 cells in 3 blocks/);
  await window.keyboard.press('Enter');
  await expect(at(window, 2, 'need:ALL')).toBeFocused();
  // A cell that is clicked again is let go.
  await at(window, 3, 'need:POV').click({ modifiers: ['Control'] });
  await expect(summary(window)).toContainText('3 values');
  await window.keyboard.press('Delete');
  for (const [row, column] of places.slice(0, 3)) await expect(at(window, row, column)).toHaveText(EMPTY);
  expect(await numbersOf(window, places.slice(3))).toEqual(before.slice(3));
  await window.keyboard.press('Control+z');
  await expect(at(window, 6, 'need:ALL')).not.toHaveText(EMPTY);
  expect(await numbersOf(window, places)).toEqual(before);
});

test('blocks that line up are copied as one table; others are refused with the reason', async ({ window }) => {
  await window.keyboard.press('Shift+ArrowDown');
  await at(window, 2, 'school-total').click({ modifiers: ['Control'] });
  await window.keyboard.press('Shift+ArrowDown');
  const numbers = await numbersOf(window, [
    [2, 'need:ALL'],
    [2, 'school-total'],
    [3, 'need:ALL'],
    [3, 'school-total'],
  ]);
  const copy = (await copied(window)).trim().split('\r\n');
  expect(copy.map((line) => line.split('\t').map(Number))).toEqual([numbers.slice(0, 2), numbers.slice(2)]);
  await at(window, 6, 'need:POV').click({ modifiers: ['Control'] });
  expect(await copied(window)).toBe('');
  await expect(window.getByText('The selected blocks do not line up')).toBeVisible();
});

test('without a mouse: Shift+F8 adds a block, Shift+F10 opens the menu, which fills and hides', async ({ window }) => {
  const [first] = await numbersOf(window, [[2, 'need:ALL']]);
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+F8');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight']) await window.keyboard.press(key);
  await window.keyboard.press('Shift+ArrowDown');
  await expect(summary(window)).toContainText('4 values');
  const [second] = await numbersOf(window, [[4, 'need:POV']]);
  await window.keyboard.press('Shift+F10');
  await expect(menu(window).getByRole('menuitem', { name: 'Cut' })).toBeFocused();
  await window.keyboard.press('f');
  await expect(menu(window).getByRole('menuitem', { name: 'Fill down', exact: true })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(at(window, 3, 'need:ALL')).toHaveText((first ?? 0).toLocaleString('en-US'));
  await expect(at(window, 5, 'need:POV')).toHaveText((second ?? 0).toLocaleString('en-US'));
  await window.keyboard.press('Escape');
  await at(window, 4, 'need:POV').click();
  await at(window, 4, 'need:POV').click({ button: 'right' });
  await menu(window).getByRole('menuitem', { name: 'Hide this column' }).click();
  await expect(at(window, 4, 'need:POV')).toHaveCount(0);
});

test('a right click keeps the selection it falls on, and takes the cell it falls beside', async ({ window }) => {
  await window.keyboard.press('Shift+ArrowDown');
  await at(window, 3, 'need:ALL').click({ button: 'right' });
  await expect(menu(window)).toBeVisible();
  await expect(summary(window)).toContainText('2 values');
  await window.keyboard.press('Escape');
  await expect(menu(window)).toHaveCount(0);
  await expect(at(window, 2, 'need:ALL')).toBeFocused();
  await at(window, 7, 'need:ALL').click({ button: 'right' });
  await menu(window).getByRole('menuitem', { name: 'Clear' }).click();
  await expect(at(window, 7, 'need:ALL')).toHaveText(EMPTY);
  await expect(at(window, 2, 'need:ALL')).not.toHaveText(EMPTY);
});
