import { existsSync } from 'node:fs';
import { expect, test } from './fixture.ts';

/** The chooser inside the window belongs to the loopback host; Electron asks with the system's own dialog. */
test('a document is saved through the chooser of the window, replaced only when asked twice, and opened again', async ({
  program,
}) => {
  const window = await program.start();
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  test.skip(!window.url().startsWith('http:'), 'Electron asks with the dialog of the system.');
  const chooser = window.getByTestId('file-chooser');
  const path = program.document('plan.allot');

  await window.keyboard.press('Control+Shift+S');
  await chooser.getByLabel('Name').fill('plan');
  await chooser.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => existsSync(path)).toBe(true);
  await expect(chooser).toHaveCount(0);
  await expect(window.getByText('plan.allot').first()).toBeVisible();

  await window.keyboard.press('Control+Shift+S');
  await chooser.getByLabel('Name').fill('plan.allot');
  await chooser.getByRole('button', { name: 'Save' }).click();
  await expect(chooser).toContainText('exists already');
  await chooser.getByRole('button', { name: 'Save' }).click();
  await expect(chooser).toHaveCount(0);

  await window.keyboard.press('Control+O');
  await chooser.getByRole('option', { name: 'plan.allot' }).click();
  await chooser.getByRole('button', { name: 'Open' }).click();
  await expect(chooser).toHaveCount(0);
  await expect(window.getByTestId('tie-out-bar')).toContainText('Left');
});

test('answers given in advance take the place of a dialog', async ({ program }) => {
  const path = program.document('next year.allot');
  const window = await program.start({ dialogAnswers: [path] });
  await expect(window.getByTestId('tie-out-bar')).toContainText('Left');
  await window.keyboard.press('Control+Shift+S');
  await expect.poll(() => existsSync(path)).toBe(true);
});
