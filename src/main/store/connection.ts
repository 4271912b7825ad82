import Database from 'better-sqlite3';

export type Connection = Database.Database;

/**
 * Every pragma of an Allot document stands here.
 *
 * A rollback journal and never WAL: a document is one file that people copy and keep on office shares. EXTRA syncs
 * the folder too, so that a commit survives a power cut. Exclusive locking keeps a second program out of the working
 * copy; the lock is held from the first statement until the connection closes or the process dies.
 */
export function connect(path: string): Connection {
  const db = new Database(path, { timeout: 0 });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.pragma('temp_store = MEMORY');
    // 64 MB: an import of a large district then never spills half its pages before it is committed.
    db.pragma('cache_size = -65536');
    db.exec('BEGIN EXCLUSIVE; COMMIT');
    db.pragma('journal_mode = DELETE');
    db.pragma('synchronous = EXTRA');
    db.pragma('foreign_keys = ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A throw-away database for comparing schemas. */
export function connectMemory(): Connection {
  return new Database(':memory:');
}

export function pragmaNumber(db: Connection, name: 'application_id' | 'user_version'): number {
  return db.pragma(name, { simple: true }) as number;
}
