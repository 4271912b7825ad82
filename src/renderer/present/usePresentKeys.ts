import { useEffect } from 'react';
import { projectorKey } from '../projector/projectorKeys.ts';
import type { WindowState } from '../state/WindowState.ts';
import type { LiveSession } from './LiveSession.ts';
import { leave } from './presentActions.ts';

/** The keys of a presentation, unless a field or a slider has them, or a question is open. */
export function usePresentKeys(window: WindowState, live: LiveSession): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || window.dialog) return;
      const { target, key } = event;
      const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
      if (isField && key !== 'Escape') return;
      // A button is pressed by these, and a list is scrolled by none of them.
      if (target instanceof HTMLButtonElement && (key === 'Enter' || key === ' ')) return;
      if (key.toLowerCase() === 'f' && live.view === 'oneScreen' && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        void fillScreen();
        return;
      }
      const meant = projectorKey(event);
      if (!meant) return;
      event.preventDefault();
      if (meant === 'escape') void leave(window);
      else live.press(meant);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [window, live]);
}

async function fillScreen(): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  } catch {
    // A screen that may not be filled shows the slide in the window.
  }
}
