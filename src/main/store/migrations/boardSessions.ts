import type { MigrationStep } from './steps.ts';

/** Format 7 (frozen): values by year, and sessions before the school board with their slides and levers. */
export const boardSessions: MigrationStep = {
  to: 7,
  does: 'Adds the tables of measures and values by year, board sessions, slides and levers, empty.',
  run: (db) => {
    db.exec(`CREATE TABLE "year_measure" (
  "measure" TEXT NOT NULL CHECK (length("measure") BETWEEN 1 AND 60),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('amount', 'pupils', 'outcome')),
  "unit" TEXT NOT NULL CHECK ("unit" IN ('dollars', 'pupils', 'percent', 'points')),
  "better" TEXT NOT NULL CHECK ("better" IN ('higher', 'lower', 'neither')),
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  PRIMARY KEY ("measure")
) STRICT, WITHOUT ROWID;

CREATE TABLE "year_value" (
  "year" TEXT NOT NULL CHECK (length("year") BETWEEN 1 AND 60),
  "school" TEXT NOT NULL CHECK (length("school") BETWEEN 1 AND 60),
  "measure" TEXT NOT NULL REFERENCES "year_measure" ("measure") DEFERRABLE INITIALLY DEFERRED,
  "student_group" TEXT NOT NULL,
  "value" TEXT NOT NULL,
  PRIMARY KEY ("year", "school", "measure", "student_group")
) STRICT, WITHOUT ROWID;

CREATE TABLE "board_session" (
  "id" INTEGER NOT NULL CHECK ("id" >= 1),
  "name" TEXT NOT NULL,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "appearance" TEXT NOT NULL CHECK ("appearance" IN ('light', 'dark')),
  "minimum_pupils" INTEGER NOT NULL CHECK ("minimum_pupils" BETWEEN 0 AND 1000),
  "school_names" TEXT NOT NULL CHECK ("school_names" IN ('shown', 'anonymous')),
  "scenario_names" TEXT NOT NULL CHECK ("scenario_names" IN ('shown', 'masked')),
  "hidden" TEXT NOT NULL,
  "name_seed" INTEGER NOT NULL CHECK ("name_seed" >= 0),
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "slide" (
  "id" INTEGER NOT NULL CHECK ("id" >= 1),
  "session" INTEGER NOT NULL REFERENCES "board_session" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "kind" TEXT NOT NULL CHECK (length("kind") BETWEEN 1 AND 60),
  "title" TEXT NOT NULL,
  "options" TEXT NOT NULL,
  "notes" TEXT NOT NULL,
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;

CREATE TABLE "lever" (
  "id" INTEGER NOT NULL CHECK ("id" >= 1),
  "session" INTEGER NOT NULL REFERENCES "board_session" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL CHECK ("position" >= 0),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('weight', 'share', 'central', 'holdHarmless', 'minimum', 'cap', 'scaling', 'enrollment', 'revenue')),
  "weight_set" TEXT NOT NULL,
  "source" TEXT NOT NULL,
  "level" TEXT NOT NULL,
  "need" TEXT NOT NULL,
  "label" TEXT NOT NULL,
  "minimum" INTEGER NOT NULL CHECK ("minimum" BETWEEN -90000000000000 AND 90000000000000),
  "maximum" INTEGER NOT NULL CHECK ("maximum" BETWEEN -90000000000000 AND 90000000000000),
  "step" INTEGER NOT NULL CHECK ("step" BETWEEN 1 AND 90000000000000),
  PRIMARY KEY ("id")
) STRICT, WITHOUT ROWID;`);
  },
};
