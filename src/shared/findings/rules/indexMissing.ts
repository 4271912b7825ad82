import { findingKey } from '../DataFinding.ts';
import { listed } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';
import { indexMeasures, measureUses } from '../indexMeasures.ts';

/**
 * A blank measure where a source reads it: it stops the source if the calculation says so. An index by its name is told
 * as well where no source reads it yet, as long as most schools have one.
 */
export const indexMissing: FindingRule = {
  rule: 'index-missing',
  title: 'An index missing',
  *find(context) {
    const uses = measureUses(context);
    for (const measure of new Set([...uses.keys(), ...indexMeasures(context)])) {
      const values = context.measures.get(measure);
      const used = uses.get(measure) ?? [];
      if (!values || (used.length === 0 && values.size * 2 < context.schools.length)) continue;
      for (let at = 0; at < context.schools.length; at++) {
        const school = context.schools[at];
        if (!school || values.has(school.row.code)) continue;
        const needing = used.filter(({ eligible }) => eligible === null || eligible[at] === 1);
        if (used.length > 0 && needing.length === 0) continue;
        const stopped = needing.filter(({ isStopped }) => isStopped);
        const names = listed((stopped.length > 0 ? stopped : needing).map(({ name }) => name));
        const effect =
          stopped.length > 0
            ? `${names} cannot be paid without it`
            : needing.length > 0
              ? `${names} may need it`
              : 'a source that uses it would stop';
        yield {
          key: findingKey(measure, school.row.code),
          sentence: `${school.title} has no ${measure}; ${effect}. Fill it in, or leave the school out of such sources.`,
          cells: [context.measureCell(school.row.code, measure)],
          ...(stopped.length > 0 ? { stops: true } : {}),
        };
      }
    }
  },
};
