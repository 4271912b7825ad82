import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FindingsWatch } from '../../../src/renderer/findings/FindingsWatch.ts';
import { groupFindings } from '../../../src/renderer/findings/groupFindings.ts';
import { setCurrentBudget } from '../../../src/shared/changes/enrollment.ts';
import { acceptFinding } from '../../../src/shared/findings/acceptFinding.ts';
import { findingSteps, findings } from '../../../src/shared/findings/findings.ts';
import { TestHost } from '../state/TestHost.ts';

interface IdleMoment {
  readonly timeRemaining: () => number;
  readonly didTimeout: boolean;
}

/** A browser that is idle for one step at a time. */
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', (run: (deadline: IdleMoment) => void) =>
    setTimeout(() => run({ timeRemaining: () => 0, didTimeout: false }), 1),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const budget = (document: ReturnType<TestHost['open']>, school: string, amountCents: number) => {
  const version = document.model.get('scenario', 1)?.currentVersion ?? 0;
  return document.draft(() => setCurrentBudget(document.model, version, school, { amountCents, pupils: null }));
};
const twice = (watch: FindingsWatch) => watch.list.filter((finding) => finding.rule === 'same-budget');

describe('the watch over findings', () => {
  it('looks after a change, not while a number is being typed, and gives what a full look gives', async () => {
    const document = new TestHost().open();
    const watch = new FindingsWatch(document);
    expect(watch.hasLooked).toBe(false);
    await vi.runAllTimersAsync();
    expect(watch.hasLooked).toBe(true);
    document.commit(budget(document, 'A', 100));
    document.preview(budget(document, 'B', 100));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(twice(watch)).toEqual([]);
    document.commit(budget(document, 'B', 100));
    await vi.runAllTimersAsync();
    expect(twice(watch)).toHaveLength(1);
    const scenario = document.model.get('scenario', 1);
    if (!scenario) throw new Error('There is a scenario 1.');
    expect(watch.list).toEqual(findings(document.model, scenario, document.calculation));
  });

  it('begins anew when a change is made between two steps', async () => {
    const document = new TestHost().open();
    const watch = new FindingsWatch(document);
    document.commit(budget(document, 'A', 100));
    await vi.advanceTimersByTimeAsync(252);
    document.commit(budget(document, 'B', 100));
    await vi.runAllTimersAsync();
    expect(twice(watch)).toHaveLength(1);
  });

  it('moves an accepted doubt at once', async () => {
    const document = new TestHost().open();
    const watch = new FindingsWatch(document);
    document.commit(budget(document, 'A', 100));
    document.commit(budget(document, 'B', 100));
    await vi.runAllTimersAsync();
    const before = watch.counts.warns;
    const [doubt] = twice(watch);
    if (!doubt) throw new Error('There is a doubt.');
    document.commit(acceptFinding(document.model, doubt, 'one campus', { at: '2026-01-05', by: 'ann' }));
    watch.followAcceptance();
    expect(twice(watch)[0]?.accepted?.note).toBe('one campus');
    expect(watch.counts.warns).toBe(before - 1);
  });
});

it('takes a step per rule', () => {
  const { model, calculation } = new TestHost().open();
  const scenario = model.get('scenario', 1);
  if (!scenario) throw new Error('There is a scenario 1.');
  const steps = findingSteps(model, scenario, calculation);
  let count = 0;
  while (!steps.next().done) count++;
  expect(count).toBeGreaterThan(5);
});

it('groups doubts by rule, with what stops a source first', () => {
  const finding = { key: 'k', sentence: 's', cells: [], accepted: null };
  const groups = groupFindings([
    { ...finding, rule: 'no-pupils', severity: 'warns' },
    { ...finding, rule: 'index-missing', severity: 'stops' },
    { ...finding, rule: 'formula-error', severity: 'warns' },
    { ...finding, rule: 'no-pupils', severity: 'warns' },
  ]);
  expect(groups.map(({ id, findings: list }) => [id, list.length])).toEqual([
    ['index-missing', 1],
    ['calculation', 1],
    ['no-pupils', 2],
  ]);
});
