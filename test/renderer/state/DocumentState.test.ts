import { describe, expect, it } from 'vitest';
import type { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { rows, TestHost } from './TestHost.ts';

const high = (document: DocumentState, weight: number) => setWeight(document.model, 1, 'W', 'HS', 'POV', weight);
const weightOf = (document: DocumentState): number | undefined =>
  document.model.get('weight', 1, 'W', 'HS', 'POV')?.weight;
/** What calculating everything from nothing gives for the model as it stands. */
const afresh = (document: DocumentState): string =>
  new Calculation(new Model(structuredClone(document.model.toRows())), 1).digest();

describe('a preview', () => {
  it('moves model and budgets without sending anything, and is taken back row for row', () => {
    const host = new TestHost();
    const document = host.open();
    const before = document.calculation.digest();
    document.preview(high(document, 3_400));
    expect(weightOf(document)).toBe(3_400);
    expect(document.calculation.digest()).not.toBe(before);
    expect(document.calculation.digest()).toBe(afresh(document));
    document.preview(null);
    expect(document.calculation.digest()).toBe(before);
    expect(document.model.toRows()).toEqual(new Model(rows()).toRows());
    expect(host.sent).toEqual([]);
    expect(document.history.undoLabel).toBeNull();
  });

  it('replaces the one before, and a draft is built from the document and not from the preview', () => {
    const document = new TestHost().open();
    document.preview(high(document, 3_000));
    const change = document.draft(() => high(document, 3_400));
    expect(change.label).toBe('Need POV weight, Level HS 0.23 → 0.34');
    expect(weightOf(document)).toBe(3_000);
    document.preview(change);
    expect(weightOf(document)).toBe(3_400);
    document.preview(null);
    expect(weightOf(document)).toBe(2_300);
  });

  it('tells how cells moved until it is taken back', () => {
    const document = new TestHost().open();
    const total = document.calculation.results.total[1];
    document.preview(high(document, 3_400));
    expect(document.movement).toBe('moving');
    expect(document.beforeEdit?.at('total', 'B')).toBe(total);
    document.preview(null);
    expect(document.movement).toBe('still');
    expect(document.beforeEdit).toBeNull();
  });
});

describe('a commit', () => {
  it('is sent once, with its label, and main agrees', async () => {
    const host = new TestHost();
    const document = host.open();
    const change = high(document, 3_400);
    document.preview(change);
    document.commit(change);
    await document.settled();
    expect(host.sent.map(({ kind, label }) => ({ kind, label }))).toEqual([
      { kind: 'weights', label: 'Need POV weight, Level HS 0.23 → 0.34' },
    ]);
    expect(host.model.toRows()).toEqual(document.model.toRows());
    expect(document.disagreement).toBeNull();
    expect(document.info.isModified).toBe(true);
  });

  it('of something else than the preview takes the preview back first', async () => {
    const host = new TestHost();
    const document = host.open();
    document.preview(high(document, 9_000));
    document.commit(document.draft(() => setWeight(document.model, 1, 'W', 'ES', 'POV', 5_000)));
    await document.settled();
    expect(weightOf(document)).toBe(2_300);
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });

  it('without ops is no step', async () => {
    const host = new TestHost();
    const document = host.open();
    document.commit(high(document, 2_300));
    await document.settled();
    expect(host.sent).toEqual([]);
    expect(document.history.undoLabel).toBeNull();
  });

  it('that main calculates differently switches exports off and says so', async () => {
    const host = new TestHost();
    host.reportsDigest = 'another';
    const document = host.open();
    document.commit(high(document, 3_400));
    await document.settled();
    expect(document.disagreement).toContain('exports are switched off');
  });
});

describe('undo and redo', () => {
  it('name the change as first logged, however often it goes to and fro', async () => {
    const host = new TestHost();
    const document = host.open();
    const start = document.calculation.digest();
    document.commit(high(document, 3_400));
    const edited = document.calculation.digest();
    // The first undo is asked for before main has answered the edit: its log id is known only when it is sent.
    document.undo();
    document.redo();
    document.undo();
    await document.settled();
    expect(host.sent.map(({ kind, of }) => [kind, of])).toEqual([
      ['weights', undefined],
      ['undo', 100],
      ['redo', 100],
      ['undo', 100],
    ]);
    expect(document.calculation.digest()).toBe(start);
    document.redo();
    await document.settled();
    expect(document.calculation.digest()).toBe(edited);
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });

  it('offer the right labels, and a new edit empties redo', () => {
    const document = new TestHost().open();
    document.commit(high(document, 3_400));
    document.undo();
    expect(document.history.undoLabel).toBeNull();
    expect(document.history.redoLabel).toBe('Need POV weight, Level HS 0.23 → 0.34');
    document.commit(high(document, 4_000));
    expect(document.history.redoLabel).toBeNull();
    expect(document.history.undoLabel).toBe('Need POV weight, Level HS 0.23 → 0.40');
  });
});

describe('a refusal', () => {
  it('takes the change and those made after it back, and says why', async () => {
    const host = new TestHost();
    host.refuses = { at: 1, sentence: 'The disk is full.' };
    const document = host.open();
    document.commit(high(document, 3_000));
    await document.settled();
    const kept = document.calculation.digest();
    document.commit(high(document, 3_400));
    document.commit(high(document, 3_800));
    document.undo();
    await document.settled();
    expect(host.sent.length).toBe(2);
    expect(host.said).toEqual(['The disk is full.']);
    expect(weightOf(document)).toBe(3_000);
    expect(document.calculation.digest()).toBe(kept);
    expect(document.history.undoLabel).toBe('Need POV weight, Level HS 0.23 → 0.30');
    expect(document.history.redoLabel).toBeNull();
    expect(host.model.toRows()).toEqual(document.model.toRows());
  });
});

describe('structure', () => {
  it('is renewed by what changes lists, and not by a number', () => {
    const document = new TestHost().open();
    const before = document.structureRevision;
    document.commit(high(document, 3_400));
    expect(document.structureRevision).toBe(before);
    const need = { code: 'EL', name: 'English Learner', position: 2 };
    document.commit({
      kind: 'needs',
      label: 'Add EL',
      scenario: null,
      ops: [{ table: 'need', before: null, after: need }],
    });
    expect(document.structureRevision).toBe(before + 1);
    expect(document.calculation.needs.length).toBe(3);
  });
});
