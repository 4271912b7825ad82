import { CHECKS } from './checks.ts';

/** `npm run check`: types, format and lint, without the tests. */
let failed = 0;
for (const check of CHECKS) {
  const code = await check.run();
  process.stdout.write(`${code === 0 ? 'ok    ' : 'FAILED'} ${check.name}\n`);
  if (code !== 0) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
