import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

/** Serious and critical faults of everything axe looks for, each with where it is. */
async function faults(window: Page, onlyColours = false): Promise<string[]> {
  const axe = new AxeBuilder({ page: window });
  const { violations } = await (onlyColours ? axe.withRules(['color-contrast']) : axe).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/**
 * Buttons whose name for screen readers does not hold the words that stand on them: somebody who speaks to the window
 * says what stands there (WCAG 2.5.3). axe leaves out what it takes for symbols drawn by a font, now and then a word.
 */
function namesWithoutTheirText(window: Page): Promise<string[]> {
  return window.evaluate(() => {
    const words = (text: string | null): string =>
      (text ?? '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? '';
    const buttons = document.querySelectorAll<HTMLElement>(':is(button, a, [role="button"], [role="tab"])[aria-label]');
    return [...buttons].flatMap((button) => {
      const shown = words(button.innerText);
      const name = button.getAttribute('aria-label');
      return button.checkVisibility() && !words(name).includes(shown) ? [`“${shown}” is called “${name}”`] : [];
    });
  });
}

for (const theme of ['light', 'dark'] as const) {
  test(`no sheet with cells selected has a serious fault, ${theme}`, async ({ window }) => {
    // Looking at every element of every sheet takes its time on a small machine.
    test.setTimeout(600_000);
    await window.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    await expect(window.getByRole('grid').first()).toBeVisible();
    const sheets = await window.getByRole('navigation', { name: 'Sheets' }).getByRole('button').all();
    expect(sheets.length).toBeGreaterThan(8);
    for (const sheet of sheets) {
      await sheet.click();
      const name = await sheet.innerText();
      const grid = window.getByRole('grid').last();
      if ((await grid.count()) > 0) {
        await grid.locator('[row-index="0"] [role="gridcell"]').first().click();
        await window.keyboard.press('Shift+ArrowDown');
        await window.keyboard.press('Shift+ArrowRight');
      }
      // Names and roles are the same in both themes; only colours have to be looked at twice.
      expect(await faults(window, theme === 'dark'), name).toEqual([]);
      expect(await namesWithoutTheirText(window), name).toEqual([]);
    }
  });
}

test('search, menus, lists and refusals have no serious fault', async ({ window }) => {
  test.setTimeout(120_000);
  await goTo(window, 'Enrollment');
  await window.getByTestId('grid-enrollment').locator('[row-index="0"] [col-id="need:POV"]').click();
  await window.keyboard.press('Control+f');
  await window.keyboard.type('high');
  expect(await faults(window), 'search').toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+Shift+L');
  await expect(window.getByRole('menu')).toBeVisible();
  expect(await faults(window), 'menu').toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('Control+g');
  expect(await faults(window), 'go to').toEqual([]);
  await window.keyboard.press('Escape');
  await window.keyboard.press('?');
  expect(await faults(window), 'keys').toEqual([]);
  await window.keyboard.press('Escape');
  await window.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'many\tmore');
    const cell = document.querySelector('[data-testid="grid-enrollment"] [row-index="0"] [col-id="need:POV"]');
    cell?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(window.getByTestId('refused')).toBeVisible();
  expect(await faults(window), 'refusals').toEqual([]);
});

test('what an edit came to is told to a screen reader', async ({ window }) => {
  await goTo(window, 'Enrollment');
  await window.getByTestId('grid-enrollment').locator('[row-index="2"] [col-id="need:ALL"]').click();
  await window.keyboard.type('999');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('totals-status')).toHaveText(/Schools [\d,.]+.*Left [\d,.]+.*ties out/);
});
