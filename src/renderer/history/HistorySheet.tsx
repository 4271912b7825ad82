import { useEffect, useMemo, useRef, useState } from 'react';
import type { GridController } from '../grid/GridController.ts';
import type { CellMarks } from '../grid/marks/CellMarks.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentOnce, useDocumentValue, useStore, useWindowOnce } from '../state/hooks.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { exportHistory } from './exportHistory.ts';
import { HistoryFilters } from './HistoryFilters.tsx';
import { type HistoryWatch, historyOf } from './HistoryWatch.ts';
import { historyColumns, whatOf } from './historyColumns.ts';
import { TamperFindings } from './TamperFindings.tsx';
import './history.css';

/** Exports: who changed what, when, from what to what; and the way back to any moment. */
export function HistorySheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const watch = useStore(historyOf(document, window));
  const commit = useDocumentValue((it) => it.commitRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows what is made.
  useEffect(() => watch.follow(), [watch, commit]);
  const { page, entries } = watch;
  const grid = useRef<GridController<SheetRow> | null>(null);
  const rows = useMemo(() => entries.map(({ id }, index) => ({ key: String(id), index })), [entries]);
  const [isNarrow] = useState(() => matchMedia('(max-width: 1150px)').matches);
  const columns = useMemo(() => historyColumns(entries, isNarrow), [entries, isNarrow]);
  const marks = useMemo((): CellMarks => {
    const sentences = new Map(page?.findings.map(({ entry, sentence }) => [String(entry), sentence]) ?? []);
    return (rowKey, columnId) => {
      const sentence = columnId === 'entry' ? sentences.get(rowKey) : undefined;
      return sentence === undefined ? null : { kind: 'stops', sentence };
    };
  }, [page]);
  useSelectedEntry(watch);
  const hasEntries = entries.length > 0;
  const isOpen = useRef(false);
  useEffect(() => {
    // The sheet opens with an entry in hand; later a person stands where they are.
    if (!hasEntries || isOpen.current) return;
    isOpen.current = true;
    const frame = requestAnimationFrame(() => {
      if (!document.selection) grid.current?.selectCell(String(watch.shownId), 'what');
    });
    return () => cancelAnimationFrame(frame);
  }, [document, watch, hasEntries]);
  return (
    <div className="history" data-testid="history-sheet">
      <SheetFrame
        title="History"
        subtitle={<Summary watch={watch} />}
        actions={
          <>
            <button type="button" className="button" onClick={() => void exportHistory(window, 'csv')}>
              Export CSV…
            </button>
            <button type="button" className="button" onClick={() => void exportHistory(window, 'xlsx')}>
              Export workbook…
            </button>
          </>
        }
      >
        <TamperFindings onShow={(id) => grid.current?.selectCell(String(id), 'what')} watch={watch} />
        <HistoryFilters watch={watch} />
        {!page ? (
          <p className="history-none dim">Reading the history…</p>
        ) : page.total === 0 ? (
          <EmptySheet title="No change so far">
            <p>
              Every edit, import, undo and adoption from now on stands here with who made it, when, and each value
              before and after.
            </p>
          </EmptySheet>
        ) : (
          <SheetGrid
            sheet="history"
            label="History"
            columns={columns}
            rows={rows}
            rowTitle={(row) => `Entry ${row.key}`}
            marks={marks}
            controller={grid}
            emptySentence="No entry fits the filter."
          />
        )}
        {watch.hasMore ? (
          <div className="history-more">
            <span className="dim">
              The newest {entries.length.toLocaleString('en-US')} of {page?.found.toLocaleString('en-US')} are listed.
            </span>
            <button type="button" className="button button-small" onClick={() => void watch.more()}>
              List older entries
            </button>
          </div>
        ) : null}
      </SheetFrame>
      <EntryPanel
        watch={watch}
        titleOf={whatOf}
        onSelect={(id) => {
          grid.current?.selectCell(String(id), 'what');
          watch.show(id);
        }}
      />
    </div>
  );
}

function Summary({ watch: { page, isNarrowed } }: { readonly watch: HistoryWatch }) {
  if (!page) return 'Reading the history…';
  const count = (number: number): string => `${number.toLocaleString('en-US')} ${number === 1 ? 'entry' : 'entries'}`;
  const verdict = page.findings.length === 0 ? 'whole and unaltered' : 'changed by another program';
  return `${isNarrowed ? `${page.found.toLocaleString('en-US')} of ` : ''}${count(page.total)}, ${verdict}`;
}

/** The panel follows the row a person stands on. */
function useSelectedEntry(watch: HistoryWatch): void {
  const selected = useDocumentValue((it) => (it.selection?.sheet === 'history' ? it.selection.rowKey : null));
  useEffect(() => {
    if (selected !== null) watch.show(Number(selected));
  }, [watch, selected]);
}
