/** Why a file would not be right. Any fault keeps the file from being written. */
export type FaultKind =
  | 'template'
  | 'scenario'
  | 'unmapped'
  | 'blank'
  | 'too_short'
  | 'too_long'
  | 'duplicate'
  | 'encoding'
  | 'text'
  | 'amount'
  | 'totals'
  | 'read_back';

export interface FileFault {
  readonly kind: FaultKind;
  /** Codes; empty where the fault is not about one. */
  readonly school: string;
  readonly source: string;
  /** Code of the segment. */
  readonly segment: string;
  /** Heading of the column. */
  readonly column: string;
  readonly value: string;
  /** One sentence: what is so, and what to do. Names school and source where it is about them. */
  readonly reason: string;
}

export function fileFault(
  kind: FaultKind,
  reason: string,
  about: Partial<Omit<FileFault, 'kind' | 'reason'>> = {},
): FileFault {
  return { kind, school: '', source: '', segment: '', column: '', value: '', ...about, reason };
}

/** More faults of one file are counted, not listed. */
export const MOST_FAULTS = 1_000;

/** Faults as they are found; the same one is told once. */
export class FileFaults {
  readonly #list: FileFault[] = [];
  readonly #seen = new Set<string>();
  #count = 0;

  add(fault: FileFault): void {
    const key = `${fault.kind} ${fault.reason}`;
    if (this.#seen.has(key)) return;
    this.#count++;
    if (this.#list.length >= MOST_FAULTS) return;
    this.#seen.add(key);
    this.#list.push(fault);
  }

  get list(): readonly FileFault[] {
    return this.#list;
  }

  /** All that were found; of those beyond MOST_FAULTS the same may be counted again. */
  get count(): number {
    return this.#count;
  }
}
