import { readHeader } from '../assistant/headerWords.ts';
import type { FindingContext } from './FindingContext.ts';

const INDEX_WORDS = ['index', 'score', 'hardship', 'opportunity'];

/** Measures that are an index by their name. */
export const indexMeasures = (context: FindingContext): string[] =>
  [...context.measures.keys()].filter((name) => readHeader(name).words.some((word) => INDEX_WORDS.includes(word)));

/** Where a source reads a measure: in its formula, at the schools it reaches, or in its rule, at every school. */
export interface MeasureUse {
  readonly source: string;
  readonly name: string;
  /** Null: every school. */
  readonly eligible: Uint8Array | null;
  readonly isStopped: boolean;
}

export function measureUses(context: FindingContext): ReadonlyMap<string, readonly MeasureUse[]> {
  const uses = new Map<string, MeasureUse[]>();
  for (const state of context.calculation.sourceStates) {
    const { eligibility, formula, result, row } = state;
    const put = (measure: string, eligible: Uint8Array | null): void => {
      if (!context.measures.has(measure)) return;
      const use = { source: row.code, name: row.name, eligible, isStopped: result.stopped !== null };
      uses.set(measure, [...(uses.get(measure) ?? []), use]);
    };
    if (eligibility.kind === 'rule') for (const column of eligibility.formula.columns) put(column, null);
    for (const column of formula?.columns ?? []) put(column, result.eligible);
  }
  return uses;
}
