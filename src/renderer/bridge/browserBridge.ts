import type { AllotBridge, Params, Reply, RequestName, Result } from '../../shared/contract/requests.ts';
import { EventStream } from './EventStream.ts';
import { readToken } from './readToken.ts';

function failure<T>(code: string, message: string): Reply<T> {
  return { ok: false, error: { code, message, detail: [] } };
}

/** The bridge over 127.0.0.1: what the preload does in Electron, by fetch. */
export function createBrowserBridge(): AllotBridge {
  const token = readToken();
  const headers = { 'x-allot-token': token ?? '' };
  const events = new EventStream(() => fetch('/events', { headers }));

  async function ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Reply<Result<Name>>> {
    if (token === null) {
      return failure('token-missing', 'Open Allot from the address it printed when it was started.');
    }
    // A request may be answered by way of an event (a file to choose), so the window must be listening by then.
    await events.ready();
    try {
      const response = await fetch(`/ask/${name}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(params),
        // Sent as the page goes, too; these are small, and no answer is awaited.
        keepalive: name === 'session/set',
      });
      if (response.headers.get('content-type')?.startsWith('application/json')) {
        return (await response.json()) as Reply<Result<Name>>;
      }
      return failure('host-refused', (await response.text()).trim());
    } catch {
      return failure(
        'host-gone',
        'Allot is no longer running. What you did is kept; start it again and it is offered to you.',
      );
    }
  }

  return { ask, on: (name, listener) => events.on(name, listener) };
}
