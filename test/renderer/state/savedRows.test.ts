import { describe, expect, it } from 'vitest';
import { SavedRows } from '../../../src/renderer/state/SavedRows.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { TestHost } from './TestHost.ts';

describe('the rows as they were saved', () => {
  it('are read back through any edits, and the document stays as it is', () => {
    const document = new TestHost().open();
    const weight = () => document.model.get('weight', 1, 'W', 'HS', 'POV')?.weight;
    for (const value of [3_000, 3_400]) document.commit(setWeight(document.model, 1, 'W', 'HS', 'POV', value));
    expect(document.savedRows.isEmpty).toBe(false);
    expect(document.savedRows.read(document.model, weight)).toBe(2_300);
    expect(weight()).toBe(3_400);
    document.undo();
    document.undo();
    expect(document.savedRows.isEmpty).toBe(true);
  });

  it('are those of the last save, which is counted', () => {
    const document = new TestHost().open();
    const { count } = document.savedRows;
    document.commit(setWeight(document.model, 1, 'W', 'HS', 'POV', 3_000));
    document.markSaved();
    expect(document.savedRows.count).toBe(count + 1);
    expect(document.savedRows.isEmpty).toBe(true);
    expect(new SavedRows().isEmpty).toBe(true);
  });
});
