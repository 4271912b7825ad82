import type { Explanation } from '../../shared/calc/results.ts';
import type { DocumentState } from './DocumentState.ts';

/** How the selected number came about, as the document stands now; null for what a person typed. */
export function explainSelection(_document: DocumentState): Explanation | null {
  return null;
}
