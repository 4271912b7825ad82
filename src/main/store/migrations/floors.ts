import type { MigrationStep } from './steps.ts';

/** Format 3 (frozen): minimums, floors, who pays for them, and the schools exempted from them. */
export const floors: MigrationStep = {
  to: 3,
  does: 'Adds the tables of minimums, floors, paying sources and exemptions, empty.',
  run: (db) => {
    db.exec(`CREATE TABLE "level_minimum" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('per_pupil', 'amount')),
  "value" INTEGER NOT NULL CHECK ("value" BETWEEN 0 AND 90000000000000),
  PRIMARY KEY ("scenario", "level")
) STRICT, WITHOUT ROWID;

CREATE TABLE "school_minimum" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('per_pupil', 'amount')),
  "value" INTEGER NOT NULL CHECK ("value" BETWEEN 0 AND 90000000000000),
  PRIMARY KEY ("scenario", "school")
) STRICT, WITHOUT ROWID;

CREATE TABLE "floor_decision" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "hold_harmless_percent" INTEGER CHECK ("hold_harmless_percent" BETWEEN 0 AND 10000000),
  "basis" TEXT NOT NULL CHECK ("basis" IN ('total', 'per_pupil')),
  "use_minimums" TEXT NOT NULL CHECK ("use_minimums" IN ('yes', 'no')),
  "payer" TEXT CHECK ("payer" IN ('reserve', 'central', 'gainers', 'above_floor', 'formula')),
  "reserve_source" TEXT REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  "cap_percent" INTEGER CHECK ("cap_percent" BETWEEN 0 AND 10000000),
  "scaling" INTEGER CHECK ("scaling" BETWEEN 0 AND 1000000),
  "solve" TEXT CHECK ("solve" IN ('scaling', 'cap')),
  PRIMARY KEY ("scenario")
) STRICT, WITHOUT ROWID;

CREATE TABLE "paying_source" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY ("scenario", "source")
) STRICT, WITHOUT ROWID;

CREATE TABLE "exemption" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "reason" TEXT NOT NULL,
  PRIMARY KEY ("scenario", "school")
) STRICT, WITHOUT ROWID;`);
  },
};
