import { readHeader } from '../../assistant/headerWords.ts';
import { ALL_STUDENTS, findNeedIdea } from '../../assistant/needWords.ts';
import { formatCount } from '../../text/formatNumber.ts';
import { parseCount } from '../../text/parseNumber.ts';
import { findingKey } from '../DataFinding.ts';
import type { FindingContext } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

/** The measure with former pupils: the one set, else the newest whose name speaks of all pupils (`enrol_sy2223`). */
function formerMeasure(context: FindingContext): string | null {
  const { formerPupilsMeasure: chosen } = context.settings;
  if (chosen !== null) return context.measures.has(chosen) ? chosen : null;
  const found = [...context.measures.keys()]
    .map((name) => ({ name, header: readHeader(name) }))
    .filter(
      ({ header }) =>
        findNeedIdea(header.words) === ALL_STUDENTS &&
        !header.words.some((word) => word === 'percent' || word === 'pct'),
    )
    .sort((left, right) => (right.header.year ?? 0) - (left.header.year ?? 0));
  return found[0]?.name ?? null;
}

/** Pupils that moved far since they were counted before: in a measure of former pupils, else in the current budgets. */
export const pupilsChanged: FindingRule = {
  rule: 'pupils-changed',
  title: 'A large change in pupils',
  *find(context) {
    const { changePercent, changePupils } = context.settings;
    const measure = formerMeasure(context);
    const first = context.calculation.needs[0];
    if (!first) return;
    for (const { row, title, pupils, current } of context.schools) {
      const text = measure === null ? undefined : context.measures.get(measure)?.get(row.code);
      const parsed = text === undefined ? null : parseCount(text);
      const former = parsed?.ok ? parsed.value : measure === null ? (current?.pupils ?? null) : null;
      // None before is a new school, none now is told as such.
      if (former === null || former === 0 || pupils === 0) continue;
      const change = pupils - former;
      if (Math.abs(change) * 100 <= former * changePercent || Math.abs(change) < changePupils * 100) continue;
      const percent = `${change > 0 ? '+' : '−'}${Math.round(Math.abs(change * 100) / former)}%`;
      const before =
        measure !== null ? context.measureCell(row.code, measure) : context.currentCell(row.code, 'pupils');
      yield {
        key: findingKey(row.code, former, pupils),
        sentence: `${title} goes from ${formatCount(former)} pupils (${measure ?? 'current budget'}) to ${formatCount(pupils)}, ${percent}. See whether a grade moved, a school merged, or a count is wrong.`,
        cells: [context.countCell(row.code, row.level, first.code), before],
      };
    }
  },
};
