import { useRef } from 'react';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';

/** Tells a screen reader what the whole comes to after each change: once per change, never for a keystroke. */
export function TotalsStatus() {
  const document = useDocumentOnce();
  const commits = useDocumentValue((it) => it.commitRevision);
  const first = useRef(commits);
  const { tieOut } = document.calculation.results;
  return (
    <span className="visually-hidden" role="status" data-testid="totals-status">
      {commits === first.current
        ? ''
        : `Recalculated. Schools ${formatMoney(tieOut.schoolsCents)}, Central ${formatMoney(tieOut.centralCents)}, Left ${formatMoney(tieOut.leftCents)}, ${tieOut.tiesOut ? 'ties out' : (tieOut.problems[0] ?? 'does not tie out')}`}
    </span>
  );
}
