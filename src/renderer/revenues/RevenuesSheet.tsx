import { useMemo, useRef, useState } from 'react';
import { formatCompactMoney } from '../../shared/text/formatNumber.ts';
import { importTable } from '../commands/importTable.ts';
import { importWorkbook } from '../commands/importWorkbook.ts';
import { useFindingMarks } from '../findings/findingMarks.ts';
import type { GridController } from '../grid/GridController.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { sourceRows } from '../sheets/sourceRows.ts';
import { useDocument, useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { VersionLink } from '../versions/VersionLink.tsx';
import { AddSourceDialog } from './AddSourceDialog.tsx';
import { revenueColumns } from './revenueColumns.ts';
import { confirmRemoval, SourceActions } from './SourceActions.tsx';

/** Inputs: what money is projected, and where it comes from. */
export function RevenuesSheet() {
  const marks = useFindingMarks('revenues');
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const isReadOnly = useDocumentValue((it) => it.readOnlyReason !== null);
  const [isAdding, setIsAdding] = useState(false);
  const grid = useRef<GridController<SheetRow> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const rows = useMemo(() => sourceRows(document.calculation), [document, structure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const columns = useMemo(() => revenueColumns(document), [document, structure]);
  const added = (code?: string): void => {
    setIsAdding(false);
    if (code) requestAnimationFrame(() => grid.current?.selectCell(code, 'amount'));
  };
  const add = (
    <button type="button" className="button" disabled={isReadOnly} onClick={() => setIsAdding(true)}>
      Add source…
    </button>
  );
  return (
    <>
      <SheetFrame
        title="Revenues"
        testId="revenues-sheet"
        subtitle={<RevenueSummary />}
        actions={
          rows.length === 0 ? null : (
            <>
              <SourceActions />
              {add}
            </>
          )
        }
      >
        {rows.length === 0 ? (
          <EmptySheet title="No revenue yet">
            <p>
              Import a table of revenue sources or a district workbook, or add the first source by hand. A new source
              stays under central control until you unlock it on Sources.
            </p>
            <div className="sheet-actions">
              <button type="button" className="button button-main" onClick={() => void importTable.perform(window)}>
                Import a table…
              </button>
              <button type="button" className="button" onClick={() => void importWorkbook.perform(window)}>
                Import a workbook…
              </button>
              {add}
            </div>
          </EmptySheet>
        ) : (
          <SheetGrid
            sheet="revenues"
            marks={marks}
            label="Revenues"
            columns={columns}
            rows={rows}
            rowTitle={(row) => document.model.table('source').get(row.key)?.name ?? row.key}
            hasTotals
            rowItems={({ key }) => {
              const isEnabled = document.readOnlyReason === null;
              return [
                { label: 'Add source…', isEnabled, act: () => setIsAdding(true) },
                { label: 'Remove this source…', isEnabled, act: () => void confirmRemoval(document, window, key) },
              ];
            }}
            controller={grid}
          />
        )}
      </SheetFrame>
      {isAdding ? <AddSourceDialog onClose={added} /> : null}
    </>
  );
}

function RevenueSummary() {
  const { calculation } = useDocument();
  const { sources, tieOut } = calculation.results;
  if (sources.length === 0) return null;
  const restricted = sources.reduce((sum, one) => sum + (one.restriction === 'restricted' ? one.amountCents : 0), 0);
  return (
    <>
      {sources.length} {sources.length === 1 ? 'source' : 'sources'} · {formatCompactMoney(tieOut.revenueCents)},{' '}
      {formatCompactMoney(restricted)} of it restricted · <VersionLink kind="revenues" />
    </>
  );
}
