import type { Model } from '../model/Model.ts';
import type { SchoolRow } from '../model/rows.ts';
import type { NearSchool } from './CellFaults.ts';
import { headerKey, nameWords } from './headerWords.ts';
import { looseCode } from './repairs.ts';
import { editDistance, wordLikeness } from './textDistance.ts';

const MOST = 3;
const LEAST_LIKENESS = 0.6;
/** Comparing one name with all others is slow; beyond so many names per import only codes are compared. */
const NAMES_COMPARED = 200;

/** Finds schools by what people and spreadsheets do to codes and names. Built once per import. */
export class NearSchools {
  readonly #schools: readonly SchoolRow[];
  readonly #byLooseCode = new Map<string, SchoolRow[]>();
  readonly #byName = new Map<string, SchoolRow[]>();
  #words: readonly (readonly string[])[] | null = null;
  #namesLeft = NAMES_COMPARED;

  constructor(model: Model) {
    this.#schools = [...model.table('school').values()];
    for (const school of this.#schools) {
      push(this.#byLooseCode, looseCode(school.code), school);
      push(this.#byName, headerKey(school.name), school);
    }
  }

  /** Schools whose code is the same but for zeros, case, `.0` and punctuation. */
  sameLooseCode(code: string): readonly SchoolRow[] {
    return this.#byLooseCode.get(looseCode(code)) ?? [];
  }

  /** Schools of exactly this name, case and spaces aside. */
  sameName(name: string): readonly SchoolRow[] {
    return this.#byName.get(headerKey(name)) ?? [];
  }

  /** The most likely schools for a key that is not in the model; `name` is the row's own name where it has one. */
  find(key: string, name: string): NearSchool[] {
    const found = new Map<string, NearSchool>();
    const put = (school: SchoolRow, why: string): void => {
      if (!found.has(school.code) && found.size < MOST)
        found.set(school.code, { code: school.code, name: school.name, why });
    };
    for (const school of this.sameLooseCode(key)) put(school, 'its code differs only in zeros, case or marks');
    for (const text of [name, key])
      if (text !== '') for (const school of this.sameName(text)) put(school, 'it has this name');
    if (found.size === 0 && this.#namesLeft > 0) {
      this.#namesLeft--;
      const likely = this.#schools
        .map((school, at) => ({ school, likeness: this.#likeness(at, name || key), slip: slip(school.code, key) }))
        .filter(({ likeness, slip: isSlip }) => likeness >= LEAST_LIKENESS || isSlip)
        .sort((left, right) => right.likeness - left.likeness);
      for (const { school, likeness } of likely)
        put(school, likeness >= LEAST_LIKENESS ? 'it has a similar name' : 'its code is similar');
    }
    return [...found.values()];
  }

  #likeness(at: number, text: string): number {
    this.#words ??= this.#schools.map((school) => nameWords(school.name));
    return wordLikeness(nameWords(text), this.#words[at] as readonly string[]);
  }
}

/** One wrong, missing or exchanged character in a code of four and more. */
const slip = (code: string, key: string): boolean => key.length >= 4 && editDistance(code, key, 1) <= 1;

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
