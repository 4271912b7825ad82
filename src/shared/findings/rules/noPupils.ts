import { findingKey } from '../DataFinding.ts';
import type { FindingRule } from '../FindingRule.ts';

/** A school without pupils gets nothing by pupils: closed, or left out of the enrollment file. */
export const noPupils: FindingRule = {
  rule: 'no-pupils',
  title: 'No pupils',
  *find(context) {
    const first = context.calculation.needs[0];
    const without = context.schools.filter(({ pupils }) => pupils === 0);
    if (!first || without.length === 0) return;
    if (without.length === context.schools.length) {
      yield {
        key: findingKey('all'),
        sentence: 'No school has pupils yet. Import the enrollment or type it on the sheet Enrollment.',
        cells: [],
      };
      return;
    }
    for (const { row, title } of without) {
      yield {
        key: findingKey(row.code),
        sentence: `${title} has no pupils, so it gets no money by pupils. If it is open, its counts are missing; if it is closed, remove it.`,
        cells: [context.countCell(row.code, row.level, first.code)],
      };
    }
  },
};
