import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCommandLine } from '../../../src/main/cli/CommandLine.ts';
import { COMMANDS } from '../../../src/main/cli/commands.ts';
import { readStatements } from '../../fixtures/readStatements.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

async function run(name: string, ...words: readonly string[]): Promise<string> {
  const command = COMMANDS[name]!;
  return command.run(parseCommandLine(words, command)).then(
    ({ text }) => text,
    (error: Error) => error.message,
  );
}

test('statements and the formula book as HTML, of the scenario and school that are named', async () => {
  const folder = temporaryFolder();
  const model = join(folder, 'district.allot');
  await run('new', model, '--sample');
  const out = join(folder, 'one.html');
  expect(await run('statements', model, '--out', out, '--school', '0113', '--paper', 'a4')).toBe('');
  expect(readStatements(readFileSync(out, 'utf8')).map(({ school }) => school)).toEqual(['Old Town K-8']);
  expect(readFileSync(out, 'utf8')).toContain('size: 210mm 297mm');
  const book = join(folder, 'book.html');
  expect(await run('formula-book', model, '--out', book)).toBe('');
  expect(readFileSync(book, 'utf8')).toContain('How schools are funded');
});

test('what cannot be written is said in one sentence, and no file appears', async () => {
  const folder = temporaryFolder();
  const model = join(folder, 'district.allot');
  await run('new', model, '--sample');
  const out = join(folder, 'out.html');
  expect(await run('statements', model)).toContain('--out is missing');
  expect(await run('statements', model, '--out', '')).toContain('--out is missing');
  expect(await run('statements', model, '--out', join(folder, 'out.docx'))).toContain('ends in neither .pdf nor .html');
  expect(await run('statements', model, '--out', out, '--school', 'none')).toContain('There is no school “none”');
  expect(await run('formula-book', model, '--out', out, '--scenario', 'Dream')).toContain('There is no scenario');
  expect(await run('statements', model, '--out', join(folder, 'nowhere', 'a.html'))).toContain(
    'its folder does not exist',
  );
  expect(existsSync(out)).toBe(false);
});
