import { formatCount, formatMoney, formatPercent, formatRate, formatWeight } from '../../text/formatNumber.ts';
import type { Calculation } from '../Calculation.ts';
import type { Explanation, SourceResult } from '../results.ts';
import { cellName } from './cellLines.ts';
import { explainShockedAmount } from './explainShocks.ts';
import { counted, writeDollars, writeExact, writeSum } from './writeExact.ts';

/** An explanation without steps. */
export function leaf(title: string, value: string, arithmetic: string, notes: readonly string[] = []): Explanation {
  return { title, value, arithmetic, notes, steps: [] };
}

/** What a source was projected at, or what the scenario supposes instead. */
export function explainAmountOfSource(calculation: Calculation, at: number): Explanation {
  const source = calculation.results.sources[at]!;
  const shocked = explainShockedAmount(calculation, source, calculation.sourceStates[at]!.decided);
  if (shocked) return shocked;
  return leaf(
    `${source.name} · Amount`,
    formatMoney(source.amountCents),
    `= ${formatMoney(source.amountCents)} as projected`,
  );
}

/** The central part K and, with it, the rounding left central. */
export function explainCentral(calculation: Calculation, at: number): Explanation {
  const source = calculation.results.sources[at]!;
  const { decision } = calculation.sourceStates[at]!.decided;
  const title = `${source.name} · Central`;
  const value = formatMoney(source.centralCents);
  if (source.status === 'lock') {
    return leaf(
      title,
      value,
      `= ${formatMoney(source.amountCents)} amount − ${formatMoney(
        source.schoolsCents - source.topUpCents + source.deductionCents,
      )} committed to schools${source.fromCentralCents === 0 ? '' : ` − ${formatMoney(source.fromCentralCents)} paid for top-ups`}`,
      [
        'A locked source stays under central control; what a typed table commits to schools is shown apart.',
        ...(source.leftCents < 0 ? ['The table commits more than the amount, so nothing stays central.'] : []),
        ...(source.stopped ? [source.stopped.sentence] : []),
      ],
    );
  }
  const held =
    decision.centralKind === 'percent'
      ? leaf(
          `${source.name} · Central share`,
          formatMoney(source.heldCents),
          `= ${formatPercent(decision.centralValue)} × ${formatMoney(source.amountCents)}`,
          ['Half-up to the cent.'],
        )
      : leaf(
          `${source.name} · Central share`,
          formatMoney(source.heldCents),
          `= ${formatMoney(source.heldCents)} as typed`,
        );
  const parts = [{ cents: source.heldCents, label: 'central share' }];
  if (source.roundingLeftCents !== 0) parts.push({ cents: source.roundingLeftCents, label: 'rounding left central' });
  if (source.fromCentralCents !== 0) parts.push({ cents: -source.fromCentralCents, label: 'paid for top-ups' });
  return {
    title,
    value,
    arithmetic: `= ${writeSum(parts)}`,
    notes: source.stopped ? [source.stopped.sentence] : roundingNote(source),
    steps: [held],
  };
}

function roundingNote(source: SourceResult): string[] {
  if (source.roundingLeftCents === 0) return [];
  return source.rounding === 'dollar'
    ? ['Schools get whole dollars; the odd cents of the pool stay central.']
    : [
        'Published rates are cut down to the cent, and so is each rate × count; what is left of the pool stays central.',
      ];
}

/** What all schools get from a source. */
export function explainSchoolsOfSource(source: SourceResult): Explanation {
  let paid = 0;
  for (const cents of source.amounts) if (cents !== 0) paid++;
  const own = source.schoolsCents - source.topUpCents + source.deductionCents;
  const moved = [
    { cents: own, label: `to ${counted(paid, 'school')}` },
    { cents: source.topUpCents, label: 'for top-ups' },
    { cents: -source.deductionCents, label: 'given up' },
  ].filter(({ cents }, at) => at === 0 || cents !== 0);
  return leaf(
    `${source.name} · Schools`,
    formatMoney(source.schoolsCents),
    moved.length > 1 ? `= ${writeSum(moved)}` : `= sum of the amounts of ${counted(paid, 'school')}`,
    source.stopped ? [source.stopped.sentence] : [`It reaches ${counted(source.eligibleCount, 'school')}.`],
  );
}

/** amount − central − schools (I1). */
export function explainLeft(calculation: Calculation, at: number): Explanation {
  const source = calculation.results.sources[at]!;
  const notes: string[] = [];
  if (source.stopped) notes.push(source.stopped.sentence);
  else if (source.leftCents < 0)
    notes.push('The source is short: its schools and central part come to more than its amount.');
  else if (source.leftCents > 0) notes.push('Not allocated: it reaches nobody.');
  return {
    title: `${source.name} · Left`,
    value: formatMoney(source.leftCents),
    arithmetic: `= ${formatMoney(source.amountCents)} amount − ${formatMoney(source.centralCents)} central − ${formatMoney(source.schoolsCents)} schools`,
    notes,
    steps: [explainCentral(calculation, at), explainSchoolsOfSource(source)],
  };
}

/** The pool: amount less the central share. */
export function explainPool(source: SourceResult): Explanation {
  const lowered = source.loweredCents === 0 ? '' : ` − ${formatMoney(source.loweredCents)} lowered for top-ups`;
  return leaf(
    `${source.name} · Pool`,
    formatMoney(source.poolCents),
    `= ${formatMoney(source.amountCents)} amount − ${formatMoney(source.heldCents)} central share${lowered}`,
  );
}

/** base = pool ÷ weighted pupils, and how those add up. */
export function explainBase(calculation: Calculation, at: number): Explanation {
  const source = calculation.results.sources[at]!;
  const title = `${source.name} · Base`;
  if (!source.base) {
    return leaf(title, '', '= no base', [source.stopped?.sentence ?? 'Only the weights method solves a base.']);
  }
  const pool = source.poolCents;
  const weighted = weightedPupils(calculation, at);
  return {
    title,
    value: writeDollars(source.base),
    arithmetic: `= ${formatMoney(pool)} ÷ ${weighted.value} weighted pupils`,
    notes: ['The base is the dollars one pupil of weight 1.00 brings when the pool is used up.'],
    steps: [explainPool(source), weighted],
  };
}

/** Σ weight × pupils over the eligible schools. */
function weightedPupils(calculation: Calculation, at: number): Explanation {
  const state = calculation.sourceStates[at]!;
  const set = calculation.plan.weightSets.get(state.decided.decision.weightSet ?? '');
  const parts: string[] = [];
  let total = 0n;
  for (const [cell, count] of (state.reach?.cellCounts ?? []).entries()) {
    const weight = set?.weights[cell] ?? 0;
    if (count === 0 || weight === 0) continue;
    total += BigInt(weight) * BigInt(count);
    parts.push(`${formatCount(count)} × ${formatWeight(weight)} ${cellName(calculation, cell)}`);
  }
  return leaf(
    `${state.row.name} · Weighted pupils`,
    writeExact({ numerator: total, denominator: 1_000_000n }),
    `= ${parts.join(' + ') || '0'}`,
    [`Pupils of the ${counted(state.reach?.eligibleCount ?? 0, 'eligible school')} times their weights.`],
  );
}

/** One cell's rate of one source. */
export function explainRate(calculation: Calculation, at: number, cell: number): Explanation {
  const source = calculation.results.sources[at]!;
  const state = calculation.sourceStates[at]!;
  const title = `${source.name} · Rate for ${cellName(calculation, cell)}`;
  const rate = source.rates?.[cell];
  if (!rate) return leaf(title, '', '= no rate', [source.stopped?.sentence ?? 'This method has no rates per pupil.']);
  const value = writeDollars(rate);
  const notes = source.rounding === 'rates' ? ['Published rate: cut down to the cent.'] : [];
  const arrow = source.rounding === 'rates' ? ` → ${value}` : '';
  const { levels, needs, plan } = calculation;
  if (source.method === 'weights') {
    const set = plan.weightSets.get(state.decided.decision.weightSet ?? '');
    const weight = `${formatWeight(set?.weights[cell] ?? 0)} weight`;
    const base = explainBase(calculation, at);
    // A base cut short cannot be replayed to the cent; the pool it comes from can.
    const arithmetic = base.value.includes('…')
      ? `= ${base.arithmetic.slice(2).replace(' ÷ ', ` × ${weight} ÷ `)}`
      : `= ${base.value || '0.00'} base × ${weight}`;
    return {
      title,
      value,
      arithmetic: `${arithmetic}${arrow}`,
      notes: base.value ? [`The base of ${base.value} times the weight.`, ...notes] : notes,
      steps: [base],
    };
  }
  if (source.method === 'shares') {
    const level = levels[Math.floor(cell / needs.length)]!;
    const need = needs[cell % needs.length]!;
    const percent = (of: string): string =>
      formatPercent(plan.model.get('share', plan.scenario.id, source.code, level.code, of)?.percent ?? 0);
    return {
      title,
      value,
      arithmetic: `= ${formatMoney(source.poolCents)} × ${percent('')} × ${percent(need.code)} ÷ ${formatCount(state.reach?.cellCounts[cell] ?? 0)} pupils${arrow}`,
      notes,
      steps: [explainPool(source)],
    };
  }
  const typed = Number(rate.numerator * (10_000n / rate.denominator));
  return leaf(title, value, `= ${formatRate(typed)} as typed`);
}
