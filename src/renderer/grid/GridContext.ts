import type { DocumentState } from '../state/DocumentState.ts';
import type { EntryBubble } from './EntryBubble.ts';
import type { Baseline } from './marks/Baseline.ts';
import type { CellMarks } from './marks/CellMarks.ts';
import type { KeyPress } from './range/rangeKeys.ts';

/** What cell editors, headings and key handlers find in the grid's `context`. */
export interface GridContext {
  readonly document: DocumentState;
  readonly bubble: EntryBubble;
  /** Opens the derivation of the selected number. */
  readonly openDerivation: () => void;
  readonly say: (sentence: string) => void;
  /** Whether a key is answered by the selection and not by the grid. */
  readonly ownsKey: (press: KeyPress) => boolean;
  /** An entry was ended with Enter or Tab: goes on inside the selection. False where there is only the one cell. */
  readonly leaveCell: (rows: number, columns: number) => boolean;
  /** Ctrl+Enter: what was typed goes into every selected cell. False where there is only the one cell. */
  readonly fillSelection: (text: string) => boolean;
  /** Wrong entries that were left with the mouse, kept for mending: by row key and column id. */
  readonly kept: Map<string, string>;
  readonly headers: {
    readonly selectAll: () => void;
    readonly selectColumn: (id: string, extends_: boolean, adds: boolean) => void;
    readonly openMenu: (id: string, heading: HTMLElement) => void;
  };
  readonly marks: () => CellMarks | null;
  readonly baseline: Baseline;
}
