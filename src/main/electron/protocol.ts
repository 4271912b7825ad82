import { type CustomScheme, protocol } from 'electron';
import { createStyleNonce, protectiveHeaders } from '../window/contentPolicy.ts';
import type { WindowFiles } from '../window/WindowFiles.ts';

/** Ours in place of `file:`, whose pages may read the disk. Announced before the program is ready, as Electron asks. */
export const APP_SCHEME: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, codeCache: true },
};

function answer(request: { readonly url: string; readonly method: string }, files: WindowFiles): Response {
  const nonce = createStyleNonce();
  const headers = protectiveHeaders(nonce, 'none');
  let address: URL;
  try {
    address = new URL(request.url);
  } catch {
    return new Response(null, { status: 400, headers });
  }
  if (address.host !== 'allot' || request.method !== 'GET') return new Response(null, { status: 404, headers });
  const file = files.read(address.pathname, nonce);
  if (!file) return new Response(null, { status: 404, headers });
  return new Response(file.body, { status: 200, headers: { ...headers, 'content-type': file.type } });
}

/** Serves the window at `app://allot/…` from the files that were built, with the content policy on every answer. */
export function serveWindow(files: WindowFiles): void {
  protocol.handle(APP_SCHEME.scheme, (request) => answer(request, files));
}
