import type { DocumentState } from '../state/DocumentState.ts';
import type { EntryBubble } from './EntryBubble.ts';

/** What cell editors and key handlers find in the grid's `context`. */
export interface GridContext {
  readonly document: DocumentState;
  readonly bubble: EntryBubble;
  /** Opens the derivation of the selected number. */
  readonly openDerivation: () => void;
  readonly say: (sentence: string) => void;
}
