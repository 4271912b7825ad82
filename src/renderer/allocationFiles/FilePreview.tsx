import { formatMoney } from '../../shared/text/formatNumber.ts';
import { exportAllocation } from '../commands/exportAllocation.ts';
import { shownShortcut } from '../commands/shownShortcut.ts';
import { Faces } from '../sheets/Faces.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocument, useStore, useWindow } from '../state/hooks.ts';
import { filesViewOf, type PreviewFace } from './FilesView.ts';
import { PreviewFaults } from './PreviewFaults.tsx';
import { PreviewLines } from './PreviewLines.tsx';
import { PreviewTotals } from './PreviewTotals.tsx';
import type { PreviewWatch } from './PreviewWatch.ts';
import './filePreview.css';

/** The file as it would be written now: its lines, its totals, and what keeps it from being written. */
export function FilePreview({ watch }: { readonly watch: PreviewWatch }) {
  const document = useDocument();
  const view = useStore(filesViewOf(document));
  useStore(watch);
  const { shown } = watch;
  if (!shown) return null;
  const { totals, differences, faultCount, notices, recordCount } = shown;
  const faces: readonly { readonly name: PreviewFace; readonly label: string }[] = [
    { name: 'lines', label: 'Lines' },
    { name: 'totals', label: 'Totals' },
    { name: 'faults', label: faultCount === 0 ? 'Faults' : `Faults  ${faultCount.toLocaleString('en-US')}` },
  ];
  return (
    <SheetFrame
      title="Preview"
      testId="file-preview"
      subtitle={
        <span data-testid="preview-sum" data-fresh={watch.isFresh ? '' : undefined}>
          {count(recordCount, 'record', 'records')} · <b>{formatMoney(totals.amountCents)}</b>
        </span>
      }
      actions={
        <>
          <ScenarioMark />
          <Faces label="Preview" names={faces} value={view.preview} onChange={(face) => view.showPreview(face)} />
          <ExportButton faultCount={faultCount} isFresh={watch.isFresh} />
        </>
      }
    >
      <Verdict
        faultCount={faultCount}
        isFresh={watch.isFresh}
        notices={notices}
        written={view.written(watch.templateId)}
        differences={differences.length}
        onFaults={() => view.showPreview('faults')}
      />
      {view.preview === 'lines' ? <PreviewLines shown={shown} /> : null}
      {view.preview === 'totals' ? <PreviewTotals shown={shown} /> : null}
      {view.preview === 'faults' ? <PreviewFaults shown={shown} /> : null}
    </SheetFrame>
  );
}

/** Only a file without faults can be asked for; what stops it is said below. */
function ExportButton({ faultCount, isFresh }: { readonly faultCount: number; readonly isFresh: boolean }) {
  const window = useWindow();
  const shortcut = shownShortcut(exportAllocation.shortcut ?? '', window.appInfo?.platform ?? '');
  return (
    <button
      type="button"
      className="button button-main file-export"
      data-testid="export-allocation"
      aria-describedby="file-verdict"
      title={
        faultCount > 0 ? 'First mend what keeps the file from being written' : `Export finance file… (${shortcut})`
      }
      disabled={faultCount > 0 || !isFresh || !exportAllocation.enabled(window)}
      onClick={() => void exportAllocation.perform(window)}
    >
      Export file…
    </button>
  );
}

function ScenarioMark() {
  const { model, scenarioId } = useDocument();
  const scenario = model.get('scenario', scenarioId);
  if (!scenario) return null;
  return (
    <span className={`file-status file-status-${scenario.status}`} title={`Scenario ${scenario.name}`}>
      {scenario.status === 'adopted' ? 'Adopted' : scenario.status === 'proposed' ? 'Proposed' : 'Draft'}
    </span>
  );
}

interface VerdictProps {
  readonly faultCount: number;
  /** False while every record is still to be looked at. */
  readonly isFresh: boolean;
  readonly notices: readonly string[];
  /** What was just written, or null. */
  readonly written: string | null;
  /** Totals that are not the scenario's. */
  readonly differences: number;
  readonly onFaults: () => void;
}

/** What stops the file, or else what is good to know before it is loaded. */
function Verdict({ faultCount, isFresh, notices, written, differences, onFaults }: VerdictProps) {
  const ties =
    differences === 0 ? (
      <span className="file-ties ok">✓ ties to the cent</span>
    ) : (
      <span className="file-ties bad">{count(differences, 'total does', 'totals do')} not tie</span>
    );
  if (faultCount > 0) {
    return (
      <div className="file-verdict file-verdict-stops" role="status" id="file-verdict" data-testid="file-verdict">
        <span className="finding-mark" aria-hidden="true" />
        <span>
          {count(faultCount, 'fault keeps', 'faults keep')} the file from being written. Nothing is written before{' '}
          {faultCount === 1 ? 'it is' : 'they are'} mended.
        </span>
        <button type="button" className="link" onClick={onFaults}>
          Show
        </button>
        {ties}
      </div>
    );
  }
  return (
    <div className="file-verdict" role="status" id="file-verdict" data-testid="file-verdict">
      {isFresh ? (
        <span className="ok">{written ? '✓ Written.' : '✓ Ready to be written.'}</span>
      ) : (
        <span className="dim">Checking…</span>
      )}
      <span className="dim file-notices" title={written ?? notices.join(' ')}>
        {written ?? notices.join(' ')}
      </span>
      {notices.length > 0 ? (
        <button type="button" className="link" onClick={onFaults}>
          Notes
        </button>
      ) : null}
      {ties}
    </div>
  );
}

export const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;
