import { readFileSync, writeFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { cell, goTo, typeInto } from './sheet.ts';

const sentence = (window: Page) => window.getByTestId('picture-sentence');
const face = (window: Page, name: string) => window.getByRole('radio', { name, exact: true });

async function expectNothingSerious(window: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).withTags(['wcag2a', 'wcag2aa']).analyze();
  const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  expect(told, where).toEqual([]);
}

const OUTCOMES = [
  'School Year,School ID,School Name,Indicator,Student Group,Value',
  '2024-25,0113,Old Town K-8,Graduation rate,All Students,81.5%',
  '2024-25,0121,Mill Pond Elementary,Graduation rate,All Students,*',
  '2025-26,0113,Old Town K-8,Graduation rate,All Students,83%',
  '2025-26,0113,Old Town K-8,Graduation rate,English Learners,<10',
  '2025-26,0988,Closed School,Graduation rate,All Students,60%',
  '2025-26,,District,Graduation rate,All Students,79%',
].join('\n');

test('a state’s file comes in with its marks and closed schools, and out again as CSV', async ({ program }) => {
  const file = program.document('graduation.csv');
  const wrong = program.document('wrong.csv');
  const out = program.document('out.csv');
  writeFileSync(file, OUTCOMES);
  writeFileSync(wrong, OUTCOMES.replace('83%', 'eighty'));
  const window = await program.start({ sample: true, dialogAnswers: [wrong, file, out] });
  await goTo(window, 'Years and outcomes');
  await window.getByTestId('years-import').click();
  await window.getByTestId('years-import-next').click();
  await expect(window.getByTestId('years-faults')).toContainText('"eighty" is not a number');
  await expect(window.getByTestId('years-import-now')).toBeDisabled();
  await window.getByRole('button', { name: 'Back' }).click();
  await window.getByRole('button', { name: 'Another file…' }).click();
  await expect(window.getByLabel('What Value is')).toHaveValue('value');
  await expect(window.getByLabel('What English Learners is')).toHaveValue('English Learner');
  await expectNothingSerious(window, 'columns of years');
  await window.getByTestId('years-import-next').click();
  await expect(window.getByTestId('years-suppressed')).toContainText('2 suppressed values');
  await expect(window.getByTestId('years-unknown')).toContainText('0988');
  await expect(window.getByTestId('years-figures')).toContainText('3 new, 0 changed');
  await expectNothingSerious(window, 'preview of years');
  await window.getByTestId('years-import-now').click();
  await expect(cell(window, 'years', '0113 · Graduation rate · ', 'year:2025-26')).toHaveText('83');
  await expect(cell(window, 'years', '0113 · Graduation rate · ', 'year:2024-25')).toHaveText('81.5');

  await window.getByRole('button', { name: 'Export…' }).last().click();
  await expect(window.getByText('Exported out.csv.')).toBeVisible();
  expect(readFileSync(out, 'utf8')).toContain('2025-26,0988,Graduation rate,,60,outcome,percent,higher');

  // One step takes all of it back.
  await window.getByTestId('undo').click();
  await expect(window.getByTestId('grid-years')).not.toContainText('Graduation rate');
});

test('values are typed, a snapshot makes a year, and the equity board shows both', async ({ window }) => {
  await goTo(window, 'Years and outcomes');
  const at = cell(window, 'years', '0113 · Proficient in reading · ', 'year:2025-26');
  await typeInto(window, at, '70.5%');
  await window.keyboard.press('Enter');
  await expect(at).toHaveText('70.5');
  await window.getByTestId('years-snapshot').click();
  await expect(window.getByRole('dialog').getByLabel('Year')).toHaveValue('2026-27');
  await window.getByRole('button', { name: 'Take the snapshot' }).click();
  await expect(cell(window, 'years', '0113 · Budget · ', 'year:2026-27')).not.toHaveText('—');
  await expectNothingSerious(window, 'years');

  await goTo(window, 'Equity board');
  await face(window, 'Years').click();
  await expect(sentence(window)).toHaveText(/^English Learner stands \d+\.\d points below all pupils in 2025-26/);
  await window.getByLabel('Measure', { exact: true }).selectOption('Budget');
  await window.getByLabel('A line for').selectOption({ label: 'Correlation with needs' });
  await expect(window.getByTestId('picture-years')).toContainText('2026-27');
  await face(window, 'Outcomes').click();
  await expect(sentence(window)).toHaveText(
    /^Where schools have \$1,000 more per pupil, Proficient in reading 2025-26/,
  );
  await window.getByLabel('Change since').selectOption('2023-24');
  await expect(sentence(window)).toHaveText(/^Where schools gained \$1,000 more per pupil/);
  await expectNothingSerious(window, 'outcomes');

  await face(window, 'Need and spending').click();
  await window.getByLabel('Compared with').selectOption({ label: '2023-24' });
  await expect(window.getByTestId('picture-need-and-spending')).toContainText('Arrows come from 2023-24');
  await face(window, 'Questions').click();
  await expect(window.getByTestId('questions')).toContainText('Money follows need more: its correlation with Poverty');
});

test('a school that the public does not see is in no year either', async ({ window }) => {
  await goTo(window, 'Equity board');
  await face(window, 'Outcomes').click();
  await window.getByRole('button', { name: 'Table', exact: true }).click();
  const table = window.getByRole('table');
  await expect(table).toContainText('Old Town K-8');
  const rows = await table.locator('tbody tr').allInnerTexts();
  const pupils = (row: string): number => Number((row.split('\t')[3] ?? '').replace(/,/g, ''));
  const small = rows.filter((row) => pupils(row) < 300);
  expect(small.length).toBeGreaterThan(3);
  await window.getByLabel('Seen by').selectOption({ label: 'The public' });
  await window.getByLabel('Schools from').fill('300');
  await window.getByLabel('Schools from').press('Enter');
  for (const row of small.slice(0, 5)) await expect(table).not.toContainText(row.split('\t')[1] ?? '');
  await expect(table).toContainText('Old Town K-8');
});
