import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const root = import.meta.dirname;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    // Electron never runs inside a test: its module is a stand-in that records what it was asked.
    alias: { electron: join(root, 'test/fixtures/electronStandIn.ts') },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // better-sqlite3 is a native binding; child processes survive it better than threads.
    pool: 'forks',
  },
});
