import type { Results, SourceResult } from '../../shared/calc/results.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';

/** One line of the proof: what must hold, and the two numbers that show it. */
export interface PartCheck {
  readonly label: string;
  readonly holds: boolean;
  /** What does not agree, or the sum that does; empty where there is nothing to add. */
  readonly detail: string;
}

/** NaN stands for none in the columns of floors. */
const orZero = (value: number | undefined): number => (value === undefined || Number.isNaN(value) ? 0 : value);

function firstMismatch(count: number, left: (index: number) => number, right: (index: number) => number): number {
  for (let index = 0; index < count; index++) if (left(index) !== right(index)) return index;
  return -1;
}

/**
 * A school's parts sum to its total, and the schools sum to the district (I2): added up here once more from what the
 * sources pay, apart from the calculation's own sums. Money in cents.
 *
 * A school that gets $8,828,193.96 by the formula and $410,000.00 in grants has a total of $9,238,193.96.
 */
export function checkParts(results: Results, schoolName: (index: number) => string): PartCheck[] {
  const count = results.schoolCount;
  const bySource = (sources: readonly SourceResult[]): Float64Array => {
    const sums = new Float64Array(count);
    for (const { amounts } of sources) for (let at = 0; at < count; at++) sums[at] = sums[at]! + orZero(amounts[at]);
    return sums;
  };
  const perSchool = (label: string, left: (index: number) => number, right: (index: number) => number): PartCheck => {
    const at = firstMismatch(count, left, right);
    return {
      label,
      holds: at < 0,
      detail: at < 0 ? '' : `${schoolName(at)}: ${formatMoney(left(at))} is not ${formatMoney(right(at))}`,
    };
  };
  const formula = bySource(results.sources.filter((source) => source.status === 'unlock'));
  const grants = bySource(results.sources.filter((source) => source.status === 'grant'));
  const locked = bySource(results.sources.filter((source) => source.status === 'lock'));
  const at = (column: Float64Array) => (index: number) => orZero(column[index]);
  let schools = 0;
  for (let index = 0; index < count; index++) schools += orZero(results.total[index]) + orZero(results.locked[index]);
  // Sources count the top-ups they pay as money of schools; what nobody pays is short.
  const paid = results.sources.reduce((sum, source) => sum + source.schoolsCents, 0) + results.topUps.shortCents;
  return [
    perSchool('Unlocked sources = formula', at(formula), at(results.formula)),
    perSchool('Grant sources = grants', at(grants), at(results.grants)),
    perSchool('Lock tables = commitments', at(locked), at(results.locked)),
    perSchool(
      'Formula + grants + top-up − deduction = total',
      (index) =>
        at(results.formula)(index) +
        at(results.grants)(index) +
        at(results.topUp)(index) -
        at(results.deduction)(index),
      at(results.total),
    ),
    perSchool(
      'Restricted + unrestricted = formula + grants',
      (index) => at(results.restricted)(index) + at(results.unrestricted)(index),
      (index) => at(results.formula)(index) + at(results.grants)(index),
    ),
    {
      label: 'All schools = what sources pay',
      holds: schools === paid,
      detail: schools === paid ? formatMoney(schools) : `${formatMoney(schools)} is not ${formatMoney(paid)}`,
    },
  ];
}
