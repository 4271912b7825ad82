import { useState } from 'react';
import type { Change } from '../../shared/changes/Change.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { Field } from './Field.tsx';

export interface CommitFieldProps {
  readonly label: string;
  readonly value: string;
  /** The change, or a sentence why it cannot be. */
  readonly make: (text: string) => Change | string;
}

/** A name that is changed as a whole: Enter or leaving the field makes the change, Esc takes the text back. */
export function CommitField({ label, value, make }: CommitFieldProps) {
  const document = useDocumentOnce();
  const [typed, setTyped] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const finish = (): void => {
    if (typed === null) return;
    const change = make(typed.trim());
    setSentence(typeof change === 'string' ? change : null);
    if (typeof change === 'string') return;
    document.commit(change);
    setTyped(null);
  };
  return (
    <Field
      label={label}
      value={typed ?? value}
      sentence={sentence}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          finish();
        } else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
          setSentence(null);
        }
      }}
    />
  );
}
