import { useDocument } from '../state/hooks.ts';
import { floorWords } from './floorWords.ts';
import './floors.css';

/** What pays and what it costs, in one line; below it, what is missing and what to do. */
export function FloorLine() {
  const { calculation } = useDocument();
  const { topUps } = calculation.results;
  const { cost, payer, short, surplus } = floorWords(calculation.results);
  const isPaid = topUps.isOn && topUps.totalCents > 0 && short === null && surplus === null;
  return (
    <div className={short ? 'floor-result floor-result-short' : 'floor-result'} data-testid="floor-line" role="status">
      <p>
        <b>{cost}</b>
        {payer ? `; ${payer}` : ''}.{isPaid ? <span className="ok"> ✓ paid to the cent</span> : null}
      </p>
      {surplus ? <p className="dim">{surplus}</p> : null}
      {short ? <p className="floor-short">{short}</p> : null}
    </div>
  );
}
