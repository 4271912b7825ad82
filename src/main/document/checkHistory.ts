import { HistoryNames } from '../../shared/history/HistoryNames.ts';
import { cellsOf } from '../../shared/history/historyCells.ts';
import { faultOf, type LogFault, type TamperFinding } from '../../shared/history/LogFault.ts';
import { Model, type ModelRows, type RowOp } from '../../shared/model/Model.ts';
import type { TableName } from '../../shared/model/rows.ts';
import { rowKey } from '../../shared/model/tables.ts';
import { streamLog } from '../store/changeLog.ts';
import { checkLog } from '../store/checkLog.ts';
import type { Connection } from '../store/connection.ts';
import { FIRST_HASH, readSeal, writeSeal } from '../store/logSeal.ts';
import { RowsDigest } from '../store/RowsDigest.ts';
import { readAllRows } from '../store/tableRows.ts';
import { tryReadOps } from './HistoryIndex.ts';

type PlainRow = Readonly<Record<string, string | number | null>>;

/** A row that is not as its last entry left it: from what it should be to what it is. */
interface Strayed {
  readonly entry: number;
  readonly op: RowOp;
}

/**
 * Holds an opened document against its own history: the chain of the log, the seal under it, and the digest of all
 * rows. Null where all is as the program left it. It costs one hash of each entry and of each row; only where
 * something is wrong are entries read again to tell which row it is.
 */
export function checkHistory(db: Connection, rows: ModelRows, model: Model): LogFault | null {
  const seal = readSeal(db);
  const findings = checkLog(db, seal);
  const digest = RowsDigest.of(rows);
  if (!seal || digest.toText() !== seal.rowsDigest)
    findings.push(...strayedFindings(db, model, digest, seal?.rowsDigest));
  return faultOf(findings);
}

/**
 * Seals a document of a format that had no seal yet. Rows that are not as the log left them are sealed as the log has
 * them, so that the difference is told now and from now on.
 */
export function sealOlder(db: Connection): void {
  const rows = readAllRows(db);
  const digest = RowsDigest.of(rows);
  for (const { op } of strayedRows(db, new Model(rows)))
    digest.apply([{ ...op, before: op.after, after: op.before } as RowOp]);
  let [logId, logHash] = [0, FIRST_HASH];
  for (const { id, hash } of streamLog(db)) [logId, logHash] = [id, hash];
  writeSeal(db, { logId, logHash, rowsDigest: digest.toText() });
}

function strayedFindings(
  db: Connection,
  model: Model,
  digest: RowsDigest,
  sealed: string | undefined,
): TamperFinding[] {
  const names = new HistoryNames(model);
  const findings: TamperFinding[] = [];
  for (const { entry, op } of strayedRows(db, model)) {
    digest.apply([{ ...op, before: op.after, after: op.before } as RowOp]);
    findings.push({ kind: 'data', entry, sentence: sentenceOf(entry, op, names) });
  }
  if (sealed !== undefined && digest.toText() !== sealed) {
    const sentence =
      'Data that has no entry in the history, from when the document was made, was added, changed or removed.';
    findings.push({ kind: 'data', entry: null, sentence });
  }
  return findings;
}

function sentenceOf(entry: number, op: RowOp, names: HistoryNames): string {
  const cells = cellsOf(op, names);
  const [cell] = cells;
  if (!cell) return `A row of ${op.table} is not as entry ${entry} left it.`;
  const shown = (text: string): string => (text === '' ? 'nothing' : text);
  if (!op.after)
    return `${cell.item} is gone from the data; entry ${entry} left it with ${cell.field} ${shown(cell.before)}.`;
  if (!op.before) return `${cell.item} is in the data although entry ${entry} removed it.`;
  return `${cell.item}: ${cell.field} is ${shown(cell.after)}, but entry ${entry} left ${shown(cell.before)}.`;
}

/** Rows whose last state in the log is not what the document holds. */
function strayedRows(db: Connection, model: Model): Strayed[] {
  const latest = new Map<string, { entry: number; table: TableName; row: PlainRow | null; key: string }>();
  for (const logged of streamLog(db)) {
    for (const { table, before, after } of tryReadOps(logged.ops) ?? []) {
      const key = rowKey(table, (after ?? before) as never);
      const row = after as unknown as PlainRow | null;
      latest.set(`${table} ${key}`, { entry: logged.id, table, row, key });
    }
  }
  const strayed: Strayed[] = [];
  for (const { entry, table, row, key } of latest.values()) {
    const held = (model.table(table).get(key) ?? null) as unknown as PlainRow | null;
    // An older entry knows nothing of columns that its table gained later.
    const isSame = row && held ? Object.keys(row).every((name) => row[name] === (held[name] ?? null)) : row === held;
    if (isSame) continue;
    const before = row && held ? { ...held, ...row } : row;
    strayed.push({ entry, op: { table, before, after: held } as unknown as RowOp });
  }
  return strayed.sort((left, right) => left.entry - right.entry);
}
