import { MARKS_CHANGES, marksChanges } from '../grid/marks/Baseline.ts';
import { type Command, withDocument } from './Command.ts';

export const markChanges: Command = {
  name: 'view/markChanges',
  group: 'View',
  label: ({ document }) =>
    document && marksChanges(document) ? 'Do not mark what changed' : 'Mark what changed since the last save',
  enabled: withDocument,
  perform: ({ document }) => document?.session.set(MARKS_CHANGES, marksChanges(document) ? 'no' : 'yes'),
};
