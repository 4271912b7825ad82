import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const status = (window: Page) => window.getByTestId('selection-status').last();
const summary = (window: Page) => window.getByTestId('summary');
const at = (window: Page, row: number, column: string) =>
  window.getByTestId('grid-enrollment').locator(`[row-index="${row}"] [col-id="${column}"]`);

test.beforeEach(async ({ window }) => {
  await goTo(window, 'Enrollment');
  await at(window, 2, 'need:ALL').click();
});

test('Shift and arrows select, the bar adds up, and Enter and Tab go round inside', async ({ window }) => {
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight']) await window.keyboard.press(key);
  const numbers: number[] = [];
  for (const row of [2, 3, 4]) {
    for (const column of ['need:ALL', 'need:POV']) numbers.push(Number(await at(window, row, column).innerText()));
  }
  const sum = numbers.reduce((total, one) => total + one, 0);
  await expect(summary(window)).toContainText(`Sum ${sum.toLocaleString('en-US')}`);
  await expect(summary(window)).toContainText(`min ${Math.min(...numbers)} · max ${Math.max(...numbers)}`);
  await expect(summary(window)).toContainText('6 values');
  await expect(status(window)).toHaveText(/Selected 3 rows by 2 columns: .*All students to .*Poverty/);
  for (let step = 0; step < 3; step++) await window.keyboard.press('Enter');
  await expect(at(window, 2, 'need:POV')).toBeFocused();
  await window.keyboard.press('Shift+Tab');
  await expect(at(window, 2, 'need:ALL')).toBeFocused();
  await window.keyboard.press('Shift+Enter');
  await expect(at(window, 4, 'need:POV')).toBeFocused();
  await expect(summary(window)).toContainText('6 values');
  await window.keyboard.press('ArrowDown');
  await expect(at(window, 5, 'need:POV')).toBeFocused();
  await expect(summary(window)).not.toContainText('Selection');
});

test('Ctrl with arrows, Home and End go to the edges, with Shift they select to them', async ({ window }) => {
  await window.keyboard.press('Control+ArrowRight');
  await expect(at(window, 2, 'school-total')).toBeFocused();
  await window.keyboard.press('Home');
  await expect(at(window, 2, 'code')).toBeFocused();
  await window.keyboard.press('Control+End');
  const rows = await window.getByTestId('grid-enrollment').getByRole('grid').getAttribute('aria-rowcount');
  await expect(window.locator(':focus')).toHaveAttribute('col-id', 'school-total');
  expect(Number(rows)).toBeGreaterThan(100);
  await window.keyboard.press('Control+Home');
  await expect(at(window, 0, 'code')).toBeFocused();
  await window.keyboard.press('PageDown');
  const down = Number(
    await window.locator(':focus').locator('xpath=ancestor::*[@row-index]').getAttribute('row-index'),
  );
  expect(down).toBeGreaterThan(10);
  await window.keyboard.press('PageUp');
  await expect(at(window, 0, 'code')).toBeFocused();
  await at(window, 0, 'need:ALL').click();
  await window.keyboard.press('Control+Shift+ArrowDown');
  await expect(summary(window)).toContainText('141 values');
  await expect(status(window)).toHaveText(/Selected 141 rows by 1 columns/);
});

test('whole rows, whole columns and everything, from the keyboard and with the mouse', async ({ window }) => {
  const grid = window.getByTestId('grid-enrollment');
  await window.keyboard.press('Control+Space');
  await expect(status(window)).toHaveText(/Selected whole columns, 141 rows by 1 columns/);
  await window.keyboard.press('Shift+ArrowRight');
  await expect(status(window)).toHaveText(/whole columns, 141 rows by 2 columns/);
  await at(window, 3, 'need:ALL').click();
  await window.keyboard.press('Shift+Space');
  await expect(status(window)).toHaveText(/Selected whole rows, 1 rows by 10 columns/);
  await window.keyboard.press('Control+a');
  await expect(status(window)).toHaveText(/141 rows by 10 columns/);
  await grid.getByRole('columnheader', { name: 'Poverty' }).click();
  await expect(status(window)).toHaveText(/whole columns, 141 rows by 1 columns/);
  await grid.getByRole('columnheader', { name: 'Gifted' }).click({ modifiers: ['Shift'] });
  await expect(status(window)).toHaveText(/whole columns, 141 rows by 4 columns/);
  await grid.getByRole('rowheader', { name: '4', exact: true }).click();
  await expect(status(window)).toHaveText(/whole rows, 1 rows by 10 columns/);
  await grid.getByRole('rowheader', { name: '7', exact: true }).click({ modifiers: ['Shift'] });
  await expect(status(window)).toHaveText(/whole rows, 4 rows by 10 columns/);
});

test('a drag selects, goes on selecting while it scrolls at the edge, and Shift+click extends', async ({ window }) => {
  const from = await at(window, 3, 'need:ALL').boundingBox();
  const to = await at(window, 6, 'need:EL').boundingBox();
  const grid = await window.getByTestId('grid-enrollment').boundingBox();
  if (!from || !to || !grid) throw new Error('the cells are not in view');
  await window.mouse.move(from.x + 10, from.y + 10);
  await window.mouse.down();
  await window.mouse.move(to.x + 10, to.y + 10, { steps: 4 });
  await expect(status(window)).toHaveText(/4 rows by 3 columns/);
  await window.mouse.move(to.x + 10, grid.y + grid.height + 40, { steps: 3 });
  await expect
    .poll(async () => Number(/(\d+) rows/.exec((await status(window).textContent()) ?? '')?.[1]))
    .toBeGreaterThan(45);
  await window.mouse.up();
  await window.keyboard.press('Control+Home');
  await at(window, 1, 'need:ALL').click();
  await at(window, 5, 'need:SPED').click({ modifiers: ['Shift'] });
  await expect(status(window)).toHaveText(/5 rows by 4 columns/);
  await expect(at(window, 1, 'need:ALL')).toBeFocused();
});

test('the frame follows scrolling, resizing and pinned columns', async ({ window }) => {
  await goTo(window, 'School budgets');
  const grid = window.getByTestId('grid-budgets');
  const budget = (row: number, column: string) => grid.locator(`[row-index="${row}"] [col-id="${column}"]`);
  await budget(1, 'name').click();
  await budget(3, 'pupils').click({ modifiers: ['Shift'] });
  const frames = grid.locator('.range-selection:visible');
  await expect(frames).toHaveCount(2);
  const edges = async () => {
    const [pinned, moving] = [await frames.first().boundingBox(), await frames.last().boundingBox()];
    const [first, last] = [await budget(1, 'name').boundingBox(), await budget(3, 'pupils').boundingBox()];
    return [pinned, moving, first, last].map((box) => box ?? { x: -1, y: -1, width: 0, height: 0 });
  };
  const check = async () => {
    const [pinned, moving, first, last] = await edges();
    expect(Math.abs((pinned?.x ?? 0) - (first?.x ?? 0))).toBeLessThan(2);
    expect(Math.abs((pinned?.y ?? 0) - (first?.y ?? 0))).toBeLessThan(2);
    expect(Math.abs((moving?.x ?? 0) + (moving?.width ?? 0) - (last?.x ?? 0) - (last?.width ?? 0))).toBeLessThan(2);
    expect(Math.abs((moving?.y ?? 0) + (moving?.height ?? 0) - (last?.y ?? 0) - (last?.height ?? 0))).toBeLessThan(3);
  };
  await check();
  const box = await grid.boundingBox();
  await window.mouse.move((box?.x ?? 0) + 500, (box?.y ?? 0) + 200);
  await window.mouse.wheel(30, 40);
  await expect.poll(async () => (await budget(1, 'name').boundingBox())?.y).toBeLessThan((box?.y ?? 0) + 40);
  await check();
});

test('typing moves no row away, and sorting takes the selected cell along with its row', async ({ window }) => {
  const grid = window.getByTestId('grid-enrollment');
  const heading = grid.getByRole('columnheader', { name: 'Special Education' });
  await heading.getByText('Special Education').dblclick();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await at(window, 3, 'need:SPED').click();
  const name = await at(window, 3, 'name').innerText();
  await window.keyboard.type('999');
  await window.keyboard.press('Control+Enter');
  await expect(at(window, 3, 'need:SPED')).toHaveText('999');
  await expect(at(window, 3, 'name')).toHaveText(name);
  await heading.hover();
  await heading.getByTitle('Sort the other way').click();
  await expect(at(window, 0, 'name')).toHaveText(name);
  await expect(window.getByTestId('name-box')).toContainText(name);
});
