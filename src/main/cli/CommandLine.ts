import { AllotError } from '../../shared/contract/errors.ts';

/** What a command prints on success. `faults` are printed as sentences and make the exit code 1. */
export interface CommandOutput {
  readonly text: string;
  /** Only for `check`, whose report is wanted all the more when something is wrong. */
  readonly faults?: readonly string[];
}

export interface Command {
  /** Names of what must and what may follow the command, in order. */
  readonly operands: readonly string[];
  readonly optionalOperands: readonly string[];
  /** Options by name; each takes one of the listed words, any text, or nothing. */
  readonly options: Readonly<Record<string, readonly string[] | 'text' | 'flag'>>;
  readonly usage: string;
  readonly run: (input: CommandInput) => Promise<CommandOutput>;
}

export interface CommandInput {
  /** As typed, in order; optional ones may be missing. */
  readonly operands: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

const misused = (sentence: string, usage: string): AllotError => new AllotError('usage', `${sentence} Usage: ${usage}`);

/** Sorts the words after a command into operands and options, or says in one sentence what does not belong there. */
export function parseCommandLine(words: readonly string[], command: Command): CommandInput {
  const operands: string[] = [];
  const options = new Map<string, string>();
  let areOptionsOver = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (areOptionsOver || !word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    if (word === '--') {
      areOptionsOver = true;
      continue;
    }
    const [, name = '', given] = /^--([^=]*)(?:=(.*))?$/s.exec(word) ?? [];
    const kind = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (kind === undefined) throw misused(`There is no option ${word} here.`, command.usage);
    if (options.has(name)) throw misused(`The option --${name} is given twice.`, command.usage);
    if (kind === 'flag') {
      if (given !== undefined) throw misused(`The option --${name} takes no value.`, command.usage);
      options.set(name, '');
      continue;
    }
    const value = given ?? words[++at];
    if (value === undefined) throw misused(`The option --${name} needs a value.`, command.usage);
    if (kind !== 'text' && !kind.includes(value)) {
      throw misused(`The option --${name} is ${kind.join(' or ')}, not ${value}.`, command.usage);
    }
    options.set(name, value);
  }
  const missing = command.operands[operands.length];
  if (missing !== undefined) throw misused(`${missing} is missing.`, command.usage);
  const most = command.operands.length + command.optionalOperands.length;
  if (operands.length > most) throw misused(`${operands[most]} is one word too many.`, command.usage);
  return { operands, options };
}
