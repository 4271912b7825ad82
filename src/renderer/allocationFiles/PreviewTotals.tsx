import type { TotalLine } from '../../shared/allocationFile/controlTotals.ts';
import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../../shared/model/pseudoCodes.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import type { ShownFile } from './PreviewWatch.ts';
import { ScrollRegion } from './ScrollRegion.tsx';

/** Control totals of the whole file, held against the scenario. */
export function PreviewTotals({ shown }: { readonly shown: ShownFile }) {
  const { model } = useDocumentOnce();
  const { totals, differences, template } = shown;
  const name = (table: 'source' | 'school', code: string): string =>
    model.table(table).get(code)?.name ??
    [...PSEUDO_SOURCES, ...PSEUDO_SCHOOLS].find((one) => one.code === code)?.name ??
    '';
  const wanted = (what: 'source' | 'school') =>
    new Map(differences.filter((one) => one.what === what).map((one) => [one.code, one.wantedCents]));
  const fund = model.table('accountSegment').get(template.fundSegment)?.name ?? template.fundSegment;
  return (
    <ScrollRegion className="file-totals" label="Totals of the file" testId="file-totals">
      <dl className="file-sums">
        <Sum label="Detail records" value={totals.rows.toLocaleString('en-US')} />
        <Sum label="Debits" value={formatMoney(totals.debitCents)} />
        <Sum label="Credits" value={formatMoney(totals.creditCents)} />
        <Sum label="Net" value={formatMoney(totals.amountCents)} />
      </dl>
      <div className="file-total-tables">
        {template.fundSegment ? (
          <TotalTable title={`By ${fund.toLowerCase()}`} lines={totals.byFund} wanted={null} nameOf={() => ''} />
        ) : null}
        <TotalTable
          title="By source"
          lines={totals.bySource}
          wanted={wanted('source')}
          nameOf={(code) => name('source', code)}
        />
        <TotalTable
          title="By school"
          lines={totals.bySchool}
          wanted={wanted('school')}
          nameOf={(code) => name('school', code)}
        />
      </div>
    </ScrollRegion>
  );
}

function Sum({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

interface TotalTableProps {
  readonly title: string;
  readonly lines: readonly TotalLine[];
  /** What the scenario says where it says otherwise; null where it is not asked by these codes. */
  readonly wanted: ReadonlyMap<string, number> | null;
  readonly nameOf: (code: string) => string;
}

function TotalTable({ title, lines, wanted, nameOf }: TotalTableProps) {
  // What the scenario has and the file has not is no line of the file, and still to be seen.
  const absent = [...(wanted?.keys() ?? [])].filter((code) => !lines.some((line) => line.code === code));
  const all = [...lines, ...absent.map((code) => ({ code, cents: 0 }))];
  return (
    <table className="file-total-table">
      <caption>{title}</caption>
      <tbody>
        {all.map(({ code, cents }) => {
          const other = wanted?.get(code);
          return (
            <tr key={code} className={other === undefined ? undefined : 'file-total-off'}>
              <td className="file-total-code">{code || '—'}</td>
              <td className="file-total-name">{nameOf(code)}</td>
              <td className="number">{formatMoney(cents)}</td>
              <td className="file-total-tie">
                {wanted === null ? null : other === undefined ? (
                  <span className="ok" title="Equal to the scenario to the cent">
                    ✓
                  </span>
                ) : (
                  <span className="bad">scenario {formatMoney(other)}</span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
