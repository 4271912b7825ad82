import { explain } from '../../shared/calc/explain/explain.ts';
import { writeSum } from '../../shared/calc/explain/writeExact.ts';
import type { Explanation } from '../../shared/calc/results.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { outsideCents } from './comparedFigures.ts';

/** What is missing to the floor, with the floor and the comparison amount as the steps before. */
export function explainGap({ calculation }: DocumentState, school: number): () => Explanation {
  return () => {
    const { results } = calculation;
    const floor = results.floor[school] ?? Number.NaN;
    const compared = results.comparison[school] ?? 0;
    const title = `${calculation.schools[school]?.name ?? ''} · Gap`;
    const steps = [explain(calculation, { kind: 'floor', school, figure: 'floor' })];
    if (Number.isNaN(floor)) return { title, value: '', arithmetic: '= no floor', notes: [], steps };
    steps.push(explain(calculation, { kind: 'floor', school, figure: 'comparison' }));
    const difference = `${formatMoney(floor)} floor − ${formatMoney(compared)} projected`;
    const gap = floor - compared;
    return gap > 0
      ? { title, value: formatMoney(gap), arithmetic: `= ${difference}`, notes: [], steps }
      : {
          title,
          value: formatMoney(0),
          arithmetic: `= the higher of 0.00 and ${difference}`,
          notes: ['The projected amount reaches the floor.'],
          steps,
        };
  };
}

/** What stands outside the comparison at a school, by source. */
export function explainOutside({ calculation }: DocumentState, school: number): () => Explanation {
  return () => {
    const { results } = calculation;
    const parts = results.sources.flatMap((source) => {
      const cents = source.amounts[school] ?? 0;
      if (cents === 0) return [];
      if (source.status === 'lock') {
        return source.inComparison ? [{ cents: -cents, label: `${source.name} (locked, compared)` }] : [];
      }
      return source.inComparison ? [] : [{ cents, label: source.name }];
    });
    return {
      title: `${calculation.schools[school]?.name ?? ''} · Outside the comparison`,
      value: formatMoney(outsideCents(results, school)),
      arithmetic: `= ${writeSum(parts) || '0.00'}`,
      notes: ['It is no part of the projected amount, but of the final one.'],
      steps: [],
    };
  };
}
