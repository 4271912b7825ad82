import { JULY_TO_JUNE } from '../AllocationTemplate.ts';
import { PLAIN_AMOUNT, templateColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, machineTemplate, segment, segmentOf, text } from './BuiltInTemplate.ts';

const NAME = 'Oracle GL_BUDGET_INTERFACE';
const required = { required: true };

/** One row for each account with the amounts of twelve periods, by the names of the interface table's columns. */
export const ORACLE_BUDGET_INTERFACE: BuiltInTemplate = {
  name: NAME,
  about: 'The columns of the budget interface table: a row per account, an amount per period.',
  segments: [
    segmentOf('fund', 'Fund', 0),
    segmentOf('site', 'Site', 0),
    segmentOf('function', 'Function', 0),
    segmentOf('object', 'Object', 0),
  ],
  template: machineTemplate(NAME, {
    publishedIn: 'Oracle General Ledger documentation, “Understanding the Budget Interface Table”',
    note: 'BUDGET_NAME, BUDGET_ENTITY_NAME (the budget organization), CURRENCY_CODE, FISCAL_YEAR and UPDATE_LOGIC_TYPE (R replaces, A adds) are required by the table: type your own names in their columns. SEGMENT1 to SEGMENT30 are those of your accounting flexfield, four of them here. The amounts are an even split over twelve periods from July; the odd cents are in the first ones. The documentation describes the table, not a file: tell your loader that the first line has the names of the columns.',
    months: JULY_TO_JUNE,
    fundSegment: 'fund',
    detail: {
      columns: [
        templateColumn('BUDGET_NAME', text('BUDGET'), { width: 15, required: true }),
        templateColumn('BUDGET_ENTITY_NAME', text('SCHOOLS'), { width: 25, required: true }),
        templateColumn('CURRENCY_CODE', text('USD'), { width: 15, required: true }),
        templateColumn('FISCAL_YEAR', { kind: 'year', field: 'ends' }, required),
        templateColumn('UPDATE_LOGIC_TYPE', text('R'), { width: 1, required: true }),
        ...JULY_TO_JUNE.map((_, at) =>
          templateColumn(
            `PERIOD${at + 1}_AMOUNT`,
            { kind: 'amount', period: at + 1, side: 'both', form: PLAIN_AMOUNT },
            required,
          ),
        ),
        templateColumn('SEGMENT1', segment('fund'), { width: 25, required: true }),
        templateColumn('SEGMENT2', segment('site'), { width: 25, required: true }),
        templateColumn('SEGMENT3', segment('function'), { width: 25, required: true }),
        templateColumn('SEGMENT4', segment('object'), { width: 25, required: true }),
      ],
    },
  }),
};
