import type { Rational } from '../rational.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '^';
export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>=';
/** Functions of numbers at one school. */
export type NumberFunction = 'min' | 'max' | 'abs' | 'floor' | 'ceil' | 'clamp' | 'round';
/** Functions over all eligible schools. */
export type AggregateFunction = 'total' | 'average' | 'rank' | 'percentile';

/** A formula as this project's own tree; nothing of the parser's is left in it. */
export type FormulaNode =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'enrollment' }
  | { readonly kind: 'property'; readonly property: 'code' | 'name' | 'level' }
  /** A measure or a tag; `only` where it was written as measure("…") or tag("…"). */
  | { readonly kind: 'column'; readonly name: string; readonly only: 'measure' | 'tag' | null }
  | { readonly kind: 'count'; readonly need: string; readonly level: string | null }
  | { readonly kind: 'share'; readonly need: string }
  | { readonly kind: 'amount'; readonly source: string }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: 'negative'; readonly operand: FormulaNode }
  | {
      readonly kind: 'comparison';
      readonly operator: ComparisonOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    }
  | { readonly kind: 'both'; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: 'either'; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: 'not'; readonly operand: FormulaNode }
  | {
      readonly kind: 'if';
      readonly condition: FormulaNode;
      readonly whenTrue: FormulaNode;
      readonly whenFalse: FormulaNode;
    }
  | { readonly kind: 'oneOf'; readonly value: FormulaNode; readonly among: readonly FormulaNode[] }
  | { readonly kind: 'function'; readonly name: NumberFunction; readonly values: readonly FormulaNode[] }
  | { readonly kind: 'aggregate'; readonly name: AggregateFunction; readonly value: FormulaNode };

/** The nodes directly below, in the order they are written. */
export function childrenOf(node: FormulaNode): readonly FormulaNode[] {
  switch (node.kind) {
    case 'arithmetic':
    case 'comparison':
    case 'both':
    case 'either':
      return [node.left, node.right];
    case 'negative':
    case 'not':
      return [node.operand];
    case 'if':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'oneOf':
      return [node.value, ...node.among];
    case 'function':
      return node.values;
    case 'aggregate':
      return [node.value];
    default:
      return [];
  }
}

/** Calls `visit` on a node and all below it. */
export function visitNodes(node: FormulaNode, visit: (node: FormulaNode) => void): void {
  visit(node);
  for (const child of childrenOf(node)) visitNodes(child, visit);
}
