import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { payerFigure, payerInShort } from './floorWords.ts';
import './floors.css';

/** How many are topped up and the payer's scaling; nothing while no floor is on. Beside a selection's sums it is brief. */
export function FloorInBar() {
  const document = useDocument();
  const window = useWindowOnce();
  const { results } = document.calculation;
  const { topUps } = results;
  if (!topUps.isOn) return null;
  const figure = payerFigure(topUps);
  const isBrief = document.selection !== null;
  return (
    <button
      type="button"
      className={topUps.shortCents > 0 ? 'floor-in-bar loss' : 'floor-in-bar'}
      data-testid="floor-in-bar"
      title={topUps.totalCents > 0 ? `${formatCompactMoney(topUps.totalCents)}, ${payerInShort(results)}` : undefined}
      onClick={() => window.goTo('comparison')}
    >
      <b>{topUps.toppedUpCount.toLocaleString('en-US')}</b> topped up
      {figure && !isBrief ? (
        <>
          {' '}
          · {figure.name} <b>{figure.value}</b>
        </>
      ) : null}
    </button>
  );
}
