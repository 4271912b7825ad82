import { editSession } from '../../shared/changes/sessions.ts';
import { useStore, useWindow } from '../state/hooks.ts';
import { Elapsed } from './Elapsed.tsx';
import type { LiveSession } from './LiveSession.ts';
import { presentingOf } from './Presenting.ts';
import { endPresenting, handOut } from './presentActions.ts';
import { openProjector } from './startPresenting.ts';
import { useShown } from './useLive.ts';

/** Which session and slide, how long it has gone on, and what the projector does. */
export function ConsoleHead({ live }: { readonly live: LiveSession }) {
  const window = useWindow();
  useStore(live);
  const { session, slides, slideAt } = live;
  const isDark = session?.appearance === 'dark';
  const look = (): void => {
    const { model } = live.document;
    const change = editSession(model, live.sessionId, { appearance: isDark ? 'light' : 'dark' }, 'appearance');
    if (typeof change === 'string') window.say(change, 'refusal');
    else live.document.commit(change);
  };
  return (
    <header className="console-head">
      <h1>{session?.name}</h1>
      <span className="dim" data-testid="present-place">
        Slide {slideAt + 1} of {slides.length}
      </span>
      <Elapsed since={live.startedAt} />
      <span className="grow" />
      <ProjectorStatus live={live} />
      <button
        type="button"
        className="button"
        aria-pressed={live.isBlank}
        title="The projector goes dark (B)"
        data-testid="present-blank"
        onClick={() => live.setBlank(!live.isBlank)}
      >
        Blank
      </button>
      <button
        type="button"
        className="button"
        aria-pressed={isDark}
        title="Light letters on a dark ground"
        data-testid="present-appearance"
        onClick={look}
      >
        Dark
      </button>
      <button
        type="button"
        className="button"
        title="The slide fills this window; Esc returns (Shift+F5)"
        data-testid="present-one-screen"
        onClick={() => live.show('oneScreen')}
      >
        One screen
      </button>
      <button
        type="button"
        className="button"
        title="The board packet of this moment, levers as they stand"
        onClick={() => void handOut(window, live, 'pdf')}
      >
        PDF…
      </button>
      <button
        type="button"
        className="button"
        title="To edit while the projector follows"
        data-testid="present-to-sheets"
        onClick={() => live.show('bar')}
      >
        Sheets
      </button>
      <button
        type="button"
        className="button"
        title="End the presentation (Esc)"
        data-testid="present-end"
        onClick={() => void endPresenting(window)}
      >
        End
      </button>
    </header>
  );
}

/** Whether somebody sees what is shown. */
export function ProjectorStatus({ live }: { readonly live: LiveSession }) {
  const window = useWindow();
  const isThere = useShown(live, () => presentingOf(window).link?.isThere ?? false);
  if (isThere) {
    return (
      <span className="projector-status" role="status" data-testid="projector-status">
        <span className="ok">●</span> Projector follows
      </span>
    );
  }
  return (
    <button type="button" className="button" data-testid="projector-status" onClick={() => void openProjector(window)}>
      Open projector
    </button>
  );
}
