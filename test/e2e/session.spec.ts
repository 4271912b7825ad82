import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { sampleModelRows } from '../../src/shared/sample/sampleModelRows.ts';
import { expect, test } from './fixture.ts';
import { cell, goTo } from './sheet.ts';

const list = (window: Page): Locator => window.getByTestId('session-slides');
const slides = (window: Page): Locator => list(window).getByRole('option');
const preview = (window: Page): Locator => window.getByTestId('slide-preview');
const face = (window: Page, name: RegExp): Locator =>
  window.getByTestId('session-sheet').getByRole('radio', { name, exact: true });

async function openSession(window: Page): Promise<void> {
  await goTo(window, 'Board session');
  await expect(slides(window).first()).toBeVisible();
}

/** The names of the slides in their order, without their numbers. */
async function order(window: Page): Promise<string[]> {
  return await list(window).locator('.slide-name').allTextContents();
}

test('slides are arranged by keys and by dragging, each step taken back by one undo', async ({ window }) => {
  await openSession(window);
  const first = await order(window);
  expect(first).toHaveLength(8);
  await expect(preview(window)).toContainText(first[0] ?? '');

  await list(window).focus();
  await window.keyboard.press('ArrowDown');
  await expect(slides(window).nth(1)).toHaveAttribute('aria-selected', 'true');
  await expect(preview(window)).toContainText(first[1] ?? '');
  await window.keyboard.press('Alt+ArrowDown');
  expect(await order(window)).toEqual([first[0], first[2], first[1], ...first.slice(3)]);
  await expect(slides(window).nth(2)).toHaveAttribute('aria-selected', 'true');
  await window.keyboard.press('Control+z');
  expect(await order(window)).toEqual(first);

  await slides(window)
    .nth(3)
    .dragTo(slides(window).nth(0), { targetPosition: { x: 60, y: 4 } });
  expect(await order(window)).toEqual([first[3], first[0], first[1], first[2], ...first.slice(4)]);
  await window.getByTestId('undo').click();
  expect(await order(window)).toEqual(first);

  await slides(window).nth(1).click();
  await list(window).focus();
  await window.keyboard.press('Control+d');
  await expect(slides(window)).toHaveCount(9);
  await window.keyboard.press('Delete');
  await expect(slides(window)).toHaveCount(8);
  await expect(window.getByText('Undo brings it back.')).toBeVisible();
  await window.keyboard.press('Control+z');
  await window.keyboard.press('Control+z');
  expect(await order(window)).toEqual(first);

  await window.getByTestId('add-slide').click();
  await window.getByRole('menuitem', { name: /^Formula in words/ }).click();
  await expect(slides(window)).toHaveCount(9);
  await expect(window.getByTestId('slide-options').getByLabel('Shows')).toHaveValue('formula');
});

test('what is chosen for a slide is on it at once, is one step each, and is there when opened again', async ({
  program,
}) => {
  const path = program.document('session.allot');
  const [svg, png] = [program.document('slide.svg'), program.document('slide.png')];
  const window = await program.start({ dialogAnswers: [svg, png, path] });
  await openSession(window);
  await slides(window).nth(5).click();
  await list(window).focus();
  await window.keyboard.press('F2');
  await expect(window.getByTestId('slide-title')).toBeFocused();
  await window.keyboard.type('Fifths of need');
  // Live, before Enter.
  await expect(preview(window)).toContainText('Fifths of need');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('Fifths of need');

  const groups = window.getByTestId('slide-options').getByLabel('Groups', { exact: true });
  const before = await preview(window).textContent();
  await groups.selectOption({ label: 'Deciles' });
  await expect(preview(window)).not.toHaveText(before ?? '');
  await window.getByTestId('undo').click();
  await expect(groups).toHaveValue('5');
  await expect(preview(window)).toHaveText(before ?? '');
  await groups.selectOption({ label: 'Deciles' });

  const notes = window.getByTestId('speaker-notes');
  await notes.fill('Say this slowly.');
  await expect(window.getByTestId('undo')).not.toContainText('notes');
  await notes.blur();
  await expect(window.getByTestId('undo')).toContainText('notes');
  await expect(preview(window)).not.toContainText('slowly');

  await window.getByRole('button', { name: 'SVG…' }).click();
  await expect(window.getByText('Exported slide.svg.')).toBeVisible();
  const written = readFileSync(svg, 'utf8');
  expect(written).toContain('Fifths of need');
  expect(written).not.toContain('slowly');
  await window.getByRole('button', { name: 'PNG…' }).click();
  await expect(window.getByText('Exported slide.png.')).toBeVisible();
  // Width and height of a PNG stand behind its first sixteen bytes.
  expect([16, 20].map((at) => readFileSync(png).readUInt32BE(at))).toEqual([4800, 2700]);

  await face(window, /^Levers/).click();
  const lever = window.getByTestId('session-lever-list').getByRole('listitem').first();
  await lever.getByLabel('To', { exact: true }).fill('0.1');
  await window.keyboard.press('Enter');
  await expect(lever.getByRole('alert')).toContainText('upper limit');
  await lever.getByLabel('To', { exact: true }).fill('0.45');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('undo')).toContainText('Lever Poverty weight, High: to 0.45');
  await window.getByTestId('add-lever').click();
  await expect(window.getByRole('combobox', { name: /become a lever/ })).toBeFocused();
  await window.keyboard.type('enrollment middle');
  await window.keyboard.press('Enter');
  await window.getByRole('button', { name: 'Done' }).click();
  await expect(window.getByTestId('session-lever-list').getByRole('listitem')).toHaveCount(5);

  await goTo(window, 'History');
  await expect(cell(window, 'history', '1', 'what')).toContainText('Fifths of need');
  await window.keyboard.press('Control+Shift+S');
  await expect(window.getByTestId('unsaved')).toHaveCount(0);
  await program.kill();

  const again = await program.start({ sample: false, dialogAnswers: [path] });
  await again.getByRole('button', { name: 'Open…' }).click();
  await openSession(again);
  await slides(again).nth(5).click();
  await expect(preview(again)).toContainText('Fifths of need');
  await expect(again.getByTestId('speaker-notes')).toHaveValue('Say this slowly.');
  await face(again, /^Levers/).click();
  await expect(again.getByTestId('session-lever-list').getByLabel('To', { exact: true }).first()).toHaveValue('0.45');
});

test('a school too small to be shown is in no slide and no table, and its source is not told once hidden', async ({
  window,
}) => {
  const rows = sampleModelRows();
  const pupils = new Map<string, number>();
  for (const { school, need, count } of rows.enrollment) {
    if (need === 'ALL') pupils.set(school, (pupils.get(school) ?? 0) + count / 100);
  }
  const small = rows.school.filter(({ code }) => (pupils.get(code) ?? 0) < 250);
  expect(small.length).toBeGreaterThan(1);
  await openSession(window);

  /** Every word of every slide, and of the table behind it. */
  const everything = async (): Promise<string> => {
    let words = '';
    for (let at = 0; at < (await slides(window).count()); at++) {
      await slides(window).nth(at).click();
      await expect(slides(window).nth(at)).toHaveAttribute('aria-selected', 'true');
      words += `${await preview(window).getAttribute('aria-label')} ${await preview(window).textContent()}`;
      await window.getByRole('button', { name: 'Table', exact: true }).click();
      const more = preview(window).getByRole('button', { name: /^Show all/ });
      if (await more.isVisible()) await more.click();
      words += await preview(window).textContent();
      await window.getByRole('button', { name: 'Table', exact: true }).click();
    }
    return words;
  };
  const shown = await everything();
  for (const { name } of small) expect(shown).toContain(name);
  expect(shown).toContain('State class size fund');

  await face(window, /^Audience$/).click();
  await expect(window.getByTestId('unseen-sentence')).toHaveText('All 125 schools are shown.');
  const fewest = window.getByLabel('Schools and groups are shown from');
  await fewest.fill('many');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('session-seen').getByRole('alert')).toContainText('whole number');
  await fewest.fill('250');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('unseen-sentence')).toContainText('fewer than 250 pupils are not shown');
  await window.getByTestId('session-seen').getByRole('checkbox', { name: 'State class size fund' }).uncheck();

  const seen = await everything();
  for (const { name } of small) expect(seen).not.toContain(name);
  expect(seen).not.toContain('State class size fund');
});

test('a new document makes a session with the default slides; without schools each says so', async ({ program }) => {
  const window = await program.start({ sample: false });
  await window.getByRole('button', { name: 'New document' }).click();
  await goTo(window, 'Board session');
  await window.getByTestId('make-session').click();
  await expect(slides(window)).not.toHaveCount(0);
  for (let at = 0; at < (await slides(window).count()); at++) {
    await slides(window).nth(at).click();
    await expect(preview(window)).not.toHaveText('');
  }
  await face(window, /^Audience$/).click();
  await expect(window.getByTestId('unseen-sentence')).toHaveText('There are no schools yet.');
  await window.keyboard.press('Control+z');
  await expect(window.getByTestId('make-session')).toBeVisible();
});

test('nothing that axe finds, with any choices shown, light or dark', async ({ window }) => {
  await openSession(window);
  for (const theme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme: theme });
    for (const name of [/^Slide$/, /^Levers/, /^Audience$/, /^Packet$/]) {
      await face(window, name).click();
      await expect(face(window, name)).toHaveAttribute('aria-checked', 'true');
      const axe = new AxeBuilder({ page: window }).include('[data-testid="session-sheet"]').exclude('.slide-thumbnail');
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
