import { formatMoney } from '../../shared/text/formatNumber.ts';
import { formatCell } from '../grid/formatCell.ts';
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
        Moved <b>{document.beforeEdit ? `$${formatMoney(movedCents(document))}` : '—'}</b>
      </span>
      <span>
        Rounding left central <b>${formatMoney(figures.roundingLeftCents())}</b>
      </span>
    </div>
  );
}

/** Half of all differences: what some schools gain, others lose. */
function movedCents(document: ReturnType<typeof useDocument>): number {
  const { total } = document.calculation.results;
  const { beforeEdit, calculation } = document;
  let gained = 0;
  for (const [index, school] of calculation.schools.entries()) {
    const before = beforeEdit?.at('total', school.code, index) ?? null;
    const now = total[index] ?? 0;
    if (before !== null && now > before) gained += now - before;
  }
  return gained;
}
