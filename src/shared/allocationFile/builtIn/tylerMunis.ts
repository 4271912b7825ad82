import { fixedColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, machineTemplate, segment, segmentOf, text } from './BuiltInTemplate.ts';

const NAME = 'Tyler Munis budget journal';
const required = { required: true };

/** A line of the fixed-length budget format of Import Journals, with the long account behind position 140. */
export const TYLER_MUNIS: BuiltInTemplate = {
  name: NAME,
  about: 'Fixed-width lines for Import Journals, budget format with the long account.',
  segments: [
    segmentOf('fund', 'Fund', 0),
    segmentOf('site', 'Site', 0),
    segmentOf('function', 'Function', 0),
    segmentOf('object', 'Object', 0),
  ],
  template: machineTemplate(NAME, {
    publishedIn:
      'Munis Import Journals procedural documentation (“Budget Long Account”: account type in position 141, long account from 142), and the Budget Import File Format published by the Matanuska-Susitna Borough School District (columns A to M)',
    note: 'In the Munis style, after two published descriptions that differ: one gives the long account 35 characters, the other 55. The amount has 13 digits and no point; whether the last two are cents is not said, and here they are. The description, the reference and the short description are texts for you to fill in. The long account is put together from four segments here: use those of your chart, in its order.',
    format: 'fixed',
    encoding: 'ascii',
    extension: 'txt',
    headings: false,
    fundSegment: 'fund',
    detail: {
      columns: [
        fixedColumn('blank A', text(''), 8),
        fixedColumn('object', segment('object'), 6, required),
        fixedColumn('blank C', text(''), 5),
        fixedColumn('blank D', text(''), 35),
        fixedColumn('description', { kind: 'scenario', field: 'name' }, 30, { tooLong: 'cut', letterCase: 'upper' }),
        fixedColumn('your id', text(''), 10),
        fixedColumn('short description', text('ALLOCATION'), 12),
        fixedColumn('debit credit', { kind: 'side', debit: 'D', credit: 'C' }, 1, required),
        fixedColumn(
          'amount',
          {
            kind: 'amount',
            period: 0,
            side: 'both',
            form: { decimals: 'implied', places: 2, sign: 'absolute', blankZero: false },
          },
          13,
          { pad: '0', align: 'right', required: true },
        ),
        fixedColumn('blank J', text(''), 19),
        fixedColumn('budget', text('B'), 1, required),
        fixedColumn('account type', text('E'), 1, required),
        fixedColumn(
          'long account',
          { kind: 'account', segments: ['fund', 'site', 'function', 'object'], separator: '' },
          55,
          required,
        ),
      ],
    },
  }),
};
