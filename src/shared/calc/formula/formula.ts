import { quoted } from '../../text/quoted.ts';
import type { Rational } from '../rational.ts';
import { compileNode } from './compile.ts';
import { Exact, toRational } from './Exact.ts';
import { type FormulaNode, visitNodes } from './FormulaNode.ts';
import { parseExpression } from './parser.ts';
import { type ParsedNode, readTree } from './readTree.ts';
import { Fault, type FormulaDistrict, Scope } from './Scope.ts';
import { scanFormula } from './scanFormula.ts';

export { FORMULA_LIMITS } from './formulaLimits.ts';
export type { FormulaDistrict } from './Scope.ts';

/** Why a formula has no value at a school: one sentence naming the formula and the school. */
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
  /** Names of measures and tags, in order of first mention. */
  readonly columns: readonly string[];
  /** Whether a school's value depends on other schools (`total`, `average`, `rank`, `percentile`). */
  readonly usesOtherSchools: boolean;
  readonly tree: FormulaNode;
}

export type ParsedFormula =
  | { readonly ok: true; readonly formula: Formula }
  | { readonly ok: false; readonly sentence: string };

function describe(text: string, tree: FormulaNode): Formula {
  const amountSources = new Set<string>();
  const columns = new Set<string>();
  let usesEnrollment = false;
  let usesOtherSchools = false;
  visitNodes(tree, (node) => {
    if (node.kind === 'amount') amountSources.add(node.source);
    if (node.kind === 'column') columns.add(node.name);
    if (node.kind === 'enrollment' || node.kind === 'count' || node.kind === 'share') usesEnrollment = true;
    if (node.kind === 'aggregate') usesOtherSchools = true;
  });
  return { text, tree, amountSources: [...amountSources], columns: [...columns], usesEnrollment, usesOtherSchools };
}

/**
 * Reads a formula (domain text, section 4), or says in one sentence what was found, where, and what to write instead.
 * The text is scanned, then parsed, then let through an allow-list into the project's own tree; the parser's own
 * meaning of it is never used.
 */
export function parseFormula(text: string): ParsedFormula {
  const scan = scanFormula(text);
  if (!scan.ok) return scan;
  let parsed: ParsedNode;
  try {
    parsed = parseExpression(scan.text);
  } catch {
    // The scan has found every fault that has a place; what is left is a shape the parser cannot take.
    return { ok: false, sentence: `${quoted(text)} cannot be read as a formula; make it simpler or add parentheses.` };
  }
  const reading = readTree(parsed);
  return reading.ok ? { ok: true, formula: describe(text, reading.tree) } : reading;
}

/**
 * The formula at every school where `among` is 1 (null elsewhere), in exact arithmetic. `total(x)` and its like range
 * over the same schools. A name unknown to the district, a blank measure, a division by zero or a text where a number
 * belongs gives an error value that names formula and school; it never becomes zero. `if`, `and` and `or` leave
 * alone what they do not need, so that `if(enrollment > 0, 1000 / enrollment, 0)` is safe.
 *
 * Example: `enrollment * opportunity_index` at a school of 520 pupils and an index of 0.81 is 421.2 points, which of
 * $6,000,000.00 over 1,171.97 points bring $2,156,295.60… (domain text, section 7).
 */
export function evaluateFormula(
  formula: Formula,
  district: FormulaDistrict,
  among: Uint8Array,
): (FormulaValue | null)[] {
  const scope = new Scope(district, among);
  const evaluate = compileNode(formula.tree, scope);
  const { unknown } = scope;
  const values = new Array<FormulaValue | null>(district.schoolCount).fill(null);
  for (let school = 0; school < district.schoolCount; school++) {
    if (among[school] === 0) continue;
    const value = unknown ?? evaluate(school);
    if (value instanceof Exact) values[school] = toRational(value);
    else if (value instanceof Fault) {
      const place = scope.placeOf(school);
      values[school] = { sentence: `The formula ${quoted(formula.text)} has no value at ${place}: ${value.reason}.` };
    } else values[school] = value;
  }
  return values;
}
