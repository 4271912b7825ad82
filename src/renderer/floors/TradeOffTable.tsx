import { toDecimal } from '../../shared/calc/rational.ts';
import type { TradeOffPoint } from '../../shared/calc/topUps/tradeOff.ts';
import { formatCompactMoney, formatMoney, formatPercent } from '../../shared/text/formatNumber.ts';

export interface TradeOffTableProps {
  readonly floor: readonly TradeOffPoint[];
  /** Empty where gainers do not pay. */
  readonly cap: readonly TradeOffPoint[];
  readonly at: number | null;
  readonly isFixed: boolean;
  /** Sets the hold-harmless percent. */
  readonly onFloor: (percent: number) => void;
  /** Sets the cap. */
  readonly onCap: (percent: number) => void;
  /** Whether anybody pays, so that what is missing means something. */
  readonly isPaid: boolean;
}

/** The same curves as numbers; each percent is a button that sets it. */
export function TradeOffTable({ floor, cap, at, isPaid, isFixed, onFloor, onCap }: TradeOffTableProps) {
  return (
    <>
      <table className="trade-off-table" data-testid="trade-off-table">
        <caption className="visually-hidden">Cost of the floor by hold-harmless percent</caption>
        <thead>
          <tr>
            <th scope="col">Hold harmless</th>
            <th scope="col">Cost</th>
            <th scope="col">Schools</th>
            {isPaid ? <th scope="col">Short</th> : null}
          </tr>
        </thead>
        <tbody>
          {floor.map((point) => (
            <tr key={point.percent} className={point.percent === at ? 'trade-off-now' : undefined}>
              <td>
                <button type="button" className="link" disabled={isFixed} onClick={() => onFloor(point.percent)}>
                  {formatPercent(point.percent)}
                </button>
              </td>
              <td>{formatMoney(point.topUpCents)}</td>
              <td>{point.toppedUpCount.toLocaleString('en-US')}</td>
              {isPaid ? <td>{point.shortCents > 0 ? formatCompactMoney(point.shortCents) : '—'}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
      {cap.length > 0 ? (
        <table className="trade-off-table">
          <caption className="visually-hidden">What gainers give by cap</caption>
          <thead>
            <tr>
              <th scope="col">Cap</th>
              <th scope="col">Given up</th>
              <th scope="col">Scaling</th>
              <th scope="col">Short</th>
            </tr>
          </thead>
          <tbody>
            {cap.map((point) => (
              <tr key={point.percent}>
                <td>
                  <button type="button" className="link" disabled={isFixed} onClick={() => onCap(point.percent)}>
                    {formatPercent(point.percent)}
                  </button>
                </td>
                <td>{formatMoney(point.deductionCents)}</td>
                <td>{point.scaling ? toDecimal(point.scaling, 4) : '—'}</td>
                <td>{point.shortCents > 0 ? formatCompactMoney(point.shortCents) : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </>
  );
}
