/** Survives a reload of the window, and is gone with the tab; no other tab or site can read it. */
const KEPT_AS = 'allot-token';

/**
 * The token of the loopback host, which its address carries in the fragment. It is taken out of the address at once,
 * so that it does not end up in the history or in a copied link. Null when the page was opened some other way.
 */
export function readToken(): string | null {
  const fromAddress = location.hash.slice(1);
  if (fromAddress) {
    sessionStorage.setItem(KEPT_AS, fromAddress);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(KEPT_AS);
}
