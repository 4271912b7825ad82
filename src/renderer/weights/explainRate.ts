import { explain } from '../../shared/calc/explain/explain.ts';
import type { Explanation } from '../../shared/calc/results.ts';
import { formatMoney, formatWeight } from '../../shared/text/formatNumber.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import type { Explained } from '../state/ExplainTarget.ts';
import type { WeightFigures } from './WeightFigures.ts';

/** What one pupil of a cell brings: the rate of the source, or the sum of the rates of several that share the set. */
export function explainRate(document: DocumentState, figures: WeightFigures, level: string, need: string): Explained {
  return (): Explanation => {
    const { calculation } = document;
    const cell = figures.cell(level, need);
    const steps = figures.sourcesOf(level).map((source) => explain(calculation, { kind: 'rate', source, cell }));
    const only = steps[0];
    if (only && steps.length === 1) return only;
    const title = `${calculation.needs[figures.needAt(need)]?.name ?? need}, ${
      calculation.levels[figures.levelAt(level)]?.name ?? level
    } · dollars per pupil`;
    const cents = figures.rateCents(level, need);
    const weight = figures.weight(level, need);
    if (cents === null || !only) {
      const arithmetic = weight === null ? '= no weight' : `= ${formatWeight(weight)}`;
      return {
        title,
        value: weight === null ? '—' : formatWeight(weight),
        arithmetic,
        notes: ['No source that pays schools uses this weight set, so the weight moves no dollars yet.'],
        steps: [],
      };
    }
    const value = formatMoney(Math.round(cents));
    const parts = figures
      .sourcesOf(level)
      .map((source, at) => `${steps[at]?.value ?? ''} ${calculation.sourceRows[source]?.name ?? ''}`);
    return { title, value, arithmetic: `= ${parts.join(' + ')} = ${value}`, notes: [], steps };
  };
}
