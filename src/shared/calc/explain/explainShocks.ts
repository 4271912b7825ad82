import { shockFactors, shockSubject, signedPercent } from '../../scenarios/shockWords.ts';
import { formatCount, formatMoney } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import type { Decided } from '../decide.ts';
import type { Explanation, SourceResult } from '../results.ts';
import { namesCell } from '../shocks.ts';
import { cellName } from './cellLines.ts';

/** A source's amount where the scenario supposes another than was projected; null where it does not. */
export function explainShockedAmount(
  calculation: Calculation,
  source: SourceResult,
  decided: Decided,
): Explanation | null {
  if (decided.shocks.length === 0) return null;
  const value = formatMoney(source.amountCents);
  return {
    title: `${source.name} · Amount`,
    value,
    arithmetic: `= ${formatMoney(decided.projectedCents)} as projected ${shockFactors(decided.shocks)} → ${value}`,
    notes: [
      ...decided.shocks.map(
        (shock) => `The scenario supposes: ${shockSubject(calculation.model, shock)} ${signedPercent(shock.percent)}.`,
      ),
      'Half-up to the cent.',
    ],
    steps: [],
  };
}

/**
 * How the scenario's shocks made a school's counts, one sentence for each cell that `isShown` accepts:
 * `Poverty, High: 310 × (1 − 3%) × (1 + 5%) → 315.74 pupils, as the scenario supposes.`
 */
export function shockedCounts(calculation: Calculation, school: number, isShown: (cell: number) => boolean): string[] {
  const { levels, needs, plan } = calculation;
  const { shocks, counts } = plan;
  if (!shocks) return [];
  const notes: string[] = [];
  for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
    const cell = counts.cell[line]!;
    const level = levels[Math.floor(cell / needs.length)]!.code;
    const need = needs[cell % needs.length]!.code;
    if (!shocks.factors[cell] || !isShown(cell)) continue;
    const row = plan.model.get('enrollment', plan.scenario.enrollmentVersion, plan.schools[school]!.code, level, need);
    if (!row || row.count === 0) continue;
    const factors = shockFactors(shocks.rows.filter((shock) => namesCell(shock, level, need)));
    notes.push(
      `${cellName(calculation, cell)}: ${formatCount(row.count)} ${factors} → ${formatCount(counts.count[line]!)} pupils, as the scenario supposes.`,
    );
  }
  return notes;
}
