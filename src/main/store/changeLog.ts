import { hash as hashText } from 'node:crypto';
import type { Change } from '../../shared/changes/Change.ts';
import { type ChangeText, textToChange, writeOps } from '../../shared/changes/opsText.ts';
import type { LogEntry } from '../../shared/contract/requests.ts';
import type { Connection } from './connection.ts';
import { FIRST_HASH, readSeal } from './logSeal.ts';

/**
 * The audit trail: who changed what, when, from what to what. It only grows; undo is a further row. Each row carries
 * the SHA-256 of its content and of the row before, so that a row edited behind the program's back is found.
 */
export interface LogRow {
  readonly id: number;
  readonly at: string;
  readonly by: string;
  readonly kind: Change['kind'];
  readonly label: string;
  readonly scenario: number | null;
  readonly of: number | null;
  readonly ops: string;
  readonly prevHash: string;
  readonly hash: string;
}

const COLUMNS = '"id", "at", "by", "kind", "label", "scenario", "of"';
const ALL = `${COLUMNS}, "ops", "prev_hash" AS "prevHash", "hash"`;

export function hashOf(row: Omit<LogRow, 'hash'>): string {
  const content = [row.id, row.at, row.by, row.kind, row.label, row.scenario, row.of, row.ops];
  return hashText('sha256', `${row.prevHash}\n${JSON.stringify(content)}`);
}

export function lastLogId(db: Connection): number {
  const row = db.prepare<[], { id: number | null }>('SELECT max("id") AS "id" FROM "change_log"').get();
  return row?.id ?? 0;
}

/** A logged row as it now is the newest of the chain. */
export interface Appended {
  readonly entry: LogEntry;
  readonly hash: string;
}

/**
 * The new row goes behind the last one that the program itself wrote, which is not always the last one in the file: a
 * row that was cut off leaves its gap, and one that was slipped in is not built upon.
 */
export function appendLog(db: Connection, change: Change, by: string, at: string): Appended {
  const seal = readSeal(db);
  const last = db
    .prepare<[], { id: number; hash: string }>('SELECT "id", "hash" FROM "change_log" ORDER BY "id" DESC LIMIT 1')
    .get();
  const entry: LogEntry = {
    id: Math.max(last?.id ?? 0, seal?.logId ?? 0) + 1,
    at,
    by,
    kind: change.kind,
    label: change.label,
    scenario: change.scenario,
    of: change.of ?? null,
  };
  const row = { ...entry, ops: writeOps(change.ops), prevHash: seal?.logHash ?? last?.hash ?? FIRST_HASH };
  const hash = hashOf(row);
  db.prepare(`INSERT INTO "change_log" (${COLUMNS}, "ops", "prev_hash", "hash") VALUES (?,?,?,?,?,?,?,?,?,?)`).run(
    row.id,
    row.at,
    row.by,
    row.kind,
    row.label,
    row.scenario,
    row.of,
    row.ops,
    row.prevHash,
    hash,
  );
  return { entry, hash };
}

/** The newest entries first; `before` pages back. */
export function readLog(db: Connection, limit: number, before: number | null): LogEntry[] {
  return db
    .prepare<[number, number], LogEntry>(
      `SELECT ${COLUMNS} FROM "change_log" WHERE "id" < ? ORDER BY "id" DESC LIMIT ?`,
    )
    .all(before ?? Number.MAX_SAFE_INTEGER, limit);
}

export function readLogRow(db: Connection, id: number): LogRow | null {
  return db.prepare<[number], LogRow>(`SELECT ${ALL} FROM "change_log" WHERE "id" = ?`).get(id) ?? null;
}

export function readChange(db: Connection, id: number): Change | null {
  const text = readChangeText(db, id);
  return text && textToChange(text);
}

/** A change as it stands in the log, its ops not read: for handing on what may be megabytes. */
export function readChangeText(db: Connection, id: number): ChangeText | null {
  const row = db.prepare<[number], LogRow>(`SELECT ${ALL} FROM "change_log" WHERE "id" = ?`).get(id);
  if (!row) return null;
  const change: ChangeText = { kind: row.kind, label: row.label, scenario: row.scenario, ops: row.ops };
  return row.of === null ? change : { ...change, of: row.of };
}

/** Whole rows, the oldest first, one at a time: an import's row holds every count of a district. */
export function streamLog(db: Connection, after = 0): IterableIterator<LogRow> {
  return db.prepare<[number], LogRow>(`SELECT ${ALL} FROM "change_log" WHERE "id" > ? ORDER BY "id"`).iterate(after);
}

/** The newest first, down to and with `least`. */
export function streamLogBack(db: Connection, least: number): IterableIterator<LogRow> {
  return db
    .prepare<[number], LogRow>(`SELECT ${ALL} FROM "change_log" WHERE "id" >= ? ORDER BY "id" DESC`)
    .iterate(least);
}

/** The id of the first row that is missing or not as it was written, or null when the whole chain holds. */
export function findBrokenLogRow(db: Connection): number | null {
  let previous = FIRST_HASH;
  let expected = 1;
  for (const row of streamLog(db)) {
    if (row.id !== expected || row.prevHash !== previous || row.hash !== hashOf(row)) return expected;
    previous = row.hash;
    expected++;
  }
  return null;
}
