import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from './sourceFiles.ts';

/**
 * Each folder of the source is compiled with the types of its own environment only, so that reaching for the disk in
 * the window, or for the page in main, is a type error. Probes are compiled under the very settings of each folder.
 */
let folder: string;

beforeAll(() => {
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'out', 'probe-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the compiler says of a probe under the settings of a folder; empty when all is well. */
function complaints(settingsOf: 'shared' | 'main' | 'renderer', probe: string): string {
  const source = join(ROOT, 'src', settingsOf, 'tsconfig.json');
  const { compilerOptions } = JSON.parse(readFileSync(source, 'utf8')) as { compilerOptions: Record<string, unknown> };
  const settings = { extends: '../../tsconfig.json', compilerOptions, include: ['./probe.ts'] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  writeFileSync(join(folder, 'probe.ts'), probe);
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder], { encoding: 'utf8' });
    return '';
  } catch (error) {
    return String((error as { stdout?: string }).stdout ?? error);
  }
}

const READS_PAGE = "export const title: string = document.querySelector('title')?.textContent ?? '';\n";
const READS_DISK = "import { readFileSync } from 'node:fs';\nexport const text: string = readFileSync('x', 'utf8');\n";
const READS_PROCESS = 'export const folder: string = process.cwd();\n';

it('main has no page', () => {
  expect(complaints('main', READS_PAGE)).toContain("'document'");
  expect(complaints('main', READS_DISK)).toBe('');
});

it('the window has no disk and no process', () => {
  expect(complaints('renderer', READS_DISK)).toContain('node:fs');
  expect(complaints('renderer', READS_PROCESS)).toContain("'process'");
  expect(complaints('renderer', READS_PAGE)).toBe('');
});

it('shared has neither', () => {
  expect(complaints('shared', READS_PAGE)).toContain("'document'");
  expect(complaints('shared', READS_DISK)).toContain('node:fs');
  expect(complaints('shared', READS_PROCESS)).toContain("'process'");
});
