import { BOARD_SCHEMA } from './boardSchema.ts';

/**
 * Today's schema of an Allot document. A new document is created from this text; an older one is brought here by the
 * numbered steps in `migrations/`, and the two must come out the same (the runner proves it on every migration).
 *
 * Names are those of `src/shared/model/tables.ts` in snake case. Tables have the district's own codes as keys, so that
 * the file can be read with any SQLite tool. Keys are checked at commit, because one change may touch rows in any
 * order. The bounds repeat those of `tables.ts`: a file written by another program is held to them as well.
 */

/** `Allt` in ASCII: tells an Allot document from every other SQLite file. */
export const APPLICATION_ID = 0x416c6c74;

/** Kept in the file as `user_version`. It grows by one with each step in `migrations/`. */
export const SCHEMA_VERSION = 7;

const MODEL = `
CREATE TABLE "district" (
  "key" TEXT NOT NULL CHECK (length("key") BETWEEN 1 AND 60),
  "value" TEXT NOT NULL,
  PRIMARY KEY ("key")
) STRICT, WITHOUT ROWID;

CREATE TABLE "level" (
  "code" TEXT NOT NULL CHECK (length("code") BETWEEN 1 AND 60),
  "name" TEXT NOT NULL,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("code")
) STRICT, WITHOUT ROWID;

CREATE TABLE "need" (
  "code" TEXT NOT NULL CHECK (length("code") BETWEEN 1 AND 60),
  "name" TEXT NOT NULL,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("code")
) STRICT, WITHOUT ROWID;

CREATE TABLE "school" (
  "code" TEXT NOT NULL CHECK (length("code") BETWEEN 1 AND 60),
  "name" TEXT NOT NULL,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY ("code")
) STRICT, WITHOUT ROWID;

CREATE TABLE "school_column" (
  "name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 60),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('measure', 'tag')),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("name")
) STRICT, WITHOUT ROWID;

CREATE TABLE "tag" (
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "tag" TEXT NOT NULL REFERENCES "school_column" ("name") DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("school", "tag")
) STRICT, WITHOUT ROWID;

CREATE TABLE "input_version" (
  "id" INTEGER NOT NULL CHECK ("id" >= 1),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('enrollment', 'revenues', 'current', 'measures')),
  "name" TEXT NOT NULL,
  "file_name" TEXT,
  "file_sha256" TEXT,
  "created_at" TEXT NOT NULL,
  "created_by" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "enrollment" (
  "version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  "need" TEXT NOT NULL REFERENCES "need" ("code") DEFERRABLE INITIALLY DEFERRED,
  "count" INTEGER NOT NULL CHECK ("count" BETWEEN 0 AND 1000000000),
  PRIMARY KEY ("version", "school", "level", "need")
) STRICT, WITHOUT ROWID;

CREATE TABLE "measure" (
  "version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "measure" TEXT NOT NULL REFERENCES "school_column" ("name") DEFERRABLE INITIALLY DEFERRED,
  "value" TEXT NOT NULL CHECK (length("value") BETWEEN 1 AND 60),
  PRIMARY KEY ("version", "school", "measure")
) STRICT, WITHOUT ROWID;

CREATE TABLE "current_budget" (
  "version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "amount_cents" INTEGER NOT NULL CHECK ("amount_cents" BETWEEN -90000000000000 AND 90000000000000),
  "pupils" INTEGER CHECK ("pupils" BETWEEN 0 AND 1000000000),
  PRIMARY KEY ("version", "school")
) STRICT, WITHOUT ROWID;

CREATE TABLE "source" (
  "code" TEXT NOT NULL CHECK (length("code") BETWEEN 1 AND 60),
  "name" TEXT NOT NULL,
  "origin" TEXT NOT NULL CHECK ("origin" IN ('federal', 'state', 'local', 'private')),
  "restriction" TEXT NOT NULL CHECK ("restriction" IN ('restricted', 'unrestricted')),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("code")
) STRICT, WITHOUT ROWID;

CREATE TABLE "revenue" (
  "version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  "amount_cents" INTEGER NOT NULL CHECK ("amount_cents" BETWEEN 0 AND 90000000000000),
  PRIMARY KEY ("version", "source")
) STRICT, WITHOUT ROWID;
`;

const SCENARIOS = `
CREATE TABLE "scenario" (
  "id" INTEGER NOT NULL CHECK ("id" >= 1),
  "name" TEXT NOT NULL,
  "description" TEXT NOT NULL,
  "based_on" INTEGER REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK ("status" IN ('draft', 'proposed', 'adopted')),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "enrollment_version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "revenues_version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "current_version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  "measures_version" INTEGER NOT NULL REFERENCES "input_version" ("id") DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "weight_set" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "weight_set" TEXT NOT NULL CHECK (length("weight_set") BETWEEN 1 AND 60),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("scenario", "weight_set")
) STRICT, WITHOUT ROWID;

CREATE TABLE "decision" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL CHECK ("status" IN ('lock', 'unlock', 'grant')),
  "central_kind" TEXT NOT NULL CHECK ("central_kind" IN ('percent', 'amount')),
  "central_value" INTEGER NOT NULL CHECK ("central_value" BETWEEN 0 AND 90000000000000),
  "method" TEXT NOT NULL
    CHECK ("method" IN ('none', 'weights', 'shares', 'rates', 'proportional', 'per_school', 'table')),
  "weight_set" TEXT,
  "formula" TEXT,
  "eligibility" TEXT NOT NULL,
  "rounding" TEXT CHECK ("rounding" IN ('rates', 'cent', 'dollar')),
  "compare" TEXT CHECK ("compare" IN ('in', 'out')),
  PRIMARY KEY ("scenario", "source"),
  FOREIGN KEY ("scenario", "weight_set") REFERENCES "weight_set" ("scenario", "weight_set") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "weight" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "weight_set" TEXT NOT NULL,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  "need" TEXT NOT NULL REFERENCES "need" ("code") DEFERRABLE INITIALLY DEFERRED,
  "weight" INTEGER NOT NULL CHECK ("weight" BETWEEN 0 AND 10000000),
  PRIMARY KEY ("scenario", "weight_set", "level", "need"),
  FOREIGN KEY ("scenario", "weight_set") REFERENCES "weight_set" ("scenario", "weight_set") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "share" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  "need" TEXT NOT NULL,
  "percent" INTEGER NOT NULL CHECK ("percent" BETWEEN 0 AND 1000000),
  PRIMARY KEY ("scenario", "source", "level", "need")
) STRICT, WITHOUT ROWID;

CREATE TABLE "rate" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  "need" TEXT NOT NULL REFERENCES "need" ("code") DEFERRABLE INITIALLY DEFERRED,
  "rate" INTEGER NOT NULL CHECK ("rate" BETWEEN 0 AND 10000000000000),
  PRIMARY KEY ("scenario", "source", "level", "need")
) STRICT, WITHOUT ROWID;

CREATE TABLE "table_amount" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source" TEXT NOT NULL REFERENCES "source" ("code") DEFERRABLE INITIALLY DEFERRED,
  "school" TEXT NOT NULL REFERENCES "school" ("code") DEFERRABLE INITIALLY DEFERRED,
  "amount_cents" INTEGER NOT NULL CHECK ("amount_cents" BETWEEN -90000000000000 AND 90000000000000),
  PRIMARY KEY ("scenario", "source", "school")
) STRICT, WITHOUT ROWID;

CREATE TABLE "accepted_finding" (
  "rule" TEXT NOT NULL CHECK (length("rule") BETWEEN 1 AND 60),
  "key" TEXT NOT NULL,
  "note" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "at" TEXT NOT NULL,
  PRIMARY KEY ("rule", "key")
) STRICT, WITHOUT ROWID;

CREATE TABLE "level_minimum" (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE "shock" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('enrollment', 'revenue')),
  "level" TEXT NOT NULL,
  "need" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "percent" INTEGER NOT NULL CHECK ("percent" BETWEEN -1000000 AND 10000000),
  PRIMARY KEY ("scenario", "kind", "level", "need", "source")
) STRICT, WITHOUT ROWID;

CREATE TABLE "adoption" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "at" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "inputs_sha256" TEXT NOT NULL,
  "results_sha256" TEXT NOT NULL,
  PRIMARY KEY ("scenario")
) STRICT, WITHOUT ROWID;

CREATE TABLE "goal_weight" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "weight_set" TEXT NOT NULL,
  "level" TEXT NOT NULL REFERENCES "level" ("code") DEFERRABLE INITIALLY DEFERRED,
  "need" TEXT NOT NULL REFERENCES "need" ("code") DEFERRABLE INITIALLY DEFERRED,
  "weight" INTEGER NOT NULL CHECK ("weight" BETWEEN 0 AND 10000000),
  PRIMARY KEY ("scenario", "weight_set", "level", "need"),
  FOREIGN KEY ("scenario", "weight_set") REFERENCES "weight_set" ("scenario", "weight_set") DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE "path_share" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "year" INTEGER NOT NULL CHECK ("year" BETWEEN 0 AND 30),
  "share" INTEGER NOT NULL CHECK ("share" BETWEEN 0 AND 1000000),
  PRIMARY KEY ("scenario", "year")
) STRICT, WITHOUT ROWID;

CREATE TABLE "revenue_trigger" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "amount_cents" INTEGER NOT NULL CHECK ("amount_cents" BETWEEN 0 AND 90000000000000),
  PRIMARY KEY ("scenario")
) STRICT, WITHOUT ROWID;

CREATE TABLE "growth" (
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('enrollment', 'revenue')),
  "level" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "percent" INTEGER NOT NULL CHECK ("percent" BETWEEN -1000000 AND 10000000),
  PRIMARY KEY ("scenario", "kind", "level", "source")
) STRICT, WITHOUT ROWID;
`;

/** What leaves the program is described in the document: accounts and templates of finance files, reasons, a picture. */
const HAND_OVER = `
CREATE TABLE "account_segment" (
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
) STRICT, WITHOUT ROWID;
`;

/** The audit trail can only grow: the file itself refuses to change or drop a logged row. */
const LOG = `
CREATE TABLE "change_log" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" >= 1),
  "at" TEXT NOT NULL,
  "by" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "scenario" INTEGER,
  "of" INTEGER,
  "ops" TEXT NOT NULL,
  "prev_hash" TEXT NOT NULL CHECK (length("prev_hash") = 64),
  "hash" TEXT NOT NULL CHECK (length("hash") = 64)
) STRICT;

CREATE TRIGGER "change_log_keeps_rows" BEFORE DELETE ON "change_log"
BEGIN
  SELECT RAISE(ABORT, 'the change log only grows');
END;

CREATE TRIGGER "change_log_keeps_content" BEFORE UPDATE ON "change_log"
BEGIN
  SELECT RAISE(ABORT, 'the change log only grows');
END;

CREATE TABLE "log_seal" (
  "id" INTEGER NOT NULL PRIMARY KEY CHECK ("id" = 1),
  "log_id" INTEGER NOT NULL CHECK ("log_id" >= 0),
  "log_hash" TEXT NOT NULL CHECK (length("log_hash") = 64),
  "rows_digest" TEXT NOT NULL CHECK (length("rows_digest") = 32)
) STRICT;

CREATE TABLE "session_state" (
  "key" TEXT NOT NULL CHECK (length("key") BETWEEN 1 AND 200),
  "value" TEXT NOT NULL,
  PRIMARY KEY ("key")
) STRICT, WITHOUT ROWID;
`;

export const CREATE_SCHEMA = MODEL + SCENARIOS + HAND_OVER + BOARD_SCHEMA + LOG;
