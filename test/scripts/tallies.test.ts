import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from '../../scripts/tallies.ts';

describe('the count of npm test', () => {
  it('takes the numbers of the runners', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, testResults: [] };
    expect(countVitest(report, 1)).toEqual({ passed: 7, failed: 2, skipped: 2 });
    expect(countPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } }, 1)).toEqual({
      passed: 4,
      failed: 2,
      skipped: 2,
    });
  });

  it('counts a test file that could not be loaded', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
    ];
    expect(countVitest({ numPassedTests: 3, numFailedTests: 1, testResults }, 1).failed).toBe(2);
  });

  it('calls a bad end without a failed test a failure, and no tests at all too', () => {
    expect(countVitest({ numPassedTests: 3, numFailedTests: 0 }, 1).failed).toBe(1);
    expect(countVitest({ numPassedTests: 0, numFailedTests: 0 }, 0).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 0 } }, 0).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 2 } }, 1).failed).toBe(1);
  });

  it('calls a missing or strange report a failure', () => {
    for (const report of [null, undefined, 'text', [], { stats: 'none' }, { testResults: 1 }]) {
      expect(countVitest(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
      expect(countPlaywright(report, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    }
  });

  it('calls a good run good', () => {
    expect(countVitest({ numPassedTests: 3 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 0 });
  });
});
