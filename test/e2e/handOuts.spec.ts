import { existsSync, readdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const FOLDER = 'Rivertown Unified calculators';

test('a director hands out calculators: one school, all with progress, the district, and the workbook for the board', async ({
  program,
}) => {
  const one = program.document('mine.xlsx');
  const answers = [one, program.documentsFolder, program.document('all.xlsx'), program.document('board.xlsx')];
  const window = await program.start({ dialogAnswers: answers });
  await goTo(window, 'Hand-outs');
  await expect(window.getByTestId('hand-outs-mark')).toHaveText('DRAFT');
  const card = window.getByTestId('calculators-card');
  await card.getByLabel('School').selectOption('0149');
  await expect(window.getByTestId('calculator-preview')).toContainText('Pupils');
  await card.getByRole('button', { name: 'This school…' }).click();
  await expect(window.getByText('Written: mine.xlsx.')).toBeVisible();
  expect(existsSync(one)).toBe(true);

  await card.getByRole('button', { name: 'All 125 schools' }).click();
  await expect(window.getByTestId('job').getByRole('progressbar')).toBeVisible();
  await expect(window.getByText(`125 calculators written to ${FOLDER}.`)).toBeVisible({ timeout: 60_000 });
  await expect(window.getByTestId('job')).toHaveCount(0);
  expect(readdirSync(program.document(FOLDER))).toHaveLength(125);

  await card.getByRole('button', { name: 'One for the district…' }).click();
  await expect(window.getByText('Written: all.xlsx.')).toBeVisible();
  await window.getByTestId('district-workbook-card').getByRole('button', { name: 'Write the workbook…' }).click();
  await expect(window.getByText('Written: board.xlsx.')).toBeVisible();
});

test('Cancel stops a job in the window, says so, and leaves nothing behind', async ({ program }) => {
  const window = await program.start({ dialogAnswers: [program.documentsFolder] });
  await goTo(window, 'Hand-outs');
  await window.getByRole('button', { name: 'All 125 schools' }).click();
  const job = window.getByTestId('job');
  await expect(job).toContainText('of 125');
  await job.getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('Writing calculators was cancelled.')).toBeVisible();
  await expect(job).toHaveCount(0);
  expect(readdirSync(program.documentsFolder)).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`hand-outs can be read by a screen reader and have enough contrast, ${theme}`, async ({ window }) => {
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await goTo(window, 'Hand-outs');
    await expect(window.getByTestId('calculators-card')).toBeVisible();
    // The preview of statements is a page of its own without scripts, in which axe cannot look around.
    await window.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.remove();
    });
    const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
    const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    expect(told).toEqual([]);
  });
}
