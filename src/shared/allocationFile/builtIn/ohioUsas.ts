import { templateColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, machineTemplate, segment, segmentOf, WHOLE_AMOUNT } from './BuiltInTemplate.ts';

const NAME = 'Ohio USAS';

const DIMENSIONS = [
  ['fund', 'Fund', 3, 'code.fund'],
  ['function', 'Function', 4, 'code.func'],
  ['object', 'Object', 3, 'code.object'],
  ['scc', 'Special cost center', 4, 'code.scc'],
  ['subject', 'Subject', 6, 'code.subject'],
  ['opu', 'Operational unit', 3, 'code.opu'],
  ['il', 'Instructional level', 2, 'code.il'],
  ['job', 'Job assignment', 3, 'code.job'],
] as const;

/** The dimensions of an expenditure account under the names that the state software's mass load knows. */
export const OHIO_USAS: BuiltInTemplate = {
  name: NAME,
  about: 'Fund, function, object, SCC, subject, OPU, IL and job under the headings of the state software.',
  segments: DIMENSIONS.map(([code, name, length]) => segmentOf(code, name, length)),
  template: machineTemplate(NAME, {
    publishedIn:
      'Uniform School Accounting System, chart of accounts (Ohio Auditor of State: thirty digits in nine dimensions), and the Mass Load chapter of the USAS-R documentation (headings of expenditure accounts)',
    note: 'The headings code.fund to code.job are those published for expenditure accounts; the order is free there. No heading is published for an amount to be loaded with them: budgets are entered as proposed amounts, in a sheet whose column is called PA- and the fiscal year. Rename the column to what your import wants. The ninth dimension, the transaction indicator of two digits, has no heading there and is left out; add it as a text where your system wants it.',
    fundSegment: 'fund',
    detail: {
      columns: [
        ...DIMENSIONS.map(([code, , , heading]) => templateColumn(heading, segment(code), { required: true })),
        templateColumn('amount', WHOLE_AMOUNT, { required: true }),
      ],
    },
  }),
};
