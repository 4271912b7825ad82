import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/paths.ts';
import { expect, test } from './fixture.ts';
import { cell, goTo, schoolsInBar, typeInto } from './sheet.ts';

const CHICAGO = join(ROOT, '..', 'shared', 'data', 'chicago-fy25', 'workbook');

const poverty = (window: Page) => cell(window, 'weights', 'HS', 'need:POV');

async function setPoverty(window: Page, weight: string): Promise<void> {
  await goTo(window, 'Weights');
  await typeInto(window, poverty(window), weight);
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('Poverty weight, High');
}

/** Runs a command by its name, as a person does who does not know its key. */
async function command(window: Page, name: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('dialog').getByRole('combobox').fill(name);
  await window.keyboard.press('Enter');
}

/** Closes the document without saving it, if there is anything to save. */
async function leave(window: Page): Promise<void> {
  const isModified = (await window.getByTestId('unsaved').count()) > 0;
  await command(window, 'Close document');
  if (isModified) await window.getByRole('button', { name: 'Don’t save' }).click();
  await expect(window.getByTestId('start-screen')).toBeVisible();
}

test('an edit survives a kill, and what is recovered can be saved', async ({ program }) => {
  const path = program.document('plan.allot');
  let window = await program.start({ dialogAnswers: [path] });
  await setPoverty(window, '0.4');
  const schools = await schoolsInBar(window);
  // The window shows an edit before it is stored; what the history lists is stored.
  await goTo(window, 'History');
  await expect(cell(window, 'history', '1', 'what')).toContainText('Poverty weight, High 0.2879 → 0.40');
  await program.kill();

  window = await program.start({ sample: false, dialogAnswers: [path] });
  await expect(window.getByTestId('recoveries')).toContainText('Poverty weight, High 0.2879 → 0.40');
  await window.getByRole('button', { name: 'Recover' }).click();
  await goTo(window, 'Weights');
  await expect(poverty(window)).toContainText('0.40');
  expect(await schoolsInBar(window)).toBe(schools);
  await expect(window.getByTestId('unsaved')).toBeVisible();
  await window.keyboard.press('Control+s');
  await expect(window.getByTestId('unsaved')).toHaveCount(0);
  expect(existsSync(path)).toBe(true);
  await program.kill();

  window = await program.start({ sample: false });
  await expect(window.getByTestId('start-screen')).toBeVisible();
  await expect(window.getByTestId('recoveries')).toHaveCount(0);
});

test('a document opened again holds what was saved, and not what was not', async ({ program }) => {
  const path = program.document('plan.allot');
  const window = await program.start({ dialogAnswers: [path, path, path] });
  await setPoverty(window, '0.4');
  const schools = await schoolsInBar(window);
  await window.keyboard.press('Control+Shift+S');
  await expect(window.getByTestId('unsaved')).toHaveCount(0);
  await setPoverty(window, '0.9');
  await leave(window);
  await window.getByRole('button', { name: 'Open…' }).click();
  await goTo(window, 'Weights');
  await expect(poverty(window)).toContainText('0.40');
  expect(await schoolsInBar(window)).toBe(schools);
  await expect(window.getByTestId('unsaved')).toHaveCount(0);
});

test('Chicago’s workbook comes in, and what goes out gives every school the same budget', async ({ program }) => {
  test.skip(!existsSync(CHICAGO), `${CHICAGO} is not on this computer.`);
  const exported = program.document('chicago.xlsx');
  const budgets = [program.document('first.csv'), program.document('second.csv')] as const;
  const answers = [CHICAGO, budgets[0], exported, exported, budgets[1]];
  const window = await program.start({ sample: false, dialogAnswers: answers });
  const bringIn = async (name: string): Promise<void> => {
    await window.getByRole('button', { name: 'New document' }).click();
    await expect(window.getByTestId('tie-out-bar')).toContainText('Revenue 0.00');
    await command(window, name);
    await expect(window.getByTestId('notice-done').filter({ hasText: '515 schools' }).first()).toBeVisible();
    await expect(window.getByTestId('tie-out-bar')).toContainText('Revenue 7,970,781,352.30');
    await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  };
  const takeOut = async (name: string, path: string): Promise<void> => {
    await command(window, name);
    await expect.poll(() => existsSync(path)).toBe(true);
  };

  await bringIn('Import folder of CSV files…');
  await takeOut('Export school budgets…', budgets[0]);
  await takeOut('Export workbook…', exported);
  await leave(window);
  await bringIn('Import workbook…');
  await takeOut('Export school budgets…', budgets[1]);
  const first = readFileSync(budgets[0], 'utf8');
  expect(first.trimEnd().split('\n')).toHaveLength(516);
  expect(readFileSync(budgets[1], 'utf8')).toBe(first);
});
