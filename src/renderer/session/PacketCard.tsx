import { useMemo } from 'react';
import { orderedSlides } from '../../shared/changes/sessions.ts';
import type { BoardSessionRow } from '../../shared/model/rows.ts';
import { isEmptySlide } from '../../shared/slides/drawSlide.ts';
import { CheckField } from '../allocationFiles/CheckField.tsx';
import { useIsBlocked } from '../handOuts/useIsBlocked.ts';
import { useDocument, useStore, useWindowOnce } from '../state/hooks.ts';
import { PaperChoice } from '../statements/PaperChoice.tsx';
import { exportPacket } from './exportPacket.ts';
import { keepTables, keptTables } from './packetChoices.ts';
import { emptySlidesSentence, packetSentence } from './packetSentence.ts';
import { sceneOf } from './sessionScene.ts';
import './packet.css';

/** The ways out of a session: pages to print, one web page, or pictures; and who is in none of them. */
export function PacketCard({ session }: { readonly session: BoardSessionRow }) {
  const window = useWindowOnce();
  const document = useDocument();
  useStore(document.session);
  const isIncomplete = useIsBlocked();
  const scene = sceneOf(document, session);
  const isUnreadable = typeof scene === 'string';
  const isBlocked = isIncomplete || isUnreadable || orderedSlides(document.model, session.id).length === 0;
  // The scene is another one whenever anything of the document is, slides included.
  const empty = useMemo(() => {
    if (typeof scene === 'string') return null;
    const places = orderedSlides(document.model, session.id).flatMap((slide, at) =>
      isEmptySlide(slide, scene) ? [at + 1] : [],
    );
    return emptySlidesSentence(places);
  }, [document, session.id, scene]);
  return (
    <div className="session-form" data-testid="packet-card">
      <p className="seen-sentence" data-testid="packet-sentence">
        {isUnreadable ? scene : packetSentence(scene.now)}
      </p>
      {empty ? (
        <p className="warn-line" data-testid="packet-empty">
          {empty}
        </p>
      ) : null}
      <PaperChoice />
      <CheckField
        label="With the numbers behind each slide"
        isChecked={keptTables(document)}
        onChange={(tables) => keepTables(document, tables)}
      />
      <div className="packet-actions">
        <button
          type="button"
          className="button button-main"
          disabled={isBlocked}
          onClick={() => void exportPacket(window, 'pdf')}
        >
          Board packet (PDF)…
        </button>
        <button type="button" className="button" disabled={isBlocked} onClick={() => void exportPacket(window, 'html')}>
          Self-contained page (HTML)…
        </button>
        <button type="button" className="button" disabled={isBlocked} onClick={() => void exportPacket(window, 'svg')}>
          Pictures (SVG)…
        </button>
      </div>
      {isIncomplete ? (
        <p className="warn-line">
          {document.disagreement ??
            'A source is stopped, so the budgets are not complete and nothing can be handed out.'}
        </p>
      ) : null}
      <p className="hint">
        Of the scenario that is shown, with no lever moved; while presenting, the console writes it as the levers stand.
        Speaker notes are never in it. The page opens without the network.
      </p>
    </div>
  );
}
