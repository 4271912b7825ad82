import { describe, expect, it } from 'vitest';
import { fileText } from '../../../src/shared/allocationFile/AllocationFile.ts';
import type { BuiltInTemplate } from '../../../src/shared/allocationFile/builtIn/BuiltInTemplate.ts';
import { BUILT_IN_TEMPLATES, findBuiltIn } from '../../../src/shared/allocationFile/builtIn/builtInTemplates.ts';
import { checkFile } from '../../../src/shared/allocationFile/checkFile.ts';
import { parseTemplate, writeTemplate } from '../../../src/shared/allocationFile/templateText.ts';
import { unguardText } from '../../../src/shared/text/csv.ts';
import { districtFor, fileOf } from './financeDistrict.ts';
import { centsOf, readLikeAFinanceSystem } from './secondReader.ts';

const builtIn = (name: string): BuiltInTemplate => {
  const found = findBuiltIn(name);
  if (!found) throw new Error(`no template ${name}`);
  return found;
};
const textOf = (template: BuiltInTemplate): string => {
  const file = fileOf(districtFor(template), template.template);
  expect(checkFile(file).list).toEqual([]);
  return fileText(file);
};
const linesOf = (name: string): string[] => textOf(builtIn(name)).split(/\r?\n/).slice(0, -1);

describe('every built-in template', () => {
  it.each(BUILT_IN_TEMPLATES)(
    '$name is whole, names its layout, and gives a file that a second reader understands',
    (one) => {
      expect(parseTemplate(writeTemplate(one.template))).toEqual({ ok: true, template: one.template });
      expect(one.template.builtIn).toBe(one.name);
      expect(one.template.note).not.toBe('');
      expect(one.template.publishedIn === '').toBe(one.segments.length === 0);
      if (one.template.format === 'xlsx') return;
      const [, details = []] = readLikeAFinanceSystem(textOf(one), one.template);
      const money = ['amount', 'dept_base'].find((heading) => details[0]?.has(heading));
      const cents = details.reduce((sum, record) => {
        if (!money)
          return (
            sum +
            [...record].reduce(
              (row, [heading, text]) => row + (heading.startsWith('PERIOD') ? centsOf(text, null) : 0),
              0,
            )
          );
        const implied = one.name.startsWith('Tyler') ? 2 : null;
        const amount = centsOf(record.get(money) ?? '', implied);
        return sum + (record.get('debit credit') === 'C' ? -amount : amount);
      }, 0);
      // 1,000.00 by the formula and 50.25 taken back by the grant.
      expect(cents).toBe(94_975);
    },
  );

  it('has a name of its own', () => {
    expect(new Set(BUILT_IN_TEMPLATES.map(({ name }) => name.toLowerCase())).size).toBe(BUILT_IN_TEMPLATES.length);
    expect(findBuiltIn(' plain csv ')?.name).toBe('Plain CSV');
    expect(findBuiltIn('plain')).toBeUndefined();
  });
});

describe('layouts as published', () => {
  it('Plain CSV: accents, quotes, commas and what looks like a formula come back from a spreadsheet', () => {
    const { template } = builtIn('Plain CSV');
    const text = textOf(builtIn('Plain CSV'));
    expect(text).toContain('"\'=Roosevelt ""High"""');
    expect(text).toContain(",'-Title I,-50.25\r\n");
    const [, details = []] = readLikeAFinanceSystem(text, template);
    expect(
      details.map((record) => [
        record.get('school'),
        unguardText(record.get('school_name') ?? ''),
        record.get('amount'),
      ]),
    ).toEqual([
      ['0042', 'École “Peña”, North; the oldest', '700.00'],
      ['0042', 'École “Peña”, North; the oldest', '-50.25'],
      ['007', '=Roosevelt "High"', '300.00'],
    ]);
    expect(details[0]?.get('fiscal_year')).toBe('2026-27');
    expect(details[0]?.get('status')).toBe('draft');
  });

  it('California SACS: two, three, four, one, four, four and four digits in this order', () => {
    const [heading, ...lines] = linesOf('California SACS string');
    expect(heading).toBe('account,fiscal_year,amount');
    const strings = lines.map((line) => line.split(',')[0]);
    for (const string of strings) expect(string).toMatch(/^\d{2} \d{3} \d{4} \d \d{4} \d{4} \d{4}$/);
    // Fund 01, and 06 for Title I; the site is the school's.
    expect(strings.map((string) => string?.slice(0, 6))).toEqual(['01 007', '01 042', '06 042']);
  });

  it('Tyler Munis: D or C in position 107, the amount behind it, the account type in 141, the long account from 142', () => {
    const lines = linesOf('Tyler Munis budget journal');
    for (const line of lines) {
      expect(line).toHaveLength(196);
      expect(line.slice(139, 141)).toBe('BE');
    }
    expect(lines.map((line) => line.slice(106, 120))).toEqual(['D0000000030000', 'D0000000070000', 'C0000000005025']);
    expect(lines.map((line) => line.slice(141).trim())).toEqual(['010070304', '010420304', '060420304']);
  });

  it('eFinancePLUS: the published names of its columns', () => {
    const [heading, first] = linesOf('PowerSchool eFinancePLUS budget preparation');
    expect(heading).toBe('yr,budgetunit,account,dept_base');
    expect(first).toBe('2027,01,007,300.00');
  });

  it('Oracle: the required columns, twelve periods that sum to the year, and the segments', () => {
    const [heading = '', ...lines] = linesOf('Oracle GL_BUDGET_INTERFACE');
    const names = heading.split(',');
    expect(names.slice(0, 6)).toEqual([
      'BUDGET_NAME',
      'BUDGET_ENTITY_NAME',
      'CURRENCY_CODE',
      'FISCAL_YEAR',
      'UPDATE_LOGIC_TYPE',
      'PERIOD1_AMOUNT',
    ]);
    expect(names.slice(16)).toEqual(['PERIOD12_AMOUNT', 'SEGMENT1', 'SEGMENT2', 'SEGMENT3', 'SEGMENT4']);
    const taken = lines.find((line) => line.includes(',06,'))?.split(',') ?? [];
    // 5,025 cents over twelve months are 418 and nine of 419.
    expect(taken.slice(5, 17)).toEqual([...new Array<string>(9).fill('-4.19'), ...new Array<string>(3).fill('-4.18')]);
  });

  it('PeopleSoft: one header, numbered lines, control totals of debits and credits', () => {
    const [header = '', ...rest] = linesOf('PeopleSoft journal file (H, L, C)');
    expect(header.slice(0, 26)).toBe('HUS001NEXT      11212026N ');
    expect(header.slice(36, 56)).toBe('BUDGETS   BUDGETS   ');
    const control = rest.pop() ?? '';
    expect(rest.map((line) => line.slice(0, 15))).toEqual(['LUS001000000001', 'LUS001000000002', 'LUS001000000003']);
    expect(control.slice(0, 15)).toBe('CUS001000000003');
    expect(control.slice(15).trim().split(/\s+/)).toEqual(['1000.00', '50.25']);
    // The parts of a line behind its number: ledger 10, account 10, department 10, fund 5, program 5, amount 28.
    expect(rest[2]?.slice(15, 25)).toBe('BUDGETS   ');
    expect(rest[2]?.slice(45, 50)).toBe('06   ');
    expect(rest[2]?.slice(55)).toBe('-50.25'.padStart(28));
  });

  it('Ohio USAS: eight dimensions of three, four, three, four, six, three, two and three digits', () => {
    const [heading, ...lines] = linesOf('Ohio USAS');
    expect(heading).toBe('code.fund,code.func,code.object,code.scc,code.subject,code.opu,code.il,code.job,amount');
    for (const line of lines) {
      expect(
        line
          .split(',')
          .slice(0, 8)
          .map((field) => field.length),
      ).toEqual([3, 4, 3, 4, 6, 3, 2, 3]);
    }
  });
});
