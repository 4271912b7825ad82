import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ROOT } from '../../scripts/paths.ts';
import { readPacket } from '../fixtures/readPacket.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const CHICAGO = join(ROOT, '..', 'shared', 'data', 'chicago-fy25', 'workbook');
/** With this bound some of the schools of Chicago are not shown. */
const FEWEST_PUPILS = 120;

interface ChicagoSchool {
  readonly code: string;
  readonly name: string;
  readonly pupils: number;
}

function chicagoSchools(): ChicagoSchool[] {
  const lines = (name: string): string[][] =>
    readFileSync(join(CHICAGO, name), 'utf8')
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
  const [head = [], ...counts] = lines('enrollment.csv');
  const all = head.findIndex((cell) => /^all$/i.test(cell));
  const pupils = new Map<string, number>();
  for (const row of counts) pupils.set(row[0] ?? '', (pupils.get(row[0] ?? '') ?? 0) + Number(row[all]));
  return lines('schools.csv')
    .slice(1)
    .map(([code = '', name = '']) => ({ code, name, pupils: pupils.get(code) ?? 0 }));
}

const face = (window: Page, name: RegExp) =>
  window.getByTestId('session-sheet').getByRole('radio', { name, exact: true });

test('a meeting on Chicago: a lever on both windows, a mark, files of the moment, and small schools nowhere', async ({
  program,
}) => {
  test.skip(!existsSync(CHICAGO), `${CHICAGO} is not on this computer.`);
  test.setTimeout(300_000);
  const page = program.document('meeting.html');
  const png = program.document('slide.png');
  const window = await program.start({ sample: false, dialogAnswers: [CHICAGO, page, png] });
  await window.getByRole('button', { name: 'New document' }).click();
  await window.getByTestId('file-menu').click();
  await window
    .getByRole('menuitem', { name: /folder/i })
    .first()
    .click();
  await expect(window.getByTestId('tie-out-bar')).toContainText('Revenue 7,970,781,352.30', { timeout: 60_000 });
  const tieOut = window.getByTestId('tie-out-bar').locator('.tie-out-sum');
  const plan = await tieOut.innerText();

  await goTo(window, 'Board session');
  await window.getByTestId('make-session').click();
  await face(window, /^Audience/).click();
  const field = window.getByLabel('Schools and groups are shown from');
  await field.fill(String(FEWEST_PUPILS));
  await field.press('Enter');
  await expect(window.getByTestId('unseen-sentence')).toContainText(`fewer than ${FEWEST_PUPILS} pupils`);

  const opened = window.context().waitForEvent('page');
  await window.keyboard.press('F5');
  const projector = await opened;
  program.watch.follow(projector);
  const screen = projector.getByTestId('projector');
  const told = projector.locator('#sentence');
  await expect(screen).toHaveAttribute('data-state', 'following');
  await expect(told).toContainText('Schools get');
  const before = await told.innerText();
  const lever = window.getByTestId('session-levers').getByRole('slider').first();
  await lever.focus();
  const start = await lever.getAttribute('aria-valuetext');
  await window.keyboard.press('PageUp');
  await expect(lever).not.toHaveAttribute('aria-valuetext', start ?? '');
  await expect(told).not.toHaveText(before);
  const moved = await told.innerText();
  await expect(window.getByTestId('present-told')).toContainText(moved);

  await window.getByTestId('lever-mark').click();
  await window.getByTestId('mark-name').fill('More for need');
  await window.keyboard.press('Enter');
  await expect(window.getByText('Marked as “More for need”')).toBeVisible();

  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('Board session as one web page');
  await window.keyboard.press('Enter');
  await expect(window.getByTestId('notice-done').filter({ hasText: 'Written: meeting.html' })).toBeVisible({
    timeout: 120_000,
  });

  const seen: string[] = [];
  const count = await window.getByTestId('present-slides').getByRole('button').count();
  for (let at = 0; at < count; at++) {
    await expect(screen).toHaveAttribute('data-slide', String(at));
    seen.push(await projector.locator('body').innerText());
    await projector.keyboard.press('ArrowRight');
  }
  await window.getByTestId('lever-back').click();
  await window.getByTestId('present-end').click();
  await expect(screen).toHaveAttribute('data-state', 'ended');
  await expect(window.getByTestId('scenario-tabs')).toContainText('More for need');
  expect(await tieOut.innerText()).toBe(plan);

  await window.getByTestId('session-sheet').getByRole('button', { name: 'PNG…' }).click();
  await expect.poll(() => existsSync(png)).toBe(true);
  expect(readFileSync(png).subarray(1, 4).toString('latin1')).toBe('PNG');

  const everything = `${seen.join('\n')}\n${readPacket(readFileSync(page, 'utf8')).text}`;
  expect(everything).toContain('What-if');
  const schools = chicagoSchools();
  const small = schools.filter(({ pupils }) => pupils < FEWEST_PUPILS);
  expect(small.length).toBeGreaterThan(3);
  const larger = schools.filter(({ pupils }) => pupils >= FEWEST_PUPILS).map(({ name }) => name);
  for (const { code, name } of small) {
    expect(everything).not.toContain(code);
    // A name that a larger school's name contains may be there as part of that one.
    if (!larger.some((other) => other.includes(name))) expect(everything).not.toContain(name);
  }
  expect(schools.some(({ name }) => everything.includes(name))).toBe(true);
});
