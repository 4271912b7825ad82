import { useMemo } from 'react';
import { type Difference, differences } from '../../shared/scenarios/differences.ts';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import type { ComparedView } from './ComparedView.ts';
import { placeOf } from './differencePlaces.ts';
import { showScenario } from './scenarioActions.ts';

/** One value of an input: it stands below the line that names the versions. */
const isInputValue = ({ sheet, column, versions }: Difference): boolean =>
  !versions &&
  (['enrollment', 'current', 'schools'].includes(sheet) || (sheet === 'revenues' && column === 'amountCents'));

/** A field that is no cell gets the focus once its sheet is drawn; of a choice, what is chosen. */
function focusField(testId: string): void {
  const focus = (): void => {
    const field = document.querySelector<HTMLElement>(`[data-testid="${testId}"]`);
    const target = field?.matches('fieldset') ? field.querySelector<HTMLElement>('input:checked, input') : field;
    target?.focus();
    target?.scrollIntoView({ block: 'nearest' });
  };
  requestAnimationFrame(() => requestAnimationFrame(focus));
}

const SHOWN = 60;

export interface WhatDiffersProps {
  readonly view: ComparedView;
  /** What the shown scenario supposes is to be seen. */
  readonly onSuppose: () => void;
}

/** In words, what each scenario decides, supposes and uses otherwise than the base. Each line leads to its place. */
export function WhatDiffers({ view, onSuppose }: WhatDiffersProps) {
  const documentState = useDocumentOnce();
  const window = useWindowOnce();
  const commit = useDocumentValue((it) => it.commitRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is decided follows what is made, not each keystroke.
  const lists = useMemo(
    () =>
      view.scenarios
        .filter((id) => id !== view.base)
        .map((id) => ({ id, list: differences(documentState.model, id, view.base) })),
    [documentState, view, commit],
  );
  const nameOf = (id: number): string => documentState.model.get('scenario', id)?.name ?? '';
  return (
    <div className="what-differs" data-testid="what-differs">
      {lists.map(({ id, list }) => (
        <section key={id} aria-label={`What differs in ${nameOf(id)}`}>
          <h3>
            {nameOf(id)} <small>against {nameOf(view.base)}</small>
          </h3>
          {list.length === 0 ? <p className="hint">Nothing is decided otherwise.</p> : null}
          <ul>
            {list.slice(0, SHOWN).map((difference) => (
              <li key={difference.sentence} className={isInputValue(difference) ? 'is-value' : undefined}>
                <button
                  type="button"
                  title="Show where this is decided"
                  onClick={() => {
                    const { sheet, cell, field, session } = placeOf(difference);
                    for (const [key, value] of Object.entries(session ?? {})) documentState.session.set(key, value);
                    if (sheet === 'scenarios') onSuppose();
                    showScenario(window, id);
                    window.goTo(sheet, cell);
                    if (field) focusField(field);
                  }}
                >
                  {difference.sentence}
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
