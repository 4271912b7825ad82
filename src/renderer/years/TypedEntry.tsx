import { useState } from 'react';

export interface TypedEntryProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** The id of a list of suggestions. */
  readonly list?: string;
  readonly isShort?: boolean;
  readonly onCommit: (text: string) => void;
}

/** A short text that counts when it is left or Enter is pressed; Esc takes it back. */
export function TypedEntry({ label, value, placeholder, list, isShort, onCommit }: TypedEntryProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    if (typed !== null && typed.trim() !== value) onCommit(typed.trim());
    setTyped(null);
  };
  return (
    <input
      className={isShort ? 'entry years-short' : 'entry'}
      aria-label={label}
      placeholder={placeholder}
      list={list}
      autoComplete="off"
      spellCheck={false}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
