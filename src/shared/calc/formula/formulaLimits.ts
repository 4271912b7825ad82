import { LIMITS } from '../../model/units.ts';

/**
 * How large a formula and its numbers may be. They keep a mistaken or hostile document from hanging the program, are
 * the same on every machine (none is a time), and each is tested on both sides.
 */
export const FORMULA_LIMITS = {
  /** Characters of the text. */
  length: LIMITS.formulaLength,
  /** Parentheses inside one another, counting signs and `not` in a row. */
  depth: 32,
  /** Names, numbers, texts, operators and functions together. */
  nodes: 400,
  /** Digits of a typed number; fifteen is what every step keeps exactly. */
  literalDigits: 15,
  /** Largest exponent of `^`, either sign. */
  exponent: 64,
  /** Decimals of `round(x, places)`, either sign. */
  roundPlaces: 12,
  /** Digits of numerator or denominator of a result on the way. */
  resultDigits: 4_000,
  /** Work on fractions too long for the processor in one evaluation, in steps on 64-bit words. */
  longFractionWork: 100_000_000,
} as const;
