import type { Restriction, Status } from '../model/rows.ts';
import { compareWithCurrent } from './compare.ts';
import type { ResultTotals, SourceResult } from './results.ts';

/** What decides to which columns a source's amounts belong. */
export interface Belonging {
  readonly status: Status;
  readonly restriction: Restriction;
  readonly inComparison: boolean;
}

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
  readonly comparison: Float64Array;
  readonly floor: Float64Array;
  readonly topUp: Float64Array;
  readonly deduction: Float64Array;
  readonly total: Float64Array;
  readonly allIn: Float64Array;
  readonly perPupil: Float64Array;
  readonly change: Float64Array;
  /** Unrestricted formula money: what a school can give up. */
  readonly #free: Float64Array;
  /** Where amounts go that belong to no such column, so that the loops need not ask. */
  readonly #nowhere: Float64Array;

  constructor(pupils: Float64Array, current: Float64Array) {
    const column = (): Float64Array => new Float64Array(pupils.length);
    this.pupils = pupils;
    this.current = current;
    this.formula = column();
    this.grants = column();
    this.locked = column();
    this.restricted = column();
    this.unrestricted = column();
    this.comparison = column();
    this.floor = column().fill(Number.NaN);
    this.topUp = column();
    this.deduction = column();
    this.total = column();
    this.allIn = column();
    this.perPupil = column();
    this.change = column();
    this.#free = column();
    this.#nowhere = column();
  }

  get free(): Float64Array {
    return this.#free;
  }

  #byStatus(status: Status): Float64Array {
    return status === 'unlock' ? this.formula : status === 'grant' ? this.grants : this.locked;
  }

  /** Restricted and unrestricted are parts of formula + grants; a lock belongs to neither. */
  #byRestriction(status: Status, restriction: Restriction): Float64Array {
    return status === 'lock' ? this.#nowhere : this[restriction];
  }

  #freeOf(status: Status, restriction: Restriction): Float64Array {
    return status === 'unlock' && restriction === 'unrestricted' ? this.#free : this.#nowhere;
  }

  /** Takes a source's amounts to `next`, and the columns with them; `result` still holds the former status. */
  move(result: SourceResult, becoming: Belonging, next: Float64Array): void {
    const { amounts } = result;
    const was = this.#columnsOf(result);
    const becomes = this.#columnsOf(becoming);
    if (was.every((column, at) => column === becomes[at])) {
      const [byStatus, part, free, compared] = becomes;
      for (let school = 0; school < next.length; school++) {
        const cents = next[school]!;
        const difference = cents - amounts[school]!;
        amounts[school] = cents;
        byStatus[school]! += difference;
        part[school]! += difference;
        free[school]! += difference;
        compared[school]! += difference;
      }
      return;
    }
    for (const column of was) for (let school = 0; school < next.length; school++) column[school]! -= amounts[school]!;
    for (const column of becomes) for (let school = 0; school < next.length; school++) column[school]! += next[school]!;
    amounts.set(next);
  }

  #columnsOf({
    status,
    restriction,
    inComparison,
  }: Belonging): [Float64Array, Float64Array, Float64Array, Float64Array] {
    return [
      this.#byStatus(status),
      this.#byRestriction(status, restriction),
      this.#freeOf(status, restriction),
      inComparison ? this.comparison : this.#nowhere,
    ];
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
