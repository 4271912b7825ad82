import type { Change } from '../../shared/changes/Change.ts';
import { acceptFinding } from '../../shared/findings/acceptFinding.ts';
import type { DataFinding } from '../../shared/findings/DataFinding.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { WindowState } from '../state/WindowState.ts';
import { findingsOf } from './FindingsWatch.ts';

/** Accepts doubts with one note, as one change that can be undone. What stops a source is left as it is. */
export function acceptFindings(
  window: WindowState,
  document: DocumentState,
  list: readonly DataFinding[],
  title: string,
  note: string,
): void {
  const made = { at: new Date().toISOString(), by: window.appInfo?.user ?? '' };
  const changes = list
    .filter((finding) => finding.severity === 'warns' && !finding.accepted)
    .map((finding) => acceptFinding(document.model, finding, note, made));
  const first = changes[0];
  if (!first) return;
  const change: Change =
    changes.length === 1
      ? first
      : {
          ...first,
          label: `Accept ${changes.length.toLocaleString('en-US')} findings: ${title}`,
          ops: changes.flatMap(({ ops }) => ops),
        };
  document.commit(change);
  findingsOf(document).followAcceptance();
}
