import { useEffect, useState } from 'react';
import type { HistoryCell, HistoryEntry } from '../../shared/history/HistoryEntry.ts';
import { momentText } from '../../shared/history/momentText.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { EntryCells } from './EntryCells.tsx';
import type { HistoryWatch } from './HistoryWatch.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

const FIRST_CELLS = 100;
const MORE_CELLS = 500;

interface Read {
  readonly entry: HistoryEntry;
  readonly cells: readonly HistoryCell[];
  readonly total: number;
}

export interface EntryPanelProps {
  readonly watch: HistoryWatch;
  readonly titleOf: (entry: HistoryEntry) => string;
  readonly onSelect: (id: number) => void;
}

/** One entry: each cell before and after, where it stands, and the way back to that moment. */
export function EntryPanel({ watch, titleOf, onSelect }: EntryPanelProps) {
  const window = useWindowOnce();
  const id = watch.shownId;
  const commit = useDocumentValue((it) => it.commitRevision);
  const [read, setRead] = useState<Read | null>(null);
  const [isRestoring, setIsRestoring] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an undo made since tells on the entry.
  useEffect(() => {
    if (id === null) return setRead(null);
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await window.ask('history/read', { id, from: 0, count: FIRST_CELLS });
      if (isWanted && answer) setRead(answer);
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [window, id, commit, watch.page]);
  const more = async (): Promise<void> => {
    if (!read) return;
    const params = { id: read.entry.id, from: read.cells.length, count: MORE_CELLS };
    const answer = await window.ask('history/read', params);
    if (answer) setRead((held) => (held ? { ...held, cells: [...held.cells, ...answer.cells] } : held));
  };
  if (!read) return null;
  const { entry, cells, total } = read;
  const isTaking = entry.kind === 'undo' || entry.kind === 'redo';
  return (
    <SheetFrame
      title={`Entry ${entry.id}`}
      testId="history-entry"
      subtitle={`${momentText(entry.at)} · ${entry.by}`}
      actions={
        <button type="button" className="button" onClick={() => setIsRestoring(true)}>
          Restore…
        </button>
      }
    >
      <div className="history-entry">
        <p className="history-what">{titleOf(entry)}</p>
        <p className="dim">
          {entry.scenarioName === null ? 'Shared by all scenarios' : `Scenario ${entry.scenarioName}`} ·{' '}
          {total.toLocaleString('en-US')} {total === 1 ? 'cell' : 'cells'}
          {isTaking && entry.of !== null ? (
            <>
              {' · '}
              {entry.kind === 'undo' ? 'takes back' : 'brings back'}{' '}
              <button type="button" className="link" onClick={() => onSelect(entry.of as number)}>
                entry {entry.of}
              </button>
            </>
          ) : null}
        </p>
      </div>
      <EntryCells cells={cells} total={total} onMore={() => void more()} />
      {isRestoring ? <RestoreDialog entry={entry} onClose={() => setIsRestoring(false)} /> : null}
    </SheetFrame>
  );
}
