import { toNumber } from '../../shared/calc/rational.ts';
import type { SourceState } from '../../shared/calc/SourceState.ts';
import { weightSetFaces } from '../../shared/calc/solveWeight.ts';
import type { DocumentState } from '../state/DocumentState.ts';

const PERCENT_WHOLE = 1_000_000;

/** Pupils per cell of each enrollment, added up once: counts are replaced as a whole when an enrollment changes. */
const COUNTS = new WeakMap<object, Float64Array>();

/**
 * What one weight set stands for in dollars and shares, for the eye: the cents of the budgets come from the results
 * alone. Which sources a level's dollars add up depends on whom they reach, which no weight changes, so that is found
 * once per commit and a keystroke only adds up rates.
 */
export class WeightFigures {
  readonly #document: DocumentState;
  readonly weightSet: string;
  #levelSources: readonly (readonly string[])[] = [];
  #commitRevision = -1;

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
    return this.#document.calculation.sourceStates.filter((state) => state.usesSet(this.weightSet));
  }

  levelAt(level: string): number {
    return this.#document.calculation.levels.findIndex((row) => row.code === level);
  }

  needAt(need: string): number {
    return this.#document.calculation.needs.findIndex((row) => row.code === need);
  }

  /** Index of a cell in `rates`: level × needs + need. */
  cell(level: string, need: string): number {
    return this.levelAt(level) * this.#document.calculation.needs.length + this.needAt(need);
  }

  /** Indexes of the sources whose rates make up a level's dollars. */
  sourcesOf(level: string): readonly number[] {
    const { calculation, commitRevision } = this.#document;
    if (this.#commitRevision !== commitRevision) {
      this.#levelSources = weightSetFaces(calculation, this.weightSet).levelSources;
      this.#commitRevision = commitRevision;
    }
    const codes = this.#levelSources[this.levelAt(level)] ?? [];
    return codes.map((code) => calculation.sourceIndex(code)).filter((at) => at >= 0);
  }

  /** Cents that one pupil of this level and need brings, over the sources of the level; null without any. */
  rateCents(level: string, need: string): number | null {
    const cell = this.cell(level, need);
    let sum: number | null = null;
    for (const at of this.sourcesOf(level)) {
      const rate = this.#document.calculation.results.sources[at]?.rates?.[cell];
      if (rate) sum = (sum ?? 0) + toNumber(rate);
    }
    return sum;
  }

  /** Percent units of all dollars under this set that go to this cell; null without any. */
  share(level: string, need: string): number | null {
    const cell = this.cell(level, need);
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

  /** Hundredths of pupils in a need category, over all levels and schools. */
  pupilsOfNeed(need: string): number {
    const { levels } = this.#document.calculation;
    return levels.reduce((sum, level) => sum + (this.#counts()[this.cell(level.code, need)] ?? 0), 0);
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

  /** Bases in cents per weighted pupil, added over the sources of the first level; null without any. */
  baseCents(): number | null {
    let sum: number | null = null;
    for (const code of this.baseSources()) {
      const source = this.#document.calculation.results.sources[this.#document.calculation.sourceIndex(code)];
      if (source?.base) sum = (sum ?? 0) + toNumber(source.base);
    }
    return sum;
  }

  /** Codes of the sources whose bases are added up. */
  baseSources(): readonly string[] {
    const { levels, sourceRows } = this.#document.calculation;
    return this.sourcesOf(levels[0]?.code ?? '').map((at) => sourceRows[at]?.code ?? '');
  }

  /** To-schools dollars of the sources that use the set, in cents. */
  poolCents(): number {
    return this.users.reduce((sum, { result }) => sum + result.amountCents - result.heldCents, 0);
  }

  roundingLeftCents(): number {
    return this.users.reduce((sum, { result }) => sum + result.roundingLeftCents, 0);
  }
}
