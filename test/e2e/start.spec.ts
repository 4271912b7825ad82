import { expect, test } from './fixture.ts';

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
  await expect(window.getByTestId('tie-out-bar')).toContainText('$');
});

test('shows the 125 schools of the sample district', async ({ window }) => {
  await window.getByRole('navigation').getByText('Schools', { exact: true }).click();
  const grid = window.getByTestId('grid-schools');
  await expect(grid).toBeVisible();
  await expect(grid.getByRole('grid')).toHaveAttribute('aria-rowcount', /\d+/);
  await expect(grid.getByRole('row').nth(2)).toBeVisible();
});

test('opens as an untitled copy that a reload does not lose', async ({ window }) => {
  await expect(window.getByTestId('tie-out-bar')).toContainText('$');
  const before = await window.getByTestId('tie-out-bar').innerText();
  await window.reload();
  await expect(window.getByTestId('tie-out-bar')).toHaveText(before, { useInnerText: true });
});
