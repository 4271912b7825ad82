import { enableCompileCache } from 'node:module';
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensureBuilt.ts';
import { ALLOT_BUNDLE, OUT } from './paths.ts';

/**
 * `npm run -s allot -- …`: the command line of a checkout. The bundle runs in this very process, because a second
 * Node would double the time a person waits. npm starts scripts in the repository; INIT_CWD is where the caller stands.
 */
await ensureBuilt(['node']);
enableCompileCache(`${OUT}/.compile-cache`);
// Only as npm's own script: a child of another npm script inherits INIT_CWD, and stands elsewhere on purpose.
if (process.env.npm_lifecycle_event === 'allot') process.chdir(process.env.INIT_CWD ?? process.cwd());
await import(pathToFileURL(ALLOT_BUNDLE).href);
