import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** The desktop product: main process, sandboxed preload, and the window, which the loopback host serves as well. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      // The packaged program carries no node_modules but the SQLite binding; everything else is bundled.
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          main: join(root, 'src/main/electron/main.ts'),
          readWorkbook: join(root, 'src/main/imports/readWorkbookChild.ts'),
        },
        external: ['electron', 'better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: join(root, 'src/main/electron/preload.ts') },
        // A sandboxed preload is loaded by Electron's own small require: one CommonJS file, no chunks.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: join(root, 'src/renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome140',
      minify: true,
      // The window comes from the disk; splitting it would gain nothing.
      chunkSizeWarningLimit: 4_000,
      // An image turned into a data: address would still load, but a font or script would not under our policy.
      assetsInlineLimit: 0,
      // The projector's page is small and stands by itself: it paints what the window sends and knows of nothing else.
      rolldownOptions: {
        input: { index: join(root, 'src/renderer/index.html'), projector: join(root, 'src/renderer/projector.html') },
      },
    },
  },
});
