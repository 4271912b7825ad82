import { finishEditing } from '../commands/leaveSafely.ts';
import type { WindowState } from '../state/WindowState.ts';

/** What main needs to write numbers out: the scenario, and the digest of what the window shows. */
export interface WrittenNumbers {
  readonly scenario: number;
  readonly digest: string;
}

/**
 * Stores everything first. Null where the window and the document do not agree, which is said; nothing may leave the
 * program then.
 */
export async function readyToWrite(window: WindowState): Promise<WrittenNumbers | null> {
  const { document } = window;
  if (!document) return null;
  finishEditing();
  document.preview(null);
  await document.settled();
  if (document.disagreement) {
    window.say(document.disagreement, 'lasting');
    return null;
  }
  return { scenario: document.scenarioId, digest: document.calculation.digest() };
}
