import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const at = (window: Page, row: number, column: string) =>
  window.getByTestId('grid-enrollment').locator(`[row-index="${row}"] [col-id="${column}"]`);
const texts = async (window: Page, rows: readonly number[], columns: readonly string[]) =>
  Promise.all(rows.map((row) => Promise.all(columns.map((column) => at(window, row, column).innerText()))));
const undo = (window: Page) => window.getByTestId('undo');

/** Pastes as another program would have it on the clipboard. */
async function paste(window: Page, text: string): Promise<void> {
  await window.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, text);
}

/** What a real press of Ctrl+C puts on the clipboard. */
async function copied(window: Page): Promise<{ text: string; html: string }> {
  await window.evaluate(() => {
    addEventListener(
      'copy',
      (event) => {
        const { clipboardData } = event as ClipboardEvent;
        const kept = { text: clipboardData?.getData('text/plain'), html: clipboardData?.getData('text/html') };
        document.body.dataset.copied = JSON.stringify(kept);
      },
      { once: true },
    );
  });
  await window.keyboard.press('Control+c');
  return JSON.parse((await window.evaluate(() => document.body.dataset.copied)) ?? '{}');
}

test.beforeEach(async ({ window }) => {
  await goTo(window, 'Enrollment');
  await at(window, 2, 'need:ALL').click();
});

test('copies raw numbers as text and a table, and pastes them with real keys as one change', async ({ window }) => {
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowDown');
  const block = await texts(window, [2, 3], ['need:ALL', 'need:POV']);
  const { text, html } = await copied(window);
  expect(text).toBe(block.map((row) => `${row.join('\t')}\r\n`).join(''));
  expect(html).toContain(`<td align="right" x:num="${block[0]?.[0]}"`);
  await at(window, 6, 'need:ALL').click();
  await window.keyboard.press('Control+v');
  await expect(undo(window)).toHaveText('Undo “Paste 2 × 2 cells into Enrollment”');
  expect(await texts(window, [6, 7], ['need:ALL', 'need:POV'])).toEqual(block);
  await window.keyboard.press('Control+z');
  await expect(undo(window)).toHaveText('Undo');
  expect(await texts(window, [6, 7], ['need:ALL', 'need:POV'])).not.toEqual(block);
});

test('keeps the zeros of codes, and copies headings where they are asked for', async ({ window }) => {
  await at(window, 2, 'code').click();
  await window.keyboard.press('Shift+ArrowRight');
  const { html } = await copied(window);
  expect(html).toContain(`mso-number-format:'\\@'">0121</td>`);
  await window.evaluate(() => {
    const written = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (format, text) {
      if (format === 'text/plain') document.body.dataset.copied = text;
      written.call(this, format, text);
    };
  });
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill('copy with');
  await window.keyboard.press('Enter');
  await expect.poll(() => window.evaluate(() => document.body.dataset.copied)).toMatch(/^Code\tSchool\r\n0121\t/);
});

test('takes what Excel, LibreOffice and Google Sheets copy', async ({ window }) => {
  // Quoted cells, thousands, a line break after the last row, and one at the end of a cell.
  await paste(window, '"1,024"\t12.5\r\n"410\n"\t 300 \r\n');
  expect(await texts(window, [2, 3], ['need:ALL', 'need:POV'])).toEqual([
    ['1,024', '12.5'],
    ['410', '300'],
  ]);
  await paste(window, '5');
  expect(await texts(window, [2, 3], ['need:ALL', 'need:POV'])).toEqual([
    ['5', '5'],
    ['5', '5'],
  ]);
  await paste(window, '1\t2\n');
  expect(await texts(window, [2, 3], ['need:ALL', 'need:POV'])).toEqual([
    ['1', '2'],
    ['1', '2'],
  ]);
});

test('pastes onto the rows that are shown, sorted and filtered', async ({ window }) => {
  await window.getByLabel('Find a school').fill('high');
  await window.getByTestId('grid-enrollment').getByRole('columnheader', { name: 'Poverty' }).dblclick();
  await at(window, 0, 'need:POV').click();
  const names = await texts(window, [0, 1], ['name']);
  await paste(window, '7\n8\n');
  expect(await texts(window, [0, 1], ['name'])).toEqual(names);
  expect(await texts(window, [0, 1], ['need:POV'])).toEqual([['7'], ['8']]);
  await expect(undo(window)).toContainText('Paste 2 × 1 cells');
});

test('refuses all of it where one cell does not take its value, and lists the cells', async ({ window }) => {
  const before = await texts(window, [2, 3], ['need:ALL', 'need:POV']);
  await paste(window, '1\tmany\n-5\t4\n');
  const dialog = window.getByTestId('refused');
  await expect(dialog).toContainText('Nothing was pasted');
  await expect(dialog.getByRole('row')).toHaveCount(3);
  const [, first, second] = await dialog.getByRole('row').all();
  await expect(first as NonNullable<typeof first>).toContainText(/Mill Pond.*Poverty.*many.*Type a number of pupils/);
  await expect(second as NonNullable<typeof second>).toContainText(/All students.*-5.*below zero/);
  await dialog.getByRole('button', { name: 'Close' }).click();
  expect(await texts(window, [2, 3], ['need:ALL', 'need:POV'])).toEqual(before);
  await expect(undo(window)).toHaveText('Undo');
  await expect(at(window, 2, 'need:ALL')).toBeFocused();
});

test('says so where what was copied does not fit into the sheet', async ({ window }) => {
  await window.keyboard.press('Control+End');
  await paste(window, '1\n2\n3\n');
  await expect(window.getByTestId('notice-refusal')).toContainText('3 rows, and from here down there is only 1 row');
});

test('cuts, clears and fills, each as one change', async ({ window }) => {
  await window.keyboard.press('Shift+ArrowDown');
  const held = await texts(window, [2, 3], ['need:ALL']);
  await window.keyboard.press('Control+x');
  expect(await texts(window, [2, 3], ['need:ALL'])).toEqual([['—'], ['—']]);
  await expect(undo(window)).toHaveText('Undo “Cut 2 × 1 cells from Enrollment”');
  await window.keyboard.press('Control+v');
  expect(await texts(window, [2, 3], ['need:ALL'])).toEqual(held);
  await window.keyboard.press('Delete');
  await expect(undo(window)).toHaveText('Undo “Clear 2 × 1 cells in Enrollment”');
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+d');
  expect(await texts(window, [2, 3, 4], ['need:ALL'])).toEqual([held[0], held[0], held[0]]);
  await at(window, 2, 'need:ALL').click();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Control+r');
  expect((await texts(window, [2], ['need:POV']))[0]).toEqual(held[0]);
  await expect(at(window, 2, 'need:ALL')).toBeFocused();
});

test('the fill handle copies, and with Ctrl goes on as a series', async ({ window }) => {
  await paste(window, '10\n12\n');
  const grid = window.getByTestId('grid-enrollment');
  const pull = async (to: number, withCtrl: boolean) => {
    const handle = await grid.locator('.range-handle:visible').boundingBox();
    const target = await at(window, to, 'need:ALL').boundingBox();
    if (!handle || !target) throw new Error('no handle');
    await window.mouse.move(handle.x + 4, handle.y + 4);
    await window.mouse.down();
    await window.mouse.move(target.x + 20, target.y + 10, { steps: 4 });
    if (withCtrl) await window.keyboard.down('Control');
    await window.mouse.up();
    if (withCtrl) await window.keyboard.up('Control');
  };
  await pull(5, true);
  expect(await texts(window, [2, 3, 4, 5], ['need:ALL'])).toEqual([['10'], ['12'], ['14'], ['16']]);
  await expect(undo(window)).toHaveText('Undo “Fill a series into 2 × 1 cells in Enrollment”');
  await at(window, 2, 'need:ALL').click();
  await pull(4, false);
  expect(await texts(window, [2, 3, 4, 5], ['need:ALL'])).toEqual([['10'], ['10'], ['10'], ['16']]);
});

test('Ctrl+Enter puts an entry into every selected cell; a wrong one is kept for mending', async ({ window }) => {
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.type('44');
  await window.keyboard.press('Control+Enter');
  expect(await texts(window, [2, 3], ['need:ALL'])).toEqual([['44'], ['44']]);
  await at(window, 4, 'need:ALL').click();
  await window.keyboard.type('4x5');
  await at(window, 8, 'need:ALL').click();
  await expect(window.getByTestId('notice-refusal')).toContainText('F2 in it brings back what was typed');
  await at(window, 4, 'need:ALL').click();
  await window.keyboard.press('F2');
  await expect(at(window, 4, 'need:ALL').getByRole('textbox')).toHaveValue('4x5');
  await window.keyboard.press('Escape');
});

test('several dollars in a weight matrix are refused, since each is solved from all the others', async ({ window }) => {
  await goTo(window, 'Weights');
  await window.getByRole('radio', { name: 'Dollars' }).click();
  await window.getByTestId('grid-weights').locator('[row-index="0"] [col-id="need:POV"]').click();
  await paste(window, '1,300\t700\n');
  await expect(window.getByTestId('refused')).toContainText('one at a time');
});
