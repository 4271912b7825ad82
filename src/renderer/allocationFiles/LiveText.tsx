import { useId } from 'react';
import type { Change } from '../../shared/changes/Change.ts';
import { useLiveEntry } from '../sheets/useLiveEntry.ts';

export interface LiveTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly isCode?: boolean;
  readonly isDisabled?: boolean;
  readonly testId?: string;
  /** The change that the text makes, or a sentence why it cannot be. */
  readonly edit: (text: string) => Change | string;
}

/** A short text that shows in the preview of the file with each keystroke. Enter or leaving makes it, Esc takes it back. */
export function LiveText({ label, value, placeholder, isCode, isDisabled, testId, edit }: LiveTextProps) {
  const id = useId();
  const { typed, sentence, look, make, takeBack } = useLiveEntry(edit);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={isCode ? 'entry entry-code' : 'entry'}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        data-testid={testId}
        disabled={isDisabled}
        value={typed ?? value}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={sentence ? `${id}-wrong` : undefined}
        onChange={(event) => look(event.target.value)}
        onBlur={() => {
          if (typed !== null) make();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            make();
          } else if (event.key === 'Escape' && typed !== null) {
            event.preventDefault();
            event.stopPropagation();
            takeBack();
          }
        }}
      />
      {sentence ? (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {sentence}
        </p>
      ) : null}
    </div>
  );
}
