import { useState } from 'react';
import { useDocumentValue, useStore, useWindowOnce } from '../state/hooks.ts';
import { LeverSlider, sliderKey } from './LeverSlider.tsx';
import type { LiveSession } from './LiveSession.ts';
import { MarkForm } from './MarkForm.tsx';
import { apply } from './presentActions.ts';
import { useShown } from './useLive.ts';

/** The sliders of the session, and what becomes of where they stand. */
export function LeverPanel({ live }: { readonly live: LiveSession }) {
  const window = useWindowOnce();
  useStore(live);
  useDocumentValue((it) => it.commitRevision);
  const [isMarking, setMarking] = useState(false);
  const isMoved = useShown(live, () => live.isMoved);
  const canGoBack = useShown(live, () => live.canGoBack);
  const { levers, document } = live;
  const scenario = document.model.get('scenario', live.scenarioId);
  return (
    <section className="levers" aria-label="Levers" data-testid="session-levers">
      <div className="lever-list">
        {levers.length === 0 ? (
          <p className="hint">
            This session has no levers yet. Put numbers on it that the board may ask about, on the sheet{' '}
            <button type="button" className="link" onClick={() => live.showSheet(() => window.goTo('session'))}>
              Board session
            </button>
            .
          </p>
        ) : (
          levers.map((lever) => <LeverSlider key={sliderKey(lever)} live={live} lever={lever} />)
        )}
      </div>
      <p className="lever-outcome" role="status">
        <Outcome live={live} />
      </p>
      {isMarking ? (
        <MarkForm live={live} onEnd={() => setMarking(false)} />
      ) : (
        <div className="lever-ways">
          <button
            type="button"
            className="button button-main"
            data-testid="lever-mark"
            disabled={!isMoved}
            title="Keep what the levers show as a scenario"
            onClick={() => {
              live.arrive();
              setMarking(true);
            }}
          >
            Mark…
          </button>
          <button
            type="button"
            className="button"
            data-testid="lever-back"
            disabled={!canGoBack}
            title="To where the levers stood before the last move"
            onClick={() => live.back()}
          >
            Back
          </button>
          <button
            type="button"
            className="button"
            data-testid="lever-start"
            disabled={!isMoved}
            title="All levers to where the scenario has them"
            onClick={() => live.toStart()}
          >
            Back to start
          </button>
          <button
            type="button"
            className="button lever-apply"
            data-testid="lever-apply"
            disabled={!isMoved || scenario?.status === 'adopted'}
            title={`Change ${scenario?.name ?? 'the scenario'} itself to what the levers show`}
            onClick={() => void apply(window, live)}
          >
            Apply to {scenario?.name}…
          </button>
        </div>
      )}
    </section>
  );
}

/** Whether the what-if ties out, for the person at the controls. */
function Outcome({ live }: { readonly live: LiveSession }) {
  const problem = useShown(live, () => {
    const { tieOut } = live.calculation.results;
    return tieOut.tiesOut ? null : (tieOut.problems[0] ?? 'does not tie out');
  });
  return problem === null ? <span className="ok">✓ ties out</span> : <span className="bad">✗ {problem}</span>;
}
