import type { MigrationStep } from './steps.ts';

/** Format 6 (frozen): the seal under the change log. It is filled in when the document is opened. */
export const logSeal: MigrationStep = {
  to: 6,
  does: 'Adds the seal of the change log, empty.',
  run: (db) => {
    db.exec(`CREATE TABLE "log_seal" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
  "log_id" INTEGER NOT NULL CHECK ("log_id" >= 0),
  "log_hash" TEXT NOT NULL CHECK (length("log_hash") = 64),
  "rows_digest" TEXT NOT NULL CHECK (length("rows_digest") = 32)
) STRICT`);
  },
};
