import { type ReactNode, useId } from 'react';
import type { Change } from '../../shared/changes/Change.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { useLiveEntry } from './useLiveEntry.ts';
import './sheets.css';

export interface LiveFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** More than one line: for rules and formulas. Enter still makes the change, Shift+Enter begins a line. */
  readonly rows?: number;
  /** The change that the text makes, or a sentence why it cannot be. */
  readonly edit: (text: string) => Change | string;
  /** Stands below the field, beside the sentence about what is wrong. */
  readonly below?: ReactNode;
}

/** A rule or formula that previews on each keystroke. Enter or leaving the field makes the change, Esc takes it back. */
export function LiveField({ label, value, placeholder, rows = 1, edit, below }: LiveFieldProps) {
  const document = useDocumentOnce();
  const id = useId();
  const { typed, sentence, look, make, takeBack } = useLiveEntry(edit);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="entry entry-code"
        rows={rows}
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        readOnly={document.readOnlyReason !== null}
        value={typed ?? value}
        data-settled={typed === null ? '' : undefined}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={`${id}-below`}
        onChange={(event) => look(event.target.value)}
        onBlur={() => {
          if (typed !== null) make();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            make();
          } else if (event.key === 'Escape' && typed !== null) {
            event.preventDefault();
            event.stopPropagation();
            takeBack();
          }
        }}
      />
      <div id={`${id}-below`}>
        {sentence ? (
          <p className="wrong" role="alert">
            {sentence}{' '}
            <button type="button" className="link" onClick={takeBack}>
              Back to what was
            </button>
          </p>
        ) : null}
        {below}
      </div>
    </div>
  );
}
