import type { FormulaNode } from '../calc/formula/FormulaNode.ts';
import { toNumber } from '../calc/rational.ts';
import {
  abs,
  both,
  type Condition,
  compare,
  type Expression,
  either,
  int,
  literal,
  max,
  min,
  minus,
  not,
  over,
  plus,
  ref,
  round,
  times,
  when,
} from './expressions.ts';

/** What a formula may ask of the sheet. Null where the sheet does not have it. */
export interface FormulaCells {
  readonly enrollment: Expression;
  count(need: string, level: string | null): Expression | null;
  /** A measure of the school as a number, or a tag, its code, name or level as a text. */
  measure(name: string): Expression | null;
  text(name: string, kind: 'tag' | 'code' | 'name' | 'level'): Expression | null;
  amount(source: string): Expression | null;
}

/** Enough to tell any two numbers of a formula apart, and few enough to call 0.1 + 0.2 and 0.3 the same. */
const COMPARED_PLACES = 9;
/** What a spreadsheet takes in one call, and in one text. */
const MOST_ARGUMENTS = 250;
const LONGEST_LITERAL = 250;
const SPREADSHEET_OPERATOR = { '==': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

/**
 * A district's formula as a formula of the spreadsheet, so that points and dollars follow the counts. Null where it
 * asks for other schools (`total`, `rank` …) or for what a spreadsheet cannot say; its value is held then.
 */
export function formulaToExpression(node: FormulaNode, cells: FormulaCells): Expression | null {
  const of = (child: FormulaNode): Expression | null => formulaToExpression(child, cells);
  switch (node.kind) {
    case 'number':
      return literal(toNumber(node.value));
    case 'enrollment':
      return cells.enrollment;
    case 'count':
      return cells.count(node.need, node.level);
    case 'share': {
      const part = cells.count(node.need, null);
      return part && over(part, cells.enrollment);
    }
    case 'column':
      return node.only === 'tag' ? null : cells.measure(node.name);
    case 'amount':
      return cells.amount(node.source);
    case 'arithmetic': {
      const left = of(node.left);
      const right = of(node.right);
      return left && right && arithmetic(node.operator, left, right);
    }
    case 'negative': {
      const operand = of(node.operand);
      return operand && minus(literal(0), operand);
    }
    case 'if': {
      const condition = conditionOf(node.condition, cells);
      const whenTrue = of(node.whenTrue);
      const whenFalse = of(node.whenFalse);
      return condition && whenTrue && whenFalse && when(condition, whenTrue, whenFalse);
    }
    case 'function':
      return functionOf(node, cells);
    default:
      return null;
  }
}

function arithmetic(operator: '+' | '-' | '*' | '/' | '^', left: Expression, right: Expression): Expression {
  switch (operator) {
    case '+':
      return plus(left, right);
    case '-':
      return minus(left, right);
    case '*':
      return times(left, right);
    case '/':
      return over(left, right);
    case '^':
      return ref(`POWER(${left.text},${right.text})`, Number(left.value) ** Number(right.value));
  }
}

function functionOf(node: Extract<FormulaNode, { kind: 'function' }>, cells: FormulaCells): Expression | null {
  const values = node.values.map((value) => formulaToExpression(value, cells));
  if (values.some((value) => value === null)) return null;
  const [first, second, third] = values as Expression[];
  if (!first) return null;
  // Exact in the program; here a whole number must not be missed by the dust of doubles.
  const snapped = (value: Expression): Expression => round(value, COMPARED_PLACES);
  switch (node.name) {
    case 'min':
      return min(...(values as Expression[]));
    case 'max':
      return max(...(values as Expression[]));
    case 'abs':
      return abs(first);
    case 'floor':
      return int(snapped(first));
    case 'ceil':
      return minus(literal(0), int(snapped(minus(literal(0), first))));
    case 'clamp':
      return second && third ? max(second, min(third, first)) : null;
    case 'round': {
      const places = second ? Number(second.text) : 0;
      if (!Number.isInteger(places) || places < 0 || places > 9) return null;
      const scale = literal(10 ** places);
      const whole = round(round(times(first, scale), COMPARED_PLACES - Math.min(places, 5)), 0);
      return places === 0 ? whole : over(whole, scale);
    }
  }
}

function conditionOf(node: FormulaNode, cells: FormulaCells): Condition | null {
  switch (node.kind) {
    case 'both':
    case 'either': {
      const left = conditionOf(node.left, cells);
      const right = conditionOf(node.right, cells);
      return left && right && (node.kind === 'both' ? both(left, right) : either(left, right));
    }
    case 'not': {
      const operand = conditionOf(node.operand, cells);
      return operand && not(operand);
    }
    case 'comparison':
      return comparisonOf(node, cells);
    case 'oneOf': {
      const found = node.among.map((one) =>
        comparisonOf({ kind: 'comparison', operator: '==', left: node.value, right: one }, cells),
      );
      if (found.length === 0 || found.length > MOST_ARGUMENTS || found.some((one) => one === null)) return null;
      return either(...(found as Condition[]));
    }
    default:
      return null;
  }
}

function comparisonOf(node: Extract<FormulaNode, { kind: 'comparison' }>, cells: FormulaCells): Condition | null {
  const left = textOf(node.left, cells);
  const right = textOf(node.right, cells);
  if (left && right) {
    // A spreadsheet's own comparison of texts takes no notice of capital letters; the program's does.
    const isSame: Condition = { text: `EXACT(${left.text},${right.text})`, isTrue: left.value === right.value };
    return node.operator === '==' ? isSame : node.operator === '!=' ? not(isSame) : null;
  }
  const one = formulaToExpression(node.left, cells);
  const other = formulaToExpression(node.right, cells);
  if (!one || !other) return null;
  const operator = SPREADSHEET_OPERATOR[node.operator];
  return compare(round(one, COMPARED_PLACES), operator, round(other, COMPARED_PLACES));
}

function textOf(node: FormulaNode, cells: FormulaCells): Expression | null {
  if (node.kind === 'text') return node.value.length > LONGEST_LITERAL ? null : literal(node.value);
  if (node.kind === 'property') return cells.text(node.property, node.property);
  if (node.kind === 'column' && node.only !== 'measure') return cells.text(node.name, 'tag');
  return null;
}
