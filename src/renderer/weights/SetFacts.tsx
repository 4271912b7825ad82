import { formatMoney } from '../../shared/text/formatNumber.ts';
import { formatCell } from '../grid/formatCell.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument } from '../state/hooks.ts';
import type { WeightFigures } from './WeightFigures.ts';

const SIGNED = { kind: 'money', signed: true, id: '', header: '', width: 0, value: () => null } as const;

/** What stands behind the matrix: the base, what the last edit moved, what rounding leaves central. */
export function SetFacts({ figures }: { readonly figures: WeightFigures }) {
  const document = useDocument();
  const base = figures.baseCents();
  const then = figures.baseSources().reduce<number | null>((sum, code) => {
    const held = document.beforeEdit?.base(code) ?? null;
    return held === null ? sum : (sum ?? 0) + held;
  }, null);
  const moved = base !== null && then !== null ? Math.round(base - then) : 0;
  return (
    <div className="set-facts">
      <span>
        Base <b>{base === null ? '—' : `$${formatMoney(Math.round(base))}`}</b>
        {moved === 0 ? null : <span className={moved > 0 ? 'gain' : 'loss'}> {formatCell(SIGNED, moved)}</span>}
      </span>
      <span>
        Rounding left central <b>${formatMoney(figures.roundingLeftCents())}</b>
      </span>
      {document.beforeEdit ? (
        <span title="What this edit gives to the schools that gain by it">
          This edit moves <b>${formatMoney(movedCents(document))}</b> to other schools
        </span>
      ) : null}
    </div>
  );
}

/** What some schools gain, and others lose with it. */
function movedCents({ beforeEdit, calculation }: DocumentState): number {
  const { total } = calculation.results;
  const before = beforeEdit?.column('total', calculation.schools);
  let gained = 0;
  if (!before) return 0;
  for (let index = 0; index < total.length; index++) {
    const moved = (total[index] ?? 0) - (before[index] ?? 0);
    if (moved > 0) gained += moved;
  }
  return gained;
}
