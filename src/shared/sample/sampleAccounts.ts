import { CALIFORNIA_SACS } from '../allocationFile/builtIn/californiaSacs.ts';
import { writeTemplate } from '../allocationFile/templateText.ts';
import type { ModelRows } from '../model/Model.ts';
import { CENTRAL, DEDUCTION, TOP_UP } from '../model/pseudoCodes.ts';
import type { AccountRuleRow } from '../model/rows.ts';

/** The resource each source is kept under. */
const RESOURCES: Readonly<Record<string, string>> = {
  PROP: '0000',
  AID: '0000',
  EARLY: '1300',
  BOOKS: '6300',
  INDEX: '9020',
  TITLE1: '3010',
  ARTS: '9010',
  SMALL: '0000',
  PARTNER: '9030',
  SUPPORT: '9040',
  TRANS: '0210',
  IDEA: '3310',
  [TOP_UP]: '0000',
  [DEDUCTION]: '0000',
};

/** What holds for every source and school, unless something more particular is said. */
const COMMON: Readonly<Record<string, string>> = {
  fund: '01',
  project_year: '0',
  goal: '1110',
  function: '1000',
  object: '1100',
};

/** Accounts of the sample district in the California string, and one template that writes them, split by need. */
export function addAccounts(rows: ModelRows): void {
  CALIFORNIA_SACS.segments.forEach((segment, position) => {
    rows.accountSegment.push({ ...segment, position });
  });
  const rule = (segment: string, value: string, place: Partial<AccountRuleRow> = {}): void => {
    rows.accountRule.push({ segment, source: '', school: '', level: '', need: '', value, ...place });
  };
  for (const [segment, value] of Object.entries(COMMON)) rule(segment, value);
  for (const [source, value] of Object.entries(RESOURCES)) rule('resource', value, { source });
  // Codes of schools have four digits, the site has three of them.
  for (const { code } of rows.school) rule('site', code.slice(-3), { school: code });
  rule('site', '000', { school: CENTRAL });
  rule('goal', '4760', { need: 'EL' });
  rule('goal', '5770', { need: 'SPED' });
  rule('object', '4300', { source: 'BOOKS' });
  rule('goal', '5770', { source: 'IDEA' });
  rows.allocationTemplate.push({
    id: 1,
    name: 'Budget load (SACS)',
    position: 0,
    definition: writeTemplate({ ...CALIFORNIA_SACS.template, splitBy: 'need' }),
  });
}
