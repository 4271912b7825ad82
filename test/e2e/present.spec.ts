import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import type { Program } from './Program.ts';
import { cell, goTo, typeInto } from './sheet.ts';

/** Presents with F5 and gives the page of the projector, watched as the window is. */
async function present(program: Program): Promise<Page> {
  const window = program.page;
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  const [projector] = await Promise.all([window.context().waitForEvent('page'), window.keyboard.press('F5')]);
  program.watch.follow(projector);
  await expect(window.getByTestId('present-console')).toBeVisible();
  await expect(projector.getByTestId('projector')).toHaveAttribute('data-state', 'following');
  return projector;
}

const screen = (projector: Page): Locator => projector.getByTestId('projector');
const told = (projector: Page): Locator => projector.locator('#sentence');
const slides = (window: Page): Locator => window.getByTestId('present-slides').getByRole('button');
const revision = async (of: Locator): Promise<number> => Number(await of.getAttribute('data-revision'));

test('a lever moves both windows, is marked as a scenario, and goes back; the plan itself stays as it was', async ({
  program,
}) => {
  const window = await program.start();
  const tieOut = window.getByTestId('tie-out-bar').locator('.tie-out-sum');
  const projector = await present(program);
  const budgets = window.getByTestId('present-told');
  await slides(window).filter({ hasText: 'The plan in numbers' }).click();
  await expect(told(projector)).toContainText('Schools get');
  const before = await told(projector).innerText();
  await expect(budgets).toContainText(before);

  const shown = window.getByTestId('present-picture');
  const [here, there] = [await revision(shown), await revision(screen(projector))];
  const lever = window.getByRole('slider', { name: 'Central share of Local property taxes' });
  const start = await lever.getAttribute('aria-valuetext');
  await lever.focus();
  await window.keyboard.press('PageDown');
  await expect(told(projector)).not.toHaveText(before);
  expect(await revision(shown)).toBeGreaterThan(here);
  expect(await revision(screen(projector))).toBeGreaterThan(there);
  const moved = await told(projector).innerText();
  await expect(budgets).toContainText(moved);
  await expect(lever).not.toHaveAttribute('aria-valuetext', start ?? '');

  await window.getByTestId('lever-mark').click();
  await expect(window.getByTestId('mark-name')).toHaveValue(/Central share of Local property taxes 33%/);
  await window.getByTestId('mark-name').fill('Less central');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Marked as “Less central”')).toBeVisible();
  await expect(told(projector)).toHaveText(moved);

  await window.getByTestId('lever-back').click();
  await expect(told(projector)).toHaveText(before);
  await expect(lever).toHaveAttribute('aria-valuetext', start ?? '');

  await projector.bringToFront();
  await projector.keyboard.press('ArrowRight');
  await expect(screen(projector)).toHaveAttribute('data-slide', '2');
  await expect(window.getByTestId('present-place')).toHaveText(/^Slide 3 of/);
  await projector.keyboard.press('b');
  await expect(screen(projector)).toHaveAttribute('data-look', 'blank');
  await expect(told(projector)).toHaveText('');
  await projector.keyboard.press('ArrowLeft');
  await expect(screen(projector)).toHaveAttribute('data-slide', '1');

  await window.bringToFront();
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('present-console')).toBeHidden();
  await expect(screen(projector)).toHaveAttribute('data-state', 'ended');
  await expect(window.getByTestId('scenario-tabs')).toContainText('Less central');
  await expect(window.getByTestId('scenario-1')).toHaveAttribute('aria-current', 'true');
  const kept = await tieOut.innerText();
  await window.getByTestId('scenario-2').click();
  await expect(tieOut).not.toHaveText(kept);
  await window.keyboard.press('Control+z');
  await expect(window.getByTestId('scenario-tabs')).not.toContainText('Less central');
  await expect(tieOut).toHaveText(kept);
});

test('what is typed in a sheet is on the projector, and leaving with moved levers is asked about', async ({
  program,
}) => {
  const window = await program.start();
  const projector = await present(program);
  await slides(window).filter({ hasText: 'The plan in numbers' }).click();
  await expect(told(projector)).toContainText('Schools get');
  const before = await told(projector).innerText();
  await window.getByTestId('present-to-sheets').click();
  await expect(window.getByTestId('present-bar')).toContainText('Slide 2 of');
  await goTo(window, 'Sources');
  await goTo(window, 'Weights');
  await typeInto(window, cell(window, 'weights', 'HS', 'need:POV'), '0.9');
  await expect(told(projector)).not.toHaveText(before);
  await window.keyboard.press('Escape');
  await expect(told(projector)).toHaveText(before);

  await window.getByTestId('present-levers').click();
  const lever = window.getByTestId('session-levers').getByRole('slider').first();
  const exact = window.getByTestId('session-levers').getByRole('textbox').first();
  await exact.fill('0.31');
  await window.keyboard.press('Enter');
  await expect(lever).toHaveAttribute('aria-valuetext', '0.31');
  await expect(told(projector)).not.toHaveText(before);
  await window.getByTestId('present-end').click();
  await window.getByRole('button', { name: 'Go on' }).click();
  await expect(window.getByTestId('present-bar')).toBeVisible();
  await window.getByTestId('lever-apply').click();
  await window.getByRole('button', { name: 'Apply', exact: true }).click();
  await expect(window.getByTestId('undo')).toContainText('→ 0.31');
  await window.getByTestId('present-end').click();
  await expect(window.getByTestId('present-bar')).toBeHidden();
  await expect(screen(projector)).toHaveAttribute('data-state', 'ended');
});

test('the projector holds nothing but the picture, says when the window is gone, and follows again', async ({
  program,
}) => {
  const window = await program.start();
  const projector = await present(program);
  const held = await projector.evaluate(async () => ({
    bridge: 'allot' in globalThis,
    opener: globalThis.opener !== null,
    kept: sessionStorage.length + localStorage.length,
    status: location.protocol.startsWith('http')
      ? (await fetch('/ask/document/current', { method: 'POST', body: 'null' })).status
      : 401,
  }));
  expect(held).toMatchObject({ bridge: false, opener: false, status: 401 });
  program.watch.problems.length = 0;
  expect(await projector.evaluate(() => sessionStorage.getItem('allot-token'))).toBeNull();

  await window.reload();
  await expect(screen(projector)).toHaveAttribute('data-state', 'lost');
  await expect(projector.locator('#status')).toContainText('no longer follows Allot');
  await expect(window.getByTestId('tie-out-bar')).toBeVisible();
  // The same projector takes it up again; no second one is opened.
  await window.keyboard.press('F5');
  await expect(screen(projector)).toHaveAttribute('data-state', 'following');
  await expect(window.getByTestId('projector-status')).toContainText('Projector follows');
  expect(window.context().pages()).toHaveLength(2);

  await window.getByTestId('present-one-screen').click();
  await expect(window.getByTestId('present-one')).toBeVisible();
  await window.keyboard.press('PageDown');
  await expect(screen(projector)).toHaveAttribute('data-slide', '1');
  await window.keyboard.press('Escape');
  await expect(window.getByTestId('present-console')).toBeVisible();

  for (const page of [window, projector]) {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
});
