import { randomBytes } from 'node:crypto';

/** The text in src/renderer/index.html that a host replaces by the nonce of the response. */
export const STYLE_NONCE_PLACEHOLDER = '__STYLE_NONCE__';

/** A nonce nobody can guess; a new one for every page that is served. */
export function createStyleNonce(): string {
  return randomBytes(18).toString('base64');
}

/**
 * What the window may load: its own scripts, styles, images and fonts, and nothing from anywhere else. The nonce is
 * for AG Grid, which writes its style sheets into the page; it is why `'unsafe-inline'` is not needed and must not
 * be added. `connect` is 'none' in Electron, where the window talks through the preload only.
 */
export function contentPolicy(nonce: string, connect: 'none' | 'self'): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src '${connect}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** The headers of every answer of a host, whatever is in it. */
export function protectiveHeaders(nonce: string, connect: 'none' | 'self'): Record<string, string> {
  return {
    'content-security-policy': contentPolicy(nonce, connect),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
