import { useId, useState } from 'react';
import { type EquityView, readMinimum } from './EquityView.ts';

export interface SeenByProps {
  readonly view: EquityView;
  readonly onChange: (change: Partial<EquityView>) => void;
}

/** Whom the board is drawn for. It stands in the heading, the same over every picture. */
export function SeenByChoice({ view: { seenBy }, onChange }: SeenByProps) {
  const id = useId();
  return (
    <span className={seenBy === 'public' ? 'equity-choice equity-seen is-public' : 'equity-choice equity-seen'}>
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
  );
}

/** From how many pupils on the public sees a school, and under which name. */
export function PublicView({ view, onChange }: SeenByProps) {
  return (
    <div className="equity-public" role="toolbar" aria-label="What the public sees" data-testid="equity-public">
      <strong>As the public sees it</strong>
      <FewestPupils value={view.minimumPupils} onChange={(minimumPupils) => onChange({ minimumPupils })} />
      <label className="equity-check">
        <input
          type="checkbox"
          checked={view.names === 'anonymous'}
          onChange={(event) => onChange({ names: event.target.checked ? 'anonymous' : 'shown' })}
        />{' '}
        Numbers in place of names
      </label>
    </div>
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
      <span>pupils</span>
    </span>
  );
}
