import type { Fault } from '../../shared/contract/errors.ts';

/** Faults as they are found, sheet by sheet. An import with one fault changes nothing. */
export class FaultList {
  readonly #faults: Fault[] = [];

  add(sheet: string, row: number | null, column: string | null, reason: string): void {
    this.#faults.push({ sheet, row, column, reason });
  }

  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  get all(): readonly Fault[] {
    return this.#faults;
  }
}
