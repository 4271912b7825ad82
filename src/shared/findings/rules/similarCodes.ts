import { looseCode } from '../../assistant/repairs.ts';
import { findingKey } from '../DataFinding.ts';
import { groupsOf, listed } from '../FindingContext.ts';
import type { FindingRule } from '../FindingRule.ts';

/** `0042`, `42` and `42.0`: a spreadsheet has made two schools or sources of one. */
export const similarCodes: FindingRule = {
  rule: 'similar-codes',
  title: 'Codes that differ only in zeros or case',
  *find(context) {
    const schools = context.schools.map(({ row }) => row);
    for (const [, group] of groupsOf(schools, ({ code }) => looseCode(code))) {
      yield {
        key: findingKey('school', ...group.map(({ code }) => code)),
        sentence: `The schools ${listed(group.map(({ code, name }) => `${code} (${name})`))} have codes that differ only in zeros, case or marks. If they are one school, remove the other.`,
        cells: group.map(({ code }) => context.schoolCell(code)),
      };
    }
    for (const [, group] of groupsOf(context.calculation.sourceRows, ({ code }) => looseCode(code))) {
      yield {
        key: findingKey('source', ...group.map(({ code }) => code)),
        sentence: `The revenue sources ${listed(group.map(({ code, name }) => `${code} (${name})`))} have codes that differ only in zeros, case or marks. If they are one source, remove the other.`,
        cells: group.map(
          ({ code }) => ({ sheet: 'revenues', table: 'source', key: code, column: 'code', row: code }) as const,
        ),
      };
    }
  },
};
