import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { useDocument } from '../state/hooks.ts';
import type { WeightFigures } from './WeightFigures.ts';

/** Who uses the set, how much money runs through it, and how much of all revenue the formula moves. */
export function WeightsUsedBy({ figures }: { readonly figures: WeightFigures }) {
  const { coverage } = useDocument().calculation.results.tieOut;
  const { users } = figures;
  const names = users.map((state) => state.row.name).join(', ');
  const used =
    users.length === 0
      ? 'not used by any source yet'
      : `used by ${users.length === 1 ? '1 source' : `${users.length} sources`}, ${formatCompactMoney(figures.poolCents())}`;
  return (
    <div className="subtitle" title={names}>
      {used}
      {coverage === null ? '' : ` · the formula moves ${Math.round(coverage * 100)}% of all revenue`}
    </div>
  );
}
