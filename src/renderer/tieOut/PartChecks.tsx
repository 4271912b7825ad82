import { useMemo } from 'react';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import { useDocument } from '../state/hooks.ts';
import { checkParts } from './checkParts.ts';

/** The sums of the schools' parts, checked apart from the calculation (I2). */
export function PartChecks() {
  const document = useDocument();
  const read = useMemo(
    () =>
      oncePerRevision(document, () =>
        checkParts(document.calculation.results, (index) => document.calculation.schools[index]?.name ?? ''),
      ),
    [document],
  );
  return (
    <ul className="part-checks" data-testid="part-checks">
      {read().map((check) => (
        <li key={check.label}>
          <span className={check.holds ? 'ok' : 'bad'}>{check.holds ? '✓' : '✗'}</span>
          <span>
            {check.label} <span className={check.holds ? 'dim' : 'bad'}>{check.detail}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
