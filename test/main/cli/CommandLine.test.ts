import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../src/main/cli/CommandLine.ts';
import { COMMANDS } from '../../../src/main/cli/commands.ts';
import { HELP } from '../../../src/main/cli/help.ts';

const budgets = COMMANDS.budgets ?? expect.fail('no budgets');
const words = (text: string) => (text === '' ? [] : text.split(' '));

describe('reading a command line', () => {
  it('sorts operands and options in any order', () => {
    const expected = {
      operands: ['a.allot'],
      options: new Map([
        ['format', 'json'],
        ['scenario', 'Plan'],
      ]),
    };
    expect(parseCommandLine(words('a.allot --format json --scenario Plan'), budgets)).toEqual(expected);
    expect(parseCommandLine(words('--format=json --scenario=Plan a.allot'), budgets)).toEqual(expected);
    expect(parseCommandLine(['--', '--odd.allot'], budgets).operands).toEqual(['--odd.allot']);
  });

  it.each([
    ['', 'FILE is missing.'],
    ['a b', 'b is one word too many.'],
    ['a --colour red', 'There is no option --colour here.'],
    ['a -x', 'There is no option -x here.'],
    ['a --format', 'The option --format needs a value.'],
    ['a --format xml', 'The option --format is csv or json, not xml.'],
    ['a --format csv --format csv', 'The option --format is given twice.'],
    ['a --constructor x', 'There is no option --constructor here.'],
  ])('says what is wrong with “%s”', (text, sentence) => {
    expect(() => parseCommandLine(words(text), budgets)).toThrow(`${sentence} Usage: ${budgets.usage}`);
  });

  it('explains every command in the help, with the words of its usage', () => {
    for (const { usage } of Object.values(COMMANDS)) expect(HELP).toContain(`  ${usage}\n`);
  });
});
