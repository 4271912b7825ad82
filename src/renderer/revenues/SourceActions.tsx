import { moveSource } from '../../shared/changes/decisions.ts';
import { describeRemoval } from '../../shared/changes/describeRemoval.ts';
import { removeSource } from '../../shared/changes/sources.ts';
import { sourcesNaming } from '../../shared/changes/sourcesNaming.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import type { WindowState } from '../state/WindowState.ts';

/** Removes a source once it was said what goes with it. */
export async function confirmRemoval(document: DocumentState, window: WindowState, code: string): Promise<void> {
  const { model } = document;
  const source = model.table('source').get(code);
  if (!source) return;
  const change = removeSource(model, source.code);
  const named = sourcesNaming(model, [source.code]).join(', ');
  const sentence = [
    `${source.name} goes with ${describeRemoval(change)}.`,
    named ? `Its amounts are used by ${named}, which will pay nobody until that is changed.` : '',
    'Undo brings it back.',
  ].join(' ');
  const choices = [{ name: 'remove', label: 'Remove source', isMain: true }];
  if ((await window.confirm(`Remove ${source.name}?`, sentence, choices)) === 'remove') document.commit(change);
}

/** What can be done with the source the person stands on: move it, remove it. */
export function SourceActions() {
  const document = useDocument();
  const window = useWindowOnce();
  const { model, selection } = document;
  const source = selection?.sheet === 'revenues' ? model.table('source').get(selection.rowKey) : undefined;
  const list = model.ordered('source');
  const at = list.findIndex((one) => one.code === source?.code);
  const isFixed = !source || document.readOnlyReason !== null;
  return (
    <>
      <button
        type="button"
        className="button"
        aria-label="Move the selected source up"
        title="Move the selected source up"
        disabled={isFixed || at === 0}
        onClick={() => source && document.commit(moveSource(model, source.code, -1))}
      >
        ↑
      </button>
      <button
        type="button"
        className="button"
        aria-label="Move the selected source down"
        title="Move the selected source down"
        disabled={isFixed || at === list.length - 1}
        onClick={() => source && document.commit(moveSource(model, source.code, 1))}
      >
        ↓
      </button>
      <button
        type="button"
        className="button button-danger"
        disabled={isFixed}
        onClick={() => source && void confirmRemoval(document, window, source.code)}
      >
        Remove…
      </button>
    </>
  );
}
