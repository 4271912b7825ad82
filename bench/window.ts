import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import { defaultFloorDecision } from '../src/shared/changes/floors.ts';
import type { ModelRows } from '../src/shared/model/Model.ts';
import { sampleModelRows } from '../src/shared/sample/sampleModelRows.ts';
import { launchChromium } from '../test/e2e/chromium.ts';
import { Program } from '../test/e2e/Program.ts';
import { currentBudgets } from './currentBudgets.ts';
import { districtRows } from './districtRows.ts';
import { percentile } from './percentile.ts';
import type { Table } from './Table.ts';

/** Schools, and whether floors are on with a solved payer: the scaling of gainers. */
const SIZES = [
  [125, false],
  [1_500, false],
  [1_500, true],
  [10_000, false],
] as const;
const EDITS = 100;

/**
 * Watches keys from inside the page. A keystroke counts from the time of its event, before any handler ran, until the
 * frame after it has been handed over for painting: a task queued by requestAnimationFrame runs after that paint.
 */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as unknown as { keyTimes: number[] }).keyTimes = times;
    addEventListener(
      'keydown',
      (event) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => times.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        });
      },
      { capture: true },
    );
  });
}

/** The same district held harmless at 98.5 % in total of budgets within 5 % of what it gets; gainers pay for it. */
function withFloors(rows: ModelRows): ModelRows {
  return {
    ...rows,
    currentBudget: currentBudgets(rows),
    floorDecision: [
      {
        ...defaultFloorDecision(1),
        holdHarmlessPercent: 985_000,
        payer: 'gainers' as const,
        solve: 'scaling' as const,
      },
    ],
  };
}

async function measure(
  browser: Browser,
  schools: number,
  hasFloors: boolean,
): Promise<{ times: number[]; recalculation: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  const program = new Program(folder, async () => browser);
  try {
    const path = join(folder, `${schools}.allot`);
    const rows = schools === 125 ? sampleModelRows() : districtRows(schools);
    createDatabase(path, hasFloors ? withFloors(rows) : rows).close();
    const page = await program.start({ sample: false, dialogAnswers: [path] });
    await page.getByRole('button', { name: 'Open…' }).click();
    await page.getByTestId('tie-out-bar').getByText('ties out').waitFor();
    await page.getByRole('navigation').getByText('Weights', { exact: true }).click();
    const cell = page.getByTestId('grid-weights').locator('[row-index="0"] [col-id="need:POV"]');
    await cell.click();
    const before = await page.getByTestId('tie-out-bar').textContent();
    await watchKeys(page);
    // Alt+Up moves the weight by 0.01: one keystroke is one edit, everything recalculated, shown and stored.
    for (let at = 0; at < EDITS; at++) {
      await page.keyboard.press(at % 20 < 10 ? 'Alt+ArrowUp' : 'Alt+ArrowDown', { delay: 40 });
    }
    if ((await page.getByTestId('tie-out-bar').textContent()) === before)
      throw new Error('No edit reached the budgets.');
    // Alt itself is a key too: of each pair only the arrow is counted.
    const all = await page.evaluate(() => (globalThis as unknown as { keyTimes: number[] }).keyTimes);
    const times = all.filter((_, at) => at % 2 === 1);
    if (times.length < EDITS) throw new Error(`Only ${times.length} of ${EDITS} keystrokes were seen to be painted.`);
    const recalculation = /Recalculated in ([^·]*ms)/.exec((await page.textContent('body')) ?? '')?.[1] ?? '';
    return { times, recalculation };
  } finally {
    await program.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Keystroke to painted through the real window, with the grids of weights and of budgets on screen. */
export async function benchWindow(): Promise<Table> {
  const browser = await launchChromium();
  try {
    const rows: string[][] = [];
    for (const [size, hasFloors] of SIZES) {
      const { times, recalculation } = await measure(browser, size, hasFloors);
      const [p50, p95] = [percentile(times, 0.5), percentile(times, 0.95)];
      rows.push([
        `${size.toLocaleString('en-US')} schools${hasFloors ? ', floors on, gainers pay' : ''}`,
        `${p50.toFixed(1)} ms`,
        `${p95.toFixed(1)} ms`,
        (p95 / (1000 / 60)).toFixed(1),
        recalculation,
      ]);
    }
    return {
      title: `Keystroke to painted, in the window in Chromium (${EDITS} edits of a weight of all sources)`,
      columns: ['', 'p50', 'p95', 'p95 in frames of 1/60 s', 'last recalculation'],
      rows,
      notes: ['Aim: p95 at most 2 frames, and no growth with the number of schools.'],
    };
  } finally {
    await browser.close();
  }
}
