import type { Results } from '../../shared/calc/results.ts';
import type { SchoolRow } from '../../shared/model/rows.ts';

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
  readonly #schools: readonly SchoolRow[];
  #indexes: Map<string, number> | null = null;
  readonly roundingLeftCents: number;

  constructor(results: Results, schools: readonly SchoolRow[]) {
    this.#schools = schools;
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
    const then = this.#schools[index]?.code === school ? index : this.#indexOf(school);
    const value = values && then !== undefined ? values[then] : undefined;
    return value === undefined || Number.isNaN(value) ? null : value;
  }

  /**
   * A whole column in the order of the schools as they are now, NaN where a school was not there. The same list of
   * schools means the same order, so the usual keystroke copies nothing.
   */
  column(column: ResultColumn | `source:${string}`, schools: readonly SchoolRow[]): Float64Array {
    const held = this.#columns.get(column);
    if (held && schools === this.#schools) return held;
    return Float64Array.from(schools, ({ code }, index) => this.at(column, code, index) ?? Number.NaN);
  }

  #indexOf(school: string): number | undefined {
    this.#indexes ??= new Map(this.#schools.map(({ code }, index) => [code, index]));
    return this.#indexes.get(school);
  }

  /** The base of a weighted source in cents per weighted pupil, or null. */
  base(source: string): number | null {
    return this.#bases.get(source) ?? null;
  }
}
