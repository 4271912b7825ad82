import type { LevelMinimumRow, Payer } from '../../model/rows.ts';
import { WHOLE_PERCENT } from '../../model/units.ts';
import { formatCount, formatMoney, formatPercent, formatRate } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import { multiply, type Rational } from '../rational.ts';
import type { Explanation } from '../results.ts';
import type { FloorFigure } from './ExplainTarget.ts';
import { leaf } from './explainSource.ts';
import { counted, writeExact, writeSum } from './writeExact.ts';

export const FLOOR_FIGURE_NAMES: Readonly<Record<FloorFigure, string>> = {
  comparison: 'Comparison amount',
  minimum: 'Minimum (MOB)',
  holdHarmless: 'Hold harmless',
  floor: 'Floor',
  gain: 'Gain',
  topUp: 'Top-up',
  deduction: 'Given up',
};

/** The figures of floors at one school, each as arithmetic a person can replay (domain text, section 3). */
export function explainFloorFigure(calculation: Calculation, school: number, figure: FloorFigure): Explanation {
  const title = `${calculation.schools[school]!.name} · ${FLOOR_FIGURE_NAMES[figure]}`;
  switch (figure) {
    case 'comparison':
      return explainComparison(calculation, school, title);
    case 'minimum':
      return explainMinimum(calculation, school, title);
    case 'holdHarmless':
      return explainHoldHarmless(calculation, school, title);
    case 'floor':
      return explainFloor(calculation, school, title);
    case 'topUp':
      return explainTopUp(calculation, school, title);
    case 'gain':
      return explainGain(calculation, school, title);
    case 'deduction':
      return explainDeduction(calculation, school, title);
  }
}

function explainComparison(calculation: Calculation, school: number, title: string): Explanation {
  const { results } = calculation;
  const paying = results.sources.filter((source) => source.inComparison && source.amounts[school] !== 0);
  const outside = results.sources.filter((source) => !source.inComparison && source.amounts[school] !== 0);
  const sum = writeSum(paying.map((source) => ({ cents: source.amounts[school]!, label: source.name })));
  return leaf(
    title,
    formatMoney(results.comparison[school]!),
    `= ${sum || '0.00'}`,
    outside.length > 0 ? [`Outside the comparison: ${outside.map((source) => source.name).join(', ')}.`] : [],
  );
}

function explainMinimum(calculation: Calculation, school: number, title: string): Explanation {
  const { results, plan, model, levels, needs, scenarioId } = calculation;
  const value = formatMoney(results.topUps.minimum[school]!);
  if (value === '') return leaf(title, '', '= no minimum', ['No minimum is typed for this school or its levels.']);
  const row = plan.schools[school]!;
  const own = model.get('schoolMinimum', scenarioId, row.code);
  const arrow = (exact: string): string => (exact.endsWith(value) ? exact : `${exact} → ${value}`);
  if (own?.kind === 'amount') return leaf(title, value, `= ${value} as typed for the school`);
  if (own) {
    const pupils = formatCount(results.pupils[school]!);
    return leaf(title, value, `= ${arrow(`${pupils} pupils × ${formatRate(own.value)}`)}`, [
      'Typed per pupil for the school; half-up to the cent.',
    ]);
  }
  const byLevel = (code: string): LevelMinimumRow | undefined => model.get('levelMinimum', scenarioId, code);
  const parts: string[] = [];
  const ofLevel = byLevel(row.level);
  if (ofLevel?.kind === 'amount') {
    parts.push(`${formatMoney(ofLevel.value)} for a school of ${model.get('level', row.level)?.name ?? row.level}`);
  }
  for (let line = plan.counts.start[school]!; line < plan.counts.start[school + 1]!; line++) {
    const cell = plan.counts.cell[line]!;
    const level = levels[Math.floor(cell / needs.length)]!;
    const minimum = cell % needs.length === 0 ? byLevel(level.code) : undefined;
    if (minimum?.kind !== 'per_pupil' || plan.counts.count[line] === 0) continue;
    parts.push(`${formatCount(plan.counts.count[line]!)} × ${formatRate(minimum.value)} ${level.name}`);
  }
  return leaf(title, value, `= ${arrow(parts.join(' + '))}`, ['Pupils now by level; half-up to the cent.']);
}

/** `3,729,668.00 ÷ 766 pupils then × 729 pupils now`, or the current budget alone where the basis is in total. */
function writeBaseline(calculation: Calculation, school: number): string {
  const { amount, now, then } = calculation.topUps.floors.baselines;
  const budget = `${formatMoney(amount[school]!)} current`;
  if (calculation.topUps.floors.decision.basis === 'total') return budget;
  return `${budget} ÷ ${formatCount(then[school]!)} pupils then × ${formatCount(now[school]!)} pupils now`;
}

/** Why a school has no baseline. */
function noBaseline(calculation: Calculation, school: number): string {
  const { floors } = calculation.topUps;
  if (floors.isExempt[school] === 1) {
    const row = calculation.model.get('exemption', calculation.scenarioId, calculation.schools[school]!.code);
    return `The school is exempt from floors${row?.reason ? `: ${row.reason}` : ''}.`;
  }
  if (Number.isNaN(calculation.results.current[school]!)) return 'The school has no current budget: it may be new.';
  if (floors.decision.basis === 'per_pupil') return 'The current budget has no pupils, so there is none per pupil.';
  return 'The current budget is negative, so nothing of it is held harmless.';
}

function explainHoldHarmless(calculation: Calculation, school: number, title: string): Explanation {
  const { decision } = calculation.topUps.floors;
  if (decision.holdHarmlessPercent === null) {
    return leaf(title, '', '= nobody is held harmless', ['No hold-harmless percent is set.']);
  }
  const value = formatMoney(calculation.results.topUps.holdHarmless[school]!);
  if (value === '') return leaf(title, '', '= no baseline', [noBaseline(calculation, school)]);
  const percent = formatPercent(decision.holdHarmlessPercent);
  return leaf(title, value, `= ${percent} × ${writeBaseline(calculation, school)} → ${value}`, [
    'Half-up to the cent.',
  ]);
}

function explainFloor(calculation: Calculation, school: number, title: string): Explanation {
  const { results, topUps } = calculation;
  const { floors } = topUps;
  const value = formatMoney(results.floor[school]!);
  if (value === '') {
    const why = !floors.isOn
      ? 'No floor is set: nobody is held harmless, and minimums are not in use.'
      : floors.isExempt[school] === 1 || floors.decision.useMinimums === 'no'
        ? noBaseline(calculation, school)
        : 'Neither a hold-harmless level nor a minimum reaches this school.';
    return leaf(title, '', '= no floor', [why]);
  }
  const held = floors.holdHarmless[school]!;
  const minimum = floors.decision.useMinimums === 'yes' ? floors.minimum[school]! : Number.NaN;
  const parts: { text: string; figure: FloorFigure }[] = [];
  if (!Number.isNaN(held)) parts.push({ text: `${formatMoney(held)} hold harmless`, figure: 'holdHarmless' });
  if (!Number.isNaN(minimum)) parts.push({ text: `${formatMoney(minimum)} minimum`, figure: 'minimum' });
  return {
    title,
    value,
    arithmetic: `= ${parts.length > 1 ? 'the higher of ' : ''}${parts.map(({ text }) => text).join(' and ')}`,
    notes: [],
    steps: parts.map(({ figure }) => explainFloorFigure(calculation, school, figure)),
  };
}

function explainTopUp(calculation: Calculation, school: number, title: string): Explanation {
  const { results } = calculation;
  const value = formatMoney(results.topUp[school]!);
  const steps = [explainFloorFigure(calculation, school, 'floor')];
  if (Number.isNaN(results.floor[school]!)) return { title, value, arithmetic: '= no floor', notes: [], steps };
  steps.push(explainFloorFigure(calculation, school, 'comparison'));
  const gap = writeSum([
    { cents: results.floor[school]!, label: 'floor' },
    { cents: -results.comparison[school]!, label: 'comparison amount' },
  ]);
  if (results.topUp[school] === 0) {
    return { title, value, arithmetic: '= 0.00', notes: ['The comparison amount reaches the floor.'], steps };
  }
  return { title, value, arithmetic: `= ${gap}`, notes: [payerSentence(calculation)], steps };
}

const WHO_PAYS: Readonly<Record<Payer, string>> = {
  reserve: 'the reserve',
  central: 'the central parts',
  gainers: 'gainers',
  above_floor: 'everyone above the floor',
  formula: 'the formula,',
};

/** Who pays, and how much of it, in one sentence. */
export function payerSentence(calculation: Calculation): string {
  const { payer, totalCents, paidCents, shortCents, loweredCents, poolsCents } = calculation.results.topUps;
  if (payer === null) return `Nobody pays the top-ups of ${formatMoney(totalCents)} yet.`;
  const short = shortCents > 0 ? `; ${formatMoney(shortCents)} are missing` : '';
  const lowered =
    payer === 'formula' ? ` by lowering pools of ${formatMoney(poolsCents)} by ${formatMoney(loweredCents)}` : '';
  return `${formatMoney(paidCents)} of top-ups of ${formatMoney(totalCents)} paid by ${WHO_PAYS[payer]}${lowered}${short}.`;
}

function explainGain(calculation: Calculation, school: number, title: string): Explanation {
  const { results, topUps } = calculation;
  const { payer, capPercent, gain } = results.topUps;
  const value = formatMoney(gain[school]!);
  const compared = formatMoney(results.comparison[school]!);
  if (payer === 'above_floor') {
    const floor = results.floor[school]!;
    if (Number.isNaN(floor)) return leaf(title, value, '= no floor', ['A school without a floor stands above none.']);
    const exact = formatMoney(topUps.floors.floorUp[school]!);
    return leaf(
      title,
      value,
      gain[school] === 0 ? '= 0.00' : `= ${compared} comparison amount − ${exact} floor`,
      gain[school] === 0 ? ['Nothing stands above the floor.'] : ['What stands above the floor; the floor rounded up.'],
    );
  }
  if (payer !== 'gainers')
    return leaf(title, value, '= 0.00', ['Only the payers gainers and above the floor count gains.']);
  if (Number.isNaN(topUps.floors.baselines.amount[school]!)) {
    return leaf(title, value, '= no baseline', [noBaseline(calculation, school)]);
  }
  if (gain[school] === 0) return leaf(title, value, '= 0.00', ['The comparison amount is not above the cap.']);
  const factor: Rational = capPercent
    ? { numerator: capPercent.numerator + 100n * capPercent.denominator, denominator: capPercent.denominator }
    : { numerator: 100n, denominator: 1n };
  return leaf(
    title,
    value,
    `= ${compared} comparison amount − ${writeExact(factor)}% × ${writeBaseline(calculation, school)} → ${value}`,
    [`The gain above ${writeExact(factor)}% of the baseline, cut down to the cent.`],
  );
}

function explainDeduction(calculation: Calculation, school: number, title: string): Explanation {
  const { results } = calculation;
  const { payer, scaling, gain, solve } = results.topUps;
  const cents = results.deduction[school]!;
  const value = formatMoney(cents);
  if (payer !== 'gainers' && payer !== 'above_floor') {
    return leaf(title, value, '= 0.00', [
      payer === 'formula' ? 'The formula pays: its pools are lowered for every school.' : 'Schools give nothing up.',
    ]);
  }
  const steps = [explainFloorFigure(calculation, school, 'gain')];
  if (!scaling || gain[school] === 0) return { title, value, arithmetic: '= 0.00', notes: [], steps };
  const share = multiply(scaling, { numerator: BigInt(gain[school]!), denominator: 1n });
  const counts = payer === 'gainers' ? 'gain' : 'above the floor';
  const arithmetic = `= ${writeExact(scaling)} × ${formatMoney(gain[school]!)} ${counts} → ${value}`;
  const notes: string[] = [];
  // More than a cent below its share: something else than rounding holds it back.
  if (BigInt(cents) * share.denominator + share.denominator < share.numerator) {
    notes.push(
      'It gives less than its share: no more stands above its floor, or no more of its money is unrestricted formula money.',
    );
  }
  const isTyped = payer === 'gainers' && solve === null;
  notes.push(
    isTyped
      ? 'The scaling is as typed; half-up to the cent.'
      : 'Solved so that deductions equal top-ups: shares are cut down to the cent, and the odd cents go to the largest remainders, ties to the lowest school code.',
  );
  return { title, value, arithmetic, notes, steps };
}

/** What the floor costs and who pays: top-ups = what the payer gives + what is short (I9). */
export function explainPayer(calculation: Calculation): Explanation {
  const { results } = calculation;
  const { totalCents, paidCents, shortCents, toppedUpCount, givingCount, capPercent, scaling, payer } = results.topUps;
  const notes = [payerSentence(calculation), `${counted(toppedUpCount, 'school')} topped up.`];
  if (givingCount > 0)
    notes.push(`${counted(givingCount, 'school')} giving up ${formatMoney(results.totals.deduction)}.`);
  if (capPercent) notes.push(`The cap is ${writeExact(capPercent)}%.`);
  if (scaling)
    notes.push(
      `${payer === 'gainers' ? 'The scaling' : 'The fraction of what stands above the floor'} is ${writeExact(scaling)}.`,
    );
  const { holdHarmlessPercent } = calculation.topUps.floors.decision;
  if (holdHarmlessPercent !== null && holdHarmlessPercent !== WHOLE_PERCENT) {
    notes.push(`Schools are held harmless at ${formatPercent(holdHarmlessPercent)}.`);
  }
  const parts = [{ cents: paidCents, label: 'given by the payer' }];
  if (shortCents > 0) parts.push({ cents: shortCents, label: 'short' });
  return {
    title: 'District · Top-ups',
    value: formatMoney(totalCents),
    arithmetic: `= ${writeSum(parts)}`,
    notes,
    steps: results.sources
      .filter((source) => source.topUpCents !== 0 || source.deductionCents !== 0)
      .map((source) =>
        leaf(
          `${source.name} · Top-ups it pays`,
          formatMoney(source.topUpCents),
          `= ${formatMoney(source.topUpCents)} ${
            source.fromCentralCents > 0
              ? 'from its central part'
              : source.loweredCents > 0
                ? `of the ${formatMoney(source.loweredCents)} its pool is lowered by`
                : `of the ${formatMoney(source.deductionCents)} schools give up of it`
          }`,
        ),
      ),
  };
}
