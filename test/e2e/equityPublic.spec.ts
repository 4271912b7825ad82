import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const sentence = (window: Page) => window.getByTestId('picture-sentence');
const way = (window: Page, name: string) => window.getByRole('button', { name, exact: true });

/** Beneath this four schools of the sample district stand. */
const MINIMUM = 250;

async function openBoard(window: Page): Promise<void> {
  await goTo(window, 'Equity board');
  await expect(window.getByTestId('picture-need-and-spending').locator('svg').first()).toBeVisible();
}

async function lookAsPublic(window: Page): Promise<void> {
  await window.getByLabel('Seen by').selectOption({ label: 'The public' });
  await window.getByLabel('Schools from').fill(String(MINIMUM));
  await window.getByLabel('Schools from').press('Enter');
}

/** Code, name, level and pupils of each row. */
function rowsOf(file: string): string[][] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\r\n');
  return lines.map((line) => line.split(','));
}

test('a small school leaves the program for the public only when asked for, and is nowhere in what does', async ({
  program,
}) => {
  const names = ['mine.csv', 'public.csv', 'public.svg', 'scores.csv'] as const;
  const [mine, publicTable, publicPicture, scores] = names.map((name) => program.document(name)) as [
    string,
    string,
    string,
    string,
  ];
  const window = await program.start({ dialogAnswers: [mine, publicTable, publicPicture, scores] });
  const asked: string[] = [];
  window.on('request', (request) => {
    if (request.url().endsWith('pictures/export')) asked.push(request.postDataJSON().name ?? request.postData() ?? '');
  });
  await openBoard(window);
  await lookAsPublic(window);
  await expect(sentence(window)).toContainText('121 schools');
  await expect(window.getByText(`Schools with fewer than ${MINIMUM} pupils are not shown (4 schools).`)).toBeVisible();
  await window.getByLabel('Seen by').selectOption({ label: 'Me' });
  await expect(sentence(window)).toContainText('125 schools');

  const dialog = window.getByTestId('confirm');
  await way(window, 'CSV…').click();
  await expect(dialog).toContainText('4 schools in it are not for the public');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await way(window, 'CSV…').click();
  await dialog.getByRole('button', { name: 'As I see it' }).click();
  await expect(
    window.getByTestId('notice-done').filter({ hasText: 'Exported mine.csv. It names schools.' }),
  ).toBeVisible();
  for (const [button, file] of [
    ['CSV…', 'public.csv'],
    ['SVG…', 'public.svg'],
  ] as const) {
    await way(window, button).click();
    await dialog.getByRole('button', { name: 'For the public (4 schools left out)' }).click();
    await expect(window.getByTestId('notice-done').filter({ hasText: `Exported ${file}.` })).toBeVisible();
  }
  expect(asked.map((name) => name.endsWith('(public)'))).toEqual([false, true, true]);
  const small = rowsOf(mine).filter(([, , , pupils]) => Number(pupils) < MINIMUM);
  expect(small).toHaveLength(4);
  const shown = rowsOf(publicTable);
  expect(shown).toHaveLength(121);
  const written = readFileSync(publicPicture, 'utf8');
  expect(written).toContain(`Schools with fewer than ${MINIMUM} pupils are not shown (4 schools).`);
  for (const [code, name = ''] of small) {
    expect(shown.map(([each]) => each)).not.toContain(code);
    expect(written).not.toContain(name);
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme });
    await window.getByLabel('Seen by').selectOption({ label: 'The public' });
    const axe = new AxeBuilder({ page: window }).include('[data-testid="equity-sheet"]');
    const { violations } = await axe.withTags(['wcag2a', 'wcag2aa']).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  }

  // Once the board is the public's, nothing asks; and every face of it says who is missing.
  for (const [face, id] of [
    ['Deciles', 'picture-deciles'],
    ['Regression', 'coefficients'],
    ['Questions', 'questions'],
    ['Measures', 'measures'],
  ] as const) {
    await window.getByRole('radio', { name: face, exact: true }).click();
    await expect(window.getByTestId(id)).toBeVisible();
    await expect(window.getByText(`Schools with fewer than ${MINIMUM} pupils are not shown`).first()).toBeVisible();
  }
  await way(window, 'CSV…').click();
  await expect(window.getByTestId('notice-done').filter({ hasText: 'Exported scores.csv.' })).toBeVisible();
  expect(asked.at(-1)).toBe('Measures of equity (public)');
});

test('numbers stand for names, lead nowhere, and are the same when the board is looked at again', async ({
  window,
}) => {
  await openBoard(window);
  await lookAsPublic(window);
  const picture = window.getByTestId('picture-need-and-spending');
  const leads = window.getByText('Enter or a click goes to the school');
  await expect(leads).toHaveCount(1);
  await window.getByLabel('Numbers in place of names').check();
  await expect(leads).toHaveCount(0);
  const told = async (): Promise<string> => {
    await picture.focus();
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('ArrowRight');
    await expect(picture.locator('[aria-live]')).toContainText(/^School \d+\. Level/);
    return picture.locator('[aria-live]').innerText();
  };
  const first = await told();
  await window.keyboard.press('Enter');
  await expect(picture).toBeVisible();

  await goTo(window, 'Weights');
  await openBoard(window);
  expect(await told()).toBe(first);
  await way(window, 'Table').click();
  const schools = await window.getByTestId('table-behind').locator('tbody tr td:nth-child(2)').allInnerTexts();
  expect(schools).toHaveLength(121);
  // In the order of their numbers, for that of codes would tell who they are.
  const numbers = schools.map((name) => Number(/^School (\d+)$/.exec(name)?.[1]));
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
});
