import { templateColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, machineTemplate, segment, segmentOf, WHOLE_AMOUNT } from './BuiltInTemplate.ts';

const NAME = 'PowerSchool eFinancePLUS budget preparation';

/** The import of Budget Preparation with Full Account off: `yr, budgetunit, account, …`. */
export const EFINANCE_PLUS: BuiltInTemplate = {
  name: NAME,
  about: 'yr, budgetunit, account and the requested base, as CSV with headings.',
  segments: [segmentOf('budgetunit', 'Budget unit', 0), segmentOf('account', 'Account', 0)],
  template: machineTemplate(NAME, {
    publishedIn: 'PowerSchool ERP Budget Preparation, “Import Budget Data (22.4 and later)”, Full Account off',
    note: 'The published names are yr, budgetunit and account (required) and freeze, dept_base, dept_new, rec_base, rec_new, app_base, app_new, year2 to year5, title and others (not required). The amount stands in dept_base, the requested base: rename the column to rec_base or app_base where the allocation is to be the recommended or approved budget. Lengths are not published there; the year is given four digits, as in the budget preparation profile. With Full Account on the columns are those of your account mask.',
    fundSegment: '',
    detail: {
      columns: [
        templateColumn('yr', { kind: 'year', field: 'ends' }, { width: 4, required: true }),
        templateColumn('budgetunit', segment('budgetunit'), { required: true }),
        templateColumn('account', segment('account'), { required: true }),
        templateColumn('dept_base', WHOLE_AMOUNT, { required: true }),
      ],
    },
  }),
};
