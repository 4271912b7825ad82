import { useState } from 'react';
import { reopenFinding } from '../../shared/findings/acceptFinding.ts';
import type { DataFinding } from '../../shared/findings/DataFinding.ts';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { shownMoment } from '../versions/versionNames.ts';
import { AcceptForm } from './AcceptForm.tsx';
import { acceptFindings } from './acceptFindings.ts';
import { findingsOf } from './FindingsWatch.ts';
import { placeOf } from './findingPlaces.ts';
import { SeverityMark } from './SeverityMark.tsx';

const CELLS_SHOWN = 4;

/** One doubt: how grave it is, what is so, where to go, and what to do about it. */
export function FindingLine({ finding, title }: { readonly finding: DataFinding; readonly title: string }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const [isAccepting, setIsAccepting] = useState(false);
  const { accepted, severity, sentence, cells } = finding;
  return (
    <li className={`doubt${accepted ? ' doubt-accepted' : ''}`} data-testid="finding" data-severity={severity}>
      <SeverityMark severity={accepted ? 'accepted' : severity} />
      <div className="doubt-body">
        <p>{sentence}</p>
        {accepted ? (
          <p className="doubt-note">
            “{accepted.note}” <span>{[accepted.by, shownMoment(accepted.at)].filter(Boolean).join(', ')}</span>
          </p>
        ) : null}
        <div className="doubt-places">
          {cells.slice(0, CELLS_SHOWN).map((cell) => {
            const { sheet, rowKey, columnId, label } = placeOf(document.model, cell);
            return (
              <button
                key={`${cell.table} ${cell.key} ${cell.column}`}
                type="button"
                className="link"
                onClick={() => window.goTo(sheet, { rowKey, columnId })}
              >
                <span className="visually-hidden">Go to </span>
                {label}
              </button>
            );
          })}
          {cells.length > CELLS_SHOWN ? <span className="dim">and {cells.length - CELLS_SHOWN} more cells</span> : null}
        </div>
        {isAccepting ? (
          <AcceptForm
            action="Accept"
            onCancel={() => setIsAccepting(false)}
            onAccept={(note) => {
              setIsAccepting(false);
              acceptFindings(window, document, [finding], title, note);
            }}
          />
        ) : null}
      </div>
      {isAccepting ? null : <LineAction finding={finding} onAccept={() => setIsAccepting(true)} />}
    </li>
  );
}

function LineAction({ finding, onAccept }: { readonly finding: DataFinding; readonly onAccept: () => void }) {
  const document = useDocumentOnce();
  if (finding.severity === 'stops') return null;
  if (!finding.accepted) {
    return (
      <button type="button" className="button button-small" onClick={onAccept}>
        Accept…
      </button>
    );
  }
  return (
    <button
      type="button"
      className="button button-small"
      onClick={() => {
        document.commit(reopenFinding(document.model, finding));
        findingsOf(document).followAcceptance();
      }}
    >
      Take back
    </button>
  );
}
