import { explain } from '../../shared/calc/explain/explain.ts';
import type { Explanation } from '../../shared/calc/results.ts';
import type { DocumentState } from './DocumentState.ts';
import type { Selection } from './Selection.ts';

interface Held {
  readonly selection: Selection;
  readonly revision: number;
  readonly explanation: Explanation | null;
}

/** The formula bar and the derivation ask for the same thing in the same frame. */
const LAST = new WeakMap<DocumentState, Held>();

/** How the selected number came about, as the document stands now; null for what a person typed. */
export function explainSelection(document: DocumentState): Explanation | null {
  const { selection, revision, calculation } = document;
  if (!selection?.target) return null;
  const held = LAST.get(document);
  if (held && held.selection === selection && held.revision === revision) return held.explanation;
  const { target } = selection;
  const explanation = typeof target === 'function' ? target() : explain(calculation, target);
  LAST.set(document, { selection, revision, explanation });
  return explanation;
}
