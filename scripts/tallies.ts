/** What one runner found. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function numberOf(report: unknown, name: string): number {
  if (typeof report !== 'object' || report === null) return 0;
  const value = (report as Record<string, unknown>)[name];
  return typeof value === 'number' ? value : 0;
}

/**
 * A runner that ends badly without a failed test (it could not load a file, an error came after the last test,
 * it found nothing to run) has failed all the same, and is counted once.
 */
function withVerdict(passed: number, failed: number, skipped: number, exitCode: number): Tally {
  const unexplained = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: unexplained ? 1 : failed, skipped };
}

/** Reads vitest's JSON report. A test file that could not be loaded has no tests in it and counts as one failure. */
export function countVitest(report: unknown, exitCode: number): Tally {
  const files =
    typeof report === 'object' && report !== null && 'testResults' in report && Array.isArray(report.testResults)
      ? (report.testResults as readonly { status?: string; assertionResults?: readonly unknown[] }[])
      : [];
  const unloaded = files.filter(
    (file) => file.status === 'failed' && (file.assertionResults ?? []).length === 0,
  ).length;
  const skipped = numberOf(report, 'numPendingTests') + numberOf(report, 'numTodoTests');
  return withVerdict(
    numberOf(report, 'numPassedTests'),
    numberOf(report, 'numFailedTests') + unloaded,
    skipped,
    exitCode,
  );
}

/** Reads Playwright's JSON report. A flaky test is a failed one. */
export function countPlaywright(report: unknown, exitCode: number): Tally {
  const stats = typeof report === 'object' && report !== null && 'stats' in report ? report.stats : null;
  return withVerdict(
    numberOf(stats, 'expected'),
    numberOf(stats, 'unexpected') + numberOf(stats, 'flaky'),
    numberOf(stats, 'skipped'),
    exitCode,
  );
}
