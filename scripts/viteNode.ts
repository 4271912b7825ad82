import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { ROOT } from './paths.ts';

/**
 * The bundles that plain Node runs: the command line, the loopback host, and the process that reads workbooks.
 * Everything but the SQLite binding goes into them, because one bundled file starts several times faster than
 * hundreds of modules, and because the bundler leaves out the nine tenths of mathjs that nobody calls.
 */
export function nodeBundles(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        input: {
          allot: join(ROOT, 'src/main/cli/allot.ts'),
          server: join(ROOT, 'src/main/browser/server.ts'),
          readWorkbook: join(ROOT, 'src/main/imports/readWorkbookChild.ts'),
        },
        external: ['better-sqlite3'],
        output: { format: 'esm', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
}
