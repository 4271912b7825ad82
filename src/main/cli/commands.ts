import type { Command } from './CommandLine.ts';

const TABLE_FORMATS = ['csv', 'json'] as const;

/** The commands by name. Each is loaded only when it is asked for, so that none pays for what another needs. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  new: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { sample: 'flag' },
    usage: 'allot new FILE [--sample]',
    run: async (input) => (await import('./newCommand.ts')).run(input),
  },
  import: {
    operands: ['FILE', 'WORKBOOK'],
    optionalOperands: [],
    options: {},
    usage: 'allot import FILE WORKBOOK',
    run: async (input) => (await import('./importCommand.ts')).run(input),
  },
  export: {
    operands: ['FILE', 'OUT'],
    optionalOperands: [],
    options: {},
    usage: 'allot export FILE OUT',
    run: async (input) => (await import('./exportCommand.ts')).run(input),
  },
  budgets: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { scenario: 'text', format: TABLE_FORMATS },
    usage: 'allot budgets FILE [--scenario NAME] [--format csv|json]',
    run: async (input) => (await import('./budgetsCommand.ts')).run(input),
  },
  matrix: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { scenario: 'text', format: TABLE_FORMATS },
    usage: 'allot matrix FILE [--scenario NAME] [--format csv|json]',
    run: async (input) => (await import('./matrixCommand.ts')).run(input),
  },
  check: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { scenario: 'text', format: ['text', 'json'] },
    usage: 'allot check FILE [--scenario NAME] [--format text|json]',
    run: async (input) => (await import('./checkCommand.ts')).run(input),
  },
  explain: {
    operands: ['FILE', 'SCHOOL'],
    optionalOperands: ['SOURCE'],
    options: { scenario: 'text' },
    usage: 'allot explain FILE SCHOOL [SOURCE] [--scenario NAME]',
    run: async (input) => (await import('./explainCommand.ts')).run(input),
  },
  calculators: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { out: 'text', scenario: 'text', school: 'text', district: 'flag' },
    usage: 'allot calculators FILE --out FOLDER [--scenario NAME] [--school CODE] [--district]',
    run: async (input) => (await import('./calculatorsCommand.ts')).run(input),
  },
  'district-workbook': {
    operands: ['FILE'],
    optionalOperands: [],
    options: { out: 'text', scenario: 'text' },
    usage: 'allot district-workbook FILE --out FILE.xlsx [--scenario NAME]',
    run: async (input) => (await import('./districtWorkbookCommand.ts')).run(input),
  },
  'export-allocation': {
    operands: ['FILE'],
    optionalOperands: [],
    options: { template: 'text', out: 'text', scenario: 'text' },
    usage: 'allot export-allocation FILE --template NAME --out FILE [--scenario NAME]',
    run: async (input) => (await import('./exportAllocationCommand.ts')).run(input),
  },
  statements: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { out: 'text', scenario: 'text', school: 'text', paper: ['letter', 'a4'] },
    usage: 'allot statements FILE --out FILE.pdf|FILE.html [--scenario NAME] [--school CODE] [--paper letter|a4]',
    run: async (input) => (await import('./statementsCommand.ts')).run(input),
  },
  'formula-book': {
    operands: ['FILE'],
    optionalOperands: [],
    options: { out: 'text', scenario: 'text', paper: ['letter', 'a4'] },
    usage: 'allot formula-book FILE --out FILE.pdf|FILE.html [--scenario NAME] [--paper letter|a4]',
    run: async (input) => (await import('./formulaBookCommand.ts')).run(input),
  },
  'board-packet': {
    operands: ['FILE'],
    optionalOperands: [],
    options: { out: 'text', session: 'text', scenario: 'text', paper: ['letter', 'a4'], tables: 'flag' },
    usage:
      'allot board-packet FILE --out FILE.pdf|FILE.html [--session NAME] [--scenario NAME] [--paper letter|a4] [--tables]',
    run: async (input) => (await import('./boardPacketCommand.ts')).run(input),
  },
  history: {
    operands: ['FILE'],
    optionalOperands: [],
    options: { scenario: 'text', format: TABLE_FORMATS },
    usage: 'allot history FILE [--scenario NAME] [--format csv|json]',
    run: async (input) => (await import('./historyCommand.ts')).run(input),
  },
};
