/** One thing in which a document is not as the program left it. */
export interface TamperFinding {
  /** `data` is a row of the model; all others are about entries of the log. */
  readonly kind: 'changed' | 'missing' | 'inserted' | 'moved' | 'unsealed' | 'data';
  /** The entry concerned, or the first of those missing; null where none can be named. */
  readonly entry: number | null;
  /** `Entry 12 is not as it was written.` */
  readonly sentence: string;
}

/** A document that was changed outside of the program: what to say at once, and everything found. */
export interface LogFault {
  /** What happened, what is safe, what to do. */
  readonly sentence: string;
  readonly findings: readonly TamperFinding[];
}

/** More findings than this are counted, not listed. */
const MOST_TOLD = 20;

/**
 * What to tell a person about findings; null where there are none. `findings` may be long: those beyond the first are
 * summed up in one.
 */
export function faultOf(findings: readonly TamperFinding[]): LogFault | null {
  const first = findings[0];
  if (!first) return null;
  const told = findings.slice(0, MOST_TOLD);
  const more = findings.length - told.length;
  if (more > 0) {
    const sentence = `${more.toLocaleString('en-US')} more things differ.`;
    told.push({ kind: 'data', entry: null, sentence });
  }
  const others = findings.length - 1;
  const rest = others > 0 ? ` (and ${others.toLocaleString('en-US')} more)` : '';
  const what = first.sentence.replace(/\.$/, '');
  return {
    sentence: `This document was changed outside of Allot: ${what}${rest}. It opens as it stands, and nothing was repaired; budgets are calculated from the data as it is now. Compare it with a backup before relying on it, and ask who had the file.`,
    findings: told,
  };
}
