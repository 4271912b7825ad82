import { useMemo } from 'react';
import { WHOLE_PERCENT } from '../../shared/model/units.ts';
import { formatPercent } from '../../shared/text/formatNumber.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { useDocument, useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { levelRows, levelShareTotal, rateColumns, shareColumns } from './cellColumns.ts';

export interface CellTableProps {
  readonly source: string;
  readonly method: 'shares' | 'rates';
}

/** The level × need table of a source with shares or rates. */
export function CellTable({ source, method }: CellTableProps) {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const rows = useMemo(() => levelRows(document), [document, structure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const columns = useMemo(
    () => (method === 'shares' ? shareColumns(document, source) : rateColumns(document, source)),
    [document, structure, source, method],
  );
  const name = document.model.table('source').get(source)?.name ?? source;
  return (
    <div className="cell-table">
      <SheetGrid
        key={`${source}-${method}`}
        sheet={`source-${method}`}
        label={`${method === 'shares' ? 'Shares' : 'Rates'} of ${name}`}
        columns={columns}
        rows={rows}
        rowTitle={(row) => document.model.table('level').get(row.key)?.name ?? row.key}
        hasTotals
        isAutoHeight
      />
      {method === 'shares' ? <SharesLeft source={source} /> : null}
    </div>
  );
}

/** What is still to be placed before the shares total 100%. */
function SharesLeft({ source }: { readonly source: string }) {
  const document = useDocument();
  const missing = WHOLE_PERCENT - levelShareTotal(document, source);
  const sentence =
    missing === 0
      ? 'The levels’ shares total 100%.'
      : missing > 0
        ? `The levels’ shares leave ${formatPercent(missing)} to place; the source pays nobody until they total 100%.`
        : `The levels’ shares are ${formatPercent(-missing)} too much; the source pays nobody until they total 100%.`;
  return (
    <p className={missing === 0 ? 'hint' : 'hint loss'} aria-live="polite" data-testid="shares-left">
      {sentence}
    </p>
  );
}
