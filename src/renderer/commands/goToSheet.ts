import { SHEETS } from '../sheets/sheets.ts';
import { type Command, withDocument } from './Command.ts';

/** One command per sheet, Alt+1 to Alt+9 in the order of the list. */
export const goToSheet: readonly Command[] = SHEETS.map((sheet, at) => ({
  name: `sheet/${sheet.id}`,
  group: 'Go to',
  label: () => sheet.name,
  ...(at < 9 ? { shortcut: `Alt+${at + 1}` } : {}),
  enabled: withDocument,
  perform: (window) => window.goTo(sheet.id),
}));
