import type { Results } from '../../shared/calc/results.ts';

const COLUMNS = [
  'pupils',
  'formula',
  'grants',
  'locked',
  'restricted',
  'unrestricted',
  'topUp',
  'deduction',
  'total',
  'allIn',
  'perPupil',
  'current',
  'change',
] as const;

export type ResultColumn = (typeof COLUMNS)[number];

/**
 * A copy of what a scenario gave at one moment, found by school code so that it outlives added and removed schools.
 * It serves two questions: what does the edit under way move, and what changed since the document was saved.
 */
export class ResultsSnapshot {
  readonly #columns = new Map<string, Float64Array>();
  readonly #bases = new Map<string, number>();
  readonly #codes: readonly string[];
  #indexes: Map<string, number> | null = null;
  readonly roundingLeftCents: number;

  constructor(results: Results, codes: readonly string[]) {
    this.#codes = codes;
    for (const name of COLUMNS) this.#columns.set(name, results[name].slice());
    let rounding = 0;
    for (const source of results.sources) {
      this.#columns.set(`source:${source.code}`, source.amounts.slice());
      rounding += source.roundingLeftCents;
      if (source.base) this.#bases.set(source.code, Number(source.base.numerator) / Number(source.base.denominator));
    }
    this.roundingLeftCents = rounding;
  }

  /**
   * Cents of a column at a school, or null where the school or column was not there. `index` is where the school
   * stands now, which is nearly always where it stood then, so that no look-up by code is needed.
   */
  at(column: ResultColumn | `source:${string}`, school: string, index = -1): number | null {
    const values = this.#columns.get(column);
    const then = this.#codes[index] === school ? index : this.#indexOf(school);
    const value = values && then !== undefined ? values[then] : undefined;
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  #indexOf(school: string): number | undefined {
    this.#indexes ??= new Map(this.#codes.map((code, index) => [code, index]));
    return this.#indexes.get(school);
  }

  /** The base of a weighted source in cents per weighted pupil, or null. */
  base(source: string): number | null {
    return this.#bases.get(source) ?? null;
  }
}
