import type { DocumentState } from '../state/DocumentState.ts';

/** The document as last saved, current budgets, or another scenario by its id. */
export type Against = 'saved' | 'current' | number;

export interface Mover {
  readonly name: string;
  readonly code: string;
  readonly cents: number;
}

export interface Movement {
  readonly gaining: number;
  readonly gainedCents: number;
  readonly losing: number;
  readonly lostCents: number;
  /** Schools compared: those that were there, or have a current budget. */
  readonly compared: number;
  /** The largest differences, whichever way they go. */
  readonly movers: readonly Mover[];
}

const SHOWN = 6;

/** Who gains and who loses: against the document as last saved, current budgets, or another scenario. */
export function findMovers(document: DocumentState, against: Against): Movement {
  const { calculation, saved } = document;
  const { total, change } = calculation.results;
  const before =
    against === 'saved'
      ? saved.column('total', calculation.schools)
      : against === 'current'
        ? null
        : document.calculationOf(against).results.total;
  let gaining = 0;
  let gainedCents = 0;
  let losing = 0;
  let lostCents = 0;
  let compared = 0;
  const top: { index: number; cents: number }[] = [];
  for (let index = 0; index < total.length; index++) {
    const cents = before ? (total[index] ?? 0) - (before[index] ?? Number.NaN) : (change[index] ?? Number.NaN);
    if (Number.isNaN(cents)) continue;
    compared += 1;
    if (cents === 0) continue;
    if (cents > 0) {
      gaining += 1;
      gainedCents += cents;
    } else {
      losing += 1;
      lostCents -= cents;
    }
    const size = Math.abs(cents);
    if (top.length < SHOWN || size > Math.abs(top[top.length - 1]?.cents ?? 0)) {
      if (top.length === SHOWN) top.pop();
      const at = top.findIndex((one) => Math.abs(one.cents) < size);
      top.splice(at < 0 ? top.length : at, 0, { index, cents });
    }
  }
  const movers = top.map(({ index, cents }) => {
    const school = calculation.schools[index];
    return { name: school?.name ?? '', code: school?.code ?? '', cents };
  });
  return { gaining, gainedCents, losing, lostCents, compared, movers };
}
