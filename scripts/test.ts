import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKS } from './checks.ts';
import { OUT } from './paths.ts';
import { countPlaywright, countVitest, type Tally } from './tallies.ts';
import { runTool, toolPath } from './tools.ts';

/**
 * `npm test`: types, format and lint, the build, the tests of the code and the tests through the window.
 * The last line is `N passed, N failed` and stands alone. Nothing is skipped because an earlier step failed,
 * so that one run tells everything.
 */
const REPORTS = join(OUT, 'reports');
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const tallies: { name: string; tally: Tally }[] = [];

function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // A runner that died leaves no report; the tally of nothing counts as a failure.
    return null;
  }
}

function heading(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

for (const check of CHECKS) {
  heading(check.name);
  const code = await check.run();
  tallies.push({ name: check.name, tally: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 } });
}

heading('build');
const buildCode = await runTool(join(import.meta.dirname, 'build.ts'), []);
tallies.push({
  name: 'build',
  tally: { passed: buildCode === 0 ? 1 : 0, failed: buildCode === 0 ? 0 : 1, skipped: 0 },
});

heading('tests of the code');
const vitestReport = join(REPORTS, 'vitest.json');
const vitestCode = await runTool(toolPath('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${vitestReport}`,
]);
tallies.push({ name: 'tests of the code', tally: countVitest(readReport(vitestReport), vitestCode) });

heading('tests through the window');
const playwrightReport = join(REPORTS, 'playwright.json');
const playwrightCode = await runTool(toolPath('playwright'), ['test', '--reporter=list,json'], {
  PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport,
});
tallies.push({
  name: 'tests through the window',
  tally: countPlaywright(readReport(playwrightReport), playwrightCode),
});

heading('summary');
let passed = 0;
let failed = 0;
for (const { name, tally } of tallies) {
  const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : '';
  process.stdout.write(`${name}: ${tally.passed} passed, ${tally.failed} failed${skipped}\n`);
  passed += tally.passed;
  failed += tally.failed;
}
process.exitCode = failed === 0 ? 0 : 1;
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
