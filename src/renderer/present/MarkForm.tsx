import { useEffect, useRef, useState } from 'react';
import { useWindowOnce } from '../state/hooks.ts';
import type { LiveSession } from './LiveSession.ts';
import { mark, suggestedName } from './presentActions.ts';

export interface MarkFormProps {
  readonly live: LiveSession;
  readonly onEnd: () => void;
}

/** Asks what the marked scenario is called, with a name that says what was moved. */
export function MarkForm({ live, onEnd }: MarkFormProps) {
  const window = useWindowOnce();
  const [name, setName] = useState(() => suggestedName(live));
  const [sentence, setSentence] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const make = (): void => {
    const fault = mark(window, live, name);
    if (fault === null) onEnd();
    else setSentence(fault);
  };
  return (
    <form
      className="mark-form"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <label htmlFor="mark-name">Name of the scenario</label>
      <input
        id="mark-name"
        ref={field}
        className="entry"
        data-testid="mark-name"
        autoComplete="off"
        value={name}
        aria-invalid={sentence ? true : undefined}
        onChange={(event) => {
          setName(event.target.value);
          setSentence(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onEnd();
        }}
      />
      {sentence ? (
        <p className="wrong" role="alert">
          {sentence}
        </p>
      ) : null}
      <div className="lever-ways">
        <button type="submit" className="button button-main" data-testid="mark-make">
          Mark
        </button>
        <button type="button" className="button" onClick={onEnd}>
          Cancel
        </button>
      </div>
    </form>
  );
}
