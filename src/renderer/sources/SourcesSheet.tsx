import { useEffect, useMemo, useRef } from 'react';
import { importWorkbook } from '../commands/importWorkbook.ts';
import { useFindingMarks } from '../findings/findingMarks.ts';
import type { GridController } from '../grid/GridController.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { FindingBanner } from '../sheets/FindingBanner.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { sourceRows } from '../sheets/sourceRows.ts';
import { useDocument, useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { SourcePanel } from './SourcePanel.tsx';
import { sourceColumns } from './sourceColumns.ts';
import { sourceFindings } from './sourceFindings.ts';
import './sources.css';

/** Decisions: what becomes of each revenue source. The panel below belongs to the row the person stands on. */
export function SourcesSheet() {
  const marks = useFindingMarks('sources');
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const grid = useRef<GridController<SheetRow> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const rows = useMemo(() => sourceRows(document.calculation), [document, structure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const columns = useMemo(() => sourceColumns(document), [document, structure]);
  const shown = useShownSource(rows);
  if (rows.length === 0) return <NoSources />;
  return (
    <div className="sheet-stack">
      <SheetFrame title="Sources" testId="sources-sheet" subtitle={<Coverage />}>
        <StoppedSources onShow={(source) => grid.current?.selectCell(source, 'finding')} />
        <SheetGrid
          sheet="sources"
          marks={marks}
          label="Sources"
          columns={columns}
          rows={rows}
          rowTitle={(row) => document.model.table('source').get(row.key)?.name ?? row.key}
          hasTotals
          controller={grid}
        />
      </SheetFrame>
      {shown ? <SourcePanel key={shown} source={shown} /> : null}
    </div>
  );
}

/** The source last selected in the sheet; the first one until then. Selecting in the panel's own table keeps it. */
function useShownSource(rows: readonly SheetRow[]): string | null {
  const document = useDocumentOnce();
  const last = useRef<string | null>(document.session.get('sources/shown') ?? null);
  const selected = useDocumentValue((it) => (it.selection?.sheet === 'sources' ? it.selection.rowKey : null));
  if (selected !== null && rows.some((row) => row.key === selected)) last.current = selected;
  if (!rows.some((row) => row.key === last.current)) last.current = rows[0]?.key ?? null;
  const shown = last.current;
  useEffect(() => {
    if (shown !== null) document.session.set('sources/shown', shown);
  }, [document, shown]);
  return shown;
}

function Coverage() {
  const { calculation } = useDocument();
  const { coverage } = calculation.results.tieOut;
  const { sources } = calculation.results;
  const unlocked = sources.filter((source) => source.status === 'unlock').length;
  return (
    <span data-testid="coverage">
      {unlocked} of {sources.length} unlocked
      {coverage === null ? '' : ` · the formula moves ${Math.round(coverage * 100)}% of all revenue`}
    </span>
  );
}

function StoppedSources({ onShow }: { readonly onShow: (source: string) => void }) {
  const { calculation } = useDocument();
  return (
    <FindingBanner findings={sourceFindings(calculation.results)} onShow={(finding) => onShow(finding.source ?? '')} />
  );
}

function NoSources() {
  const window = useWindowOnce();
  return (
    <SheetFrame title="Sources" testId="sources-sheet">
      <EmptySheet title="No revenue to decide about">
        <p>Every revenue source gets its decisions here. Import a workbook with a revenues sheet, or add a source.</p>
        <div className="sheet-actions">
          <button type="button" className="button button-main" onClick={() => void importWorkbook.perform(window)}>
            Import a workbook…
          </button>
          <button type="button" className="button" onClick={() => window.goTo('revenues')}>
            Go to Revenues
          </button>
        </div>
      </EmptySheet>
    </SheetFrame>
  );
}
