import type { DocumentState } from '../state/DocumentState.ts';
import type { WindowState } from '../state/WindowState.ts';
import { finishEditing } from './leaveSafely.ts';

/** What main needs to write numbers out: the scenario, and the digest of what the window shows. */
export interface WrittenNumbers {
  readonly scenario: number;
  readonly digest: string;
}

/** What is being typed is finished or taken back, and everything stored. Null without a document. */
export async function settle(window: WindowState): Promise<DocumentState | null> {
  const { document } = window;
  if (!document) return null;
  finishEditing();
  document.preview(null);
  await document.settled();
  return document;
}

/**
 * The same before something leaves the program. Null where the window and the document do not
 * agree, which is said; nothing may leave the program then.
 */
export async function settleToWrite(window: WindowState): Promise<DocumentState | null> {
  const document = await settle(window);
  if (!document || document.disagreement === null) return document;
  window.say(document.disagreement, 'lasting');
  return null;
}

/** The same, and the shown scenario with its digest, which lets main refuse numbers other than those on screen. */
export async function readyToWrite(window: WindowState): Promise<WrittenNumbers | null> {
  const document = await settleToWrite(window);
  return document && { scenario: document.scenarioId, digest: document.calculation.digest() };
}
