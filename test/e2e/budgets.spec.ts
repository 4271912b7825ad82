import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixture.ts';
import { cell, cents, centsOf, goTo, typeInto } from './sheet.ts';

test('the matrix shows dollars, weights and level index, and explains a cell', async ({ window }) => {
  await goTo(window, 'Per-pupil matrix');
  await expect(window.getByTestId('matrix-sheet')).toContainText('2 matrices');
  const first = window.getByTestId('matrix-sheet').getByRole('region').first();
  await expect(first).toContainText('110 schools');
  const dollars = first.locator('[row-id="HS"] [col-id="need:ALL"]');
  const lowest = first.locator('[row-id="ES"] [col-id="need:ALL"]');
  const ratio = cents(await dollars.innerText()) / cents(await lowest.innerText());
  await dollars.click();
  await expect(window.getByTestId('formula-bar')).toContainText('Local property taxes');
  await window.getByRole('radio', { name: 'Weights' }).click();
  await expect(first.locator('[row-id="HS"] [col-id="need:ALL"]')).toHaveText('1.0000');
  const index = Number(await first.locator('[row-id="HS"] [col-id="level-index"]').innerText());
  expect(Math.abs(index - ratio)).toBeLessThan(0.0001);
  await first.getByRole('button', { name: 'Which schools' }).click();
  await expect(first.getByRole('listitem')).toHaveCount(110);
});

test('the tie-out adds up per source and over the district, and follows an edit', async ({ window }) => {
  await goTo(window, 'Tie-out');
  await expect(window.getByTestId('verdict')).toContainText('ties out to the cent');
  const parts = ['amount', 'held', 'rounding', 'schools', 'left'].map((id) => cell(window, 'tie-out', 'PROP', id));
  const [amount, ...others] = await Promise.all(parts.map(centsOf));
  expect(others.reduce((sum, one) => sum + one, 0)).toBe(amount);
  const line = (await window.getByTestId('district-line').innerText()).match(/[\d,]+\.\d\d/g) ?? [];
  const [revenue, ...rest] = line.map(cents);
  expect(rest.reduce((sum, one) => sum + one, 0)).toBe(revenue);
  await expect(window.getByTestId('part-checks').getByText('✓')).toHaveCount(6);

  await goTo(window, 'Revenues');
  await typeInto(window, cell(window, 'revenues', 'TRANS', 'amount'), '60,000,000');
  await window.keyboard.press('Enter');
  await goTo(window, 'Tie-out');
  await expect(cell(window, 'tie-out', 'TRANS', 'amount')).toHaveText('60,000,000.00');
  await expect(cell(window, 'tie-out', 'TRANS', 'held')).toHaveText('60,000,000.00');
  await expect(window.getByTestId('verdict')).toContainText('ties out to the cent');
});

for (const theme of ['light', 'dark'] as const) {
  test(`every sheet can be read by a screen reader and has enough contrast, ${theme}`, async ({ window }) => {
    // Looking at every element of seven sheets takes its time on a small machine.
    test.setTimeout(240_000);
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    for (const sheet of ['Schools', 'Enrollment', 'Revenues', 'Sources', 'Grants', 'Per-pupil matrix', 'Tie-out']) {
      await goTo(window, sheet);
      await expect(window.getByRole('grid').first()).toBeVisible();
      const axe = new AxeBuilder({ page: window });
      // Names and roles are the same in both themes; only colours have to be looked at twice.
      const { violations } = await (theme === 'light'
        ? axe.withTags(['wcag2a', 'wcag2aa'])
        : axe.withRules(['color-contrast'])
      ).analyze();
      const told = violations.map(
        (one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
      );
      expect(told, sheet).toEqual([]);
    }
  });
}

test('an empty district says on every sheet what to do next', async ({ program }) => {
  const window = await program.start({ sample: false });
  await window.getByRole('button', { name: /New/ }).first().click();
  await goTo(window, 'Schools');
  await expect(window.getByTestId('schools-sheet')).toContainText('import a district workbook');
  await goTo(window, 'Enrollment');
  await expect(window.getByTestId('enrollment-sheet')).toContainText('No schools yet');
  await goTo(window, 'Revenues');
  await expect(window.getByTestId('revenues-sheet')).toContainText('No revenue yet');
  await goTo(window, 'Sources');
  await expect(window.getByTestId('sources-sheet')).toContainText('No revenue to decide about');
  await goTo(window, 'Grants');
  await expect(window.getByTestId('grants-sheet')).toContainText('No schools yet');
  await goTo(window, 'Per-pupil matrix');
  await expect(window.getByTestId('matrix-sheet')).toContainText('No source pays by pupil yet');
  await goTo(window, 'Tie-out');
  await expect(window.getByTestId('tie-out-sheet')).toContainText('Nothing to tie out yet');
});

test('a source that pays nobody is named above the budgets it is missing from', async ({ window }) => {
  await goTo(window, 'Sources');
  await typeInto(window, cell(window, 'sources', 'AID', 'central-share'), '$200,000,000');
  await window.keyboard.press('Enter');
  for (const sheet of ['School budgets', 'Weights']) {
    await goTo(window, sheet);
    await expect(window.getByTestId('findings')).toContainText('General state aid (AID) pays no school');
  }
  await window.getByTestId('findings').getByRole('button', { name: 'Show' }).click();
  await expect(window.getByTestId('name-box')).toContainText('General state aid');
  await window.keyboard.press('Control+z');
  await goTo(window, 'School budgets');
  await expect(cell(window, 'budgets', '0149', 'total')).toBeVisible();
  await expect(window.getByTestId('findings')).toHaveCount(0);
});
