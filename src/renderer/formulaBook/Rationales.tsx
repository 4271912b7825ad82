import { useId, useState } from 'react';
import { setRationale } from '../../shared/changes/rationale.ts';
import { type RationalePlace, rationalePlaces } from '../../shared/formulaBook/rationales.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { useDocument, useDocumentOnce } from '../state/hooks.ts';

/** The reasons behind the rules, to be written by the district: one text for each source, weight set and need. */
export function Rationales() {
  const { model, scenarioId } = useDocument();
  const places = rationalePlaces(model, scenarioId);
  const missing = places.filter(({ text }) => text === '').length;
  return (
    <details className="rationales" data-testid="rationales">
      <summary>
        Reasons{' '}
        <span className="dim">
          {missing === 0 ? 'all written' : `${missing} of ${places.length} not written yet; the book lists them`}
        </span>
      </summary>
      <div className="rationales-list">
        {places.map((place) => (
          <Rationale key={`${place.subject} ${place.code}`} place={place} />
        ))}
      </div>
    </details>
  );
}

/** Typed as a whole; leaving the field makes the change, Esc takes the text back. */
function Rationale({ place }: { readonly place: RationalePlace }) {
  const document = useDocumentOnce();
  const [typed, setTyped] = useState<string | null>(null);
  const id = useId();
  const finish = (): void => {
    if (typed !== null && typed.trim() !== place.text) {
      document.commit(setRationale(document.model, place.subject, place.code, typed));
    }
    setTyped(null);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{place.name}</label>
      <textarea
        id={id}
        className="entry"
        rows={2}
        maxLength={LIMITS.noteLength}
        placeholder="No rationale written yet"
        readOnly={document.readOnlyReason !== null}
        value={typed ?? place.text}
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
