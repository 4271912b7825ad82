import type { MigrationStep } from './steps.ts';

/** Format 5 (frozen): accounts and templates of finance files, the reasons of a formula book, pictures. */
export const handOver: MigrationStep = {
  to: 5,
  does: 'Adds the tables of account segments, account rules, allocation templates, rationales and pictures, empty.',
  run: (db) => {
    db.exec(`CREATE TABLE "account_segment" (
  "code" TEXT NOT NULL CHECK (length("code") BETWEEN 1 AND 60),
  "name" TEXT NOT NULL,
  "length" INTEGER NOT NULL CHECK ("length" BETWEEN 0 AND 60),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("code")
) STRICT, WITHOUT ROWID;

CREATE TABLE "account_rule" (
  "segment" TEXT NOT NULL REFERENCES "account_segment" ("code") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL,
  "school" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "need" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("segment", "source", "school", "level", "need")
) STRICT, WITHOUT ROWID;

CREATE TABLE "allocation_template" (
  "id" INTEGER NOT NULL CHECK ("id" >= 1),
  "name" TEXT NOT NULL,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "definition" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "rationale" (
  "subject" TEXT NOT NULL CHECK ("subject" IN ('district', 'source', 'weight_set', 'need', 'floors')),
  "code" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  PRIMARY KEY ("subject", "code")
) STRICT, WITHOUT ROWID;

CREATE TABLE "picture" (
  "name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 60),
  "media_type" TEXT NOT NULL CHECK ("media_type" IN ('image/png', 'image/jpeg')),
  "data" TEXT NOT NULL,
  PRIMARY KEY ("name")
) STRICT, WITHOUT ROWID;`);
  },
};
