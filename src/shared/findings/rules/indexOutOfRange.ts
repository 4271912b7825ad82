import { formatMeasure } from '../../text/formatNumber.ts';
import { findingKey } from '../DataFinding.ts';
import type { FindingRule } from '../FindingRule.ts';
import { indexMeasures } from '../indexMeasures.ts';

/** Scales an index is usually on, the narrowest first. */
const SCALES = [1, 10, 100] as const;
/** The share of schools that must lie on a scale for the others to stand outside of it. */
const MOST = 0.95;

/**
 * An index outside of its scale. The scale is the narrowest of 0 to 1, 10 or 100 on which 95 of 100 schools lie: where
 * they are all below 1, a 57 is a 0.57 in another notation. An index on none of these scales is left alone.
 */
export const indexOutOfRange: FindingRule = {
  rule: 'index-out-of-range',
  title: 'An index out of range',
  *find(context) {
    for (const measure of indexMeasures(context)) {
      const values = [...(context.measures.get(measure) ?? [])];
      const scale = SCALES.find((high) => {
        const inside = values.filter(([, value]) => Number(value) >= 0 && Number(value) <= high).length;
        return values.length > 0 && inside >= values.length * MOST;
      });
      if (scale === undefined) continue;
      for (const [code, value] of values) {
        if (Number(value) >= 0 && Number(value) <= scale) continue;
        const name = context.model.table('school').get(code)?.name ?? code;
        yield {
          key: findingKey(measure, code, value),
          sentence: `${name} (${code}) has the ${measure} ${formatMeasure(value)}, while nearly all schools lie between 0 and ${scale}. Check it.`,
          cells: [context.measureCell(code, measure)],
        };
      }
    }
  },
};
