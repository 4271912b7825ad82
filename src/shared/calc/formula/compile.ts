import { quoted } from '../../text/quoted.ts';
import { compileAggregate } from './aggregates.ts';
import { compareExact, Exact, fromRational, negate, signOf } from './Exact.ts';
import { wholeNumber } from './ExactArithmetic.ts';
import type { ComparisonOperator, FormulaNode } from './FormulaNode.ts';
import { FORMULA_LIMITS } from './formulaLimits.ts';
import { compileAmount, compileColumn, compileCount, compileEnrollment, compileShare } from './leaves.ts';
import { compileNumberFunction } from './numberFunctions.ts';
import { printNode } from './printNode.ts';
import { type Evaluator, Fault, OUTGROWN, type Scope, type Value } from './Scope.ts';

/** What a value is, for a sentence: `the text "ES"`. */
function whatIs(value: Value): string {
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  return typeof value === 'boolean' ? 'a condition' : 'a number';
}

/** The fault of a part that should be a number and is not; a fault of its own passes through. */
export function notNumber(value: Value, node: FormulaNode, wanted: string): Fault {
  if (value instanceof Fault) return value;
  return new Fault(`${printNode(node)} is ${whatIs(value)}, but ${wanted} needs a number`);
}

function notCondition(value: Value, node: FormulaNode, wanted: string): Fault {
  if (value instanceof Fault) return value;
  return new Fault(`${printNode(node)} is ${whatIs(value)}, but ${wanted} needs a condition such as enrollment > 300`);
}

function compileArithmetic(node: Extract<FormulaNode, { kind: 'arithmetic' }>, scope: Scope): Evaluator {
  const { operator, left, right } = node;
  const first = compileNode(left, scope);
  const second = compileNode(right, scope);
  const { arithmetic } = scope;
  const byZero = new Fault(`${printNode(right)} is zero, and nothing can be divided by zero; guard it with if(…)`);
  const compute = (a: Exact, b: Exact): Value => {
    switch (operator) {
      case '+':
        return arithmetic.add(a, b) ?? OUTGROWN;
      case '-':
        return arithmetic.add(a, negate(b)) ?? OUTGROWN;
      case '*':
        return arithmetic.multiply(a, b) ?? OUTGROWN;
      case '/':
        return signOf(b) === 0 ? byZero : (arithmetic.divide(a, b) ?? OUTGROWN);
      case '^': {
        const exponent = wholeNumber(b);
        const limit = FORMULA_LIMITS.exponent;
        if (exponent === null || exponent > limit || exponent < -limit) {
          return new Fault(`the exponent ${printNode(right)} must be a whole number from -${limit} to ${limit}`);
        }
        if (exponent < 0 && signOf(a) === 0) {
          return new Fault(`${printNode(left)} is zero, and zero has no negative powers; guard it with if(…)`);
        }
        return arithmetic.power(a, exponent) ?? OUTGROWN;
      }
    }
  };
  return (school) => {
    const a = first(school);
    if (!(a instanceof Exact)) return notNumber(a, left, operator);
    const b = second(school);
    if (!(b instanceof Exact)) return notNumber(b, right, operator);
    return compute(a, b);
  };
}

function holds(operator: ComparisonOperator, difference: number): boolean {
  switch (operator) {
    case '==':
      return difference === 0;
    case '!=':
      return difference !== 0;
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
  }
}

/** Numbers compare with numbers; texts only for equality with texts, capital letters and all. */
function compileComparison(node: Extract<FormulaNode, { kind: 'comparison' }>, scope: Scope): Evaluator {
  const { operator, left, right } = node;
  const first = compileNode(left, scope);
  const second = compileNode(right, scope);
  return (school) => {
    const a = first(school);
    if (a instanceof Fault) return a;
    const b = second(school);
    if (b instanceof Fault) return b;
    if (a instanceof Exact && b instanceof Exact) return holds(operator, compareExact(a, b));
    if (typeof a === 'string' && typeof b === 'string') {
      if (operator === '==') return a === b;
      if (operator === '!=') return a !== b;
      return new Fault(`${printNode(left)} is ${whatIs(a)}, and texts compare only with == and !=`);
    }
    return new Fault(
      `${printNode(left)} is ${whatIs(a)} and ${printNode(right)} is ${whatIs(b)}, which cannot be compared`,
    );
  };
}

/** `and` and `or` leave the right part alone where the left one decides, so that it may guard a division. */
function compileJunction(left: FormulaNode, right: FormulaNode, isBoth: boolean, scope: Scope): Evaluator {
  const first = compileNode(left, scope);
  const second = compileNode(right, scope);
  const word = isBoth ? 'and' : 'or';
  return (school) => {
    const a = first(school);
    if (typeof a !== 'boolean') return notCondition(a, left, word);
    if (a !== isBoth) return a;
    const b = second(school);
    return typeof b === 'boolean' ? b : notCondition(b, right, word);
  };
}

function compileOneOf(node: Extract<FormulaNode, { kind: 'oneOf' }>, scope: Scope): Evaluator {
  const subject = compileNode(node.value, scope);
  const texts = new Set<string>();
  for (const each of node.among) if (each.kind === 'text') texts.add(each.value);
  const parts = node.among.map((each) => compileNode(each, scope));
  return (school) => {
    const value = subject(school);
    if (value instanceof Fault) return value;
    if (typeof value === 'string' && texts.has(value)) return true;
    for (let at = 0; at < parts.length; at++) {
      const each = (parts[at] as Evaluator)(school);
      if (each instanceof Fault) return each;
      if (value instanceof Exact && each instanceof Exact) {
        if (compareExact(value, each) === 0) return true;
      } else if (typeof value === 'string' && typeof each === 'string') {
        if (value === each) return true;
      } else {
        const other = node.among[at] as FormulaNode;
        return new Fault(
          `${printNode(node.value)} is ${whatIs(value)} and ${printNode(other)} is ${whatIs(each)}, which cannot be compared`,
        );
      }
    }
    return false;
  };
}

function compileIf(node: Extract<FormulaNode, { kind: 'if' }>, scope: Scope): Evaluator {
  const condition = compileNode(node.condition, scope);
  const whenTrue = compileNode(node.whenTrue, scope);
  const whenFalse = compileNode(node.whenFalse, scope);
  return (school) => {
    const decided = condition(school);
    if (typeof decided !== 'boolean') return notCondition(decided, node.condition, 'if');
    return decided ? whenTrue(school) : whenFalse(school);
  };
}

/** Turns a tree into closures over one district. Names are looked up here, once; schools come later. */
export function compileNode(node: FormulaNode, scope: Scope): Evaluator {
  switch (node.kind) {
    case 'number': {
      const value = fromRational(node.value);
      return () => value;
    }
    case 'text':
      return () => node.value;
    case 'enrollment':
      return compileEnrollment(scope);
    case 'property': {
      const { district } = scope;
      if (node.property === 'code') return (school) => district.code(school);
      if (node.property === 'name') return (school) => district.name(school);
      return (school) => district.level(school);
    }
    case 'column':
      return compileColumn(node, scope);
    case 'count':
      return compileCount(node, scope);
    case 'share':
      return compileShare(node, scope);
    case 'amount':
      return compileAmount(node, scope);
    case 'arithmetic':
      return compileArithmetic(node, scope);
    case 'negative': {
      const operand = compileNode(node.operand, scope);
      return (school) => {
        const value = operand(school);
        return value instanceof Exact ? negate(value) : notNumber(value, node.operand, 'a sign');
      };
    }
    case 'comparison':
      return compileComparison(node, scope);
    case 'both':
      return compileJunction(node.left, node.right, true, scope);
    case 'either':
      return compileJunction(node.left, node.right, false, scope);
    case 'not': {
      const operand = compileNode(node.operand, scope);
      return (school) => {
        const value = operand(school);
        return typeof value === 'boolean' ? !value : notCondition(value, node.operand, 'not');
      };
    }
    case 'if':
      return compileIf(node, scope);
    case 'oneOf':
      return compileOneOf(node, scope);
    case 'function':
      return compileNumberFunction(
        node.name,
        node.values,
        node.values.map((value) => compileNode(value, scope)),
        scope,
      );
    case 'aggregate':
      return compileAggregate(node.name, printNode(node), compileNode(node.value, scope), scope);
  }
}
