import type { SheetRow } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocumentOnce, useStore } from '../state/hooks.ts';
import { Store } from '../state/Store.ts';

/** Schools picked in a picture, that sheets of schools then show alone. It is a way of looking: never stored. */
export class PickedSchools extends Store {
  #codes: ReadonlySet<string> | null = null;

  /** Null while all schools are shown. */
  get codes(): ReadonlySet<string> | null {
    return this.#codes;
  }

  pick(codes: Iterable<string> | null): void {
    const next = codes === null ? null : new Set(codes);
    this.#codes = next?.size ? next : null;
    this.notify();
  }

  /** So that a sheet can show a school that was asked for. */
  makeVisible(code: string): void {
    if (this.#codes && !this.#codes.has(code)) this.pick(null);
  }
}

const held = new WeakMap<DocumentState, PickedSchools>();

export function pickedOf(document: DocumentState): PickedSchools {
  let picked = held.get(document);
  if (!picked) {
    picked = new PickedSchools();
    held.set(document, picked);
  }
  return picked;
}

/** The codes picked, watched; null while all schools are shown. */
export function usePickedCodes(): ReadonlySet<string> | null {
  return useStore(pickedOf(useDocumentOnce())).codes;
}

/** Rows of schools whose keys are codes, as far as they are picked. */
export const onlyPicked = <Row extends SheetRow>(
  rows: readonly Row[],
  codes: ReadonlySet<string> | null,
): readonly Row[] => (codes === null ? rows : rows.filter(({ key }) => codes.has(key)));
