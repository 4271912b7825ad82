import type { Calculation } from '../calc/Calculation.ts';
import type { Payer } from '../model/rows.ts';
import { formatCount, formatMoney, formatPercent } from '../text/formatNumber.ts';
import type { StatementFloor } from './Statement.ts';

const dollars = (cents: number): string => `$${formatMoney(cents)}`;

/** Who pays for floors, as a part of a sentence: `was paid …`. */
const PAID: Readonly<Record<Payer, string>> = {
  reserve: 'from the district’s reserve',
  central: 'from money that the central office keeps',
  gainers: 'by schools that gain the most',
  above_floor: 'by all schools that stand above their floor',
  formula: 'by lowering the formula for every school',
};

/** What the floor of a school is and what it moved, in the words of its page; null where there are no floors. */
export function floorOfSchool(calculation: Calculation, school: number): StatementFloor | null {
  const { results, topUps } = calculation;
  const { floors } = topUps;
  if (!results.topUps.isOn) return null;
  const topUpCents = results.topUp[school]!;
  const deductionCents = results.deduction[school]!;
  const parts: { label: string; amountCents: number }[] = [];
  const held = floors.holdHarmless[school]!;
  if (!Number.isNaN(held)) parts.push({ label: heldLabel(calculation, school), amountCents: held });
  const minimum = floors.decision.useMinimums === 'yes' ? floors.minimum[school]! : Number.NaN;
  if (!Number.isNaN(minimum)) parts.push({ label: 'Smallest budget a school can run on', amountCents: minimum });
  return {
    parts,
    floorCents: results.floor[school]!,
    comparisonCents: results.comparison[school]!,
    topUpCents,
    deductionCents,
    sentences: floorSentences(calculation, school),
  };
}

function heldLabel(calculation: Calculation, school: number): string {
  const { decision, baselines } = calculation.topUps.floors;
  const percent = formatPercent(decision.holdHarmlessPercent ?? 0);
  if (decision.basis === 'total') return `${percent} of this year’s budget`;
  return `${percent} of this year’s budget per pupil (${formatCount(baselines.then[school]!)} pupils), for ${formatCount(baselines.now[school]!)} pupils`;
}

/**
 * Why the amount that is held against the floor is not the sum of the lines above: some of them are not counted, and
 * what is committed centrally for the school is, though it is not in its budget.
 */
function whatCounts({ results }: Calculation, school: number): string {
  const paying = results.sources.filter(({ amounts }) => amounts[school] !== 0);
  const out = paying.some(({ inComparison }) => !inComparison);
  const committed = paying.some(({ inComparison, status }) => inComparison && status === 'lock');
  if (out && committed) {
    return ' (with what is committed centrally for it; grants and other sources outside the comparison are not counted)';
  }
  if (committed) return ' (with what is committed centrally for it)';
  return out ? ' (grants and other sources outside the comparison are not counted)' : '';
}

function floorSentences(calculation: Calculation, school: number): string[] {
  const { results, topUps, schools, model, scenarioId } = calculation;
  const sentences: string[] = [];
  const code = schools[school]!.code;
  if (topUps.floors.isExempt[school] === 1) {
    const reason = model.get('exemption', scenarioId, code)?.reason.trim() ?? '';
    sentences.push(
      `This school stands outside the floor${reason === '' ? '' : `: ${reason}`}${/[.!?]$/.test(reason) ? '' : '.'}`,
    );
  } else if (Number.isNaN(results.floor[school]!)) {
    sentences.push(
      'This school has no floor: it has no budget this year to compare with, and no minimum is set for it.',
    );
  }
  const { payer, shortCents } = results.topUps;
  const topUp = results.topUp[school]!;
  const counted = whatCounts(calculation, school);
  if (topUp > 0) {
    const paid =
      payer === null
        ? 'It is not decided yet who pays it'
        : shortCents > 0
          ? `It is to be paid ${PAID[payer]}, which does not suffice yet`
          : `It is paid ${PAID[payer]}`;
    sentences.push(
      `Without a floor this school would fall below it${counted}, so it is topped up by ${dollars(topUp)}. ${paid}.`,
    );
  } else if (!Number.isNaN(results.floor[school]!)) {
    sentences.push(
      `The school’s ${dollars(results.comparison[school]!)}${counted} reaches its floor, so nothing is added.`,
    );
  }
  const deduction = results.deduction[school]!;
  if (deduction > 0) {
    sentences.push(
      `It gives up ${dollars(deduction)} ${payer === 'gainers' ? 'of its gain' : 'of what stands above its floor'}, which lifts other schools to theirs.`,
    );
  }
  if (payer === 'formula' && results.topUps.loweredCents > 0) {
    sentences.push('The rates above are lowered for every school to pay for floors.');
  }
  return sentences;
}
