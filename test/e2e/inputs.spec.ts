import { expect, test } from './fixture.ts';
import { cell, centsOf, goTo, schoolsInBar, typeInto } from './sheet.ts';

test('a count moves the budgets as it is typed, Esc takes it back, Enter keeps it and Ctrl+Z undoes it', async ({
  window,
}) => {
  await goTo(window, 'Enrollment');
  const count = cell(window, 'enrollment', '0121 · ES', 'need:ALL');
  const budget = cell(window, 'enrollment', '0121 · ES', 'school-total');
  const other = cell(window, 'enrollment', '0134 · ES', 'school-total');
  await expect(count).toHaveText('326');
  const before = await centsOf(budget);
  const otherBefore = await centsOf(other);

  await typeInto(window, count, '900');
  await expect.poll(() => centsOf(budget)).toBeGreaterThan(before);
  expect(await centsOf(other)).toBeLessThan(otherBefore);
  await window.keyboard.press('Escape');
  await expect.poll(() => centsOf(budget)).toBe(before);
  await expect(count).toHaveText('326');

  await typeInto(window, count, '900');
  await window.keyboard.press('Enter');
  await expect(count).toHaveText('900');
  await expect.poll(() => centsOf(budget)).toBeGreaterThan(before);
  await window.keyboard.press('Control+z');
  await expect(count).toHaveText('326');
  await expect.poll(() => centsOf(budget)).toBe(before);
});

test('a count that is no number is kept as typed, with a sentence, and changes nothing', async ({ window }) => {
  await goTo(window, 'Enrollment');
  const count = cell(window, 'enrollment', '0121 · ES', 'need:ALL');
  const before = await schoolsInBar(window);
  await typeInto(window, count, 'about 300');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('alert').filter({ hasText: 'a number of pupils' })).toBeVisible();
  await expect(count.getByRole('textbox')).toHaveValue('about 300');
  expect(await schoolsInBar(window)).toBe(before);
  await window.keyboard.press('Escape');
  await expect(count).toHaveText('326');
});

test('a school gets a row at a further level', async ({ window }) => {
  await goTo(window, 'Enrollment');
  await cell(window, 'enrollment', '0121 · ES', 'name').click();
  await window.getByRole('button', { name: 'Add a level to a school…' }).click();
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByLabel('School')).toHaveValue('0121');
  await dialog.getByLabel('Level').selectOption('MS');
  await dialog.getByRole('button', { name: 'Add row' }).click();
  const count = cell(window, 'enrollment', '0121 · MS', 'need:ALL');
  await typeInto(window, count, '100');
  await window.keyboard.press('Enter');
  await expect(cell(window, 'enrollment', '0121 · ES', 'school-pupils')).toHaveText('426');
  await cell(window, 'enrollment', '0121 · MS', 'name').click();
  await window.getByRole('button', { name: 'Remove this row' }).click();
  await expect(count).toHaveCount(0);
  await expect(cell(window, 'enrollment', '0121 · ES', 'school-pupils')).toHaveText('326');
});

test('a school is added, renamed and removed with what belongs to it', async ({ window }) => {
  await goTo(window, 'Schools');
  await window.getByRole('button', { name: 'Add school…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Code').fill('0121');
  await dialog.getByLabel('Name').fill('New Oak');
  await dialog.getByRole('button', { name: 'Add school' }).click();
  await expect(dialog.getByRole('alert')).toContainText('0121 is taken');
  await dialog.getByLabel('Code').fill('0001');
  await dialog.getByRole('button', { name: 'Add school' }).click();
  await expect(dialog).toHaveCount(0);
  const name = cell(window, 'schools', '0001', 'name');
  await expect(name).toHaveText('New Oak');

  await typeInto(window, name, 'Old Oak');
  await window.keyboard.press('Enter');
  await expect(name).toHaveText('Old Oak');
  await typeInto(window, cell(window, 'schools', '0001', 'current'), '$1.2m');
  await window.keyboard.press('Enter');
  await expect(cell(window, 'schools', '0001', 'current')).toHaveText('1,200,000.00');

  await name.click();
  await window.getByRole('button', { name: 'Remove…' }).click();
  await expect(dialog).toContainText('1 school with 1 current budget');
  await dialog.getByRole('button', { name: 'Remove 1 school' }).click();
  await expect(name).toHaveCount(0);
  await window.keyboard.press('Control+z');
  await expect(name).toHaveText('Old Oak');
});

test('a need category is added for every sheet, and its removal says what goes with it', async ({ window }) => {
  await goTo(window, 'Schools');
  await window.getByRole('button', { name: 'District…' }).click();
  const needs = window.getByRole('dialog').getByRole('region', { name: 'Need categories' });
  await needs.getByLabel('Code', { exact: true }).fill('HOME');
  await needs.getByLabel('Name', { exact: true }).fill('Homeless');
  await needs.getByRole('button', { name: 'Add' }).click();
  await expect(needs.getByLabel('Name of HOME')).toHaveValue('Homeless');
  await needs.getByRole('button', { name: 'Remove Poverty' }).click();
  await expect(needs.getByRole('alert')).toContainText(/Poverty goes with .*weights.*enrollment counts/);
  await needs.getByRole('button', { name: 'Keep it' }).click();
  const levels = window.getByRole('dialog').getByRole('region', { name: 'Schooling levels' });
  await levels.getByRole('button', { name: 'Remove Middle' }).click();
  await expect(levels.getByRole('alert')).toContainText('schools have the level Middle');
  await window.keyboard.press('Escape');
  await goTo(window, 'Enrollment');
  await expect(window.getByTestId('grid-enrollment').getByRole('columnheader', { name: 'Homeless' })).toBeVisible();
});

test('a revenue moves what its source pays as it is typed, and a source can be added', async ({ window }) => {
  await goTo(window, 'Revenues');
  const amount = cell(window, 'revenues', 'PROP', 'amount');
  const schools = cell(window, 'revenues', 'PROP', 'schools');
  const before = await centsOf(schools);
  await typeInto(window, amount, '300m');
  await expect.poll(() => centsOf(schools)).toBeGreaterThan(before);
  await window.keyboard.press('Escape');
  await expect.poll(() => centsOf(schools)).toBe(before);
  await window.getByRole('button', { name: 'Add source…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByLabel('Code').fill('GIFT');
  await dialog.getByLabel('Name').fill('Gift of a friend');
  await dialog.getByLabel('Projected amount').fill('$25,000');
  await dialog.getByRole('button', { name: 'Add source' }).click();
  await expect(cell(window, 'revenues', 'GIFT', 'amount')).toHaveText('25,000.00');
  await goTo(window, 'Sources');
  await expect(cell(window, 'sources', 'GIFT', 'status')).toHaveText('Lock');
});
