import { formatCount } from '../../text/formatNumber.ts';
import { findingKey } from '../DataFinding.ts';
import type { FindingRule } from '../FindingRule.ts';

/** More pupils of a need than pupils at all, at one school and level: 310 in poverty of 300. */
export const needAboveEnrollment: FindingRule = {
  rule: 'need-above-enrollment',
  title: 'A need count above enrollment',
  *find(context) {
    const { model, scenario, calculation } = context;
    const first = calculation.needs[0];
    if (!first) return;
    const levels = calculation.levels;
    for (const school of context.schools) {
      for (const level of levels) {
        const all =
          model.get('enrollment', scenario.enrollmentVersion, school.row.code, level.code, first.code)?.count ?? 0;
        for (const need of calculation.needs.slice(1)) {
          const count =
            model.get('enrollment', scenario.enrollmentVersion, school.row.code, level.code, need.code)?.count ?? 0;
          if (count <= all) continue;
          const place = levels.length > 1 ? `${school.title}, ${level.name}` : school.title;
          yield {
            key: findingKey(school.row.code, level.code, need.code, count, all),
            sentence: `${place}: ${formatCount(count)} pupils count as ${need.name}, of ${formatCount(all)} pupils in all. One of the two numbers is wrong, or they were counted on different days.`,
            cells: [
              context.countCell(school.row.code, level.code, need.code),
              context.countCell(school.row.code, level.code, first.code),
            ],
          };
        }
      }
    }
  },
};
