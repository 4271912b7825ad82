/** The program prints with the same browsers as the checkout shows its window in. */
export { findBrowser } from '../src/main/print/findBrowser.ts';
