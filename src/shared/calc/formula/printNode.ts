import { quoted } from '../../text/quoted.ts';
import type { FormulaNode } from './FormulaNode.ts';

const SHOWN_LENGTH = 60;

function print(node: FormulaNode): string {
  switch (node.kind) {
    case 'number': {
      const { numerator, denominator } = node.value;
      return denominator === 1n ? String(numerator) : String(Number(numerator) / Number(denominator));
    }
    case 'text':
      return quoted(node.value);
    case 'enrollment':
      return 'enrollment';
    case 'property':
      return node.property;
    case 'column':
      return /^\w+$/.test(node.name) ? node.name : `measure(${quoted(node.name)})`;
    case 'count':
      return node.level === null ? `count(${quoted(node.need)})` : `count(${quoted(node.need)}, ${quoted(node.level)})`;
    case 'share':
      return `share(${quoted(node.need)})`;
    case 'amount':
      return `amount(${quoted(node.source)})`;
    case 'arithmetic':
    case 'comparison':
      return `${inner(node.left)} ${node.operator} ${inner(node.right)}`;
    case 'negative':
      return `-${inner(node.operand)}`;
    case 'both':
      return `${inner(node.left)} and ${inner(node.right)}`;
    case 'either':
      return `${inner(node.left)} or ${inner(node.right)}`;
    case 'not':
      return `not ${inner(node.operand)}`;
    case 'if':
      return `if(${print(node.condition)}, ${print(node.whenTrue)}, ${print(node.whenFalse)})`;
    case 'oneOf':
      return `oneOf(${[node.value, ...node.among].map(print).join(', ')})`;
    case 'function':
      return `${node.name}(${node.values.map(print).join(', ')})`;
    case 'aggregate':
      return `${node.name}(${print(node.value)})`;
  }
}

function inner(node: FormulaNode): string {
  const isWhole = !['arithmetic', 'comparison', 'both', 'either', 'not', 'negative'].includes(node.kind);
  return isWhole ? print(node) : `(${print(node)})`;
}

/** A part of a formula as it is named in a sentence: `count("Poverty") * 2`, cut to a readable length. */
export function printNode(node: FormulaNode): string {
  const text = print(node);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}
