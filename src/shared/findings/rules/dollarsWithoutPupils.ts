import { keyOf } from '../../model/tables.ts';
import { findingKey } from '../DataFinding.ts';
import { dollars } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

/**
 * Dollars that go to a school without pupils, by a typed table or by a formula; and a typed rate in a level × need cell
 * where the source reaches no pupil. (Percent shares in an empty cell stop their source; the calculation tells that.)
 */
export const dollarsWithoutPupils: FindingRule = {
  rule: 'dollars-without-pupils',
  title: 'Dollars in a cell with no pupils',
  *find(context) {
    const { calculation, model, scenario } = context;
    for (const [index, source] of calculation.results.sources.entries()) {
      for (let at = 0; at < context.schools.length; at++) {
        const school = context.schools[at];
        const cents = source.amounts[at] ?? 0;
        if (!school || cents === 0 || school.pupils > 0) continue;
        const sheet = source.method === 'table' ? 'grants' : 'budgets';
        yield {
          key: findingKey('school', source.code, school.row.code, cents),
          sentence: `${source.name} gives ${dollars(cents)} to ${school.title}, which has no pupils.`,
          cells: [
            {
              sheet,
              table: 'tableAmount',
              key: keyOf(scenario.id, source.code, school.row.code),
              column: 'amountCents',
              row: school.row.code,
            },
          ],
        };
      }
      if (source.method !== 'rates') continue;
      const reach = calculation.sourceStates[index]?.reach;
      const needs = calculation.needs.length;
      for (const [levelAt, level] of calculation.levels.entries()) {
        for (const [needAt, need] of calculation.needs.entries()) {
          const rate = model.get('rate', scenario.id, source.code, level.code, need.code)?.rate ?? 0;
          const pupils = reach?.cellCounts[levelAt * needs + needAt] ?? 0;
          if (rate === 0 || pupils > 0 || !reach || reach.eligibleCount === 0) continue;
          yield {
            key: findingKey('cell', source.code, level.code, need.code, rate),
            sentence: `${source.name} has a rate for ${need.name} in ${level.name}, where none of its schools has such pupils.`,
            cells: [
              {
                sheet: 'sources',
                table: 'rate',
                key: keyOf(scenario.id, source.code, level.code, need.code),
                column: 'rate',
                row: source.code,
              },
            ],
          };
        }
      }
    }
  },
};
