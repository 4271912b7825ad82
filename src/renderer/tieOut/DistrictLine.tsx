import { formatMoney } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';

/** Revenue = Central + Schools + Left, of the whole district. */
export function DistrictLine() {
  const { tieOut } = useDocument().calculation.results;
  const isShort = tieOut.leftCents < 0;
  const part = (label: string, cents: number, mark: string) => (
    <div className="district-part">
      {mark ? (
        <span className="district-mark" aria-hidden="true">
          {mark}
        </span>
      ) : null}
      <div>
        <strong>{formatMoney(cents)}</strong>
        <span>{label}</span>
      </div>
    </div>
  );
  return (
    <div className="district-line" data-testid="district-line">
      {part('Revenue', tieOut.revenueCents, '')}
      {part('Central', tieOut.centralCents, '=')}
      {part('Schools', tieOut.schoolsCents, '+')}
      {part(isShort ? 'Short' : 'Left', Math.abs(tieOut.leftCents), isShort ? '−' : '+')}
    </div>
  );
}
