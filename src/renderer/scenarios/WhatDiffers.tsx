import { useMemo } from 'react';
import type { Difference } from '../../shared/scenarios/differences.ts';
import { differences } from '../../shared/scenarios/differences.ts';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import type { ComparedView } from './ComparedView.ts';
import { showScenario } from './scenarioActions.ts';

/** The window’s sheet on which a difference stands. */
const SHEET_OF: Partial<Record<Difference['sheet'], string>> = {
  enrollment: 'enrollment',
  revenues: 'sources',
  schools: 'schools',
  current: 'schools',
  weights: 'weights',
  goal_weights: 'gradual',
  shares: 'sources',
  rates: 'sources',
  table: 'grants',
  minimums: 'floors',
  floors: 'floors',
  path: 'gradual',
  growth: 'gradual',
};
const SHOWN = 60;

/** In words, what each scenario decides, supposes and uses otherwise than the base. Each line leads to its place. */
export function WhatDiffers({ view }: { readonly view: ComparedView }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const commit = useDocumentValue((it) => it.commitRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is decided follows what is made, not each keystroke.
  const lists = useMemo(
    () =>
      view.scenarios
        .filter((id) => id !== view.base)
        .map((id) => ({ id, list: differences(document.model, id, view.base) })),
    [document, view, commit],
  );
  const nameOf = (id: number): string => document.model.get('scenario', id)?.name ?? '';
  return (
    <div className="what-differs" data-testid="what-differs">
      {lists.map(({ id, list }) => (
        <section key={id} aria-label={`What differs in ${nameOf(id)}`}>
          <h3>
            {nameOf(id)} <small>against {nameOf(view.base)}</small>
          </h3>
          {list.length === 0 ? <p className="hint">Nothing is decided otherwise.</p> : null}
          <ul>
            {list.slice(0, SHOWN).map(({ sentence, sheet }) => (
              <li key={sentence}>
                <button
                  type="button"
                  title="Show where this is decided"
                  onClick={() => {
                    showScenario(window, id);
                    window.goTo(SHEET_OF[sheet] ?? 'scenarios');
                  }}
                >
                  {sentence}
                </button>
              </li>
            ))}
          </ul>
          {list.length > SHOWN ? (
            <p className="hint">and {(list.length - SHOWN).toLocaleString('en-US')} more</p>
          ) : null}
        </section>
      ))}
    </div>
  );
}
