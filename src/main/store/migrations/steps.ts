import type { Connection } from '../connection.ts';
import { acceptedFindings } from './acceptedFindings.ts';
import { boardSessions } from './boardSessions.ts';
import { floors } from './floors.ts';
import { handOver } from './handOver.ts';
import { logSeal } from './logSeal.ts';
import { scenarios } from './scenarios.ts';

/**
 * One step from a schema version to the next. A step is frozen once a version of the program with it has been given
 * out: it is written in plain SQL, imports nothing of the program, and is never changed again. A table is changed by
 * building it anew under its own name, so that its text equals the one in `schema.ts`.
 */
export interface MigrationStep {
  /** The version the file has afterwards; steps rise by one without a gap. */
  readonly to: number;
  /** What it does, for a person who reads the code later. */
  readonly does: string;
  readonly run: (db: Connection) => void;
}

/** Documents begin at version 1; step `to` 2 and above bring older ones forward, in this order. */
export const STEPS: readonly MigrationStep[] = [acceptedFindings, floors, scenarios, handOver, logSeal, boardSessions];
