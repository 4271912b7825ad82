import { templateColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, machineTemplate, segmentOf, WHOLE_AMOUNT } from './BuiltInTemplate.ts';

const NAME = 'California SACS string';

/** `FF SSS RRRR Y GGGG NNNN OOOO`: fund, school, resource, project year, goal, function, object. */
export const CALIFORNIA_SACS: BuiltInTemplate = {
  name: NAME,
  about: 'The account as one string FF SSS RRRR Y GGGG NNNN OOOO, and the amount.',
  segments: [
    segmentOf('fund', 'Fund', 2),
    segmentOf('site', 'School', 3),
    segmentOf('resource', 'Resource', 4),
    segmentOf('project_year', 'Project year', 1),
    segmentOf('goal', 'Goal', 4),
    segmentOf('function', 'Function', 4),
    segmentOf('object', 'Object', 4),
  ],
  template: machineTemplate(NAME, {
    publishedIn:
      'California School Accounting Manual, Standardized Account Code Structure (fields and digits); order of the string as districts print it in their charts of accounts',
    note: 'The manual fixes the fields and their digits. It fixes neither their order in a string nor what stands between them: county and district systems print fund-resource-project year-goal-function-object-school as well. Change the order of the segments, the separator and the lengths to those of your system. Project year is usually 0.',
    fundSegment: 'fund',
    detail: {
      columns: [
        templateColumn(
          'account',
          {
            kind: 'account',
            segments: ['fund', 'site', 'resource', 'project_year', 'goal', 'function', 'object'],
            separator: ' ',
          },
          { required: true },
        ),
        templateColumn('fiscal_year', { kind: 'year', field: 'as_typed' }),
        templateColumn('amount', WHOLE_AMOUNT, { align: 'right', required: true }),
      ],
    },
  }),
};
