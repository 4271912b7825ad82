import { useEffect } from 'react';
import { slideName } from '../../shared/changes/sessions.ts';
import { useStore, useWindowOnce } from '../state/hooks.ts';
import type { LiveSession } from './LiveSession.ts';
import { SlideCanvas } from './SlideCanvas.tsx';
import { usePresentKeys } from './usePresentKeys.ts';
import './present.css';

/** The slide alone, where there is one screen for everybody. Esc brings the controls back. */
export function OneScreen({ live }: { readonly live: LiveSession }) {
  const window = useWindowOnce();
  useStore(live);
  usePresentKeys(window, live);
  useEffect(
    () => () => {
      if (document.fullscreenElement) void document.exitFullscreen();
    },
    [],
  );
  const { slide } = live;
  return (
    <main
      className="one-screen"
      data-testid="present-one"
      data-appearance={live.isBlank ? 'blank' : (live.session?.appearance ?? 'light')}
    >
      <SlideCanvas
        store={live.frames}
        read={() => live.frame}
        className="one-canvas"
        label={slide ? slideName(slide) : 'No slide'}
        testId="present-picture"
      />
      <button type="button" className="button one-leave" title="Esc" onClick={() => live.show('console')}>
        Controls
      </button>
    </main>
  );
}
