import { useState } from 'react';
import type { Finding } from '../../shared/calc/results.ts';
import './sheets.css';

export interface FindingBannerProps {
  readonly findings: readonly Finding[];
  /** Goes to the row or source that the finding is about. */
  readonly onShow?: (finding: Finding) => void;
}

const SHOWN = 6;

/** Stopped sources and doubts in words, the stops first: what is so, and what to do. */
export function FindingBanner({ findings, onShow }: FindingBannerProps) {
  const [areAll, setAreAll] = useState(false);
  if (findings.length === 0) return null;
  const stopsFirst = [...findings].sort((left, right) => left.severity.localeCompare(right.severity));
  return (
    <ul className="findings" data-testid="findings" aria-label="What needs attention">
      {stopsFirst.slice(0, areAll ? undefined : SHOWN).map((finding) => (
        <li key={`${finding.rule}-${finding.sentence}`} className={`finding finding-${finding.severity}`}>
          <span className="finding-mark" aria-hidden="true" />
          <span>{finding.sentence}</span>
          {onShow && finding.source ? (
            <button type="button" className="link" onClick={() => onShow(finding)}>
              Show
            </button>
          ) : null}
        </li>
      ))}
      {stopsFirst.length > SHOWN && !areAll ? (
        <li className="finding">
          <button type="button" className="link" onClick={() => setAreAll(true)}>
            and {stopsFirst.length - SHOWN} more
          </button>
        </li>
      ) : null}
    </ul>
  );
}
