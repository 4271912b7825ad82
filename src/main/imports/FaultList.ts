import type { Fault } from '../../shared/contract/errors.ts';

/** No person reads more, and a wrong file of millions of cells must not fill the memory with sentences. */
const MOST_FAULTS = 10_000;

/** Faults as they are found, sheet by sheet. An import with one fault changes nothing. */
export class FaultList {
  readonly #faults: Fault[] = [];
  #more = 0;

  add(sheet: string, row: number | null, column: string | null, reason: string): void {
    if (this.#faults.length < MOST_FAULTS) this.#faults.push({ sheet, row, column, reason });
    else this.#more++;
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  get all(): readonly Fault[] {
    const last = this.#faults.at(-1);
    if (this.#more === 0 || !last) return this.#faults;
    const reason = `there are ${this.#more.toLocaleString('en-US')} more faults from here on.`;
    return [...this.#faults, { sheet: last.sheet, row: null, column: null, reason }];
  }
}
