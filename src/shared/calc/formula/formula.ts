import type { Rational } from '../rational.ts';

/** Why a formula has no value at a school: one sentence naming the formula and, where there is one, the school. */
export interface FormulaError {
  readonly sentence: string;
}

/** What a formula comes to at one school: a number, a condition, a text, or the reason why there is none. */
export type FormulaValue = Rational | boolean | string | FormulaError;

/** A formula that has passed the allow-list, ready to be evaluated over any district. */
export interface Formula {
  readonly text: string;
  /** Codes of the sources named by `amount("…")`, in order of first mention. */
  readonly amountSources: readonly string[];
  /** Whether the result depends on any count of pupils. */
  readonly usesEnrollment: boolean;
}

/** What a formula may ask of a district. Schools are indexes in the order of their codes. */
export interface FormulaDistrict {
  readonly schoolCount: number;
  code(school: number): string;
  name(school: number): string;
  level(school: number): string;
  /** Hundredths of a pupil; a null need is the first need, a null level all levels. */
  count(school: number, needCode: string | null, levelCode: string | null): number;
  findNeed(codeOrName: string): string | null;
  findLevel(codeOrName: string): string | null;
  measure(name: string): ((school: number) => Rational | null) | null;
  tag(name: string): ((school: number) => string | null) | null;
  /** Cents an earlier source gives each school; null where there is no such earlier source. */
  amount(sourceCode: string): ((school: number) => number) | null;
}

/** Reads a formula, or says in one sentence what was found, where, and what to write instead. */
export function parseFormula(
  text: string,
): { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly sentence: string } {
  return { ok: false, sentence: `Formulas cannot be read yet, so "${text}" has no value.` };
}

/** Values by school index; null where `among` is 0. */
export function evaluateFormula(
  _formula: Formula,
  district: FormulaDistrict,
  _among: Uint8Array,
): (FormulaValue | null)[] {
  return new Array(district.schoolCount).fill(null);
}
