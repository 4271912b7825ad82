import { formatMoney } from '../../shared/text/formatNumber.ts';
import { FloorInBar } from '../floors/FloorInBar.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { TotalsStatus } from './TotalsStatus.tsx';

/** Always in view: Revenue = Central + Schools + Left, whether it ties out, and what is selected. */
export function TieOutBar() {
  const document = useDocument();
  const window = useWindowOnce();
  const { tieOut } = document.calculation.results;
  const summary = document.selection?.summarise() ?? null;
  const problem = tieOut.problems[0];
  return (
    <footer className="tie-out-bar" data-testid="tie-out-bar" data-region="tie-out">
      <span className="tie-out-sum">
        Revenue <b>{formatMoney(tieOut.revenueCents)}</b> = Central <b>{formatMoney(tieOut.centralCents)}</b> + Schools{' '}
        <b>{formatMoney(tieOut.schoolsCents)}</b> + Left <b>{formatMoney(tieOut.leftCents)}</b>
      </span>
      <button type="button" className={tieOut.tiesOut ? 'ok' : 'bad'} onClick={() => window.goTo('tie-out')}>
        {tieOut.tiesOut ? '✓ ties out' : `✗ ${problem ?? 'does not tie out'}`}
        {tieOut.problems.length > 1 ? ` (+${tieOut.problems.length - 1})` : ''}
      </button>
      <FloorInBar />
      <span className="grow" />
      {summary ? (
        <span className="summary" data-testid="summary">
          {summary.of === 'cells' ? 'Selection: ' : null}
          {summary.sum ? (
            <>
              Sum <b>{summary.sum}</b> · average <b>{summary.average}</b> ·{' '}
            </>
          ) : null}
          <b>{summary.count.toLocaleString('en-US')}</b> {summary.count === 1 ? 'value' : 'values'}
          {summary.least !== null && summary.count > 1 ? (
            <>
              {' '}
              · min <b>{summary.least}</b> · max <b>{summary.greatest}</b>
            </>
          ) : null}
        </span>
      ) : null}
      <span className="recalculated" title="Time of the last recalculation of every budget">
        Recalculated in{' '}
        {document.recalculationMs < 10 ? document.recalculationMs.toFixed(1) : Math.round(document.recalculationMs)} ms
      </span>
      <TotalsStatus />
    </footer>
  );
}
