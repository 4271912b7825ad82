import { type Connection, connectMemory } from './connection.ts';
import { CREATE_SCHEMA } from './schema.ts';

/** Every table, index, trigger and view of a database as text, without regard to white space. */
export function describeSchema(db: Connection): string[] {
  const rows = db
    .prepare<[], { type: string; name: string; sql: string | null }>(
      `SELECT "type", "name", "sql" FROM sqlite_master WHERE "name" NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY "type", "name"`,
    )
    .all();
  return rows.map((row) => `${row.type} ${row.name}: ${(row.sql ?? '').replace(/\s+/g, ' ')}`);
}

/** The same of a document created just now. */
export function describeFresh(createSchema: string = CREATE_SCHEMA): string[] {
  const db = connectMemory();
  try {
    db.exec(createSchema);
    return describeSchema(db);
  } finally {
    db.close();
  }
}

/** The first thing in which two schemas differ, or null. */
export function schemaDifference(found: readonly string[], wanted: readonly string[]): string | null {
  const missing = wanted.find((line) => !found.includes(line));
  const extra = found.find((line) => !wanted.includes(line));
  return missing ?? extra ?? null;
}
