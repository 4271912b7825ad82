import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixture.ts';
import { goTo } from './sheet.ts';

/** All text of a PDF's objects, bundles unpacked. */
function objectsOf(path: string): string {
  const bytes = readFileSync(path);
  const text = bytes.toString('latin1');
  let all = text;
  for (const match of text.matchAll(/\/Type \/ObjStm[^>]*\/Length (\d+)>>\nstream\n/g)) {
    const from = match.index + match[0].length;
    all += inflateSync(bytes.subarray(from, from + Number(match[1]))).toString('latin1');
  }
  return all;
}

test('all statements become one tagged PDF with a page for each school, and the book a PDF of its own', async ({
  program,
}) => {
  const [statements, book] = [program.document('all.pdf'), program.document('book.pdf')];
  const window = await program.start({ dialogAnswers: [statements, book] });
  await goTo(window, 'Hand-outs');
  await window.getByRole('button', { name: 'All 125 as one PDF…' }).click();
  await expect(window.getByTestId('job').getByRole('progressbar')).toBeVisible();
  await expect(window.getByText(/125 statements written to all\.pdf\./)).toBeVisible({ timeout: 120_000 });
  const objects = objectsOf(statements);
  for (const wanted of [
    '/StructTreeRoot',
    '/MarkInfo',
    '/Lang (en',
    '/DisplayDocTitle true',
    '/S /TH',
    '/Scope /Row',
  ]) {
    expect(objects).toContain(wanted);
  }
  const pages = Number(/\/Type \/Pages \/Count (\d+)/.exec(objects)?.[1]);
  expect(pages).toBe([...objects.matchAll(/\/Type \/Page\b/g)].length);
  expect(pages).toBeGreaterThanOrEqual(125);
  const found = spawnSync('pdftotext', ['-layout', statements, '-'], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (found.error) test.info().annotations.push({ type: 'skipped', description: 'pdftotext is not installed' });
  else {
    const texts = found.stdout.split('\f').filter((text) => text.trim() !== '');
    expect(texts).toHaveLength(pages);
    for (const [at, text] of texts.entries()) expect(text).toContain(`Page ${at + 1} of ${pages}`);
    expect(texts.filter((text) => text.includes('Budget next year'))).toHaveLength(125);
  }
  await window.getByRole('button', { name: 'Formula book as PDF…' }).click();
  await expect(window.getByText('Written: book.pdf.')).toBeVisible({ timeout: 60_000 });
  expect(readFileSync(book).toString('latin1')).toContain('/StructTreeRoot');
});

test('Cancel while statements are printed leaves no file', async ({ program }) => {
  const path = program.document('all.pdf');
  const window = await program.start({ dialogAnswers: [path] });
  await goTo(window, 'Hand-outs');
  await window.getByRole('button', { name: 'All 125 as one PDF…' }).click();
  await window.getByTestId('job').getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByText('Writing statements was cancelled.')).toBeVisible({ timeout: 60_000 });
  expect(existsSync(path)).toBe(false);
});

test('a logo and a reason are shown in the previews at once, and undone like any edit', async ({ program }) => {
  const logo = program.document('logo.png');
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  writeFileSync(logo, Buffer.from(pixel, 'base64'));
  const window = await program.start({ dialogAnswers: [logo] });
  await goTo(window, 'Hand-outs');
  const page = window.getByTestId('statements-card').frameLocator('iframe');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await window.getByRole('button', { name: 'Logo…' }).click();
  await expect(page.getByRole('img', { name: /^Logo of / })).toBeVisible();
  await window.keyboard.press('Control+Z');
  await expect(page.getByRole('img', { name: /^Logo of / })).toHaveCount(0);

  const card = window.getByTestId('formula-book-card');
  await card.getByText('not written yet; the book lists them').click();
  const reason = card.getByLabel('Source Local property taxes');
  await reason.fill('Voters asked for it.');
  await reason.blur();
  await expect(card.frameLocator('iframe').getByText('Voters asked for it.')).toBeAttached();
});

test('the page of a statement and the book can be read by a screen reader and have enough contrast', async ({
  program,
}) => {
  const files = [program.document('one.html'), program.document('book.html')] as const;
  const window = await program.start({ dialogAnswers: [...files] });
  await goTo(window, 'Hand-outs');
  await window.getByRole('button', { name: 'This one as HTML…' }).click();
  await expect(window.getByText('Written: one.html.')).toBeVisible();
  await window.getByTestId('formula-book-card').getByRole('button', { name: 'As HTML…' }).click();
  await expect(window.getByText('Written: book.html.')).toBeVisible();
  for (const path of files) {
    const context = await window.context().browser()!.newContext({ javaScriptEnabled: true });
    const page = await context.newPage();
    await page.setContent(readFileSync(path, 'utf8').replace(/<meta http-equiv[^>]*>/, ''));
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa']).analyze();
    const told = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
    expect(told).toEqual([]);
    await context.close();
  }
});
