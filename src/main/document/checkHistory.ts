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

/** A row that is not, or was not, as an entry left it: from what it should be to what it is. */
interface Strayed {
  readonly entry: number;
  /** The later entry that found it so; null where the document holds it so now. */
  readonly until: number | null;
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
  for (const strayed of strayedRows(db, model)) {
    const { entry, op } = strayed;
    digest.apply([{ ...op, before: op.after, after: op.before } as RowOp]);
    findings.push({ kind: 'data', entry, sentence: sentenceOf(strayed, names) });
  }
  if (sealed !== undefined && digest.toText() !== sealed) {
    const sentence =
      'Data that no entry of the history names, from when the document was made, was added, changed or removed.';
    findings.push({ kind: 'data', entry: null, sentence });
  }
  return findings;
}

function sentenceOf({ entry, until, op }: Strayed, names: HistoryNames): string {
  const [cell] = cellsOf(op, names);
  const is = until === null ? 'is' : `before entry ${until} was`;
  if (!cell) return `A row of ${op.table} ${is} not as entry ${entry} left it.`;
  const shown = (text: string): string => (text === '' ? 'nothing' : text);
  const { item, field, before, after } = cell;
  if (!op.after) return `${item} ${is} gone from the data; entry ${entry} left it with ${field} ${shown(before)}.`;
  if (!op.before) return `${item} ${is} in the data although entry ${entry} removed it.`;
  return `${item}: ${field} ${is} ${shown(after)}, but entry ${entry} left ${shown(before)}.`;
}

/** A row as the log last left it. */
interface LeftRow {
  readonly entry: number;
  readonly table: TableName;
  readonly key: string;
  readonly row: PlainRow | null;
}

/**
 * Rows that are not what the log left: found otherwise by a later entry, or in the document now. What the log never
 * names cannot be told from this.
 */
function strayedRows(db: Connection, model: Model): Strayed[] {
  const latest = new Map<string, LeftRow>();
  const strayed: Strayed[] = [];
  const compare = (left: LeftRow, found: PlainRow | null, until: number | null): void => {
    const { entry, table, row } = left;
    // An older entry knows nothing of columns that its table gained later.
    const isSame = row && found ? Object.keys(row).every((name) => row[name] === (found[name] ?? null)) : row === found;
    if (isSame) return;
    const before = row && found ? { ...found, ...row } : row;
    strayed.push({ entry, until, op: { table, before, after: found } as unknown as RowOp });
  };
  for (const logged of streamLog(db)) {
    for (const { table, before, after } of tryReadOps(logged.ops) ?? []) {
      const key = rowKey(table, (after ?? before) as never);
      const left = latest.get(`${table} ${key}`);
      if (left) compare(left, before as unknown as PlainRow | null, logged.id);
      latest.set(`${table} ${key}`, { entry: logged.id, table, key, row: after as unknown as PlainRow | null });
    }
  }
  for (const left of latest.values()) {
    compare(left, (model.table(left.table).get(left.key) ?? null) as unknown as PlainRow | null, null);
  }
  return strayed.sort((left, right) => left.entry - right.entry);
}
