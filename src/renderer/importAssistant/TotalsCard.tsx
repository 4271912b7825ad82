import type { ImportPreview, TotalChange } from '../../shared/assistant/ImportPreview.ts';
import { formatChange, formatCount, formatMoney } from '../../shared/text/formatNumber.ts';

/** Sums of the district before and after: the first thing a finance office checks. */
export function TotalsCard({ preview, hasFaults }: { readonly preview: ImportPreview; readonly hasFaults: boolean }) {
  if (preview.totals.length === 0) return null;
  const shown = ({ unit }: TotalChange, value: number): string =>
    unit === 'cents' ? formatMoney(value) : formatCount(value);
  const difference = (total: TotalChange): string => {
    const by = total.after - total.before;
    if (by === 0) return '—';
    return total.unit === 'cents' ? formatChange(by) : `${by > 0 ? '+' : ''}${formatCount(by)}`;
  };
  return (
    <section className="card aside-card" aria-label="Totals" data-testid="import-totals">
      <h3>District totals</h3>
      <table className="totals">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">Total</span>
            </th>
            <th scope="col">Now</th>
            <th scope="col">After</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {preview.totals.map((total) => (
            <tr key={total.what}>
              <th scope="row" className="total-name">
                {total.what}
              </th>
              <td className="dim">{shown(total, total.before)}</td>
              <td>
                <b>{shown(total, total.after)}</b>
              </td>
              <td className={total.after > total.before ? 'gain' : total.after < total.before ? 'loss' : 'dim'}>
                {difference(total)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasFaults ? <p className="hint">Entries with a fault are not in these totals yet.</p> : null}
    </section>
  );
}
