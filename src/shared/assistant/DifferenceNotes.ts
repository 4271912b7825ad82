import type { FieldChange } from './ImportPreview.ts';

/** What differs at one school or source. Texts are made only where they will be shown. */
export class DifferenceNotes {
  readonly list: FieldChange[] = [];
  readonly #isTold: boolean;
  #isDifferent = false;

  constructor(isTold: boolean) {
    this.#isTold = isTold;
  }

  get isDifferent(): boolean {
    return this.#isDifferent;
  }

  /** Compares a value before and after; null is none. */
  note<Value>(what: string, before: Value | null, after: Value | null, format: (value: Value) => string): void {
    if (before === after) return;
    this.#isDifferent = true;
    if (!this.#isTold) return;
    const shown = (value: Value | null): string => (value === null ? '' : format(value));
    this.list.push({ what, before: shown(before), after: shown(after) });
  }
}
