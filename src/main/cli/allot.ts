import packageFile from '../../../package.json' with { type: 'json' };
import { AllotError } from '../../shared/contract/errors.ts';
import { parseCommandLine } from './CommandLine.ts';
import { COMMANDS } from './commands.ts';
import { HELP } from './help.ts';

/**
 * The entry of the command line. It prints what a command gives to standard output and ends with 0, or prints one
 * sentence per fault to standard error and ends with 1. A stack is never shown.
 */
async function main(words: readonly string[]): Promise<number> {
  const [name = '--help', ...rest] = words;
  if (name === '--help' || name === '-h' || name === 'help') return print(HELP);
  if (name === '--version' || name === '-v') return print(`${packageFile.version}\n`);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    const names = Object.keys(COMMANDS).join(', ');
    return complain([`There is no command ${name}; the commands are ${names}. “allot --help” explains them.`]);
  }
  if (rest.includes('--help') || rest.includes('-h')) return print(HELP);
  try {
    const output = await command.run(parseCommandLine(rest, command));
    print(output.text);
    return complain(output.faults ?? []);
  } catch (error) {
    return complain(sentencesOf(error));
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

function complain(sentences: readonly string[]): number {
  for (const sentence of sentences) process.stderr.write(`${sentence.replace(/\s*\n\s*/g, ' ')}\n`);
  return sentences.length > 0 ? 1 : 0;
}

/** Where an error lists faults, they are the sentences; its details otherwise are for support, not for reading. */
function sentencesOf(error: unknown): string[] {
  if (error instanceof AllotError) {
    const listed = ['import-faults', 'does-not-tie-out', 'allocation-faults'];
    if (listed.includes(error.code)) return [...error.detail];
    return [error.message];
  }
  const what = error instanceof Error ? error.message : String(error);
  return [`Allot met something it did not expect (${what}). Nothing was saved; please report this.`];
}

// A reader that has seen enough (`allot budgets … | head`) closes the pipe; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));
