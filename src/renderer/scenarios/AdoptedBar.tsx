import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { duplicate, setStatus } from './scenarioActions.ts';
import { adoptionFault, useAdoptionCheck } from './useAdoptionCheck.ts';

/** Says over every sheet that the scenario shown is adopted, and what can be done instead of editing it. */
export function AdoptedBar() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const sentence = useDocumentValue((it) => it.readOnlyReason);
  const fault = adoptionFault(useAdoptionCheck());
  if (sentence === null) return null;
  const id = document.scenarioId;
  return (
    <div className={fault ? 'adopted-bar is-moved' : 'adopted-bar'} role="status" data-testid="adopted-bar">
      <span className="grow">
        {sentence} {fault ? <b className="bad">{fault}</b> : null}
      </span>
      <button type="button" className="button button-small" onClick={() => duplicate(window, id)}>
        Work in a copy
      </button>
      <button type="button" className="button button-small" onClick={() => setStatus(window, id, 'draft')}>
        Take back to draft
      </button>
    </div>
  );
}
