import type { Connection } from './connection.ts';

/**
 * What the program itself left behind with its last change: the newest entry of the log and its hash, and the digest
 * of all rows. The chain alone cannot tell that its newest entries were cut off, nor that a row was changed without
 * an entry.
 *
 * The next seal is worked out from this one and not from what the file holds, so that a difference once there stays
 * there for good: nothing that was done outside of the program is ever taken over silently.
 */
export interface LogSeal {
  readonly logId: number;
  readonly logHash: string;
  readonly rowsDigest: string;
}

export const FIRST_HASH = '0'.repeat(64);

export function readSeal(db: Connection): LogSeal | null {
  const row = db
    .prepare<[], LogSeal>(
      `SELECT "log_id" AS "logId", "log_hash" AS "logHash", "rows_digest" AS "rowsDigest" FROM "log_seal" WHERE "id" = 1`,
    )
    .get();
  return row ?? null;
}

export function writeSeal(db: Connection, { logId, logHash, rowsDigest }: LogSeal): void {
  db.prepare(
    `INSERT INTO "log_seal" ("id", "log_id", "log_hash", "rows_digest") VALUES (1, ?, ?, ?)
     ON CONFLICT ("id") DO UPDATE SET
       "log_id" = excluded."log_id", "log_hash" = excluded."log_hash", "rows_digest" = excluded."rows_digest"`,
  ).run(logId, logHash, rowsDigest);
}
