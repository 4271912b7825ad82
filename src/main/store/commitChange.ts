import type { Change } from '../../shared/changes/Change.ts';
import type { LogEntry } from '../../shared/contract/requests.ts';
import { appendLog } from './changeLog.ts';
import type { Connection } from './connection.ts';
import { readSeal, writeSeal } from './logSeal.ts';
import { RowsDigest } from './RowsDigest.ts';
import { RowWriter } from './tableRows.ts';

/**
 * From this many ops on, keys are checked for the whole file at once before the commit instead of row by row: removing
 * a school makes SQLite read every table that names schools, which an import of thousands would repeat for each.
 */
const OPS_CHECKED_AT_ONCE = 200;

/** Writes a change's rows, its log row and the seal in one transaction: all stand afterwards, or none. */
export function commitChange(db: Connection, change: Change, by: string, at: string): LogEntry {
  const atOnce = change.ops.length >= OPS_CHECKED_AT_ONCE;
  if (atOnce) db.pragma('foreign_keys = OFF');
  try {
    return db.transaction(() => {
      const writer = new RowWriter(db);
      writer.writeAll(change.ops);
      const broken = atOnce ? (db.pragma('foreign_key_check') as unknown[]) : [];
      if (broken.length > 0) throw new Error(`${broken.length} rows of the change refer to missing rows.`);
      const seal = readSeal(db);
      const { entry, hash } = appendLog(db, change, by, at);
      // A seal that another program took away is not put back: its absence is what tells of it.
      if (seal) {
        const digest = RowsDigest.fromText(seal.rowsDigest);
        digest.apply(change.ops);
        writeSeal(db, { logId: entry.id, logHash: hash, rowsDigest: digest.toText() });
      }
      return entry;
    })();
  } finally {
    if (atOnce) db.pragma('foreign_keys = ON');
  }
}
