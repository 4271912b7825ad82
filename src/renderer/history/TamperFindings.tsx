import { useDocumentValue } from '../state/hooks.ts';
import type { HistoryWatch } from './HistoryWatch.ts';

export interface TamperFindingsProps {
  readonly watch: HistoryWatch;
  /** Shows the entry in the list. */
  readonly onShow: (id: number) => void;
}

/** What another program has done to the document, one line for each thing found. */
export function TamperFindings({ watch, onShow }: TamperFindingsProps) {
  const findings = useDocumentValue((it) => it.info.logFault?.findings ?? null);
  if (!findings) return null;
  const listed = new Set(watch.entries.map(({ id }) => id));
  return (
    <ul className="findings" data-testid="tamper-findings" aria-label="Changed outside of Allot">
      {findings.map(({ sentence, entry }) => (
        <li key={sentence} className="finding finding-stops">
          <span className="finding-mark" aria-hidden="true" />
          <span>{sentence}</span>
          {entry !== null && listed.has(entry) ? (
            <button type="button" className="link" onClick={() => onShow(entry)}>
              Show entry {entry}
            </button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
