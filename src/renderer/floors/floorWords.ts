import { toDecimal } from '../../shared/calc/rational.ts';
import type { Results, TopUpResult } from '../../shared/calc/results.ts';
import { BASIS_WORDS } from '../../shared/changes/floors.ts';
import type { FloorDecisionRow } from '../../shared/model/rows.ts';
import { formatMoney, formatPercent } from '../../shared/text/formatNumber.ts';

/** What a floor costs and who pays it, in the words of one line. */
export interface FloorWords {
  /** `17 schools are topped up, $1,203,411.22`. */
  readonly cost: string;
  /** `48 gainers give up 0.7220 of their gains above 0%`; empty where nothing is to be paid. */
  readonly payer: string;
  /** What is missing and what can be done, as the calculation says it; null where all is paid. */
  readonly short: string | null;
  /** Given up, but not needed; null where it is just enough. */
  readonly surplus: string | null;
}

const schools = (count: number): string => `${count.toLocaleString('en-US')} ${count === 1 ? 'school' : 'schools'}`;
const dollars = (cents: number): string => `$${formatMoney(cents)}`;

/** Six decimals, as authorities publish it: `0.722007`. */
export const scalingText = ({ scaling }: TopUpResult): string => (scaling ? toDecimal(scaling, 6) : '');

/** `2.5%`: up to four decimals, without the zeros at the end. */
export function capText({ capPercent }: TopUpResult): string {
  if (!capPercent) return '';
  const text = toDecimal(capPercent, 4);
  return `${text.includes('.') ? text.replace(/\.?0+$/, '') : text}%`;
}

/** The number that was solved or typed for the payer, with its name; null where there is none. */
export function payerFigure(topUps: TopUpResult): { readonly name: string; readonly value: string } | null {
  if (topUps.totalCents === 0 || !topUps.scaling) return null;
  if (topUps.solve === 'cap') return { name: 'cap', value: capText(topUps) };
  return { name: topUps.payer === 'gainers' ? 'scaling' : 'of the excess', value: scalingText(topUps) };
}

/** What of the schools is topped up, from whose money, and what is missing. */
export function floorWords(results: Results): FloorWords {
  const { topUps } = results;
  if (!topUps.isOn) {
    return { cost: 'No floor is on, so no school is topped up and nobody pays', payer: '', short: null, surplus: null };
  }
  if (topUps.totalCents === 0) {
    return {
      cost: 'Every school stands at its floor or above, so there is nothing to pay',
      payer: '',
      short: null,
      surplus: null,
    };
  }
  const { toppedUpCount, totalCents, shortCents, paidCents } = topUps;
  const short = results.findings.find((finding) => finding.rule === 'floor-short')?.sentence ?? null;
  return {
    cost: `${schools(toppedUpCount)} ${toppedUpCount === 1 ? 'is' : 'are'} topped up, ${dollars(totalCents)}`,
    payer: paidCents === 0 && topUps.givingCount === 0 ? '' : payerWords(results),
    short: shortCents > 0 ? short : null,
    surplus: results.findings.find((finding) => finding.rule === 'floor-surplus')?.sentence ?? null,
  };
}

function payerWords({ topUps, sources }: Results): string {
  const { payer, deductionCents, givingCount, loweredCents, poolsCents } = topUps;
  const giving = givingCount.toLocaleString('en-US');
  const scaling = scalingText(topUps);
  switch (payer) {
    case null:
      return '';
    case 'reserve':
    case 'central': {
      const paying = sources.filter((source) => source.fromCentralCents > 0);
      const parts = paying.slice(0, 3).map((source) => `${source.name} ${dollars(source.fromCentralCents)}`);
      const more = paying.length - parts.length;
      return `paid from central money: ${parts.join(', ')}${more > 0 ? ` and ${more} more sources` : ''}`;
    }
    case 'gainers':
      return `${giving} ${givingCount === 1 ? 'gainer gives' : 'gainers give'} up ${dollars(deductionCents)}${
        scaling ? `, ${topUps.solve === 'cap' ? 'all' : scaling} of the gain above ${capText(topUps)}` : ''
      }`;
    case 'above_floor':
      return `${schools(givingCount)} above the floor ${givingCount === 1 ? 'gives' : 'give'} up ${dollars(
        deductionCents,
      )}${scaling ? `, ${scaling} of what stands above it` : ''}`;
    case 'formula': {
      const part = poolsCents > 0 ? ` of ${dollars(poolsCents)}` : '';
      return `the formula’s pools are lowered by ${dollars(loweredCents)}${part}`;
    }
  }
}

/** The payer in a few words, for the bottom bar and the panel of changes: `gainers pay all`. */
export function payerInShort({ topUps }: Results): string {
  if (topUps.payer === null) return 'nobody pays yet';
  if (topUps.shortCents > 0) return `short by ${dollars(topUps.shortCents)}`;
  switch (topUps.payer) {
    case 'reserve':
      return 'the reserve pays all';
    case 'central':
      return 'central money pays all';
    case 'gainers':
      return 'gainers pay all';
    case 'above_floor':
      return 'all above the floor pay';
    case 'formula':
      return 'the formula pays all';
  }
}

/** What the floor is, in a few words: `98.5% per pupil, minimums`; null without a floor. */
export function floorInShort(decision: FloorDecisionRow): string | null {
  const parts: string[] = [];
  if (decision.holdHarmlessPercent !== null) {
    parts.push(`${formatPercent(decision.holdHarmlessPercent)} ${BASIS_WORDS[decision.basis].toLowerCase()}`);
  }
  if (decision.useMinimums === 'yes') parts.push('minimums');
  return parts.length > 0 ? parts.join(', ') : null;
}
