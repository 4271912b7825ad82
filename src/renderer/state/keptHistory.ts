import type { Change } from '../../shared/changes/Change.ts';
import { findConflict, invertOps } from '../../shared/changes/Change.ts';
import type { AllotBridge } from '../../shared/contract/requests.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { HistoryEntry, UndoHistory } from './UndoHistory.ts';

const KEY = 'allot-undo';
/** So many steps are read back after a reload; a longer list keeps its latest. */
const READ_BACK = 200;

interface KeptIds {
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

/** Notes which logged changes the undo list names, so that reloading the window does not lose it. */
export function keepHistory(history: UndoHistory): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(history.logIds()));
  } catch {
    // Without storage a reload starts with an empty undo list; nothing else depends on it.
  }
}

function readKept(): KeptIds {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
    const ids = (name: string): number[] => {
      const list = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>)[name] : null;
      return Array.isArray(list) ? list.filter((id): id is number => Number.isInteger(id)) : [];
    };
    return { done: ids('done').slice(-READ_BACK), undone: ids('undone').slice(-READ_BACK) };
  } catch {
    return { done: [], undone: [] };
  }
}

/** Reads the undo list of the page that was here before, if it still fits the document; otherwise it stays empty. */
export async function restoreHistory(history: UndoHistory, model: Model, bridge: AllotBridge): Promise<void> {
  const { done, undone } = readKept();
  const read = async (ids: readonly number[]): Promise<HistoryEntry[] | null> => {
    const replies = await Promise.all(ids.map((id) => bridge.ask('change/read', { id })));
    const entries: HistoryEntry[] = [];
    for (const [at, reply] of replies.entries()) {
      if (!reply.ok) return null;
      entries.push({ change: reply.value, logId: ids[at] ?? null });
    }
    return entries;
  };
  const [before, after] = await Promise.all([read(done), read(undone)]);
  if (!before || !after || history.undoLabel || history.redoLabel) return;
  const fits = (change: Change | undefined, isUndo: boolean): boolean =>
    !change || !findConflict(model, isUndo ? invertOps(change.ops) : change.ops);
  if (fits(before.at(-1)?.change, true) && fits(after.at(-1)?.change, false)) history.restore(before, after);
}
