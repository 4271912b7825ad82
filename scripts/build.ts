import { buildParts } from './buildParts.ts';

/** `npm run build`: everything, from nothing. */
await buildParts(['node', 'window', 'electron'], true);
process.stderr.write('Built out/node, out/renderer, out/main and out/preload.\n');
