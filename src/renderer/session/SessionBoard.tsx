import { useRef } from 'react';
import { orderedLevers } from '../../shared/changes/sessions.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { useDocumentOnce, useDocumentValue, useStore } from '../state/hooks.ts';
import { LeverPanel } from './LeverPanel.tsx';
import { NoSession } from './NoSession.tsx';
import { PacketCard } from './PacketCard.tsx';
import { SeenPanel } from './SeenPanel.tsx';
import { SessionBar } from './SessionBar.tsx';
import { type SessionFace, sessionViewOf, shownSession, shownSlide } from './SessionView.ts';
import { SlideList } from './SlideList.tsx';
import { SlidePanel } from './SlidePanel.tsx';
import { SlidePreview } from './SlidePreview.tsx';
import { SpeakerNotes } from './SpeakerNotes.tsx';
import './session.css';

/** The session in hand: its slides, the one in hand as the audience will see it, and what can be chosen for it. */
export default function SessionBoard() {
  const document = useDocumentOnce();
  const view = useStore(sessionViewOf(document));
  // Rows are replaced, never changed, so this renders again only when they are others, edits under way included.
  const session = useDocumentValue(shownSession);
  const slide = useDocumentValue(shownSlide);
  const levers = useDocumentValue((it) => (session ? orderedLevers(it.model, session.id).length : 0));
  const panel = useRef<HTMLElement>(null);
  if (!session) return <NoSession />;

  const edit = (what: 'options' | 'title'): void => {
    view.show('slide');
    // The panel may have shown something else until now.
    requestAnimationFrame(() => {
      const title = panel.current?.querySelector<HTMLInputElement>('[data-testid="slide-title"]');
      if (what === 'title') {
        title?.focus();
        title?.select();
      } else
        panel.current?.querySelector<HTMLElement>('select, textarea, input:not([data-testid="slide-title"])')?.focus();
    });
  };
  const faces: readonly { readonly name: SessionFace; readonly label: string }[] = [
    { name: 'slide', label: 'Slide' },
    { name: 'levers', label: levers > 0 ? `Levers  ${levers}` : 'Levers' },
    { name: 'seen', label: 'Audience' },
    { name: 'packet', label: 'Packet' },
  ];
  return (
    <div className="session-sheet" data-testid="session-sheet">
      <SessionBar session={session} />
      <div className="session-body">
        <section className="card session-slides" aria-label="Slides">
          <SlideList session={session} shown={slide} onEdit={edit} />
        </section>
        <section className="card session-stage" aria-label="The slide as the audience sees it">
          {slide ? (
            <>
              <SlidePreview session={session} slide={slide} />
              <SpeakerNotes key={slide.id} slide={slide} />
            </>
          ) : (
            <EmptySheet title="No slide yet">
              <p>Add the first slide at the left.</p>
            </EmptySheet>
          )}
        </section>
        <section
          ref={panel}
          className="card session-panel"
          aria-label="Choices"
          onKeyDown={(event) => {
            // Esc that no entry wanted leads back to the slides.
            if (event.key !== 'Escape' || event.defaultPrevented) return;
            const list = panel.current?.parentElement?.querySelector<HTMLElement>('[data-testid="session-slides"]');
            if (event.target instanceof HTMLElement && event.target.closest('dialog')) return;
            event.preventDefault();
            list?.focus();
          }}
        >
          <header className="session-faces">
            <Faces label="Choices of" names={faces} value={view.face} onChange={(face) => view.show(face)} />
          </header>
          <div className="session-scroll">
            {view.face === 'levers' ? (
              <LeverPanel key={session.id} session={session} />
            ) : view.face === 'seen' ? (
              <SeenPanel key={session.id} session={session} />
            ) : view.face === 'packet' ? (
              <PacketCard session={session} />
            ) : slide ? (
              <SlidePanel key={`${slide.id} ${slide.kind}`} slide={slide} />
            ) : (
              <p className="hint session-form">What a slide shows is chosen here.</p>
            )}
          </div>
        </section>
      </div>
    </div>
  );
}
