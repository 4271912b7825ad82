import { createHash } from 'node:crypto';

/** What is hashed, over and over the same: about a tenth of a second of work that no compiler changes. */
const BYTES = Buffer.alloc(1 << 26, 7);

let fastestMs = Number.POSITIVE_INFINITY;

/** How long a fixed piece of work takes now, in milliseconds. Remembers the fastest of this run, for `paceOf`. */
export function fixedWorkMs(): number {
  const start = performance.now();
  createHash('sha256').update(BYTES).digest();
  const ms = performance.now() - start;
  fastestMs = Math.min(fastestMs, ms);
  return ms;
}

/**
 * How fast the computer was, as a share of the fastest it was seen in this run. A computer shared with others is not
 * always as fast, and a figure measured at half its pace says little of the program.
 */
export const paceOf = (ms: number): number => fastestMs / ms;
