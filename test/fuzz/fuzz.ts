import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';

/** What once made a property fail: the values themselves, or, where they cannot be written as text, how to draw them again. */
type FuzzCase<Values> = { readonly values: Values } | { readonly seed: number; readonly path: string };

/** Kept in the repository, one file per property, so that what failed once is tried first in every run from then on. */
export const CASES = join(import.meta.dirname, 'cases');

/**
 * Runs a property over its stored cases and then over fresh values. What fails is added to the cases, to be committed
 * with the repair. `folder` is for this helper's own test.
 */
export function fuzz<Values extends [unknown, ...unknown[]]>(
  name: string,
  property: fc.IProperty<Values>,
  parameters: fc.Parameters<Values> = {},
  folder = CASES,
): void {
  const kept = new KeptCases<Values>(name, folder);
  for (const seeded of kept.seeded) fc.assert(property, { ...parameters, ...seeded, endOnFailure: true });
  kept.judge(fc.check(property, { ...parameters, examples: kept.examples }));
}

/** The same of a property that waits for something. */
export async function fuzzAsync<Values extends [unknown, ...unknown[]]>(
  name: string,
  property: fc.IAsyncProperty<Values>,
  parameters: fc.Parameters<Values> = {},
  folder = CASES,
): Promise<void> {
  const kept = new KeptCases<Values>(name, folder);
  for (const seeded of kept.seeded) await fc.assert(property, { ...parameters, ...seeded, endOnFailure: true });
  kept.judge(await fc.check(property, { ...parameters, examples: kept.examples }));
}

class KeptCases<Values> {
  readonly #name: string;
  readonly #folder: string;
  readonly #cases: readonly FuzzCase<Values>[];

  constructor(name: string, folder: string) {
    this.#name = name;
    this.#folder = folder;
    const file = join(folder, `${name}.json`);
    this.#cases = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
  }

  get examples(): Values[] {
    return this.#cases.flatMap((held) => ('values' in held ? [held.values] : []));
  }

  get seeded(): { readonly seed: number; readonly path: string }[] {
    return this.#cases.flatMap((held) => ('values' in held ? [] : [held]));
  }

  judge(details: fc.RunDetails<Values>): void {
    if (!details.failed) return;
    const { counterexample } = details;
    const isKnown = counterexample !== null && this.examples.some((held) => isDeepStrictEqual(held, counterexample));
    if (!isKnown) {
      mkdirSync(this.#folder, { recursive: true });
      const cases = [...this.#cases, caseOf(details)];
      writeFileSync(join(this.#folder, `${this.#name}.json`), `${JSON.stringify(cases, null, 2)}\n`);
    }
    throw new Error(`${fc.defaultReportMessage(details)}\nKept in ${this.#name}.json of the fuzz cases.`);
  }
}

function caseOf<Values>({ counterexample, counterexamplePath, seed }: fc.RunDetails<Values>): FuzzCase<Values> {
  if (counterexample !== null && isDeepStrictEqual(JSON.parse(JSON.stringify(counterexample)), counterexample)) {
    return { values: counterexample };
  }
  return { seed, path: counterexamplePath ?? '' };
}
