import type { DocumentState } from '../state/DocumentState.ts';

/** A value that is worked out anew only after a recalculation: totals that several cells of one painting ask for. */
export function oncePerRevision<T>(document: DocumentState, work: () => T): () => T {
  let held: { readonly revision: number; readonly value: T } | null = null;
  return () => {
    if (held?.revision !== document.revision) held = { revision: document.revision, value: work() };
    return held.value;
  };
}
