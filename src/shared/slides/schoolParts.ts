import { toNumber } from '../calc/rational.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { formatCount } from '../text/formatNumber.ts';
import type { Seen } from './SlideContext.ts';

/** A line of a school's page. Cents; `note` is a number of pupils, or empty. */
export interface SchoolPart {
  readonly label: string;
  readonly cents: number;
  readonly note: string;
}

const MOST = 6;

/** What the school's budget is made of, largest first; hidden sources and hidden top-ups stand together, unnamed. */
export function schoolSources(now: Seen, school: number): SchoolPart[] {
  const { results } = now.calculation;
  const parts: SchoolPart[] = [];
  let unnamed = 0;
  const put = (label: string, cents: number, key: string): void => {
    if (cents === 0) return;
    if (now.isHidden(key)) unnamed += cents;
    else parts.push({ label, cents, note: '' });
  };
  for (const source of results.sources) {
    if (source.status !== 'lock') put(source.name, source.amounts[school]!, `source:${source.code}`);
  }
  put('Top-up to the floor', results.topUp[school]!, 'topUps');
  put('Given up for top-ups', -results.deduction[school]!, 'topUps');
  return shorten(parts, unnamed, 'sources');
}

/**
 * What the school's pupils bring by need, over all sources that pay by pupils, before rounding. A need of fewer pupils
 * than the audience sees stands with others, and where it would be alone there, with the next smallest.
 */
export function pupilsBring(now: Seen, school: number): SchoolPart[] {
  const { results, needs, plan } = now.calculation;
  const { start, cell, count } = plan.counts;
  const cents = new Float64Array(needs.length);
  const pupils = new Float64Array(needs.length);
  const paying = results.sources.filter(
    ({ status, rates, amounts }) => status !== 'lock' && rates !== null && amounts[school] !== 0,
  );
  for (let line = start[school]!; line < start[school + 1]!; line++) {
    const need = cell[line]! % needs.length;
    pupils[need]! += count[line]!;
    for (const { rates } of paying) {
      const rate = rates![cell[line]!];
      if (rate && rate.numerator !== 0n) cents[need]! += (toNumber(rate) * count[line]!) / COUNT_SCALE;
    }
  }
  const paid = needs.flatMap((need, at) => (cents[at] === 0 ? [] : [{ need, at }]));
  paid.sort((a, b) => pupils[a.at]! - pupils[b.at]!);
  const isUnnamed = paid.map(({ need, at }) => now.isHidden(`need:${need.code}`) || !now.seesGroup(pupils[at]!));
  if (isUnnamed.filter(Boolean).length === 1) {
    const next = isUnnamed.indexOf(false);
    if (next >= 0) isUnnamed[next] = true;
  }
  let unnamed = 0;
  const parts: SchoolPart[] = [];
  for (const [place, { need, at }] of paid.entries()) {
    if (isUnnamed[place]) unnamed += cents[at]!;
    else parts.push({ label: need.name, cents: cents[at]!, note: formatCount(pupils[at]!) });
  }
  return shorten(parts, unnamed, 'needs');
}

/** At most so many lines, the largest first; what has no line of its own is the last one. */
function shorten(parts: readonly SchoolPart[], unnamed: number, what: string): SchoolPart[] {
  const sorted = [...parts].sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
  const shown = sorted.slice(0, sorted.length > MOST || unnamed !== 0 ? MOST - 1 : MOST);
  const others = sorted.slice(shown.length);
  if (others.length === 0 && unnamed === 0) return shown;
  const cents = others.reduce((sum, part) => sum + part.cents, unnamed);
  const label = unnamed === 0 ? `${others.length} more ${what}` : `Other ${what}`;
  return [...shown, { label, cents, note: '' }];
}
