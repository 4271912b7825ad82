import { STATUS_WORDS, scenariosInOrder } from '../../shared/changes/scenarios.ts';
import { Faces } from '../sheets/Faces.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { type ComparedFace, type ComparedView, MOST_COMPARED } from './ComparedView.ts';
import { measuresOf } from './comparedMeasures.ts';
import { addScenario } from './scenarioActions.ts';

export interface ComparedControlsProps {
  readonly view: ComparedView;
  readonly onChange: (view: Partial<ComparedView>) => void;
}

const FACES: readonly { name: ComparedFace; label: string }[] = [
  { name: 'value', label: 'Values' },
  { name: 'difference', label: 'Differences' },
  { name: 'both', label: 'Both' },
];

/** Which scenarios stand side by side, of what, and against which. */
export function ComparedControls({ view, onChange }: ComparedControlsProps) {
  const document = useDocument();
  const window = useWindowOnce();
  const order = scenariosInOrder(document.model);
  const least = Math.min(2, order.length);
  const toggle = (id: number): void => {
    const ids = view.scenarios.includes(id)
      ? view.scenarios.filter((one) => one !== id)
      : order.map((row) => row.id).filter((one) => one === id || view.scenarios.includes(one));
    onChange({ scenarios: ids, base: ids.includes(view.base) ? view.base : (ids[0] ?? view.base) });
  };
  return (
    <div className="sheet-heading scenario-controls">
      <h2>Scenarios</h2>
      <label>
        <span className="visually-hidden">Measure</span>
        <select
          className="entry"
          data-testid="compared-measure"
          value={view.measure.key}
          onChange={(event) => {
            const measure = measuresOf(document).find(({ key }) => key === event.target.value);
            if (measure) onChange({ measure });
          }}
        >
          {measuresOf(document).map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        against{' '}
        <select
          className="entry"
          data-testid="compared-base"
          value={view.base}
          onChange={(event) => onChange({ base: Number(event.target.value) })}
        >
          {view.scenarios.map((id) => (
            <option key={id} value={id}>
              {document.model.get('scenario', id)?.name}
            </option>
          ))}
        </select>
      </label>
      <fieldset className="scenario-chips" data-testid="compared-scenarios">
        <legend className="visually-hidden">Scenarios side by side</legend>
        {order.map(({ id, name, status }) => {
          const isIn = view.scenarios.includes(id);
          const isFixed = isIn ? view.scenarios.length <= least : view.scenarios.length >= MOST_COMPARED;
          return (
            <label key={id} className={isIn ? 'chip is-in' : 'chip'} title={STATUS_WORDS[status]}>
              <input type="checkbox" checked={isIn} disabled={isFixed} onChange={() => toggle(id)} />
              <span>{name}</span>
            </label>
          );
        })}
      </fieldset>
      <button type="button" className="button button-small" onClick={() => addScenario(window)}>
        New scenario
      </button>
      <div className="grow" />
      <Faces label="Show" names={FACES} value={view.face} onChange={(face) => onChange({ face })} />
    </div>
  );
}
