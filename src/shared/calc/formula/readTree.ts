import { decimalText } from '../../text/parseNumber.ts';
import { quoted } from '../../text/quoted.ts';
import { parseDecimal } from '../rational.ts';
import type {
  AggregateFunction,
  ArithmeticOperator,
  ComparisonOperator,
  FormulaNode,
  NumberFunction,
} from './FormulaNode.ts';
import { FORMULA_LIMITS } from './formulaLimits.ts';
import { AGGREGATE_FUNCTIONS, FUNCTIONS, NUMBER_FUNCTIONS } from './functions.ts';

/** What this file looks at in the parser's nodes; told apart by `type` alone. */
export interface ParsedNode {
  readonly type: string;
  toString(): string;
}
interface ConstantNode extends ParsedNode {
  readonly value: unknown;
}
interface SymbolNode extends ParsedNode {
  readonly name: string;
}
interface ParenthesisNode extends ParsedNode {
  readonly content: ParsedNode;
}
interface OperatorNode extends ParsedNode {
  readonly op: string;
  readonly args: readonly ParsedNode[];
  readonly implicit: boolean;
  readonly isPercentage?: boolean;
}
interface FunctionNode extends ParsedNode {
  readonly fn: ParsedNode;
  readonly args: readonly ParsedNode[];
}

/** Thrown inside this file only, and turned into a sentence at its border. */
class NotAllowed extends Error {}

const ARITHMETIC: ReadonlySet<string> = new Set<ArithmeticOperator>(['+', '-', '*', '/', '^']);
const COMPARISONS: ReadonlySet<string> = new Set<ComparisonOperator>(['==', '!=', '<', '<=', '>', '>=']);

function refuse(reason: string): never {
  throw new NotAllowed(`${reason}.`);
}

/** Walks the parser's tree, letting through only what the formula language has, into this project's own tree. */
class Walk {
  #nodes = 0;

  read(node: ParsedNode): FormulaNode {
    if (node.type === 'ParenthesisNode') return this.read((node as ParenthesisNode).content);
    this.#nodes++;
    if (this.#nodes > FORMULA_LIMITS.nodes) {
      refuse(`The formula has more than ${FORMULA_LIMITS.nodes} names, numbers and operators; make it shorter`);
    }
    switch (node.type) {
      case 'ConstantNode':
        return this.#constant((node as ConstantNode).value);
      case 'SymbolNode':
        return this.#name((node as SymbolNode).name);
      case 'OperatorNode':
        return this.#operator(node as OperatorNode);
      case 'FunctionNode':
        return this.#function(node as FunctionNode);
      case 'RelationalNode':
        return refuse('Comparisons stand in a row, as in 1 < x < 3; write 1 < x and x < 3');
      default:
        return refuse(`${quoted(node.toString())} is not part of the formula language`);
    }
  }

  #constant(value: unknown): FormulaNode {
    if (typeof value === 'string') return { kind: 'text', value };
    // A double keeps fifteen decimal digits, so writing it back in fifteen gives exactly the digits that were typed.
    const digits = typeof value === 'number' ? decimalText(value) : null;
    const exact = digits === null ? null : parseDecimal(digits);
    return exact === null
      ? refuse(`${quoted(String(value))} is not part of the formula language`)
      : { kind: 'number', value: exact };
  }

  #name(name: string): FormulaNode {
    switch (name) {
      case 'enrollment':
        return { kind: 'enrollment' };
      case 'code':
      case 'name':
      case 'level':
        return { kind: 'property', property: name };
      default: {
        const form = FUNCTIONS.get(name.toLowerCase());
        if (form)
          refuse(`${quoted(name)} is a function; write ${form.example}, or measure("${name}") for a column so called`);
        return { kind: 'column', name, only: null };
      }
    }
  }

  #operator(node: OperatorNode): FormulaNode {
    const operator = node.op;
    const [first, second] = node.args;
    if (node.implicit || node.isPercentage) refuse(`${quoted(node.toString())} lacks an operator; write * to multiply`);
    if (first && !second) return this.#prefix(operator, first);
    if (!first || !second || node.args.length > 2) return refuse(`${quoted(operator)} stands between two parts`);
    if (operator === 'and') return { kind: 'both', left: this.read(first), right: this.read(second) };
    if (operator === 'or') return { kind: 'either', left: this.read(first), right: this.read(second) };
    if (COMPARISONS.has(operator)) {
      if (isOperator(first, 'not')) refuse('It is unclear how far not reaches; write not (a == b)');
      return {
        kind: 'comparison',
        operator: operator as ComparisonOperator,
        left: this.read(first),
        right: this.read(second),
      };
    }
    if (!ARITHMETIC.has(operator)) return refuse(`${quoted(operator)} is not part of the formula language`);
    if (operator === '^' && isOperator(second, '^'))
      refuse('Powers stand in a row, as in 2^3^2; write (2^3)^2 or 2^(3^2)');
    return {
      kind: 'arithmetic',
      operator: operator as ArithmeticOperator,
      left: this.read(first),
      right: this.read(second),
    };
  }

  #prefix(operator: string, part: ParsedNode): FormulaNode {
    if (operator === 'not') return { kind: 'not', operand: this.read(part) };
    if (operator !== '-' && operator !== '+') return refuse(`${quoted(operator)} is not part of the formula language`);
    // Spreadsheets read −2^2 as 4 and mathematicians as −4; a budget must not hang on that.
    if (isOperator(part, '^')) refuse('It is unclear what the sign before a power means; write -(2^2) or (-2)^2');
    const operand = this.read(part);
    // A plus sign changes nothing but still asks for a number, which subtracting a negative does.
    return operator === '-'
      ? { kind: 'negative', operand }
      : { kind: 'negative', operand: { kind: 'negative', operand } };
  }

  #function(node: FunctionNode): FormulaNode {
    const called = node.fn;
    if (called.type !== 'SymbolNode') return refuse(`${quoted(node.toString())} is not part of the formula language`);
    const written = (called as SymbolNode).name;
    const form = FUNCTIONS.get(written.toLowerCase());
    if (!form) {
      const known = [...FUNCTIONS.values()].map((each) => each.name).join(', ');
      return refuse(`${quoted(written)} is not a function of the formula language; there are ${known}`);
    }
    const parts = node.args;
    if (parts.length < form.least || parts.length > form.most) {
      const many = form.least === form.most ? `${form.least}` : `${form.least} to ${form.most}`;
      refuse(
        `${form.name} takes ${many} part${form.most === 1 ? '' : 's'} and has ${parts.length}; write ${form.example}`,
      );
    }
    const { name } = form;
    const literal = (at: number): string => {
      const part = parts[at];
      const value = part?.type === 'ConstantNode' ? (part as ConstantNode).value : null;
      this.#nodes++;
      return typeof value === 'string' ? value : refuse(`${name} takes a text in double quotes; write ${form.example}`);
    };
    if (name === 'count') return { kind: 'count', need: literal(0), level: parts.length > 1 ? literal(1) : null };
    if (name === 'share') return { kind: 'share', need: literal(0) };
    if (name === 'amount') return { kind: 'amount', source: literal(0) };
    if (name === 'measure' || name === 'tag') return { kind: 'column', name: literal(0), only: name };
    const values = parts.map((part) => this.read(part));
    const [first, second, third] = values;
    if (name === 'if' && first && second && third)
      return { kind: 'if', condition: first, whenTrue: second, whenFalse: third };
    if (name === 'oneOf' && first) return { kind: 'oneOf', value: first, among: values.slice(1) };
    if (NUMBER_FUNCTIONS.has(name)) return { kind: 'function', name: name as NumberFunction, values };
    if (AGGREGATE_FUNCTIONS.has(name) && first) {
      return { kind: 'aggregate', name: name as AggregateFunction, value: first };
    }
    return refuse(`${quoted(name)} cannot be used here`);
  }
}

function isOperator(node: ParsedNode, operator: string): boolean {
  return node.type === 'OperatorNode' && (node as OperatorNode).op === operator;
}

/** The tree of a formula, or one sentence that says what in it is not allowed. */
export function readTree(
  root: ParsedNode,
): { readonly ok: true; readonly tree: FormulaNode } | { readonly ok: false; readonly sentence: string } {
  try {
    return { ok: true, tree: new Walk().read(root) };
  } catch (error) {
    if (error instanceof NotAllowed) return { ok: false, sentence: error.message };
    throw error;
  }
}
