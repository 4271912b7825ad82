import { useState } from 'react';
import { slideName } from '../../shared/changes/sessions.ts';
import { useStore, useWindowOnce } from '../state/hooks.ts';
import { ProjectorStatus } from './ConsoleHead.tsx';
import { Elapsed } from './Elapsed.tsx';
import { LeverPanel } from './LeverPanel.tsx';
import type { LiveSession } from './LiveSession.ts';
import { endPresenting } from './presentActions.ts';
import './present.css';

/** At the foot of the window while a session is presented: the sheets are edited, and the projector follows. */
export function PresentBar({ live }: { readonly live: LiveSession }) {
  const window = useWindowOnce();
  useStore(live);
  const [isOpen, setOpen] = useState(false);
  const { slides, slideAt, slide } = live;
  return (
    <section className="present-bar" aria-label="Presentation" data-testid="present-bar" data-region="present">
      <b className="live-mark">Presenting</b>
      <button
        type="button"
        className="button button-small"
        aria-label="Previous slide"
        disabled={slideAt <= 0}
        onClick={() => live.turn(-1)}
      >
        ◀
      </button>
      <span className="bar-place" data-testid="present-place">
        Slide {slideAt + 1} of {slides.length}
      </span>
      <button
        type="button"
        className="button button-small"
        aria-label="Next slide"
        data-testid="present-next-slide"
        disabled={slideAt >= slides.length - 1}
        onClick={() => live.turn(1)}
      >
        ▶
      </button>
      <span className="bar-title dim">{slide ? slideName(slide) : ''}</span>
      <Elapsed since={live.startedAt} />
      <span className="grow" />
      <ProjectorStatus live={live} />
      <button
        type="button"
        className="button button-small"
        aria-pressed={live.isBlank}
        onClick={() => live.setBlank(!live.isBlank)}
      >
        Blank
      </button>
      <button
        type="button"
        className="button button-small"
        aria-expanded={isOpen}
        data-testid="present-levers"
        onClick={() => setOpen(!isOpen)}
      >
        Levers
      </button>
      <button
        type="button"
        className="button button-small button-main"
        data-testid="present-to-console"
        title="F5"
        onClick={() => live.show('console')}
      >
        Controls
      </button>
      <button
        type="button"
        className="button button-small"
        data-testid="present-end"
        onClick={() => void endPresenting(window)}
      >
        End
      </button>
      {isOpen ? (
        <div className="bar-levers">
          <LeverPanel live={live} />
        </div>
      ) : null}
    </section>
  );
}
