import type { Results } from './results.ts';

/** Numbers that are no value (NaN) and negative zero have several bit patterns; each enters the digest as one. */
const NO_VALUE_HIGH = 0x7ff80000;

/**
 * Two 32-bit lanes in the manner of FNV-1a over the bits of every number of the results, as 16 hexadecimal digits.
 * Equal results give equal text on every machine; it guards against disagreement, not against forgery.
 */
export function digestResults(results: Results): string {
  let first = 0x811c9dc5 | 0;
  let second = 0x2f0b4c47 | 0;
  const words = new Uint32Array(2);
  const value = new Float64Array(words.buffer);
  const mixWords = (low: number, high: number): void => {
    first = Math.imul(first ^ low, 0x01000193);
    first = Math.imul(first ^ high, 0x01000193);
    first ^= first >>> 15;
    second = Math.imul(second ^ high, 0x85ebca6b);
    second = Math.imul(second ^ low, 0xc2b2ae35);
    second ^= second >>> 13;
  };
  const mix = (number: number): void => {
    value[0] = number === 0 ? 0 : number;
    if (Number.isNaN(number)) mixWords(0, NO_VALUE_HIGH);
    else mixWords(words[0]!, words[1]!);
  };
  const mixColumn = (column: Float64Array): void => {
    for (let at = 0; at < column.length; at++) mix(column[at]!);
  };
  const mixText = (text: string): void => {
    mix(text.length);
    for (let at = 0; at < text.length; at++) mix(text.charCodeAt(at));
  };
  mix(results.schoolCount);
  const { pupils, formula, grants, locked, restricted, unrestricted, floor, topUp, deduction } = results;
  const { total, allIn, perPupil, current, change, tieOut, topUps, comparison } = results;
  for (const column of [pupils, formula, grants, locked, restricted, unrestricted, floor, topUp, deduction]) {
    mixColumn(column);
  }
  for (const column of [total, allIn, perPupil, current, change, comparison]) mixColumn(column);
  for (const source of results.sources) {
    mixText(source.code);
    mix(source.amountCents);
    mix(source.centralCents);
    mix(source.schoolsCents);
    mix(source.leftCents);
    mix(source.roundingLeftCents);
    mix(source.stopped ? 1 : 0);
    mixColumn(source.amounts);
  }
  for (const cents of [tieOut.revenueCents, tieOut.centralCents, tieOut.schoolsCents, tieOut.leftCents]) mix(cents);
  for (const cents of [topUps.paidCents, topUps.shortCents, topUps.surplusCents, topUps.loweredCents]) mix(cents);
  const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0');
  return hex(first) + hex(second);
}
