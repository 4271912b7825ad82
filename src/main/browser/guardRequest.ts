import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the token; a page of another site cannot set it without asking first, and asking is refused. */
export const TOKEN_HEADER = 'x-allot-token';

export interface Refusal {
  readonly status: 401 | 403;
  readonly sentence: string;
}

function sameText(left: string, right: string): boolean {
  // Digests have one length, so the comparison takes one time whatever was sent.
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

/**
 * Whether a request comes from our own page in a browser of this computer. Host: a foreign name that was made to
 * point to 127.0.0.1 (DNS rebinding) shows its own name here. Origin and Sec-Fetch-Site: another site's page shows
 * itself here. Cookies are not used, because a browser sends them to every port of 127.0.0.1.
 */
export function refuseOrigin(request: IncomingMessage, ownHost: string): Refusal | null {
  if (request.headers.host !== ownHost) return { status: 403, sentence: 'This address is not served here.' };
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${ownHost}`) {
    return { status: 403, sentence: 'Allot answers its own window only.' };
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, sentence: 'Allot answers its own window only.' };
  }
  return null;
}

/** Whether a request that reads or changes the document carries the token of this run. */
export function refuseToken(request: IncomingMessage, token: string): Refusal | null {
  const sent = request.headers[TOKEN_HEADER];
  if (typeof sent === 'string' && sameText(sent, token)) return null;
  return { status: 401, sentence: 'Open Allot from the address it printed when it was started.' };
}
