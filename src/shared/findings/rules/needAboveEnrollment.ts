import { formatCount } from '../../text/formatNumber.ts';
import { findingKey } from '../DataFinding.ts';
import { countKey } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

/** More pupils of a need than pupils at all, at one school and level: 310 in poverty of 300. */
export const needAboveEnrollment: FindingRule = {
  rule: 'need-above-enrollment',
  title: 'A need count above enrollment',
  *find(context) {
    const { levels, needs } = context.calculation;
    const first = needs[0];
    if (!first) return;
    for (const { row, title, counts } of context.schools) {
      if (counts.size === 0) continue;
      for (const level of levels) {
        const all = counts.get(countKey(level.code, first.code)) ?? 0;
        for (const need of needs) {
          const count = counts.get(countKey(level.code, need.code)) ?? 0;
          if (count <= all) continue;
          const place = levels.length > 1 ? `${title}, ${level.name}` : title;
          yield {
            key: findingKey(row.code, level.code, need.code, count, all),
            sentence: `${place}: ${formatCount(count)} pupils count as ${need.name}, of ${formatCount(all)} pupils in all. One of the two numbers is wrong, or they were counted on different days.`,
            cells: [
              context.countCell(row.code, level.code, need.code),
              context.countCell(row.code, level.code, first.code),
            ],
          };
        }
      }
    }
  },
};
