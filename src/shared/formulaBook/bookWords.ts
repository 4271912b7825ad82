import type { Calculation } from '../calc/Calculation.ts';
import { parseEligibility } from '../calc/eligibility.ts';
import { writeDollars } from '../calc/explain/writeExact.ts';
import type { SourceResult } from '../calc/results.ts';
import type { Model } from '../model/Model.ts';
import type { DecisionRow, Origin, Rounding, Status } from '../model/rows.ts';
import { formatMoney, formatPercent } from '../text/formatNumber.ts';

export const dollars = (cents: number): string => `${cents < 0 ? '−' : ''}$${formatMoney(Math.abs(cents))}`;
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const ORIGINS: Readonly<Record<Origin, string>> = {
  federal: 'Federal',
  state: 'State',
  local: 'Local',
  private: 'Private',
};

export const STATUSES: Readonly<Record<Status, { readonly name: string; readonly meaning: string }>> = {
  unlock: { name: 'Unlocked', meaning: 'what is not kept central runs through the formula to every school it reaches' },
  grant: { name: 'Grant', meaning: 'goes to schools in amounts set outside the formula' },
  lock: {
    name: 'Locked',
    meaning:
      'stays under central control; what it commits to schools is shown beside their budgets, never shared out anew',
  },
};

/** What the central office keeps, in one sentence. */
export function centralSentence(decision: DecisionRow, source: SourceResult): string {
  if (source.status === 'lock' && source.schoolsCents === 0) return 'All of it stays central.';
  if (source.status === 'lock')
    return `All of it stays central but what is committed to schools, ${dollars(source.schoolsCents)}.`;
  if (source.heldCents === 0) return 'The central office keeps nothing of it.';
  const share = decision.centralKind === 'percent' ? `${formatPercent(decision.centralValue)}, ` : '';
  return `The central office keeps ${share}${dollars(source.heldCents)}; ${dollars(source.poolCents)} are left for schools.`;
}

/** How money reaches schools: a sentence, and the arithmetic behind it. */
export function methodWords(
  calculation: Calculation,
  at: number,
): { readonly sentence: string; readonly formula: string } {
  const source = calculation.results.sources[at]!;
  const { decision } = calculation.sourceStates[at]!.decided;
  const pool = dollars(source.poolCents);
  switch (source.method) {
    case 'none':
      return { sentence: '', formula: '' };
    case 'weights': {
      const base = source.base ? `$${writeDollars(source.base)}` : 'a base';
      return {
        sentence: `Every pupil counts with the weights of the set “${decision.weightSet ?? ''}”. The pool divided by all weighted pupils is the base, ${base}; a pupil brings the base times the weight.`,
        formula: `rate = ${pool} ÷ (sum of weight × pupils of the schools reached) × weight`,
      };
    }
    case 'shares':
      return {
        sentence:
          'The pool is divided among the levels, and each level’s part among needs, by the percentages below; each part is divided equally among its pupils.',
        formula: `rate = ${pool} × share of the level × share of the need ÷ pupils`,
      };
    case 'rates':
      return {
        sentence: `Every pupil brings a rate in dollars that the district has set. The rates cost ${dollars(source.schoolsCents - source.topUpCents + source.deductionCents)} of ${pool}${leftWords(source)}.`,
        formula: 'amount = sum of rate × pupils',
      };
    case 'proportional':
      return {
        sentence: 'Each school it reaches has points; the pool is divided in proportion to them.',
        formula: `points = ${decision.formula ?? ''}\namount = ${pool} × points ÷ points of all schools reached`,
      };
    case 'per_school':
      return {
        sentence: `Each school it reaches gets the dollars of a formula, together ${dollars(source.schoolsCents - source.topUpCents + source.deductionCents)} of ${pool}${leftWords(source)}.`,
        formula: `amount = ${decision.formula ?? ''}`,
      };
    case 'table':
      return {
        sentence: `The amounts are set for ${counted(
          source.amounts.reduce((sum, cents) => sum + (cents === 0 ? 0 : 1), 0),
          'school',
        )} one by one, together ${dollars(source.schoolsCents - source.topUpCents + source.deductionCents)}${leftWords(source)}.`,
        formula: '',
      };
  }
}

function leftWords({ leftCents }: SourceResult): string {
  if (leftCents === 0) return '';
  return leftCents > 0
    ? `, and ${dollars(leftCents)} are not allocated`
    : `, which is ${dollars(-leftCents)} more than there is`;
}

/** Which schools a source reaches. */
export function eligibilitySentence(model: Model, text: string, source: SourceResult): string {
  const eligibility = parseEligibility(text);
  const reached = counted(source.eligibleCount, 'school');
  switch (eligibility.kind) {
    case 'all':
      return 'It reaches every school.';
    case 'levels': {
      const names = eligibility.codes.map((code) => model.table('level').get(code)?.name ?? code);
      return `It reaches the schools of ${names.join(' and ')}: ${reached}.`;
    }
    case 'schools': {
      const names = eligibility.codes.map((code) => model.table('school').get(code)?.name ?? code);
      const listed =
        names.length > 12 ? `${names.slice(0, 12).join('; ')}; and ${names.length - 12} more` : names.join('; ');
      return `It reaches ${reached} by name: ${listed}.`;
    }
    case 'rule':
      return `It reaches the schools for which this holds: ${text.trim()} — ${reached}.`;
    case 'fault':
      return 'Its rule of eligibility cannot be read, so it reaches no school.';
  }
}

export function roundingSentence({ method, rounding }: SourceResult): string {
  const words: Readonly<Record<Rounding, string>> = {
    rates:
      'Published rates: every rate is cut down to the cent, and so is each rate × pupils, so that anyone can repeat it; what is left of the pool stays central.',
    cent: 'To the cent: the pool is used up exactly. Each school’s share is cut down to the cent, and the cents that remain go one each to the largest remainders, ties to the lowest school code.',
    dollar:
      'Whole dollars: each school’s share is cut down to the dollar, and the dollars that remain go one each to the largest remainders; odd cents of the pool stay central.',
  };
  if (method === 'none' || method === 'table') return '';
  if (method === 'rates' || method === 'per_school') {
    return `Each ${method === 'rates' ? 'line' : 'amount'} is rounded to the nearest ${rounding === 'dollar' ? 'dollar' : 'cent'}, halves up.`;
  }
  return words[rounding];
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\benrollment\b/, '“enrollment” is the number of pupils of the school'],
  [/\bcount\(/, '“count” is the number of pupils with a need'],
  [/\bshare\(/, '“share” is the number of pupils with a need, divided by all pupils of the school'],
  [/\blevel\b/, '“level” is the school’s level'],
  [/\bamount\(/, '“amount” is what the school gets from an earlier source'],
  [
    /\btotal\(|\baverage\(|\brank\(|\bpercentile\(/,
    'total, average, rank and percentile are taken over the schools reached',
  ],
  [/\bclamp\(/, '“clamp” keeps a number between two others'],
];

/** What the words of a formula stand for; empty for a formula without any. */
export function formulaNotes(model: Model, texts: readonly string[]): string {
  const text = texts.join(' ').replace(/"[^"]*"/g, '""');
  const notes = NAMES.filter(([pattern]) => pattern.test(text)).map(([, words]) => words);
  for (const { name, kind } of model.table('schoolColumn').values()) {
    if (kind !== 'measure') continue;
    const at = text.indexOf(name);
    if (at >= 0 && !/\w/.test(text[at - 1] ?? ' ') && !/\w/.test(text[at + name.length] ?? ' ')) {
      notes.push(`“${name}” is a number the district keeps about each school`);
    }
  }
  return notes.length === 0 ? '' : `In the formula, ${notes.join('; ')}.`;
}
