/** Turns of a loop that does nothing else: about a tenth of a second. */
const TURNS = 1e8;

let fastestMs = Number.POSITIVE_INFINITY;

/** How long a fixed loop takes now, in milliseconds. Remembers the fastest of this run, against which others are held. */
export function loopMs(): number {
  const start = performance.now();
  let sum = 0;
  for (let turn = 0; turn < TURNS; turn++) sum = (Math.imul(sum, 31) + turn) | 0;
  // With the sum in it, the loop is not left out.
  const ms = performance.now() - start + 0 * sum;
  fastestMs = Math.min(fastestMs, ms);
  return ms;
}

/**
 * How fast the computer was, as a share of the fastest it was seen in this run. A computer shared with others is not
 * always as fast, and a figure measured at half its pace says little of the program.
 */
export const paceOf = (ms: number): number => fastestMs / ms;
