import { create, type FactoryFunctionMap, parseDependencies } from 'mathjs/number';
import type { ParsedNode } from './readTree.ts';

/**
 * mathjs serves as a parser only: of its whole library nothing but `parse` is created, from its plain-number edition,
 * and nothing here ever evaluates or compiles what it returns. Created when the first formula is read, because most
 * documents open without one.
 */
let parse: ((text: string) => ParsedNode) | null = null;

export function parseExpression(text: string): ParsedNode {
  parse ??= create(parseDependencies as FactoryFunctionMap, {}).parse as (text: string) => ParsedNode;
  return parse(text);
}
