import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { payerInShort, scalingText } from './floorWords.ts';
import './floors.css';

/** The part of the bottom bar that says how many are topped up and who pays; nothing while no floor is on. */
export function FloorInBar() {
  const { results } = useDocument().calculation;
  const window = useWindowOnce();
  const { topUps } = results;
  if (!topUps.isOn) return null;
  const scaling = topUps.totalCents > 0 ? scalingText(topUps) : '';
  return (
    <button
      type="button"
      className={topUps.shortCents > 0 ? 'floor-in-bar loss' : 'floor-in-bar'}
      data-testid="floor-in-bar"
      onClick={() => window.goTo('comparison')}
    >
      <b>{topUps.toppedUpCount.toLocaleString('en-US')}</b> topped up
      {topUps.totalCents > 0 ? `, ${formatCompactMoney(topUps.totalCents)}, ${payerInShort(results)}` : ''}
      {scaling ? (
        <>
          {' '}
          · scaling <b>{scaling}</b>
        </>
      ) : null}
    </button>
  );
}
