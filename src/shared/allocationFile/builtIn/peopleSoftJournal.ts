import type { AmountForm } from '../AllocationTemplate.ts';
import { fixedColumn } from '../blankTemplate.ts';
import { type BuiltInTemplate, machineTemplate, segment, segmentOf, text } from './BuiltInTemplate.ts';

const NAME = 'PeopleSoft journal file (H, L, C)';
const required = { required: true };
const AMOUNT: AmountForm = { decimals: 'point', places: 2, sign: 'minus', blankZero: false };
const right = { align: 'right', required: true } as const;

/** A journal of one header, its lines, and control totals, each told by its first character. */
export const PEOPLESOFT_JOURNAL: BuiltInTemplate = {
  name: NAME,
  about: 'Fixed-width journal with header (H), lines (L) and control totals (C).',
  segments: [
    segmentOf('account', 'Account', 0),
    segmentOf('fund', 'Fund', 0),
    segmentOf('department', 'Department', 0),
    segmentOf('program', 'Program', 0),
  ],
  template: machineTemplate(NAME, {
    publishedIn:
      'PeopleSoft General Ledger, “Using the Flat File Journal Import Process” (record types, and the header up to its ledger), and “Delivered ChartFields” (lengths of account, fund, department and program)',
    note: 'As published: the first character tells the record (# comment, H header, L line, V tax line, C control totals), and the header has business unit, journal ID (NEXT lets the system number it), date MMDDYYYY, adjusting entry, adjusting period, average balance date, ledger group and ledger at positions 2 to 56. Not taken from a published table, and so to be held against the file layout GL_JRNL_IMPORT of your own system: what follows in the header, and all positions of L and C behind the business unit; here they are a line number of 9, ledger of 10, the ChartFields at their delivered lengths, and amounts of 28. Type your business unit, ledger group and ledger. A journal that must balance needs its other side in the ledger or by interunit rules; this file has budgets only.',
    format: 'fixed',
    encoding: 'ascii',
    extension: 'dat',
    headings: false,
    fundSegment: 'fund',
    header: [
      {
        columns: [
          fixedColumn('record', text('H'), 1, required),
          fixedColumn('business unit', text('US001'), 5, required),
          fixedColumn('journal id', text('NEXT'), 10),
          fixedColumn('journal date', { kind: 'date', of: 'written', pattern: 'MMDDYYYY' }, 8, required),
          fixedColumn('adjusting entry', text('N'), 1),
          fixedColumn('adjusting period', text(''), 3),
          fixedColumn('average balance date', text(''), 8),
          fixedColumn('ledger group', text('BUDGETS'), 10, required),
          fixedColumn('ledger', text('BUDGETS'), 10),
        ],
      },
    ],
    detail: {
      columns: [
        fixedColumn('record', text('L'), 1, required),
        fixedColumn('business unit', text('US001'), 5, required),
        fixedColumn('line number', { kind: 'sequence', first: 1, step: 1 }, 9, { pad: '0', ...right }),
        fixedColumn('ledger', text('BUDGETS'), 10),
        fixedColumn('account', segment('account'), 10, required),
        fixedColumn('department', segment('department'), 10, required),
        fixedColumn('fund', segment('fund'), 5, required),
        fixedColumn('program', segment('program'), 5),
        fixedColumn('amount', { kind: 'amount', period: 0, side: 'both', form: AMOUNT }, 28, right),
      ],
    },
    control: [
      {
        columns: [
          fixedColumn('record', text('C'), 1, required),
          fixedColumn('business unit', text('US001'), 5, required),
          fixedColumn('lines', { kind: 'records', of: 'detail' }, 9, { pad: '0', ...right }),
          fixedColumn('debits', { kind: 'total', of: 'debit', form: AMOUNT }, 28, right),
          fixedColumn('credits', { kind: 'total', of: 'credit', form: AMOUNT }, 28, right),
        ],
      },
    ],
  }),
};
