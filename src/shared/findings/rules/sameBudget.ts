import { findingKey } from '../DataFinding.ts';
import { dollars, groupsOf, listed } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

/**
 * The same current budget to the cent at two schools: usually one budget that stands at both of two campuses, and then
 * $8,000,000.00 count as $16,000,000.00 in the district's total and in every comparison.
 */
export const sameBudget: FindingRule = {
  rule: 'same-budget',
  title: 'The same budget twice',
  *find(context) {
    const groups = groupsOf(context.schools, ({ current }) =>
      current && current.amountCents !== 0 ? String(current.amountCents) : null,
    );
    for (const [cents, schools] of groups) {
      const names = listed(schools.map(({ title }) => title));
      yield {
        key: findingKey(cents, ...schools.map(({ row }) => row.code)),
        sentence: `${names} have the same current budget, ${dollars(Number(cents))}. If it is one budget, it counts ${schools.length === 2 ? 'twice' : `${schools.length} times`}; divide it or enter it once.`,
        cells: schools.map(({ row }) => context.currentCell(row.code)),
      };
    }
  },
};
