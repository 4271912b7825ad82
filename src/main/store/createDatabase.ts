import type { ModelRows } from '../../shared/model/Model.ts';
import { type Connection, connect } from './connection.ts';
import { FIRST_HASH, writeSeal } from './logSeal.ts';
import { RowsDigest } from './RowsDigest.ts';
import { APPLICATION_ID, CREATE_SCHEMA, SCHEMA_VERSION } from './schema.ts';
import { insertAllRows } from './tableRows.ts';

/** Creates a document's database at a path where nothing is yet, filled with `rows`, with an empty change log. */
export function createDatabase(path: string, rows: ModelRows): Connection {
  const db = connect(path);
  try {
    db.transaction(() => {
      db.pragma(`application_id = ${APPLICATION_ID}`);
      db.pragma(`user_version = ${SCHEMA_VERSION}`);
      db.exec(CREATE_SCHEMA);
      insertAllRows(db, rows);
      writeSeal(db, { logId: 0, logHash: FIRST_HASH, rowsDigest: RowsDigest.of(rows).toText() });
    })();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
