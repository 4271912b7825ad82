import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSameFile } from '../../../src/main/document/isSameFile.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

it('knows a file by another way there, and tells two files of the same content apart', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'budgets'));
  const document = join(folder, 'budgets', 'plan.allot');
  const copy = join(folder, 'budgets', 'copy.allot');
  for (const path of [document, copy]) writeFileSync(path, 'the same');
  expect(isSameFile(join(folder, 'budgets', '..', 'budgets', 'plan.allot'), document)).toBe(true);
  expect(isSameFile(copy, document)).toBe(false);
  expect(isSameFile(join(folder, 'gone.allot'), document)).toBe(false);
  try {
    symlinkSync(join(folder, 'budgets'), join(folder, 'linked'), 'junction');
  } catch {
    // Without the right to make links there is none to be followed.
    return;
  }
  expect(isSameFile(join(folder, 'linked', 'plan.allot'), document)).toBe(true);
});
