import { explain } from '../../shared/calc/explain/explain.ts';
import { writeSum } from '../../shared/calc/explain/writeExact.ts';
import type { Explanation } from '../../shared/calc/results.ts';
import { formatMoney } from '../../shared/text/formatNumber.ts';
import type { DocumentState } from '../state/DocumentState.ts';

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

/** What stands beside the comparison at a school, by source: outside of it, or locked and compared. */
export function explainBesides({ calculation }: DocumentState, school: number, part: 'outside' | 'locked') {
  return (): Explanation => {
    const { sources } = calculation.results;
    const isLocked = part === 'locked';
    const parts = sources.flatMap(({ status, inComparison, amounts, name }) => {
      const cents = amounts[school] ?? 0;
      const belongs = (status === 'lock') === isLocked && inComparison === isLocked && cents !== 0;
      return belongs ? [{ cents: isLocked ? -cents : cents, label: name }] : [];
    });
    return {
      title: `${calculation.schools[school]?.name ?? ''} · ${isLocked ? 'Locked, compared' : 'Outside the comparison'}`,
      value: formatMoney(parts.reduce((sum, { cents }) => sum + cents, 0)),
      arithmetic: `= ${writeSum(parts) || '0.00'}`,
      notes: [
        isLocked
          ? 'Locked commitments are in the projected amount, but no part of the school’s total.'
          : 'It is no part of the projected amount, but of the final one.',
      ],
      steps: [],
    };
  };
}
