import type { Restriction, Status } from '../model/rows.ts';
import { compareWithCurrent } from './compare.ts';
import type { ResultTotals, SourceResult } from './results.ts';

/**
 * The columns of the school budgets, kept up by differences: when a source's amounts move, each column it belongs to
 * moves by the same whole cents, so nothing drifts (I12). Locked commitments stay outside `total` and inside `allIn`.
 */
export class Columns {
  readonly pupils: Float64Array;
  readonly current: Float64Array;
  readonly formula: Float64Array;
  readonly grants: Float64Array;
  readonly locked: Float64Array;
  readonly restricted: Float64Array;
  readonly unrestricted: Float64Array;
  readonly floor: Float64Array;
  readonly topUp: Float64Array;
  readonly deduction: Float64Array;
  readonly total: Float64Array;
  readonly allIn: Float64Array;
  readonly perPupil: Float64Array;
  readonly change: Float64Array;

  constructor(pupils: Float64Array, current: Float64Array) {
    const column = (): Float64Array => new Float64Array(pupils.length);
    this.pupils = pupils;
    this.current = current;
    this.formula = column();
    this.grants = column();
    this.locked = column();
    this.restricted = column();
    this.unrestricted = column();
    this.floor = column().fill(Number.NaN);
    this.topUp = column();
    this.deduction = column();
    this.total = column();
    this.allIn = column();
    this.perPupil = column();
    this.change = column();
  }

  #byStatus(status: Status): Float64Array {
    return status === 'unlock' ? this.formula : status === 'grant' ? this.grants : this.locked;
  }

  /** Restricted and unrestricted are parts of formula + grants; a lock belongs to neither. */
  #byRestriction(status: Status, restriction: Restriction): Float64Array | null {
    return status === 'lock' ? null : this[restriction];
  }

  /** Takes a source's amounts to `next`, and the columns with them; `result` still holds the former status. */
  move(result: SourceResult, status: Status, restriction: Restriction, next: Float64Array): void {
    const { amounts } = result;
    const was = this.#byStatus(result.status);
    const becomes = this.#byStatus(status);
    const wasPart = this.#byRestriction(result.status, result.restriction);
    const part = this.#byRestriction(status, restriction);
    if (was === becomes && wasPart === part) {
      for (let school = 0; school < next.length; school++) {
        const cents = next[school]!;
        const difference = cents - amounts[school]!;
        amounts[school] = cents;
        was[school]! += difference;
        if (part) part[school]! += difference;
      }
      return;
    }
    for (let school = 0; school < next.length; school++) {
      was[school]! -= amounts[school]!;
      if (wasPart) wasPart[school]! -= amounts[school]!;
      amounts[school] = next[school]!;
      becomes[school]! += next[school]!;
      if (part) part[school]! += next[school]!;
    }
  }

  /** Total, all-in, per pupil and change of every school, and the district's totals, in one pass (I2). */
  addUp(): ResultTotals {
    const { pupils, current, formula, grants, locked, restricted, unrestricted, topUp, deduction } = this;
    const { total, allIn, perPupil, change } = this;
    const totals: ResultTotals = {
      pupils: 0,
      formula: 0,
      grants: 0,
      locked: 0,
      restricted: 0,
      unrestricted: 0,
      topUp: 0,
      deduction: 0,
      total: 0,
      allIn: 0,
      current: 0,
      change: 0,
    };
    for (let school = 0; school < total.length; school++) {
      const cents = formula[school]! + grants[school]! + topUp[school]! - deduction[school]!;
      total[school] = cents;
      allIn[school] = cents + locked[school]!;
      totals.pupils += pupils[school]!;
      totals.formula += formula[school]!;
      totals.grants += grants[school]!;
      totals.locked += locked[school]!;
      totals.restricted += restricted[school]!;
      totals.unrestricted += unrestricted[school]!;
      totals.topUp += topUp[school]!;
      totals.deduction += deduction[school]!;
    }
    totals.total = totals.formula + totals.grants + totals.topUp - totals.deduction;
    totals.allIn = totals.total + totals.locked;
    compareWithCurrent(total, pupils, current, perPupil, change, totals);
    return totals;
  }
}
