import { type Rational, toNumber } from '../../shared/calc/rational.ts';
import type { SourceState } from '../../shared/calc/SourceState.ts';
import type { DocumentState } from '../state/DocumentState.ts';

const PERCENT_WHOLE = 1_000_000;

/**
 * What one weight set stands for in dollars, added over the sources that use it. Numbers for the eye: the cents of
 * the budgets come from the results alone.
 */
export class WeightFigures {
  readonly #document: DocumentState;
  readonly weightSet: string;

  constructor(document: DocumentState, weightSet: string) {
    this.#document = document;
    this.weightSet = weightSet;
  }

  /** Ten-thousandths, or null where no weight is set. */
  weight(level: string, need: string): number | null {
    return this.#document.model.get('weight', this.#document.scenarioId, this.weightSet, level, need)?.weight ?? null;
  }

  /** The sources that reach schools through this set. */
  get users(): readonly SourceState[] {
    return this.#document.calculation.sourceStates.filter(
      (state) => state.decided.decision.method === 'weights' && state.decided.decision.weightSet === this.weightSet,
    );
  }

  #cell(level: string, need: string): number {
    const { levels, needs } = this.#document.calculation;
    const levelAt = levels.findIndex((row) => row.code === level);
    const needAt = needs.findIndex((row) => row.code === need);
    return levelAt * needs.length + needAt;
  }

  /** Cents that one pupil of this level and need brings, over all sources that use the set; null without any. */
  rateCents(level: string, need: string): number | null {
    const cell = this.#cell(level, need);
    let sum: number | null = null;
    for (const { result } of this.users) {
      const rate: Rational | undefined = result.rates?.[cell];
      if (rate) sum = (sum ?? 0) + toNumber(rate);
    }
    return sum;
  }

  /** Percent units of all dollars under this set that go to this cell; null without any. */
  share(level: string, need: string): number | null {
    const cell = this.#cell(level, need);
    let part = 0;
    let whole = 0;
    for (const { result, reach } of this.users) {
      if (!result.rates || !reach) continue;
      for (const [at, rate] of result.rates.entries()) {
        const dollars = toNumber(rate) * (reach.cellCounts[at] ?? 0);
        whole += dollars;
        if (at === cell) part += dollars;
      }
    }
    return whole > 0 ? Math.round((part / whole) * PERCENT_WHOLE) : null;
  }

  /** Hundredths of pupils in a cell, over all schools. */
  pupils(level: string, need: string): number {
    return this.#counts()[this.#cell(level, need)] ?? 0;
  }

  /** Hundredths of pupils in a need category, over all levels and schools. */
  pupilsOfNeed(need: string): number {
    const { levels } = this.#document.calculation;
    return levels.reduce((sum, level) => sum + this.pupils(level.code, need), 0);
  }

  #counts(): Float64Array {
    const { counts } = this.#document.calculation.plan;
    const held = COUNTS.get(counts);
    if (held) return held;
    const sums = new Float64Array(this.#document.calculation.levels.length * this.#document.calculation.needs.length);
    for (let line = 0; line < (counts.start[counts.schoolCount] ?? 0); line++) {
      const cell = counts.cell[line] ?? 0;
      sums[cell] = (sums[cell] ?? 0) + (counts.count[line] ?? 0);
    }
    COUNTS.set(counts, sums);
    return sums;
  }

  /** A level's weight for all students against the first level's, in ten-thousandths; null without one. */
  levelIndex(level: string): number | null {
    const { levels, needs } = this.#document.calculation;
    const all = needs[0]?.code ?? '';
    const first = this.weight(levels[0]?.code ?? '', all);
    const own = this.weight(level, all);
    return first && own !== null ? Math.round((own / first) * 10_000) : null;
  }

  /** Base in cents per weighted pupil, added over the sources that use the set; null without any. */
  baseCents(): number | null {
    let sum: number | null = null;
    for (const { result } of this.users) if (result.base) sum = (sum ?? 0) + toNumber(result.base);
    return sum;
  }

  /** To-schools dollars of the sources that use the set, in cents. */
  poolCents(): number {
    return this.users.reduce((sum, { result }) => sum + result.amountCents - result.heldCents, 0);
  }

  roundingLeftCents(): number {
    return this.users.reduce((sum, { result }) => sum + result.roundingLeftCents, 0);
  }
}

/** Pupils per cell of each enrollment, added up once: counts are replaced as a whole when an enrollment changes. */
const COUNTS = new WeakMap<object, Float64Array>();
