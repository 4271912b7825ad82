import { join } from 'node:path';

/** The folder of package.json; scripts never rely on the folder they are started in. */
export const ROOT = join(import.meta.dirname, '..');
export const OUT = join(ROOT, 'out');

/** The command line, bundled. */
export const ALLOT_BUNDLE = join(OUT, 'node', 'allot.js');
/** The loopback host, bundled. */
export const SERVER_BUNDLE = join(OUT, 'node', 'server.js');
