import { useEffect, useMemo } from 'react';
import type { SheetRow } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocumentOnce, useStore, useWindow } from '../state/hooks.ts';
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

/**
 * Rows of schools whose keys are codes, as far as they are picked. Where the sheet is asked to show a school that is
 * not among them, all are shown again.
 */
export function usePickedRows<Row extends SheetRow>(sheet: string, rows: readonly Row[]): readonly Row[] {
  const picked = pickedOf(useDocumentOnce());
  const { codes } = useStore(picked);
  const wanted = useWindow().wantedRow(sheet);
  const isHidden = wanted !== null && codes !== null && !codes.has(wanted);
  useEffect(() => {
    if (isHidden) picked.pick(null);
  }, [isHidden, picked]);
  return useMemo(
    () => (codes === null || isHidden ? rows : rows.filter(({ key }) => codes.has(key))),
    [rows, codes, isHidden],
  );
}
