import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import type { ModelRows } from '../src/shared/model/Model.ts';
import { launchChromium } from '../test/e2e/chromium.ts';
import { Program } from '../test/e2e/Program.ts';
import { currentBudgets } from './currentBudgets.ts';
import { districtRows } from './districtRows.ts';
import { percentile } from './percentile.ts';
import type { Table } from './Table.ts';

const SIZES = [125, 1_500, 10_000] as const;
const FACES = ['Need and spending', 'Deciles', 'Regression', 'Measures', 'Questions'] as const;
const EDITS = 30;

/** Current budgets of every school, so that each picture has a baseline beside it. */
function withCurrent(schools: number): ModelRows {
  const rows = districtRows(schools);
  return { ...rows, currentBudget: currentBudgets(rows) };
}

/** From the key that undoes or redoes an edit to the frame after it has been handed over for painting. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as unknown as { keyTimes: number[] }).keyTimes = times;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z') return;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(null);
      });
    };
    addEventListener('keydown', onKey, { capture: true });
  });
}

async function measure(browser: Browser, schools: number): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  const program = new Program(folder, async () => browser);
  try {
    const path = join(folder, `${schools}.allot`);
    createDatabase(path, withCurrent(schools)).close();
    const page = await program.start({ sample: false, dialogAnswers: [path] });
    await page.getByRole('button', { name: 'Open…' }).click();
    await page.getByTestId('tie-out-bar').getByText('ties out').waitFor();
    await page.getByRole('navigation').getByText('Weights', { exact: true }).click();
    await page.getByTestId('grid-weights').locator('[row-index="0"] [col-id="need:POV"]').click();
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByTestId('sheet-equity').click();
    await page.getByTestId('picture-need-and-spending').waitFor();
    await watchKeys(page);
    const found = new Map<string, string>();
    for (const face of FACES) {
      await page.getByRole('radio', { name: face, exact: true }).click();
      await page.keyboard.press('Control+z', { delay: 40 });
      await page.keyboard.press('Control+Shift+z', { delay: 40 });
      await page.evaluate(() => {
        (globalThis as unknown as { keyTimes: number[] }).keyTimes.length = 0;
      });
      for (let at = 0; at < EDITS; at++) {
        await page.keyboard.press(at % 2 === 0 ? 'Control+z' : 'Control+Shift+z', { delay: 60 });
      }
      await page.waitForFunction(
        (count) => (globalThis as unknown as { keyTimes: number[] }).keyTimes.length >= count,
        EDITS,
      );
      const times = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
      found.set(face, `${percentile(times, 0.5).toFixed(1)} / ${percentile(times, 0.95).toFixed(1)} ms`);
    }
    return found;
  } finally {
    await program.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** An edit of a weight taken back and brought again while a picture of the equity board is shown. */
export async function benchEquityWindow(): Promise<Table> {
  const browser = await launchChromium();
  try {
    const measured: Map<string, string>[] = [];
    for (const size of SIZES) measured.push(await measure(browser, size));
    return {
      title: `Key to painted with the equity board shown, in the window in Chromium (${EDITS} edits of a weight of all sources; p50 / p95)`,
      columns: ['', ...SIZES.map((size) => `${size.toLocaleString('en-US')} schools`)],
      rows: FACES.map((face) => [face, ...measured.map((found) => found.get(face) ?? '')]),
      notes: ['The budgets, the statistics beside current budgets, and the picture anew. Aim: 50 ms at 1,500 schools.'],
    };
  } finally {
    await browser.close();
  }
}
