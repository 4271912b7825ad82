import { readHeader } from '../../assistant/headerWords.ts';
import { findingKey } from '../DataFinding.ts';
import { type FindingContext, groupsOf, listed } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

const OF_FINANCE = ['finance', 'financial', 'budget', 'cost', 'accounting', 'fund'];
const UNITS = ['unit', 'center', 'centre', 'code', 'org', 'organization'];

/** The tag that names the finance unit: the one set, else the first whose name says finance, budget or cost and unit, center or code. */
function unitTag(context: FindingContext): string | null {
  const tags = context.model.ordered('schoolColumn').filter((column) => column.kind === 'tag');
  const { unitTag: chosen } = context.settings;
  if (chosen !== null) return tags.some((tag) => tag.name === chosen) ? chosen : null;
  const found = tags.find(({ name }) => {
    const { words } = readHeader(name);
    return words.some((word) => OF_FINANCE.includes(word)) && words.some((word) => UNITS.includes(word));
  });
  return found?.name ?? null;
}

/** Two schools with current budgets in one finance unit: one budget may have been given to both, or divided by guess. */
export const sameFinanceUnit: FindingRule = {
  rule: 'same-finance-unit',
  title: 'One finance unit at several schools',
  *find(context) {
    const tag = unitTag(context);
    if (tag === null) return;
    const unitOf = (code: string): string | null => context.model.get('tag', code, tag)?.value ?? null;
    const groups = groupsOf(context.schools, ({ row, current }) => (current ? unitOf(row.code) : null));
    for (const [unit, schools] of groups) {
      // The same amount at all of them is told by the rule of the same budget.
      if (new Set(schools.map(({ current }) => current?.amountCents)).size === 1) continue;
      yield {
        key: findingKey(tag, unit, ...schools.map(({ row, current }) => `${row.code}=${current?.amountCents}`)),
        sentence: `${listed(schools.map(({ title }) => title))} belong to one ${tag}, ${unit}, and each has a current budget. See whether the budget of one is part of the other’s.`,
        cells: schools.flatMap(({ row }) => [context.tagCell(row.code, tag), context.currentCell(row.code)]),
      };
    }
  },
};
