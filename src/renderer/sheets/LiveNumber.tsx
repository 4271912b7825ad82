import { type ReactNode, useId } from 'react';
import type { Change } from '../../shared/changes/Change.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { useLiveEntry } from './useLiveEntry.ts';
import { useSayFixed } from './useSayFixed.ts';
import './sheets.css';

export interface LiveNumberProps {
  readonly label: string;
  /** As shown while nothing is typed. */
  readonly value: string;
  readonly placeholder?: string;
  readonly testId?: string;
  readonly isDisabled?: boolean;
  /** The change that the text makes, or a sentence why it cannot be. */
  readonly edit: (text: string) => Change | string;
  /** Stands below the field, beside the sentence about what is wrong. */
  readonly below?: ReactNode;
}

/** A number beside its label that previews on each keystroke. Enter or leaving makes the change, Esc takes it back. */
export function LiveNumber({ label, value, placeholder, testId, isDisabled, edit, below }: LiveNumberProps) {
  const document = useDocumentOnce();
  const id = useId();
  const sayFixed = useSayFixed();
  const { typed, sentence, look, make, takeBack } = useLiveEntry(edit);
  return (
    <div className="field live-number">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="entry"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        data-testid={testId}
        placeholder={placeholder}
        disabled={isDisabled}
        readOnly={document.readOnlyReason !== null}
        value={typed ?? value}
        data-settled={typed === null ? '' : undefined}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => look(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => {
          if (typed !== null) make();
        }}
        onKeyDown={(event) => {
          // A field that takes nothing says why, once somebody types into it.
          if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) sayFixed();
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
      <div id={`${id}-below`} className="live-number-below">
        {sentence ? (
          <p className="wrong" role="alert">
            {sentence}
          </p>
        ) : (
          below
        )}
      </div>
    </div>
  );
}
