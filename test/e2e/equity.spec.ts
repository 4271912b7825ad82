import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { goTo, typeInto } from './sheet.ts';

const picture = (window: Page, id = 'need-and-spending') => window.getByTestId(`picture-${id}`);
const sentence = (window: Page) => window.getByTestId('picture-sentence');
const face = (window: Page, name: string) => window.getByRole('radio', { name, exact: true });

async function openBoard(window: Page): Promise<void> {
  await goTo(window, 'Equity board');
  await expect(picture(window).locator('svg').first()).toBeVisible();
}

test('the picture follows an edit and its undo, and the baseline leaves when it is not wanted', async ({ window }) => {
  await openBoard(window);
  const before = await sentence(window).innerText();
  expect(before).toMatch(/^Total budget per pupil rises by \$\d+ for each percentage point of Poverty \(R² 0\.\d\d/);
  await goTo(window, 'Weights');
  const cell = window.getByTestId('grid-weights').locator('[row-id="ES"] [col-id="need:POV"]');
  await typeInto(window, cell, '0.9');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('Poverty weight');
  await openBoard(window);
  await expect(sentence(window)).not.toHaveText(before);
  await window.keyboard.press('Control+z');
  await expect(sentence(window)).toHaveText(before);

  await expect(picture(window)).toContainText('Current budgets');
  await window.getByLabel('Compared with').selectOption({ label: 'Nothing' });
  await expect(picture(window)).not.toContainText('Current budgets');
});

test('the arrow keys tell schools, Enter goes to one, and a frame picks a set for the sheets', async ({ window }) => {
  await openBoard(window);
  await picture(window).focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('End');
  const told = picture(window).locator('[aria-live]');
  await expect(told).toContainText('Poverty 9');
  const school = (await told.innerText()).split('.')[0] ?? '';
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('grid-budgets')).toBeVisible();
  await expect(window.locator('.name-box')).toContainText(school);

  await openBoard(window);
  const box = await picture(window).boundingBox();
  if (!box) throw new Error('The picture has no place.');
  await window.mouse.move(box.x + box.width * 0.6, box.y + 60);
  await window.mouse.down();
  await window.mouse.move(box.x + box.width * 0.75, box.y + 200, { steps: 4 });
  await window.mouse.move(box.x + box.width * 0.95, box.y + box.height * 0.9, { steps: 4 });
  await window.mouse.up();
  const chip = window.getByTestId('picked-chip');
  await expect(chip).toContainText(/\d+ schools picked/);
  const count = /\d+/.exec(await chip.innerText())?.[0];
  await window.getByRole('button', { name: 'In School budgets' }).click();
  await expect(window.getByText(`${count} of 125 schools`)).toBeVisible();
  await goTo(window, 'Comparison');
  await expect(window.getByTestId('comparison-sheet')).toContainText(`${count} of 125 schools`);
  await chip.getByRole('button', { name: 'Show all' }).click();
  await expect(window.getByTestId('comparison-sheet')).toContainText('125 of 125 schools');
});

test('a picture leaves as SVG, as PNG at print size and as a table', async ({ program }) => {
  const [svg, png, csv] = ['p.svg', 'p.png', 'p.csv'].map((name) => program.document(name)) as [string, string, string];
  const window = await program.start({ dialogAnswers: [svg, png, csv] });
  await openBoard(window);
  for (const [button, file] of [
    ['SVG…', 'p.svg'],
    ['PNG…', 'p.png'],
    ['CSV…', 'p.csv'],
  ] as const) {
    await window.getByRole('button', { name: button, exact: true }).click();
    await expect(window.getByTestId('notice-done').filter({ hasText: `Exported ${file}` })).toBeVisible();
    await window.keyboard.press('Escape');
  }
  const drawing = readFileSync(svg, 'utf8');
  expect(drawing).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg".*<\/svg>\s*$/s);
  expect(drawing).toContain('Scenario “Current plan”: DRAFT, not adopted.');
  expect(drawing).not.toMatch(/var\(|NaN|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  const bytes = readFileSync(png);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(3_000);
  const table = readFileSync(csv, 'utf8').trimEnd().split('\r\n');
  expect(table).toHaveLength(126);
  expect(table[0]).toBe(
    '\ufeffCode,School,Level,Pupils,Poverty,Total budget per pupil,From the line,Current budgets per pupil,Change,Stands out',
  );
});

test('deciles, regression, measures and questions lead to one another', async ({ window }) => {
  await openBoard(window);
  await face(window, 'Questions').click();
  await expect(window.getByTestId('questions')).toContainText('What the data at hand cannot answer');
  await window.getByRole('button', { name: 'See deciles' }).first().click();
  await expect(picture(window, 'deciles')).toBeVisible();
  await window.getByLabel('In', { exact: true }).selectOption({ label: 'Quintiles' });
  await expect(picture(window, 'deciles')).toHaveAttribute('aria-label', /by fifths of/);
  await window.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(window.getByTestId('table-behind').getByRole('row')).toHaveCount(6);

  await face(window, 'Regression').click();
  const rows = window.getByTestId('coefficients').getByRole('row');
  const count = await rows.count();
  await window.getByRole('checkbox', { name: 'Level' }).uncheck();
  await expect(rows).toHaveCount(count - 2);
  await face(window, 'Measures').click();
  await expect(window.getByTestId('measures')).toContainText('Gini coefficient');

  // What was chosen is there again after the sheet was left.
  await goTo(window, 'Weights');
  await goTo(window, 'Equity board');
  await expect(face(window, 'Measures')).toHaveAttribute('aria-checked', 'true');
});

test('nothing that axe finds, in any picture, light or dark', async ({ window }) => {
  await openBoard(window);
  const names = ['Need and spending', 'Deciles', 'Regression', 'Measures', 'Actuals', 'Questions'];
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    for (const name of names) {
      await face(window, name).click();
      await expect(face(window, name)).toHaveAttribute('aria-checked', 'true');
      const axe = new AxeBuilder({ page: window }).include('[data-testid="equity-sheet"]');
      // Names and roles are the same in both themes; only colours have to be looked at twice.
      const { violations } = await (theme === 'light'
        ? axe.withTags(['wcag2a', 'wcag2aa'])
        : axe.withRules(['color-contrast'])
      ).analyze();
      expect(
        violations.map((one) => `${name}, ${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`),
      ).toEqual([]);
    }
  }
});
