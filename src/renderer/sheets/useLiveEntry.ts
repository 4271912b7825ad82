import { useEffect, useRef, useState } from 'react';
import type { Change } from '../../shared/changes/Change.ts';
import { useDocumentOnce } from '../state/hooks.ts';

export interface LiveEntry {
  /** What is typed and not yet made, or null. */
  readonly typed: string | null;
  /** Why the text cannot be taken, or null. */
  readonly sentence: string | null;
  readonly look: (text: string) => void;
  readonly make: () => void;
  readonly takeBack: () => void;
}

/**
 * A text that previews on each keystroke as a cell does: `look` on each keystroke, `make` on Enter or on leaving,
 * `takeBack` on Esc. A text that cannot be read is kept as typed, with its sentence, and changes nothing.
 */
export function useLiveEntry(edit: (text: string) => Change | string): LiveEntry {
  const document = useDocumentOnce();
  const [typed, setTyped] = useState<string | null>(null);
  const [sentence, setSentence] = useState<string | null>(null);
  const pending = useRef<Change | null>(null);

  useEffect(
    () => () => {
      if (pending.current) document.preview(null);
    },
    [document],
  );

  const look = (text: string): void => {
    setTyped(text);
    const result = document.draft(() => edit(text));
    const change = typeof result === 'string' ? null : result;
    setSentence(typeof result === 'string' ? result : null);
    pending.current = change;
    document.preview(change);
  };
  const make = (): void => {
    const change = pending.current;
    pending.current = null;
    if (change) document.commit(change);
    else document.preview(null);
    if (!sentence) setTyped(null);
  };
  const takeBack = (): void => {
    pending.current = null;
    document.preview(null);
    setTyped(null);
    setSentence(null);
  };
  return { typed, sentence, look, make, takeBack };
}
