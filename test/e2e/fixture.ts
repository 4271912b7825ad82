import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { launchChromium } from './chromium.ts';
import { Program } from './Program.ts';

/**
 * `program`: Allot with folders of its own, not yet started: `await program.start()`, `program.kill()`, `program.page`.
 * `window`: the window of a program that was started on the sample district.
 * A test fails when its window reported an error, even if all it looked for was there.
 */
export const test = base.extend<{ program: Program; window: Page }, { sharedChromium: () => Promise<Browser> }>({
  sharedChromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures needed from this pattern.
    async ({}, use) => {
      let launched: Promise<Browser> | null = null;
      await use(() => {
        launched ??= launchChromium();
        return launched;
      });
      if (launched) await (await (launched as Promise<Browser>)).close();
    },
    { scope: 'worker' },
  ],
  program: async ({ sharedChromium }, use, testInfo) => {
    const folder = mkdtempSync(join(tmpdir(), 'allot-e2e-'));
    const program = new Program(folder, sharedChromium);
    await use(program);
    if (testInfo.status !== testInfo.expectedStatus) {
      const picture = await program.picture();
      if (picture) await testInfo.attach('window', { body: picture, contentType: 'image/png' });
    }
    await program.kill();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    expect(program.watch.problems, 'errors reported by the window').toEqual([]);
  },
  window: async ({ program }, use) => {
    await use(await program.start());
  },
});

export { expect };
