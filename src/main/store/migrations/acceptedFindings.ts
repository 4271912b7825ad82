import type { MigrationStep } from './steps.ts';

/** Format 2 (frozen): findings that somebody has accepted, with their note. */
export const acceptedFindings: MigrationStep = {
  to: 2,
  does: 'Adds the table of accepted findings, empty.',
  run: (db) => {
    db.exec(`CREATE TABLE "accepted_finding" (
  "rule" TEXT NOT NULL CHECK (length("rule") BETWEEN 1 AND 60),
  "key" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  PRIMARY KEY ("rule", "key")
) STRICT, WITHOUT ROWID`);
  },
};
