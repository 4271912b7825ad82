import type { AxisId } from './columnIds.ts';
import type { Regression } from './regression.ts';
import { comparedText, percentText } from './words.ts';

/** A point of the net line: what a school with this need has more than one with none, others held fixed. */
export interface NetPoint {
  readonly need: number;
  /** Dollars per pupil above a school with none of the need. */
  readonly dollars: number;
  readonly dollarsLow: number;
  readonly dollarsHigh: number;
  /** As a part of what the school with none has: 1 is the same. */
  readonly relative: number;
  readonly relativeLow: number;
  readonly relativeHigh: number;
}

/** The net relationship between spending and one need (the guidebook's regression graphic). */
export interface NetLine {
  readonly dataName: string;
  readonly label: string;
  /** Dollars per pupil of the school with none of the need, everything else at its mean. */
  readonly base: number;
  readonly points: readonly NetPoint[];
  readonly sentence: string;
  readonly problem: string | null;
  readonly notes: readonly string[];
}

const STEPS = 20;

/**
 * The net line of one need from a regression: dollars b × need, and (base + b × need) ÷ base relative to a school with
 * none of it whose other columns stand at their means. Intervals of the ratio by the delta method. One line for each
 * scenario or year: call it with the regression of each, with the same `most` for the same reach.
 *
 * With a base of $6,000 and $2,040.00 for a pupil in poverty, a school of 50% poverty has $1,020 more: 1.17.
 */
export function netLine(regression: Regression, need: AxisId, most?: number): NetLine {
  const at = regression.terms.findIndex(({ id }) => id === need);
  const term = regression.terms[at];
  const { model, dataName } = regression;
  const none = { dataName, label: term?.label ?? need, base: Number.NaN, points: [], notes: [] };
  const problem = regression.problem ?? term?.why ?? null;
  if (!model || !term || problem !== null) {
    const told = problem ?? 'The regression does not hold this need. Add it to see its net line.';
    return { ...none, sentence: told, problem: told };
  }
  const size = regression.terms.length;
  let base = 0;
  let baseVariance = 0;
  let together = 0;
  const place = (each: number): number => (each === at ? 0 : regression.terms[each]!.mean);
  for (let row = 0; row < size; row++) {
    if (regression.terms[row]!.isAliased || row === at) continue;
    base += place(row) * regression.terms[row]!.estimate;
    together += place(row) * model.covariance[at * size + row]!;
    for (let column = 0; column < size; column++) {
      if (regression.terms[column]!.isAliased || column === at) continue;
      baseVariance += place(row) * place(column) * model.covariance[row * size + column]!;
    }
  }
  const ratio = term.estimate / base;
  const ratioError =
    Math.sqrt(Math.max(0, term.standardError ** 2 - 2 * ratio * together + ratio ** 2 * baseVariance)) / Math.abs(base);
  const end = most ?? term.most;
  const points = Array.from({ length: STEPS + 1 }, (_, step): NetPoint => {
    const x = end * (step / STEPS);
    const half = model.reach * ratioError * x;
    return {
      need: x,
      dollars: term.estimate * x,
      dollarsLow: Math.min(term.low * x, term.high * x),
      dollarsHigh: Math.max(term.low * x, term.high * x),
      relative: 1 + ratio * x,
      relativeLow: 1 + ratio * x - half,
      relativeHigh: 1 + ratio * x + half,
    };
  });
  const isShare = term.per === 'per pupil with the need';
  const notes: string[] = [];
  if (isShare && term.least > 0.1) {
    notes.push(
      `No school has less than ${percentText(term.least)} ${term.label}; left of that the line is drawn beyond the data.`,
    );
  }
  if (!(base > 0)) notes.push('The school with none of the need would have nothing, so relative amounts say nothing.');
  const shownAt = isShare ? Math.min(0.5, end) : end;
  const dollars = term.estimate * shownAt;
  const shown = isShare ? `${percentText(shownAt)} ${term.label}` : `${term.label} at ${shownAt}`;
  const sentence = `All else alike, a school with ${shown} has ${comparedText(base + dollars, base, ' per pupil')} a school with none.`;
  return { dataName, label: term.label, base, points, sentence, problem: null, notes };
}
