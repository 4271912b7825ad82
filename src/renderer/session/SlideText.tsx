import { useEffect, useId, useRef } from 'react';
import type { Change } from '../../shared/changes/Change.ts';
import { useLiveEntry } from '../sheets/useLiveEntry.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';

export interface SlideTextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly rows: number;
  readonly className?: string;
  readonly testId?: string;
  readonly isLabelHidden?: boolean;
  /** The change that the text makes, or a sentence why it cannot be. */
  readonly edit: (text: string) => Change | string;
}

/**
 * Words of several lines, shown on the slide with each keystroke. Leaving the field makes them one step of undo, Esc
 * takes them back; Enter begins a line.
 */
export function SlideText(props: SlideTextProps) {
  const { label, value, placeholder, rows, className, testId, isLabelHidden, edit } = props;
  const id = useId();
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { typed, sentence, look, make, takeBack } = useLiveEntry(edit);
  const leave = useRef({ typed, make });
  leave.current = { typed, make };
  // Another slide or sheet may take this one's place before the field is left: words are never lost with it.
  useEffect(
    () => () => {
      if (leave.current.typed !== null && window.document === document) leave.current.make();
    },
    [document, window],
  );
  return (
    <div className={className ? `field ${className}` : 'field'}>
      <label htmlFor={id} className={isLabelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <textarea
        id={id}
        className="entry"
        rows={rows}
        placeholder={placeholder}
        data-testid={testId}
        value={typed ?? value}
        data-settled={typed === null ? '' : undefined}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={sentence ? `${id}-wrong` : undefined}
        onChange={(event) => look(event.target.value)}
        onBlur={() => {
          if (typed !== null) make();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === null) return;
          event.preventDefault();
          event.stopPropagation();
          takeBack();
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
