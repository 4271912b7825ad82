import { AllotError } from '../../shared/contract/errors.ts';
import type { Recovery } from '../../shared/contract/requests.ts';
import type { MainProgram } from '../handlers.ts';

/** What a person wants to see first. */
export interface AtStart {
  readonly sample: boolean;
  /** A document that was double-clicked or named. */
  readonly path: string | null;
}

/**
 * Opens what the program was started for, before its window asks. The sample district gives way to unsaved work that
 * was found: what a person lost comes before what they have not seen yet. Gives the sentence why the document named
 * could not be opened, or null; the window then shows its start screen.
 */
export async function openAtStart(
  { sample, path }: AtStart,
  { dispatch, session }: Pick<MainProgram, 'dispatch' | 'session'>,
): Promise<string | null> {
  if (path !== null) {
    try {
      await session.openPath(path);
      return null;
    } catch (error) {
      if (error instanceof AllotError) return error.message;
      throw error;
    }
  }
  if (!sample) return null;
  const found = await dispatch('document/recoveries', null);
  if (found.ok && (found.value as readonly Recovery[]).length > 0) return null;
  const opened = await dispatch('document/openSample', null);
  return opened.ok ? null : opened.error.message;
}
