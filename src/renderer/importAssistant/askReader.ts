import type { Params, Reply, RequestName, Result } from '../../shared/contract/requests.ts';
import type { WindowState } from '../state/WindowState.ts';

/**
 * Asks main while a file is being imported. What went wrong is for the import to show, since it covers the window's own
 * notices; that main does not answer at all is told as any other refusal.
 */
export async function askReader<Name extends RequestName>(
  window: WindowState,
  name: Name,
  params: Params<Name>,
): Promise<Reply<Result<Name>>> {
  try {
    return await window.bridge.ask(name, params);
  } catch {
    const message = 'Allot’s document process does not answer. Nothing was imported; start Allot again.';
    return { ok: false, error: { code: 'no-answer', message, detail: [] } };
  } finally {
    window.setBusy(null);
  }
}
