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

/** Notes which logged changes each scenario's undo list names, so that reloading the window does not lose them. */
export function keepHistories(histories: ReadonlyMap<number, UndoHistory>): void {
  try {
    const kept = Object.fromEntries([...histories].map(([id, history]) => [id, history.logIds()]));
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without storage a reload starts with an empty undo list; nothing else depends on it.
  }
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

function readKept(): Map<number, KeptIds> {
  try {
    const kept = recordOf(JSON.parse(sessionStorage.getItem(KEY) ?? '{}'));
    const ids = (list: unknown): number[] =>
      Array.isArray(list) ? list.filter((id): id is number => Number.isInteger(id)).slice(-READ_BACK) : [];
    return new Map(
      Object.entries(kept).map(([scenario, lists]) => {
        const { done, undone } = recordOf(lists);
        return [Number(scenario), { done: ids(done), undone: ids(undone) }];
      }),
    );
  } catch {
    return new Map();
  }
}

/** Reads the undo lists of the page that was here before. One that does not fit the document stays empty. */
export async function restoreHistories(
  historyOf: (scenario: number) => UndoHistory,
  model: Model,
  bridge: AllotBridge,
): Promise<void> {
  for (const [scenario, kept] of readKept()) {
    if (model.get('scenario', scenario)) await restore(historyOf(scenario), kept, model, bridge);
  }
}

async function restore(history: UndoHistory, kept: KeptIds, model: Model, bridge: AllotBridge): Promise<void> {
  const read = async (ids: readonly number[]): Promise<HistoryEntry[] | null> => {
    const replies = await Promise.all(ids.map((id) => bridge.ask('change/read', { id })));
    const entries: HistoryEntry[] = [];
    for (const [at, reply] of replies.entries()) {
      if (!reply.ok) return null;
      entries.push({ change: reply.value, logId: ids[at] ?? null });
    }
    return entries;
  };
  const [before, after] = await Promise.all([read(kept.done), read(kept.undone)]);
  if (!before || !after || history.undoLabel || history.redoLabel) return;
  const fits = (change: Change | undefined, isUndo: boolean): boolean =>
    !change || !findConflict(model, isUndo ? invertOps(change.ops) : change.ops);
  if (fits(before.at(-1)?.change, true) && fits(after.at(-1)?.change, false)) history.restore(before, after);
}
