import { afterEach, describe, expect, it, vi } from 'vitest';
import { PreviewWatch } from '../../../src/renderer/allocationFiles/PreviewWatch.ts';
import { DocumentState } from '../../../src/renderer/state/DocumentState.ts';
import { BLANK_TEMPLATE } from '../../../src/shared/allocationFile/blankTemplate.ts';
import { addTemplate, editTemplate } from '../../../src/shared/changes/templates.ts';
import { setWeight } from '../../../src/shared/changes/weights.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { rows, TestHost } from '../state/TestHost.ts';

/** The test district with one template, as a document of the window. */
function open(): DocumentState {
  const host = new TestHost();
  const document = host.open();
  const change = addTemplate(document.model, 'Plain', BLANK_TEMPLATE);
  if (typeof change === 'string') throw new Error(change);
  document.commit(change);
  return document;
}

const linesOf = (watch: PreviewWatch): readonly string[] =>
  watch.shown?.records.map(({ cells }) => cells.map(({ text }) => text).join(watch.shown?.template.delimiter)) ?? [];

describe('the watched preview', () => {
  afterEach(() => vi.useRealTimers());

  it('follows a weight as it is typed, and comes back when it is taken back', async () => {
    vi.useFakeTimers();
    const document = open();
    const watch = new PreviewWatch(document, 1);
    const before = linesOf(watch);
    expect(before[0]).toBe('school,source,amount');
    expect(before).toHaveLength(3);
    document.preview(setWeight(document.model, 1, 'W', 'HS', 'ALL', 20_000));
    await vi.runAllTimersAsync();
    expect(linesOf(watch)).not.toEqual(before);
    expect(watch.shown?.differences).toEqual([]);
    document.preview(null);
    await vi.runAllTimersAsync();
    expect(linesOf(watch)).toEqual(before);
    expect(watch.isFresh).toBe(true);
    watch.close();
  });

  it('follows the template, and nothing once it is closed', async () => {
    vi.useFakeTimers();
    const document = open();
    const watch = new PreviewWatch(document, 1);
    const edit = (delimiter: ';' | '|'): void => {
      const change = editTemplate(document.model, 1, { ...BLANK_TEMPLATE, delimiter }, 'delimiter');
      if (typeof change !== 'string') document.commit(change);
    };
    edit(';');
    await vi.runAllTimersAsync();
    expect(linesOf(watch)[0]).toBe('school;source;amount');
    watch.close();
    edit('|');
    await vi.runAllTimersAsync();
    expect(linesOf(watch)[0]).toBe('school;source;amount');
  });

  it('shows nothing of a template that cannot be read', () => {
    const held = rows();
    held.allocationTemplate = [{ id: 1, name: 'Broken', position: 0, definition: '{}' }];
    const host = new TestHost();
    const opened = host.open();
    const document = new DocumentState(
      { info: opened.info, rows: new Model(held).toRows(), session: {} },
      {
        bridge: { ask: async () => ({ ok: true, value: null as never }), on: () => () => {} },
        say: () => {},
        user: () => '',
      },
    );
    const watch = new PreviewWatch(document, 1);
    expect(watch.shown).toBeNull();
    watch.close();
  });
});
