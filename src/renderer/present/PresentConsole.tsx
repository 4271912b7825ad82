import { useEffect, useRef } from 'react';
import { slideName } from '../../shared/changes/sessions.ts';
import { Notices } from '../shell/Notices.tsx';
import { useStore, useWindowOnce } from '../state/hooks.ts';
import { ConsoleHead } from './ConsoleHead.tsx';
import { LeverPanel } from './LeverPanel.tsx';
import type { LiveSession } from './LiveSession.ts';
import { NextSlide } from './NextSlide.tsx';
import { SlideCanvas } from './SlideCanvas.tsx';
import { usePresentKeys } from './usePresentKeys.ts';
import './present.css';

/** The controls: what the audience sees, what comes next, the notes that it does not see, and the levers. */
export function PresentConsole({ live }: { readonly live: LiveSession }) {
  const window = useWindowOnce();
  useStore(live);
  usePresentKeys(window, live);
  const { slides, slideAt, slide } = live;
  const next = slides[slideAt + 1] ?? null;
  return (
    <main className="console" data-testid="present-console" data-slide={slideAt}>
      <ConsoleHead live={live} />
      <nav className="console-slides" aria-label="Slides" data-testid="present-slides">
        <SlideList live={live} />
      </nav>
      <section className="console-stage" aria-label="On the projector">
        <Notices />
        <div className={live.isBlank ? 'stage-frame is-blank' : 'stage-frame'}>
          <SlideCanvas
            store={live.frames}
            read={() => live.frame}
            className="stage-canvas"
            label={slide ? slideName(slide) : 'No slide'}
            testId="present-picture"
          />
          {live.isBlank ? <p className="stage-note">Blank. Press B to show the slide again.</p> : null}
        </div>
        <div className="console-below">
          <section className="console-notes" aria-label="Speaker notes">
            <h2>Notes</h2>
            <p data-testid="present-notes">{slide?.notes || <span className="dim">No notes for this slide.</span>}</p>
          </section>
          <section className="console-next" aria-label="Next slide">
            <h2>Next{next ? `: ${slideName(next)}` : ''}</h2>
            {next ? <NextSlide live={live} slide={next} /> : <p className="dim">This is the last slide.</p>}
          </section>
        </div>
      </section>
      <LeverPanel live={live} />
      <Told live={live} />
    </main>
  );
}

function SlideList({ live }: { readonly live: LiveSession }) {
  const shown = useRef<HTMLButtonElement>(null);
  const { slides, slideAt } = live;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the slide shown comes into view when it is another.
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), [slideAt]);
  return (
    <ol>
      {slides.map((slide, at) => (
        <li key={slide.id}>
          <button
            type="button"
            ref={at === slideAt ? shown : undefined}
            aria-current={at === slideAt ? 'true' : undefined}
            onClick={() => live.goToSlide(at)}
          >
            <span className="slide-number">{at + 1}</span>
            <span className="slide-title">{slideName(slide)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

const TOLD_AFTER_MS = 700;

/** What the slide says, told once the levers stand still. */
function Told({ live }: { readonly live: LiveSession }) {
  const element = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      const words = live.frame ? `${live.frame.title}. ${live.frame.sentence}` : '';
      if (element.current && element.current.textContent !== words) element.current.textContent = words;
    };
    const stop = live.frames.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(tell, TOLD_AFTER_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [live]);
  return <p ref={element} className="visually-hidden" aria-live="polite" data-testid="present-told" />;
}
