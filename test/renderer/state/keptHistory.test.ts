import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { TestHost } from './TestHost.ts';

/** The part of the page that outlives a reload. */
class Storage {
  readonly #held = new Map<string, string>();
  getItem = (key: string): string | null => this.#held.get(key) ?? null;
  setItem = (key: string, value: string): void => {
    this.#held.set(key, value);
  };
}

describe('the undo list after a reload of the window', () => {
  beforeEach(() => {
    Object.defineProperty(globalThis, 'sessionStorage', { value: new Storage(), configurable: true });
  });
  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'sessionStorage');
  });

  it('is the same, both ways', async () => {
    const host = new TestHost();
    const first = host.open();
    first.commit(setWeight(first.model, 1, 'W', 'HS', 'POV', 3_000));
    first.commit(setWeight(first.model, 1, 'W', 'HS', 'POV', 3_400));
    first.undo();
    await first.settled();
    const reloaded = host.open();
    await reloaded.restoreHistory();
    expect(reloaded.history.undoLabel).toBe('Need POV weight, Level HS 0.23 → 0.30');
    expect(reloaded.history.redoLabel).toBe('Need POV weight, Level HS 0.30 → 0.34');
    reloaded.redo();
    reloaded.undo();
    reloaded.undo();
    await reloaded.settled();
    expect(host.said).toEqual([]);
    expect(reloaded.model.get('weight', 1, 'W', 'HS', 'POV')?.weight).toBe(2_300);
    expect(host.model.toRows()).toEqual(reloaded.model.toRows());
  });

  it('is empty when the document is not the one it was made in', async () => {
    const host = new TestHost();
    const first = host.open();
    first.commit(setWeight(first.model, 1, 'W', 'HS', 'POV', 3_000));
    await first.settled();
    const other = new TestHost();
    other.logOf(host);
    const reloaded = other.open();
    await reloaded.restoreHistory();
    expect(reloaded.history.undoLabel).toBeNull();
  });
});
