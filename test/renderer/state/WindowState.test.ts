import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WindowState } from '../../../src/renderer/state/WindowState.ts';
import type { AllotBridge, Events, Reply } from '../../../src/shared/contract/requests.ts';

/** A host whose answers and events come when the test says. */
class SlowHost {
  readonly answers: ((reply: Reply<never>) => void)[] = [];
  #step: ((event: Events['progress/step']) => void) | null = null;
  readonly bridge: AllotBridge = {
    ask: () => new Promise((resolve) => this.answers.push(resolve)),
    on: (name, listener) => {
      if (name === 'progress/step') this.#step = listener as (event: Events['progress/step']) => void;
      return () => {};
    },
  };

  step(label: string): void {
    this.#step?.({ label, done: 0, total: null });
  }

  /** Answers a request that waits, the first one unless said otherwise. */
  async answer(at = 0): Promise<void> {
    this.answers.splice(at, 1)[0]?.({ ok: true, value: null as never });
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: { dataset: {} } });
  vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => {} });
});
afterEach(() => vi.unstubAllGlobals());

describe('what main is doing', () => {
  async function started(): Promise<{ host: SlowHost; window: WindowState }> {
    const host = new SlowHost();
    const window = new WindowState(host.bridge);
    const starting = window.start();
    for (let request = 0; request < 3; request++) await host.answer();
    await starting;
    return { host, window };
  }

  it('is shown until the request is answered', async () => {
    const { host, window } = await started();
    const asking = window.ask('workbook/import', { scenario: 1, as: 'file' });
    host.step('Reading the workbook');
    expect(window.busy).toBe('Reading the workbook');
    await host.answer();
    await asking;
    expect(window.busy).toBeNull();
  });

  it('is not shown for ever when a step is heard after the answer', async () => {
    const { host, window } = await started();
    const asking = window.ask('workbook/import', { scenario: 1, as: 'file' });
    await host.answer();
    await asking;
    host.step('Reading the workbook');
    expect(window.busy).toBeNull();
  });

  it('stays in view while a second request is answered meanwhile', async () => {
    const { host, window } = await started();
    void window.ask('workbook/import', { scenario: 1, as: 'file' });
    void window.ask('document/recoveries', null);
    host.step('Reading the workbook');
    await host.answer(1);
    expect(window.busy).toBe('Reading the workbook');
    await host.answer();
    expect(window.busy).toBeNull();
  });

  it('is a job with its count where a long one was asked for, until it is answered', async () => {
    const { host, window } = await started();
    const asking = window.askJob('job/cancel', null);
    expect(window.job).toBeNull();
    host.step('Writing calculators');
    expect(window.job).toMatchObject({ label: 'Writing calculators' });
    expect(window.busy).toBeNull();
    await host.answer();
    await asking;
    expect(window.job).toBeNull();
    host.step('Writing calculators');
    expect(window.job).toBeNull();
  });
});
