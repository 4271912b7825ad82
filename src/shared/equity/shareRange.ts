/** Between what a share lies that may not be told; 0 to 1, but a sum of shares may be more. */
export interface ShareRange {
  readonly from: number;
  readonly to: number;
}

/**
 * What may be told of a count among all: of fewer than `least` no more than that, and where all but fewer have it no more
 * than that. Null where the share itself may be told. None is told as few, and all as nearly all: both tell of every pupil.
 *
 * 3 of 605 with a least of 10: 0 to 1.7%. 600 of 605: 98.3% to 1.
 */
export function shareRange(count: number, all: number, least: number): ShareRange | null {
  if (count < least) return { from: 0, to: least / all };
  return all - count < least ? { from: 1 - least / all, to: 1 } : null;
}

/**
 * The same for several counts together: their sum may be told only where each of them may, for the one that may not is
 * the sum less the others. It is told as far as the counts that are told leave it open.
 *
 * 3 and 590 of 600 with a least of 10: from 590 to 600 of 600.
 */
export function sumRange(counts: readonly number[], all: number, least: number): ShareRange | null {
  let [from, to, isOpen] = [0, 0, false];
  for (const count of counts) {
    const range = shareRange(count, all, least);
    from += range ? range.from : count / all;
    to += range ? range.to : count / all;
    isOpen ||= range !== null;
  }
  return isOpen ? { from, to } : null;
}
