import { isAbsolute, join } from 'node:path';

/** The commands of the command line; with one of these the program opens no window. */
const COMMAND_LINE_VERBS = [
  ...['new', 'import', 'export', 'budgets', 'matrix', 'check', 'explain', 'calculators', 'district-workbook'],
  ...['export-allocation', 'statements', 'formula-book', 'history', 'help', '--help'],
];

/** The arguments a person gave: an installed program is started as `allot …`, a checkout as `electron FOLDER …`. */
export function givenArguments(argv: readonly string[], isPackaged: boolean): readonly string[] {
  return argv.slice(isPackaged ? 1 : 2);
}

/** The command line's arguments if this start is one of it, or null. */
export function commandLineArguments(given: readonly string[]): readonly string[] | null {
  return COMMAND_LINE_VERBS.includes(given[0] ?? '') ? given : null;
}

/** The document a person double-clicked or named, as a full path, or null. Flags that the system adds are passed over. */
export function documentArgument(given: readonly string[], folder: string): string | null {
  const named = given.find((text) => !text.startsWith('-') && text.toLowerCase().endsWith('.allot'));
  if (named === undefined) return null;
  return isAbsolute(named) ? named : join(folder, named);
}
