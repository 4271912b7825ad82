import type { SessionState } from '../../shared/contract/requests.ts';
import type { Connection } from './connection.ts';

/** What a window remembers with a document: widths, sort, sheet. Never logged, never undone. */
export function readSession(db: Connection): SessionState {
  const rows = db.prepare<[], { key: string; value: string }>('SELECT "key", "value" FROM "session_state"').all();
  return Object.fromEntries(rows.map((row) => [row.key, row.value]));
}

export function setSession(db: Connection, key: string, value: string): void {
  db.prepare(
    'INSERT INTO "session_state" ("key", "value") VALUES (?, ?) ON CONFLICT ("key") DO UPDATE SET "value" = excluded."value"',
  ).run(key, value);
}
