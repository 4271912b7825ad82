import { findingKey } from '../DataFinding.ts';
import type { FindingRule } from '../FindingRule.ts';

/** Without a current budget a school has no change to show and no floor from it; right for a new school, wrong for others. */
export const noCurrentBudget: FindingRule = {
  rule: 'no-current-budget',
  title: 'No current budget',
  *find(context) {
    const without = context.schools.filter(({ current }) => current === null);
    if (without.length === 0) return;
    if (without.length === context.schools.length) {
      yield {
        key: findingKey('all'),
        sentence: 'No school has a current budget yet, so no change can be shown. Import the current budgets.',
        cells: [],
      };
      return;
    }
    for (const { row, title } of without) {
      yield {
        key: findingKey(row.code),
        sentence: `${title} has no current budget. That is right for a new school; otherwise its budget is missing.`,
        cells: [context.currentCell(row.code)],
      };
    }
  },
};
