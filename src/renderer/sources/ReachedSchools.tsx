import { useState } from 'react';
import type { SourceResult } from '../../shared/calc/results.ts';
import { useDocument } from '../state/hooks.ts';

const FIRST = 4;
const MOST = 400;

/** How many schools a source reaches, and which. */
export function ReachedSchools({ result }: { readonly result: SourceResult }) {
  const { calculation } = useDocument();
  const [isOpen, setIsOpen] = useState(false);
  const all = calculation.schools.length;
  const names = calculation.schools.filter((_, index) => result.eligible[index] === 1).map((school) => school.name);
  const shown = isOpen ? names.slice(0, MOST) : names.slice(0, FIRST);
  const count = result.eligibleCount;
  return (
    <div className="reached">
      <p aria-live="polite" data-testid="reached">
        Reaches <strong>{count === all ? `all ${all.toLocaleString('en-US')}` : count.toLocaleString('en-US')}</strong>
        {count === all ? ' schools' : ` of ${all.toLocaleString('en-US')} schools`}
      </p>
      {count > 0 && (count < all || isOpen) ? (
        <p className="hint">
          {shown.join(', ')}
          {names.length > shown.length && isOpen ? ` and ${names.length - shown.length} more` : ''}{' '}
          {names.length > FIRST ? (
            <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
              {isOpen ? 'Show fewer' : `and ${names.length - FIRST} more`}
            </button>
          ) : null}
        </p>
      ) : null}
    </div>
  );
}
