import type { MigrationStep } from './steps.ts';

/** Format 4 (frozen): shocks of inputs, stamps of adopted scenarios, and the gradual way to goal weights. */
export const scenarios: MigrationStep = {
  to: 4,
  does: 'Adds the tables of shocks, adoptions, goal weights, path, revenue trigger and growth, empty.',
  run: (db) => {
    db.exec(`CREATE TABLE "shock" (
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
) STRICT, WITHOUT ROWID;`);
  },
};
