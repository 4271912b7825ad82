import { useEffect, useId, useRef, useState } from 'react';
import { editSlide } from '../../shared/changes/sessions.ts';
import type { SlideRow } from '../../shared/model/rows.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { useSessionChange } from './useSessionChange.ts';

/** What the speaker means to say, on this window only. Leaving the field is one step of undo. */
export function SpeakerNotes({ slide }: { readonly slide: SlideRow }) {
  const id = useId();
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { make } = useSessionChange();
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    if (typed === null) return;
    if (typed === slide.notes || make((model) => editSlide(model, slide.id, { notes: typed }))) setTyped(null);
  };
  const leave = useRef(finish);
  leave.current = finish;
  // Another slide or sheet may take this one's place before the field is left: words are never lost with it.
  useEffect(
    () => () => {
      if (window.document === document) leave.current();
    },
    [document, window],
  );
  return (
    <div className="speaker-notes">
      <label htmlFor={id}>
        Speaker notes <span className="dim">on this window only</span>
      </label>
      <textarea
        id={id}
        className="entry"
        maxLength={LIMITS.noteLength}
        placeholder="What you want to say to this slide"
        data-testid="speaker-notes"
        value={typed ?? slide.notes}
        data-settled={typed === null ? '' : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === null) return;
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
        }}
      />
    </div>
  );
}
