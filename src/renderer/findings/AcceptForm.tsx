import { useId, useState } from 'react';
import { LIMITS } from '../../shared/model/units.ts';

export interface AcceptFormProps {
  /** `Accept`, `Accept all 12` */
  readonly action: string;
  readonly onAccept: (note: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a doubt is none. A note is asked for: next year somebody else will want to know. */
export function AcceptForm({ action, onAccept, onCancel }: AcceptFormProps) {
  const id = useId();
  const [note, setNote] = useState('');
  const isReady = note.trim() !== '';
  return (
    <form
      className="accept-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) onAccept(note.trim());
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label htmlFor={id}>Why it is right as it is</label>
      <input
        id={id}
        className="entry"
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field.
        autoFocus
        autoComplete="off"
        maxLength={LIMITS.noteLength}
        placeholder="For example: one campus, budgeted together"
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <button type="submit" className="button button-main" disabled={!isReady}>
        {action}
      </button>
      <button type="button" className="button" onClick={onCancel}>
        Cancel
      </button>
    </form>
  );
}
