import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { cell, cents, centsOf, goTo, typeInto } from './sheet.ts';

/** Turns on 98.5% per pupil and lets gainers pay, with the scaling solved: three changes. */
async function holdHarmless(window: Page): Promise<void> {
  await goTo(window, 'Floors');
  const percent = window.getByTestId('hold-harmless');
  await percent.fill('98.5');
  await percent.press('Enter');
  await window.getByRole('radio', { name: 'Per pupil' }).click();
  await window.getByRole('radio', { name: /^Gainers/ }).check();
}

const total = (window: Page, column: string) =>
  window.getByTestId('grid-comparison').locator(`[row-index="b-0"] [col-id="${column}"]`);

const line = (window: Page) => window.getByTestId('floor-line');

test('gainers pay a floor of 98.5% per pupil to the cent, on every sheet that shows it', async ({ window }) => {
  await holdHarmless(window);
  await expect(line(window)).toContainText('paid to the cent');
  await expect(window.getByTestId('scaling')).toHaveValue(/^0\.\d{6}$/);
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  await expect(window.getByTestId('sheet-floors')).toContainText('98.5%');

  await goTo(window, 'Comparison');
  const topUps = await centsOf(total(window, 'top-up'));
  expect(topUps).toBeGreaterThan(0);
  expect(await centsOf(total(window, 'deduction'))).toBe(-topUps);
  const count = Number(/(\d+) topped up/.exec(await window.getByTestId('sheet-comparison').innerText())?.[1]);
  await expect(line(window)).toContainText(`${count} schools are topped up`);

  await goTo(window, 'School budgets');
  const budgets = window.getByTestId('grid-budgets').locator(`[row-index="b-0"]`);
  expect(await centsOf(budgets.locator('[col-id="topUp"]'))).toBe(topUps);
  expect(await centsOf(budgets.locator('[col-id="deduction"]'))).toBe(-topUps);

  await goTo(window, 'Weights');
  await expect(window.getByTestId('floor-counts')).toContainText('gainers pay all');
  await goTo(window, 'Tie-out');
  await expect(window.getByTestId('verdict')).toContainText('ties out to the cent');
  await expect(window.getByTestId('part-checks').getByText('✓')).toHaveCount(6);
});

test('the hold-harmless percent previews as it is typed and Esc takes it back', async ({ window }) => {
  await goTo(window, 'Floors');
  const percent = window.getByTestId('hold-harmless');
  await percent.pressSequentially('98');
  await expect(line(window)).toContainText('schools are topped up');
  await expect(window.getByTestId('undo')).toBeDisabled();
  await percent.press('Escape');
  await expect(line(window)).toContainText('No floor is on');
  await percent.fill('a lot');
  await expect(window.getByRole('alert')).toBeVisible();
  await percent.press('Escape');

  await window.getByTestId('hold-harmless-slider').focus();
  await window.keyboard.press('End');
  await expect(percent).toHaveValue('100%');
  await expect(window.getByTestId('undo')).toContainText('Undo “Floors: hold harmless → 100%”');
  await window.keyboard.press('Control+z');
  await expect(line(window)).toContainText('No floor is on');
  await expect(window.getByTestId('undo')).toBeDisabled();
});

test('one key shows who is to be topped up, and the floor’s arithmetic stands in the formula bar', async ({
  window,
}) => {
  await holdHarmless(window);
  await goTo(window, 'Comparison');
  const grid = window.getByTestId('grid-comparison');
  const first = grid.locator('[row-index="0"]');
  await first.locator('[col-id="floor"]').click();
  await window.keyboard.press('t');
  await expect(window.getByRole('radio', { name: /To be topped up/ })).toHaveAttribute('aria-checked', 'true');
  const count = Number(/(\d+) topped up/.exec(await window.getByTestId('sheet-comparison').innerText())?.[1]);
  await expect(window.getByTestId('comparison-sheet')).toContainText(`${count} of 125 schools`);

  const figures = ['floor', 'projected', 'gap', 'top-up'].map((id) => first.locator(`[col-id="${id}"]`));
  const [floor = 0, projected = 0, gap = 0, topUp = 0] = await Promise.all(figures.map(centsOf));
  expect(gap).toBe(floor - projected);
  expect(topUp).toBe(gap);
  await first.locator('[col-id="floor"]').click();
  await window.keyboard.press('F2');
  await expect(window.getByTestId('derivation')).toContainText('98.5% ×');
  await expect(window.getByTestId('derivation')).toContainText('pupils then');
  await window.keyboard.press('Escape');
  await first.locator('[col-id="gap"]').click();
  await expect(window.getByTestId('formula-bar')).toContainText('floor −');
  await window.keyboard.press('t');
  await expect(window.getByTestId('comparison-sheet')).toContainText('125 of 125 schools');
});

test('a reserve that does not suffice says by how much it falls short and what to do', async ({ window }) => {
  await holdHarmless(window);
  await goTo(window, 'Comparison');
  const needed = await centsOf(total(window, 'top-up'));
  await goTo(window, 'Floors');
  await window.getByRole('radio', { name: /^A reserve/ }).check();
  await expect(line(window)).toContainText('none is chosen');
  const reserve = window.getByLabel('Reserve', { exact: true });
  const small = await reserve.locator('option', { hasText: 'Parcel tax' }).innerText();
  await reserve.selectOption({ label: small });
  const held = cents(/([\d,]+\.\d\d) central/.exec(small)?.[1] ?? '');
  const told = cents(/short by ([\d,]+\.\d\d)/.exec(await line(window).innerText())?.[1] ?? '');
  expect(told).toBe(needed - held);
  await expect(line(window)).toContainText('choose another reserve');
  await expect(window.getByTestId('tie-out-bar')).not.toContainText('ties out');
});

test('caps and scalings are typed or solved, and what was solved can be fixed as it is', async ({ window }) => {
  await holdHarmless(window);
  const solved = await window.getByTestId('scaling').inputValue();
  await window.getByRole('radio', { name: 'Both typed' }).click();
  await expect(window.getByTestId('scaling')).toHaveValue(/^0\.\d+$/);
  expect(Number(await window.getByTestId('scaling').inputValue()) - Number(solved)).toBeLessThan(0.0000011);
  await window.getByTestId('scaling').fill('0.1');
  await expect(line(window)).toContainText('short by');
  await window.getByTestId('scaling').press('Escape');
  await expect(line(window)).not.toContainText('short by');
  await window.getByRole('radio', { name: 'Solve cap' }).click();
  await expect(window.getByTestId('cap')).toHaveValue(/^\d+(\.\d+)?%$/);
  await expect(window.getByTestId('cap-curve').locator('.curve-line').first()).toHaveAttribute('d', /L/);
  await expect(line(window)).toContainText('paid to the cent');
});

test('a school is exempted with a reason, and undo leads back to no floor', async ({ window }) => {
  await holdHarmless(window);
  await goTo(window, 'Comparison');
  const before = await centsOf(cell(window, 'comparison', '0113', 'top-up'));
  expect(before).toBeGreaterThan(0);
  await goTo(window, 'Floors');
  const details = window.getByTestId('floor-details');
  await details.getByRole('radio', { name: /^Exempt schools/ }).click();
  await details.getByRole('button', { name: 'Exempt', exact: true }).click();
  await expect(details.getByRole('alert')).toContainText('by its name or code');
  await details.getByLabel('School', { exact: true }).fill('0113');
  await details.getByLabel('Reason').fill('Opens with new grades');
  await details.getByRole('button', { name: 'Exempt', exact: true }).click();
  await expect(window.getByTestId('exemptions')).toContainText('Opens with new grades');
  await goTo(window, 'Comparison');
  await expect(cell(window, 'comparison', '0113', 'top-up')).toHaveText('—');
  await expect(cell(window, 'comparison', '0113', 'floor')).toHaveText('—');
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  for (let step = 0; step < 4; step++) await window.keyboard.press('Control+z');
  await expect(line(window)).toContainText('No floor is on');
  await expect(window.getByTestId('undo')).toBeDisabled();
  await expect(window.getByTestId('floor-in-bar')).toHaveCount(0);
});

test('minimums are typed by level, and a source leaves the comparison as on Sources', async ({ window }) => {
  await goTo(window, 'Floors');
  await window.getByTestId('use-minimums').check();
  const before = await line(window).innerText();
  await typeInto(window, cell(window, 'level-minimums', 'ES', 'per-pupil'), '6000');
  await expect.poll(() => line(window).innerText()).not.toBe(before);
  await window.keyboard.press('Escape');
  await expect.poll(() => line(window).innerText()).toBe(before);
  await window.getByTestId('floor-details').getByRole('radio', { name: 'Sources compared' }).click();
  await window
    .getByTestId('compared-sources')
    .getByLabel(/^Local property taxes/)
    .uncheck();
  await goTo(window, 'Sources');
  await cell(window, 'sources', 'PROP', 'name').click();
  await expect(window.getByTestId('source-panel').getByLabel('Compared')).toHaveValue('out');
});

test('the trade-off curve is set by keys and read as a table', async ({ window }) => {
  await holdHarmless(window);
  const curve = window.getByTestId('floor-curve');
  await expect(curve).toHaveAttribute('aria-valuetext', /^98\.5% costs/);
  await curve.focus();
  await window.keyboard.press('ArrowLeft');
  await expect(window.getByTestId('hold-harmless')).toHaveValue('98.4%');
  await expect(window.getByTestId('undo')).toContainText('hold harmless → 98.4%');
  const box = await curve.boundingBox();
  if (!box) throw new Error('The curve is not on the page.');
  await curve.click({ position: { x: box.width / 2, y: box.height / 2 } });
  await expect(window.getByTestId('hold-harmless')).toHaveValue(/^9[45](\.\d)?%$/);
  await goTo(window, 'Comparison');
  const cost = await total(window, 'top-up').innerText();
  await goTo(window, 'Floors');
  const at = await window.getByTestId('hold-harmless').inputValue();
  await window.getByTestId('hold-harmless').fill('95');
  await window.getByTestId('hold-harmless').press('Enter');
  await window.getByTestId('trade-off').getByRole('radio', { name: 'Table' }).click();
  const rows = window.getByTestId('trade-off-table').locator('tbody tr');
  await expect(rows).toHaveCount(21);
  if (at === '95%') await expect(window.getByTestId('trade-off-table')).toContainText(cost.replace('+', ''));
  const costs = (await rows.locator('td:nth-child(2)').allInnerTexts()).map(cents);
  expect(costs.every((one, index) => index === 0 || one >= (costs[index - 1] ?? 0))).toBe(true);
  await goTo(window, 'Comparison');
  expect(costs[10]).toBe(await centsOf(total(window, 'top-up')));
});

test('schools that stand out are shown with the reason', async ({ window }) => {
  await goTo(window, 'Comparison');
  await window.getByRole('radio', { name: /^Standing out/ }).click();
  const filter = window.getByTestId('outlier-filter');
  await filter.getByRole('combobox').selectOption({ index: 1 });
  const reasons = window.getByTestId('grid-comparison').locator('[row-index="0"] [col-id="reason"]');
  await expect(reasons).toContainText(/Loses .* more pupil/);
  await filter.getByRole('combobox').selectOption({ index: 3 });
  const shown = async () => Number(/(\d+) of 125/.exec(await window.getByTestId('comparison-sheet').innerText())?.[1]);
  const before = await shown();
  await window.getByTestId('outlier-loss').fill('2');
  await expect.poll(shown).toBeGreaterThan(before);
});

for (const theme of ['light', 'dark'] as const) {
  test(`floors and comparison can be read by a screen reader and have enough contrast, ${theme}`, async ({
    window,
  }) => {
    test.setTimeout(180_000);
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const look = async (): Promise<void> => {
      const axe = new AxeBuilder({ page: window });
      // Names and roles are the same in both themes; only colours have to be looked at twice.
      const { violations } = await (theme === 'light'
        ? axe.withTags(['wcag2a', 'wcag2aa'])
        : axe.withRules(['color-contrast'])
      ).analyze();
      expect(
        violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
      ).toEqual([]);
    };
    await holdHarmless(window);
    await expect(window.getByTestId('cap-curve')).toBeVisible();
    await look();
    await window.getByRole('radio', { name: /^Central share/ }).check();
    await window.getByTestId('trade-off').getByRole('radio', { name: 'Table' }).click();
    await window
      .getByTestId('floor-details')
      .getByRole('radio', { name: /^Exempt/ })
      .click();
    await look();
    await goTo(window, 'Comparison');
    await window.getByRole('radio', { name: /^Standing out/ }).click();
    await look();
  });
}
