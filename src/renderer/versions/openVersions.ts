import type { InputKind } from '../../shared/model/rows.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { WindowState } from '../state/WindowState.ts';
import { INPUTS } from './versionNames.ts';

const KIND = 'versions/kind';

/** Which input the sheet Versions showed last. */
export const shownKind = (document: DocumentState): InputKind =>
  INPUTS.find((kind) => kind === document.session.get(KIND)) ?? 'enrollment';

export const rememberKind = (document: DocumentState, kind: InputKind): void => document.session.set(KIND, kind);

/** Goes to the versions of one input. */
export function openVersions(window: WindowState, document: DocumentState, kind: InputKind): void {
  rememberKind(document, kind);
  window.goTo('versions');
}

const PAIR = 'versions/pair';

/** Two versions that somebody asked to see compared; null where nobody did, and what is in use is compared. */
export function askedPair(document: DocumentState): { readonly before: number; readonly after: number } | null {
  const [before, after] = (document.session.get(PAIR) ?? '').split(' ').map(Number);
  return before && after ? { before, after } : null;
}

export const forgetPair = (document: DocumentState): void => document.session.set(PAIR, '');
