import { compareExact, Exact, negate, signOf } from './Exact.ts';
import { wholeNumber } from './ExactArithmetic.ts';
import type { FormulaNode, NumberFunction } from './FormulaNode.ts';
import { FORMULA_LIMITS } from './formulaLimits.ts';
import { printNode } from './printNode.ts';
import { type Evaluator, Fault, OUTGROWN, type Scope, type Value } from './Scope.ts';

/**
 * Functions of numbers at one school.
 *
 * - `min`, `max`: the least or greatest of one or more numbers.
 * - `abs(x)`; `floor(x)` and `ceil(x)` to the whole number below or above, also for negatives: floor(−2.5) is −3.
 * - `clamp(x, low, high)`: x, but not below low and not above high.
 * - `round(x)`, `round(x, places)`: half away from zero on the exact number, as a school finance office rounds:
 *   round(2.5) is 3, round(−2.5) is −3, round(1.005, 2) is 1.01, round(1250, -2) is 1,300.
 */
export function compileNumberFunction(
  name: NumberFunction,
  nodes: readonly FormulaNode[],
  parts: readonly Evaluator[],
  scope: Scope,
): Evaluator {
  const compute = NUMBER_RULES[name];
  const count = parts.length;
  return (school) => {
    const values: Exact[] = [];
    for (let at = 0; at < count; at++) {
      const value = (parts[at] as Evaluator)(school);
      if (value instanceof Fault) return value;
      if (!(value instanceof Exact)) {
        return new Fault(`${printNode(nodes[at] as FormulaNode)} is not a number, but ${name} needs one`);
      }
      values.push(value);
    }
    return compute(values, nodes, scope);
  };
}

type Rule = (values: readonly Exact[], nodes: readonly FormulaNode[], scope: Scope) => Value;

const NUMBER_RULES: Readonly<Record<NumberFunction, Rule>> = {
  min: (values) => values.reduce((least, value) => (compareExact(value, least) < 0 ? value : least)),
  max: (values) => values.reduce((most, value) => (compareExact(value, most) > 0 ? value : most)),
  abs: ([x]) => (signOf(x as Exact) < 0 ? negate(x as Exact) : (x as Exact)),
  floor: ([x], _, { arithmetic }) => arithmetic.floor(x as Exact) ?? OUTGROWN,
  ceil: ([x], _, { arithmetic }) => arithmetic.ceil(x as Exact) ?? OUTGROWN,
  clamp: (values, nodes) => {
    const [x, low, high] = values as [Exact, Exact, Exact];
    if (compareExact(low, high) > 0) {
      const [, least, most] = nodes as [FormulaNode, FormulaNode, FormulaNode];
      return new Fault(`clamp has its lower bound ${printNode(least)} above its upper bound ${printNode(most)}`);
    }
    if (compareExact(x, low) < 0) return low;
    return compareExact(x, high) > 0 ? high : x;
  },
  round: (values, nodes, { arithmetic }) => {
    const [x, typed] = values;
    const places = typed ? wholeNumber(typed) : 0;
    const limit = FORMULA_LIMITS.roundPlaces;
    if (places === null || places > limit || places < -limit) {
      return new Fault(
        `the decimals ${printNode(nodes[1] as FormulaNode)} of round must be a whole number from -${limit} to ${limit}`,
      );
    }
    return arithmetic.round(x as Exact, places) ?? OUTGROWN;
  },
};
