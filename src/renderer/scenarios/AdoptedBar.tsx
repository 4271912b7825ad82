import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { duplicate, setStatus } from './scenarioActions.ts';

/** Says over every sheet that the scenario shown is adopted, and what can be done instead of editing it. */
export function AdoptedBar() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const sentence = useDocumentValue((it) => it.readOnlyReason);
  if (sentence === null) return null;
  const id = document.scenarioId;
  return (
    <div className="adopted-bar" role="status" data-testid="adopted-bar">
      <span className="grow">{sentence}</span>
      <button type="button" className="button button-small" onClick={() => duplicate(window, id)}>
        Work in a copy
      </button>
      <button type="button" className="button button-small" onClick={() => setStatus(window, id, 'draft')}>
        Take back to draft
      </button>
    </div>
  );
}
