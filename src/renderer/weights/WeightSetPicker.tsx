import { useState } from 'react';
import { addWeightSet, removeWeightSet, renameWeightSet } from '../../shared/changes/weights.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { NameDialog } from './NameDialog.tsx';

export interface WeightSetPickerProps {
  readonly sets: readonly string[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

type Asking = 'add' | 'rename' | null;

/** Which set of weights is shown; sets are added, renamed and removed here. */
export function WeightSetPicker({ sets, value, onChange }: WeightSetPickerProps) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const [asking, setAsking] = useState<Asking>(null);
  const { model, scenarioId } = document;

  const act = (action: string): void => {
    if (action === 'add' || action === 'rename') setAsking(action);
    else if (action === 'remove') {
      const change = removeWeightSet(model, scenarioId, value);
      if (typeof change === 'string') window.say(change, 'refusal');
      else document.commit(change);
    }
  };
  const named = (name: string): string | null => {
    const change =
      asking === 'rename'
        ? renameWeightSet(model, scenarioId, value, name)
        : addWeightSet(model, scenarioId, name, value);
    if (typeof change === 'string') return change;
    document.commit(change);
    setAsking(null);
    onChange(name.trim());
    return null;
  };

  return (
    <>
      <select
        className="set-picker"
        aria-label="Weight set"
        data-testid="weight-set"
        value={`set:${value}`}
        onChange={(event) => {
          if (event.target.value.startsWith('set:')) onChange(event.target.value.slice('set:'.length));
          else act(event.target.value);
        }}
      >
        {sets.map((set) => (
          <option key={set} value={`set:${set}`}>
            {set}
          </option>
        ))}
        <hr />
        <option value="add">Add a set like this one…</option>
        <option value="rename">Rename…</option>
        <option value="remove">Remove</option>
      </select>
      {asking ? (
        <NameDialog
          title={asking === 'add' ? 'New weight set' : `Rename ${value}`}
          label="Name"
          initial={asking === 'add' ? '' : value}
          onName={named}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </>
  );
}
