import { AllotError } from '../../../shared/contract/errors.ts';
import { type Connection, pragmaNumber } from '../connection.ts';
import { describeFresh, describeSchema, schemaDifference } from '../describeSchema.ts';
import { APPLICATION_ID, CREATE_SCHEMA, SCHEMA_VERSION } from '../schema.ts';
import { type MigrationStep, STEPS } from './steps.ts';

/** Everything a migration goes by; tests put their own steps here. */
export interface MigrationPlan {
  readonly applicationId: number;
  readonly version: number;
  readonly createSchema: string;
  readonly steps: readonly MigrationStep[];
}

export const TODAY: MigrationPlan = {
  applicationId: APPLICATION_ID,
  version: SCHEMA_VERSION,
  createSchema: CREATE_SCHEMA,
  steps: STEPS,
};

/** Refuses what is not ours and what is newer than this program, in one plain sentence each. */
export function checkOrigin(applicationId: number, userVersion: number, plan: MigrationPlan = TODAY): void {
  if (applicationId !== plan.applicationId || userVersion < 1) {
    throw new AllotError(
      'document-foreign',
      'This file is a database of another program, not an Allot document; it was left as it is. Choose a file that ends in .allot.',
    );
  }
  if (userVersion > plan.version) {
    throw new AllotError(
      'document-newer',
      `This document was saved by a newer Allot (document format ${userVersion}; this program reads up to ${plan.version}); it was left as it is. Install the newer Allot to open it.`,
    );
  }
}

/**
 * Brings a document to today's schema, in this order:
 * 1. what is foreign or newer is refused;
 * 2. the file is backed up with SQLite's backup API;
 * 3. all missing steps run in one transaction with foreign keys off, for tables are rebuilt;
 * 4. before the commit keys are checked and the schema is compared with a fresh one.
 * A step that fails leaves the file as it was, byte for byte. Returns the version it came from, or null when there
 * was nothing to do.
 */
export async function migrate(db: Connection, backupPath: string, plan: MigrationPlan = TODAY): Promise<number | null> {
  const from = pragmaNumber(db, 'user_version');
  checkOrigin(pragmaNumber(db, 'application_id'), from, plan);
  if (from === plan.version) return null;
  await db.backup(backupPath);
  db.pragma('foreign_keys = OFF');
  try {
    db.transaction(() => {
      for (let version = from + 1; version <= plan.version; version++) {
        const step = plan.steps.find((candidate) => candidate.to === version);
        if (!step) throw new Error(`There is no migration step to version ${version}.`);
        step.run(db);
      }
      const broken = db.pragma('foreign_key_check') as unknown[];
      if (broken.length > 0) throw new Error(`After the migration ${broken.length} rows refer to missing rows.`);
      const difference = schemaDifference(describeSchema(db), describeFresh(plan.createSchema));
      if (difference) throw new Error(`The migrated document differs from a new one: ${difference}`);
      db.pragma(`user_version = ${plan.version}`);
    })();
  } catch (error) {
    throw new AllotError(
      'migration-failed',
      `This document has format ${from} and could not be brought to format ${plan.version}; it was left as it is. Send the document and this message to whoever looks after Allot.`,
      [error instanceof Error ? error.message : String(error)],
    );
  } finally {
    db.pragma('foreign_keys = ON');
  }
  return from;
}
