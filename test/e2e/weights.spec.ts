import { expect, test } from './fixture.ts';
import { cell, centsOf, goTo, schoolsInBar } from './sheet.ts';

test.beforeEach(async ({ window }) => {
  await goTo(window, 'Weights');
  await expect(window.getByTestId('name-box')).toHaveText('High · Poverty');
});

test('a weight moves every budget while it is typed, and Esc takes it back', async ({ window }) => {
  const weight = cell(window, 'weights', 'HS', 'need:POV');
  const high = cell(window, 'budgets', '0149', 'total');
  const before = await centsOf(high);
  const bar = await schoolsInBar(window);
  await weight.click();
  await window.keyboard.type('0.4');
  await expect.poll(() => centsOf(high)).toBeGreaterThan(before);
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  await expect(window.getByTestId('undo')).toBeDisabled();
  await window.keyboard.press('Escape');
  await expect.poll(() => centsOf(high)).toBe(before);
  expect(await schoolsInBar(window)).toBe(bar);
  await expect(weight).toContainText('0.2879');
});

test('Enter makes the change, undo takes it back and redo brings it again', async ({ window }) => {
  const high = cell(window, 'budgets', '0149', 'total');
  const before = await centsOf(high);
  await cell(window, 'weights', 'HS', 'need:POV').click();
  await window.keyboard.type('0.4');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('Undo “Poverty weight, High 0.2879 → 0.40”');
  await expect(window.getByTestId('unsaved')).toBeVisible();
  await expect(window.getByTestId('what-changed')).toContainText('gain $2.3 M');
  const after = await centsOf(high);
  await window.keyboard.press('Control+z');
  await expect.poll(() => centsOf(high)).toBe(before);
  await window.keyboard.press('Control+y');
  await expect.poll(() => centsOf(high)).toBe(after);
});

test('a wrong entry says why, keeps what was typed and moves nothing', async ({ window }) => {
  const bar = await schoolsInBar(window);
  const weight = cell(window, 'weights', 'HS', 'need:POV');
  await weight.click();
  await window.keyboard.type('0,4');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert')).toContainText('has a comma where the decimal point belongs');
  await expect(weight.getByRole('textbox')).toHaveValue('0,4');
  expect(await schoolsInBar(window)).toBe(bar);
  await window.keyboard.press('Escape');
  await expect(weight).toContainText('0.2879');
  await expect(window.getByTestId('undo')).toBeDisabled();
});

test('Alt and the arrows step a weight, and a run of steps is one change', async ({ window }) => {
  await cell(window, 'weights', 'ES', 'need:POV').click();
  await window.keyboard.down('Alt');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('ArrowUp');
  await window.keyboard.press('Shift+ArrowUp');
  await expect(cell(window, 'weights', 'ES', 'need:POV')).toContainText('0.46');
  await window.keyboard.up('Alt');
  await window.keyboard.press('ArrowRight');
  await expect(window.getByTestId('undo')).toContainText('Undo “Poverty weight, Elementary 0.34 → 0.46”');
});

test('the slider moves the selected weight', async ({ window }) => {
  await cell(window, 'weights', 'ES', 'need:POV').click();
  const slider = window.getByTestId('weight-slider');
  await slider.focus();
  await window.keyboard.press('ArrowRight');
  await expect(cell(window, 'weights', 'ES', 'need:POV')).toContainText('0.35');
  await expect(window.getByTestId('undo')).toContainText('Undo “Poverty weight, Elementary 0.34 → 0.35”');
});

test('dollars typed in the Dollars face solve the weight', async ({ window }) => {
  await window.getByRole('radio', { name: 'Dollars', exact: true }).click();
  await cell(window, 'weights', 'HS', 'need:POV').click();
  await window.keyboard.type('1500');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('Undo “Poverty weight, High 0.2879 → 0.4392”');
  await expect(cell(window, 'weights', 'HS', 'need:POV')).toContainText('1,500.');
});

test('the pupils below are the same numbers in every face', async ({ window }) => {
  const totals = window.getByTestId('grid-weights').getByRole('row').filter({ hasText: 'Pupils' });
  const pupils = totals.locator('[col-id="need:ALL"]');
  for (const face of ['Weight', 'Dollars', 'Share']) {
    await window.getByRole('radio', { name: face, exact: true }).click();
    await expect(pupils).toHaveText('61,409');
  }
});

test('a narrow window shows every digit of a weight', async ({ window }) => {
  await window.setViewportSize({ width: 1180, height: 760 });
  const weight = cell(window, 'weights', 'HS', 'need:ALL');
  await expect(weight).toContainText('1.2518');
  const number = weight.locator('.cell-with-aside > span').first();
  await expect
    .poll(async () => ((await number.boundingBox())?.x ?? 0) - ((await weight.boundingBox())?.x ?? 0))
    .toBeGreaterThan(0);
});

test('a selected total is explained down to the rates', async ({ window }) => {
  await cell(window, 'budgets', '0149', 'total').click();
  const total = (await cell(window, 'budgets', '0149', 'total').innerText()).trim();
  await expect(window.getByTestId('name-box')).toHaveText('Washington High · Total');
  await expect(window.getByTestId('formula-bar')).toContainText(`= ${total}`);
  await window.keyboard.press('F2');
  await expect(window.getByTestId('derivation')).toContainText('Formula');
  await window
    .getByTestId('derivation')
    .locator('summary', { hasText: /^Local property taxes/ })
    .click();
  await expect(window.getByTestId('derivation')).toContainText('Published rates');
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('derivation')).toBeHidden();
});

test('a weight set is added, renamed and, while in use, not removed', async ({ window }) => {
  const picker = window.getByTestId('weight-set');
  await picker.selectOption('Remove');
  await expect(window.getByTestId('notice-refusal')).toContainText('District weights is used by');
  await picker.selectOption('Add a set like this one…');
  await window.getByTestId('name-dialog').getByRole('textbox').fill('Plan B');
  await window.keyboard.press('Enter');
  await expect(picker).toHaveValue('set:Plan B');
  await expect(cell(window, 'weights', 'HS', 'need:POV')).toContainText('0.2879');
  await picker.selectOption('Remove');
  await expect(picker).not.toHaveValue('set:Plan B');
});
