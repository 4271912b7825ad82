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
  readonly #indexes: Map<string, number>;
  readonly roundingLeftCents: number;

  constructor(results: Results, codes: readonly string[]) {
    this.#indexes = new Map(codes.map((code, index) => [code, index]));
    for (const name of COLUMNS) this.#columns.set(name, results[name].slice());
    let rounding = 0;
    for (const source of results.sources) {
      this.#columns.set(`source:${source.code}`, source.amounts.slice());
      rounding += source.roundingLeftCents;
      if (source.base) this.#bases.set(source.code, Number(source.base.numerator) / Number(source.base.denominator));
    }
    this.roundingLeftCents = rounding;
  }

  /** Cents of a column at a school, or null where the school or column was not there. */
  at(column: ResultColumn | `source:${string}`, school: string): number | null {
    const index = this.#indexes.get(school);
    const values = this.#columns.get(column);
    if (index === undefined || !values) return null;
    const value = values[index];
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  /** The base of a weighted source in cents per weighted pupil, or null. */
  base(source: string): number | null {
    return this.#bases.get(source) ?? null;
  }
}
