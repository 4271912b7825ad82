import { useMemo } from 'react';
import type { Finding } from '../../shared/calc/results.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { FindingBanner } from '../sheets/FindingBanner.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { sourceRows } from '../sheets/sourceRows.ts';
import { sourceFindings } from '../sources/sourceFindings.ts';
import { useDocument, useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { CoverageBar } from './CoverageBar.tsx';
import { DistrictLine } from './DistrictLine.tsx';
import { PartChecks } from './PartChecks.tsx';
import { SourceBars } from './SourceBars.tsx';
import { tieOutColumns } from './tieOutColumns.ts';
import './tieOut.css';

/** Budgets: the proof that every dollar of every source is somewhere. */
export function TieOutSheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const rows = useMemo(() => sourceRows(document.calculation), [document, structure]);
  const payer = useDocumentValue((it) => it.calculation.results.topUps.payer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above, and a payer may add a column.
  const columns = useMemo(() => tieOutColumns(document), [document, structure, payer]);
  if (rows.length === 0) {
    return (
      <SheetFrame title="Tie-out" testId="tie-out-sheet">
        <EmptySheet title="Nothing to tie out yet">
          <p>Once there is revenue, this sheet proves that central, schools and left add up to it, to the cent.</p>
          <button type="button" className="button button-main" onClick={() => window.goTo('revenues')}>
            Go to Revenues
          </button>
        </EmptySheet>
      </SheetFrame>
    );
  }
  return (
    <div className="sheet-stack" data-testid="tie-out-sheet">
      <div className="tie-out-top">
        <SheetFrame title="Tie-out" subtitle={<Verdict />}>
          <Problems />
          <DistrictLine />
          <CoverageBar />
        </SheetFrame>
        <div className="tie-out-checks">
          <SheetFrame title="Each school" subtitle="parts added up once more">
            <PartChecks />
          </SheetFrame>
        </div>
      </div>
      <div className="tie-out-middle">
        <SheetFrame title="By source" subtitle="amount = central + schools + left, for every source">
          <SheetGrid
            sheet="tie-out"
            label="Tie-out by source"
            columns={columns}
            rows={rows}
            rowTitle={(row) => document.model.table('source').get(row.key)?.name ?? row.key}
            hasTotals
          />
        </SheetFrame>
        <SheetFrame title="Central and schools">
          <SourceBars />
        </SheetFrame>
      </div>
    </div>
  );
}

function Verdict() {
  const { calculation } = useDocument();
  const { tieOut } = calculation.results;
  return tieOut.tiesOut ? (
    <span className="ok" data-testid="verdict">
      ✓ ties out to the cent
    </span>
  ) : (
    <span className="bad" data-testid="verdict">
      does not tie out
    </span>
  );
}

/** Stopped and short sources first, then anything else that does not tie out, then doubts. */
function Problems() {
  const { calculation } = useDocument();
  const window = useWindowOnce();
  const { results } = calculation;
  const stopped = sourceFindings(results);
  const codes = new Set(stopped.map((finding) => finding.source));
  const others: Finding[] = results.tieOut.problems
    .filter((sentence) => ![...codes].some((code) => sentence.includes(`(${code})`)))
    .map((sentence) => ({ severity: 'stops', rule: 'tie-out', sentence }));
  const doubts = results.findings.filter((finding) => finding.severity === 'warns');
  return (
    <FindingBanner
      findings={[...stopped, ...others, ...doubts]}
      onShow={(finding) => window.goTo('sources', { rowKey: finding.source ?? '', columnId: 'finding' })}
    />
  );
}
