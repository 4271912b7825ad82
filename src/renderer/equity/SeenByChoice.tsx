import { useId, useState } from 'react';
import type { EquityView } from './EquityView.ts';
import { readMinimum } from './EquityView.ts';

export interface SeenByChoiceProps {
  readonly view: EquityView;
  readonly onChange: (change: Partial<EquityView>) => void;
}

/** Whom the board is drawn for; for the public, from how many pupils on schools are shown, and under which names. */
export function SeenByChoice({ view, onChange }: SeenByChoiceProps) {
  const id = useId();
  const { seenBy, names } = view;
  return (
    <span className={seenBy === 'public' ? 'equity-seen is-public' : 'equity-seen'}>
      <span className="equity-choice">
        <label htmlFor={id}>Seen by</label>
        <select
          id={id}
          className="entry"
          value={seenBy}
          onChange={(event) => onChange({ seenBy: event.target.value === 'public' ? 'public' : 'me' })}
        >
          <option value="me">Me</option>
          <option value="public">The public</option>
        </select>
      </span>
      {seenBy === 'public' ? (
        <>
          <FewestPupils value={view.minimumPupils} onChange={(minimumPupils) => onChange({ minimumPupils })} />
          <label className="equity-check">
            <input
              type="checkbox"
              checked={names === 'anonymous'}
              onChange={(event) => onChange({ names: event.target.checked ? 'anonymous' : 'shown' })}
            />{' '}
            Numbers for names
          </label>
        </>
      ) : null}
    </span>
  );
}

/** Taken with Enter or on leaving: a 1 on the way to 10 must not show what 10 hides. */
function FewestPupils({ value, onChange }: { readonly value: number; readonly onChange: (value: number) => void }) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? value : readMinimum(typed);
  const finish = (): void => {
    if (read !== null && read !== value) onChange(read);
    setTyped(null);
  };
  return (
    <span className="equity-choice">
      <label htmlFor={id}>Schools from</label>
      <input
        id={id}
        className="entry equity-minimum"
        inputMode="numeric"
        autoComplete="off"
        title="The fewest pupils of a school that is shown"
        value={typed ?? String(value)}
        aria-invalid={read === null ? true : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish();
          else if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            setTyped(null);
          }
        }}
      />
      <span className="dim">pupils</span>
    </span>
  );
}
