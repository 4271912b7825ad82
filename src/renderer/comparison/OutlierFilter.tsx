import { useId, useState } from 'react';
import type { OutlierKind } from '../../shared/calc/outliers.ts';
import { formatPercent } from '../../shared/text/formatNumber.ts';
import { parsePercent } from '../../shared/text/parseNumber.ts';
import { OUTLIER_WORDS, type OutlierReasons } from './outlierReasons.ts';

export interface OutlierFilterProps {
  readonly reasons: OutlierReasons;
  readonly kind: OutlierKind | null;
  readonly onKind: (kind: OutlierKind | null) => void;
  /** Percent units. */
  readonly lossPercent: number;
  readonly onLossPercent: (percent: number) => void;
}

/** Which reasons are shown, and from which loss on a school stands out. */
export function OutlierFilter({ reasons, kind, onKind, lossPercent, onLossPercent }: OutlierFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): void => {
    setTyped(text);
    const parsed = parsePercent(text);
    if (parsed.ok) onLossPercent(parsed.value);
  };
  const fault = typed === null || parsePercent(typed).ok ? null : 'Type a percent such as 5.';
  const kinds = Object.keys(OUTLIER_WORDS) as OutlierKind[];
  return (
    <div className="outlier-filter" data-testid="outlier-filter">
      <label htmlFor={`${id}-kind`}>Reason</label>
      <select
        id={`${id}-kind`}
        className="entry"
        value={kind ?? ''}
        onChange={(event) => onKind(kinds.find((one) => one === event.target.value) ?? null)}
      >
        <option value="">Any reason ({reasons.bySchool.size})</option>
        {kinds.map((one) => (
          <option key={one} value={one}>
            {OUTLIER_WORDS[one]} ({reasons.counts[one]})
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-loss`}>A loss of more than</label>
      <input
        id={`${id}-loss`}
        className="entry outlier-loss"
        inputMode="decimal"
        autoComplete="off"
        data-testid="outlier-loss"
        value={typed ?? formatPercent(lossPercent)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${id}-fault`}
        onFocus={(event) => event.target.select()}
        onChange={(event) => read(event.target.value)}
        onBlur={() => setTyped(null)}
      />
      <span id={`${id}-fault`} className={fault ? 'wrong' : 'dim'}>
        {fault ?? 'of the current budget. Schools alike are the ten of the same level nearest in need.'}
      </span>
    </div>
  );
}
