import { defineConfig } from '@playwright/test';

/** The whole program, through its window. `test/e2e/fixture.ts` starts the host and the browser. */
export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '*.spec.ts',
  globalSetup: './test/e2e/prepare.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 15_000 },
  // No retries: a test that fails now and then is a fault to be found.
  retries: 0,
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  reporter: 'list',
});
