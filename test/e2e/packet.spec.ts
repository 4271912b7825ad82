import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sampleModelRows } from '../../src/shared/sample/sampleModelRows.ts';
import { pdfObjects, pdfStrings, readPacket } from '../fixtures/readPacket.ts';
import { launchChromium } from './chromium.ts';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

const CHICAGO = join(import.meta.dirname, '../../../shared/data/chicago-fy25/workbook');

const face = (window: Page, name: string) =>
  window.getByTestId('session-sheet').getByRole('radio', { name, exact: true });

/** The card with the ways out of the session that the sheet shows. */
async function openPacketCard(window: Page) {
  await goTo(window, 'Board session');
  const card = window.getByTestId('packet-card');
  await face(window, 'Packet').click();
  await expect(card).toBeVisible();
  return card;
}

/** Shows schools from so many pupils on, as the director chooses it. */
async function showFrom(window: Page, pupils: number): Promise<void> {
  await face(window, 'Audience').click();
  const field = window.getByLabel('Schools and groups are shown from');
  await field.fill(String(pupils));
  await field.press('Enter');
  await face(window, 'Packet').click();
}

async function written(window: Page, fileName: string): Promise<void> {
  const notice = window.getByTestId('notice-done').filter({ hasText: `Written: ${fileName}` });
  await expect(notice).toBeVisible({ timeout: 120_000 });
}

/** What the page of a file says, and every address that was asked for while it was looked at, with no network at all. */
async function openOffline(path: string, look: (page: Page) => Promise<void>): Promise<string[]> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ offline: true });
    const page = await context.newPage();
    const asked: string[] = [];
    const problems: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    await page.goto(pathToFileURL(path).href);
    await look(page);
    expect(problems).toEqual([]);
    return asked;
  } finally {
    await browser.close();
  }
}

/** All text of a PDF that can be read back. */
function pdfText(path: string): string {
  const found = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (found.error) test.info().annotations.push({ type: 'skipped', description: 'pdftotext is not installed' });
  return `${pdfStrings(pdfObjects(readFileSync(path))).join('\n')}\n${found.error ? '' : found.stdout}`;
}

test('a session leaves as PDF, as a page that asks for nothing, as SVG and as PNG; small schools are in none', async ({
  program,
}) => {
  const [pdf, page, png] = ['p.pdf', 'p.html', 'p.png'].map((name) => program.document(name)) as [
    string,
    string,
    string,
  ];
  const window = await program.start({ dialogAnswers: [pdf, page, program.documentsFolder, png] });
  const card = await openPacketCard(window);
  await expect(card.getByTestId('packet-sentence')).toHaveText('Every school is in it.');
  await showFrom(window, 250);
  await expect(card.getByTestId('packet-sentence')).toContainText(
    /^\d+ schools with fewer than 250 pupils.* are not in it\./,
  );

  await card.getByRole('button', { name: 'Board packet (PDF)…' }).click();
  await written(window, 'p.pdf');
  await card.getByRole('button', { name: 'Self-contained page (HTML)…' }).click();
  await written(window, 'p.html');
  await card.getByRole('button', { name: 'Pictures (SVG)…' }).click();
  await expect(window.getByTestId('notice-done').filter({ hasText: /slides, \d+ pictures/ })).toBeVisible();
  await window.getByTestId('session-sheet').getByRole('button', { name: 'PNG…' }).click();
  await expect(window.getByTestId('notice-done').filter({ hasText: 'Exported p.png' })).toBeVisible();

  const objects = pdfObjects(readFileSync(pdf));
  const folder = readdirSync(program.documentsFolder).find((name) => name.endsWith(' slides')) ?? '';
  const pictures = readdirSync(join(program.documentsFolder, folder));
  expect([...objects.matchAll(/\/S \/Figure/g)]).toHaveLength(pictures.length);
  expect([...objects.matchAll(/\/Type \/Page\b/g)].length).toBeGreaterThan(pictures.length);
  for (const wanted of ['/StructTreeRoot', '/DisplayDocTitle true', '/Lang (en']) expect(objects).toContain(wanted);
  const bytes = readFileSync(png);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  // 300 pixels to the inch at a letter page's width.
  expect(bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(3_300);

  const text = readFileSync(page, 'utf8');
  const read = readPacket(text);
  expect(read.alternatives).toHaveLength(pictures.length);
  const asked = await openOffline(page, async (shown) => {
    await expect(shown.getByRole('img')).toHaveCount(pictures.length);
    await shown.getByRole('link', { name: 'Next' }).first().click();
    await expect(shown).toHaveURL(/#slide-2$/);
    await shown.locator('summary').first().click();
    await expect(shown.getByRole('table').first()).toBeVisible();
  });
  expect(asked).toEqual([pathToFileURL(page).href]);

  const rows = sampleModelRows();
  const pupils = new Map<string, number>();
  for (const { school, need, count } of rows.enrollment) {
    if (need === rows.need[0]?.code) pupils.set(school, (pupils.get(school) ?? 0) + count / 100);
  }
  const small = rows.school.filter(({ code }) => (pupils.get(code) ?? 0) < 250);
  expect(small.length).toBeGreaterThan(1);
  const everything = [
    pdfText(pdf),
    read.text,
    ...pictures.map((name) => readFileSync(join(program.documentsFolder, folder, name), 'utf8')),
  ].join('\n');
  for (const { name } of small) expect(everything).not.toContain(name);
  expect(everything).toContain(rows.school.find(({ code }) => (pupils.get(code) ?? 0) >= 250)?.name);
});

test('the page that is handed out has nothing that axe finds, light or dark', async ({ program }) => {
  const path = program.document('p.html');
  const window = await program.start({ dialogAnswers: [path] });
  const card = await openPacketCard(window);
  await card.getByRole('button', { name: 'Self-contained page (HTML)…' }).click();
  await written(window, 'p.html');
  // The page itself lets no script in, so axe looks at the same page without its policy.
  const text = readFileSync(path, 'utf8').replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  const looker = await window.context().newPage();
  for (const colorScheme of ['light', 'dark'] as const) {
    await looker.emulateMedia({ colorScheme });
    await looker.setContent(text);
    const { violations } = await new AxeBuilder({ page: looker })
      .withTags(['wcag2a', 'wcag2aa', 'best-practice'])
      .analyze();
    expect(
      violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 200)).join(' | ')}`),
    ).toEqual([]);
  }
});

test('while it is presented, the session is handed out as its levers stand', async ({ program }) => {
  const path = program.document('live.html');
  const window = await program.start({ dialogAnswers: [path] });
  await expect(window.getByTestId('tie-out-bar')).toContainText('ties out');
  const opened = window.context().waitForEvent('page');
  await window.keyboard.press('F5');
  program.watch.follow(await opened);
  const lever = window.getByRole('slider', { name: 'Central share of Local property taxes' });
  await lever.focus();
  await window.keyboard.press('PageDown');
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox').fill('Board session as one web page');
  await window.keyboard.press('Enter');
  await written(window, 'live.html');
  const read = readPacket(readFileSync(path, 'utf8'));
  expect(read.title).toContain('What-if');
  expect(read.text).toMatch(/Moved: Central share of Local property taxes 38% → \d+(\.\d+)?%\./);
});

test('of Chicago, a school that may not be seen is in no file', async ({ program }) => {
  test.skip(!existsSync(CHICAGO), 'The Chicago figures are not beside the repository.');
  test.setTimeout(240_000);
  const [pdf, page] = ['c.pdf', 'c.html'].map((name) => program.document(name)) as [string, string];
  const window = await program.start({ sample: false, dialogAnswers: [CHICAGO, page, pdf] });
  await window.getByRole('button', { name: 'New document' }).click();
  await window.getByTestId('file-menu').click();
  await window
    .getByRole('menuitem', { name: /folder/i })
    .first()
    .click();
  await expect(window.getByTestId('notice-done').filter({ hasText: '515 schools' })).toBeVisible({ timeout: 60_000 });
  await goTo(window, 'Board session');
  await window.getByTestId('make-session').click();
  const card = await openPacketCard(window);
  await showFrom(window, 30);
  // Only one school has fewer than 30 pupils; the smallest other one covers it.
  await expect(card.getByTestId('packet-sentence')).toContainText('1 school with fewer than 30 pupils, and ');
  await card.getByRole('button', { name: 'Self-contained page (HTML)…' }).click();
  await written(window, 'c.html');
  await card.getByRole('button', { name: 'Board packet (PDF)…' }).click();
  await written(window, 'c.pdf');
  const schools = readFileSync(join(CHICAGO, 'schools.csv'), 'utf8');
  const small = /^610245,("?)(.*?)\1,/m.exec(schools)?.[2] ?? '';
  expect(small).not.toBe('');
  const everything = `${readPacket(readFileSync(page, 'utf8')).text}\n${pdfText(pdf)}`;
  expect(everything).not.toContain(small);
  expect(everything).not.toContain('610245');
  expect(everything).toContain('609674');
  const asked = await openOffline(page, async (shown) => {
    await expect(shown.getByRole('img').first()).toBeVisible();
  });
  expect(asked).toEqual([pathToFileURL(page).href]);
});
