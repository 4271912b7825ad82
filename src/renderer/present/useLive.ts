import { useSyncExternalStore } from 'react';
import type { LiveSession } from './LiveSession.ts';

/** One value of what is shown; a component renders again only where it is another, however many frames go by. */
export function useShown<T extends string | number | boolean | null>(live: LiveSession, read: () => T): T {
  return useSyncExternalStore(live.frames.subscribe, read);
}
