import { code, decimal, id, integer, named, oneOf, position, type Table, text } from './columns.ts';
import type { TableName } from './rows.ts';
import { LIMITS } from './units.ts';

/** Tables of what is shown to a school board: values by year, and sessions with their slides and levers. */
export const BOARD_TABLES: {
  readonly [T in Extract<TableName, 'yearMeasure' | 'yearValue' | 'boardSession' | 'slide' | 'lever'>]: Table<T>;
} = {
  yearMeasure: {
    name: 'yearMeasure',
    key: ['measure'],
    columns: [
      code('measure'),
      oneOf('kind', 'amount', 'pupils', 'outcome'),
      oneOf('unit', 'dollars', 'pupils', 'percent', 'points'),
      oneOf('better', 'higher', 'lower', 'neither'),
      position,
    ],
  },
  yearValue: {
    name: 'yearValue',
    key: ['year', 'school', 'measure', 'studentGroup'],
    columns: [
      code('year'),
      code('school'),
      code('measure', 'yearMeasure'),
      text('studentGroup', LIMITS.codeLength),
      decimal('value'),
    ],
  },
  boardSession: {
    name: 'boardSession',
    key: ['id'],
    columns: [
      id('id'),
      named('name'),
      position,
      oneOf('appearance', 'light', 'dark'),
      integer('minimumPupils', 0, LIMITS.suppressedPupils),
      oneOf('schoolNames', 'shown', 'anonymous'),
      oneOf('scenarioNames', 'shown', 'masked'),
      text('hidden', LIMITS.noteLength),
      integer('nameSeed', 0, 2 ** 31),
    ],
  },
  slide: {
    name: 'slide',
    key: ['id'],
    columns: [
      id('id'),
      id('session', 'boardSession'),
      position,
      code('kind'),
      text('title', LIMITS.nameLength),
      text('options', LIMITS.slideOptionsLength),
      text('notes', LIMITS.noteLength),
    ],
  },
  lever: {
    name: 'lever',
    key: ['id'],
    columns: [
      id('id'),
      id('session', 'boardSession'),
      position,
      oneOf('kind', 'weight', 'share', 'central', 'holdHarmless', 'minimum', 'cap', 'scaling', 'enrollment', 'revenue'),
      text('weightSet', LIMITS.nameLength),
      text('source', LIMITS.codeLength),
      text('level', LIMITS.codeLength),
      text('need', LIMITS.codeLength),
      text('label', LIMITS.nameLength),
      integer('minimum', -LIMITS.moneyCents, LIMITS.moneyCents),
      integer('maximum', -LIMITS.moneyCents, LIMITS.moneyCents),
      integer('step', 1, LIMITS.moneyCents),
    ],
  },
};
