import { useEffect, useMemo, useRef, useState } from 'react';
import type { OutlierKind } from '../../shared/calc/outliers.ts';
import { FloorLine } from '../floors/FloorLine.tsx';
import type { GridController } from '../grid/GridController.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { PickedChip } from '../sheets/PickedChip.tsx';
import { usePickedRows } from '../sheets/pickedSchools.ts';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { comparisonColumns } from './comparisonColumns.ts';
import { OutlierFilter } from './OutlierFilter.tsx';
import { lossLimit, type OutlierReasons, readOutliers, reasonColumn, setLossLimit } from './outlierReasons.ts';
import './comparison.css';

type Face = 'all' | 'toppedUp' | 'giving' | 'outliers';

/** Budgets: every school's projected budget against its current one and its floor, who is lifted and who pays. */
export function ComparisonSheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const commit = useDocumentValue((it) => it.commitRevision);
  const [face, setFace] = useState<Face>('all');
  const [filter, setFilter] = useState('');
  const grid = useRef<GridController<SheetRow> | null>(null);
  useToppedUpKey(() => setFace((held) => (held === 'toppedUp' ? 'all' : 'toppedUp')));
  const [kind, setKind] = useState<OutlierKind | null>(null);
  const [loss, setLoss] = useState(() => lossLimit(document));
  // biome-ignore lint/correctness/useExhaustiveDependencies: who stands out follows what is decided, not each keystroke.
  const reasons = useMemo(() => readOutliers(document, loss), [document, structure, commit, loss]);
  const isOutliers = face === 'outliers';
  const hasFloors = useDocumentValue((it) => it.calculation.results.topUps.isOn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns follow the structure and whether floors are on; reasons are shown on one face only.
  const columns = useMemo(
    () => comparisonColumns(document, isOutliers ? [reasonColumn(document, reasons)] : []),
    [document, structure, hasFloors, isOutliers, isOutliers ? reasons : null],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is shown follows what is decided, not each keystroke.
  const faced = useMemo(
    () => rowsOf(document, face, reasons, kind),
    [document, structure, commit, face, reasons, kind],
  );
  const rows = usePickedRows('comparison', faced);
  const { results } = document.calculation;
  if (document.calculation.schools.length === 0) {
    return (
      <SheetFrame title="Comparison" testId="comparison-sheet">
        <EmptySheet title="Nothing to compare yet">
          <p>Once there are schools, this sheet compares their projected budgets with current ones and with floors.</p>
          <button type="button" className="button button-main" onClick={() => window.goTo('schools')}>
            Go to Schools
          </button>
        </EmptySheet>
      </SheetFrame>
    );
  }
  const faces = [
    { name: 'all', label: 'All' },
    { name: 'toppedUp', label: `To be topped up (${results.topUps.toppedUpCount})` },
    { name: 'giving', label: `Giving up (${results.topUps.givingCount})` },
    { name: 'outliers', label: `Standing out (${reasons.bySchool.size})` },
  ] as const;
  return (
    <div className="sheet-stack" data-testid="comparison-sheet">
      <FloorLine />
      <SheetFrame
        title="Comparison"
        subtitle={`${rows.length.toLocaleString('en-US')} of ${document.calculation.schools.length.toLocaleString('en-US')} schools`}
        actions={
          <>
            <PickedChip />
            <span className="dim key-hint">
              <kbd>T</kbd> to be topped up
            </span>
            <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
            <Faces label="Which schools" names={faces} value={face} onChange={setFace} />
          </>
        }
      >
        {isOutliers ? (
          <OutlierFilter
            reasons={reasons}
            kind={kind}
            onKind={setKind}
            lossPercent={loss}
            onLossPercent={(percent) => {
              setLoss(percent);
              setLossLimit(document, percent);
            }}
          />
        ) : null}
        <SheetGrid
          sheet="comparison"
          label="Projected budgets against current budgets and floors"
          columns={columns}
          rows={rows}
          rowTitle={(row) => document.calculation.schools[row.index]?.name ?? row.key}
          hasTotals
          quickFilter={filter}
          controller={grid}
          emptySentence="No school to show here."
        />
      </SheetFrame>
    </div>
  );
}

function rowsOf(
  document: DocumentState,
  face: Face,
  { bySchool }: OutlierReasons,
  kind: OutlierKind | null,
): SheetRow[] {
  const { results } = document.calculation;
  const rows = schoolRows(document.calculation);
  if (face === 'toppedUp') return rows.filter((row) => (results.topUp[row.index] ?? 0) > 0);
  if (face === 'giving') return rows.filter((row) => (results.deduction[row.index] ?? 0) > 0);
  if (face !== 'outliers') return rows;
  return rows.filter((row) => bySchool.get(row.index)?.some((outlier) => kind === null || outlier.kind === kind));
}

/** One key, T, wherever the focus is, unless something is being typed. */
function useToppedUpKey(perform: () => void): void {
  const latest = useRef(perform);
  latest.current = perform;
  const state = useWindowOnce();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.code !== 'KeyT' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const { target } = event;
      const isTyping =
        target instanceof HTMLInputElement ||
        target instanceof HTMLTextAreaElement ||
        target instanceof HTMLSelectElement;
      if (isTyping || state.dialog || state.task) return;
      event.preventDefault();
      latest.current();
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, [state]);
}
