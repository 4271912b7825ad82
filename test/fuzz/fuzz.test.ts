import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../main/temporaryFolder.ts';
import { fuzz } from './fuzz.ts';

test('what fails is kept as a case, and is tried first from then on', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'short.json');
  const isShort = fc.property(fc.string(), (text) => text.length < 5);
  expect(() => fuzz('short', isShort, { seed: 7 }, folder)).toThrow(/Kept in short.json/);
  const kept = readFileSync(file, 'utf8');
  const [held] = JSON.parse(kept) as { values: [string] }[];
  expect(held?.values[0]).toHaveLength(5);
  const tried: string[] = [];
  const seen = fc.property(fc.string(), (text) => {
    tried.push(text);
    return true;
  });
  fuzz('short', seen, { numRuns: 3 }, folder);
  expect(tried[0]).toBe(held?.values[0]);
  // A case that fails again is not kept twice.
  expect(() => fuzz('short', isShort, { seed: 7, numRuns: 1 }, folder)).toThrow();
  expect(readFileSync(file, 'utf8')).toBe(kept);
});

test('values that no text can hold are kept as the way to draw them again', () => {
  const folder = temporaryFolder();
  const property = fc.property(fc.constantFrom<number>(Number.NaN), (value) => value === 1);
  expect(() => fuzz('numbers', property, { seed: 3 }, folder)).toThrow();
  expect(JSON.parse(readFileSync(join(folder, 'numbers.json'), 'utf8'))).toEqual([{ seed: 3, path: '0' }]);
  expect(() => fuzz('numbers', property, { seed: 4 }, folder)).toThrow(/seed: 3/);
});

test('nothing is kept where nothing fails', () => {
  const folder = temporaryFolder();
  fuzz('fine', fc.property(fc.integer(), Number.isInteger), {}, folder);
  expect(existsSync(join(folder, 'fine.json'))).toBe(false);
  writeFileSync(join(folder, 'fine.json'), '[{"values":[4]}]');
  fuzz('fine', fc.property(fc.integer(), Number.isInteger), {}, folder);
});
