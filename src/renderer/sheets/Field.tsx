import { type InputHTMLAttributes, useId } from 'react';
import './sheets.css';

export interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'> {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is wrong with the entry, or null. */
  readonly sentence?: string | null;
}

/** A labelled entry of a dialog, with the sentence about what is wrong below it. */
export function Field({ label, value, onChange, sentence, ...rest }: FieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        className="entry"
        autoComplete="off"
        spellCheck={false}
        value={value}
        aria-invalid={sentence ? true : undefined}
        aria-describedby={sentence ? `${id}-wrong` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {sentence ? (
        <p id={`${id}-wrong`} className="wrong" role="alert">
          {sentence}
        </p>
      ) : null}
    </div>
  );
}
