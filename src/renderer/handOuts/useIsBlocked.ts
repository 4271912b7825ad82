import { useDocumentValue } from '../state/hooks.ts';

/** Whether nothing may be handed out: a source is stopped, or window and document do not agree. */
export function useIsBlocked(): boolean {
  return useDocumentValue(
    (it) => it.disagreement !== null || it.calculation.results.sources.some((source) => source.stopped !== null),
  );
}
