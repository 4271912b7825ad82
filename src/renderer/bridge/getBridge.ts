import type { AllotBridge } from '../../shared/contract/requests.ts';
import { createBrowserBridge } from './browserBridge.ts';

declare global {
  interface Window {
    readonly allot?: AllotBridge;
  }
}

let bridge: AllotBridge | null = null;

/** The way to the host: what Electron's preload put into the window, or else the loopback host that served the page. */
export function getBridge(): AllotBridge {
  bridge ??= window.allot ?? createBrowserBridge();
  return bridge;
}
