import { CENTS_PER_DOLLAR, COUNT_SCALE } from '../../model/units.ts';
import { quoted } from '../../text/quoted.ts';
import { exact, fromRational } from './Exact.ts';
import type { FormulaNode } from './FormulaNode.ts';
import { type Evaluator, Fault, type Scope, type Value } from './Scope.ts';

type Leaf<Kind extends FormulaNode['kind']> = Extract<FormulaNode, { kind: Kind }>;

/** All pupils of a school, as a decimal number. */
export function compileEnrollment(scope: Scope): Evaluator {
  const { district } = scope;
  return (school) => exact(district.count(school, null, null), COUNT_SCALE);
}

/** Pupils of a need, at one level or all; both by code or name. */
export function compileCount(node: Leaf<'count'>, scope: Scope): Evaluator {
  const { district } = scope;
  const need = district.findNeed(node.need);
  if (need === null) return scope.fail(`${quoted(node.need)} is not a need category of this district`);
  const level = node.level === null ? null : district.findLevel(node.level);
  if (node.level !== null && level === null) {
    return scope.fail(`${quoted(node.level)} is not a schooling level of this district`);
  }
  return (school) => exact(district.count(school, need, level), COUNT_SCALE);
}

/** Pupils of a need ÷ all pupils: 0.4 where 120 of 300 pupils are poor. Without pupils there is no share. */
export function compileShare(node: Leaf<'share'>, scope: Scope): Evaluator {
  const { district } = scope;
  const need = district.findNeed(node.need);
  if (need === null) return scope.fail(`${quoted(node.need)} is not a need category of this district`);
  const fault = new Fault(`share(${quoted(node.need)}) divides by an enrollment of zero`);
  return (school) => {
    const all = district.count(school, null, null);
    return all === 0 ? fault : exact(district.count(school, need, null), all);
  };
}

/** Dollars an earlier source gives the school. */
export function compileAmount(node: Leaf<'amount'>, scope: Scope): Evaluator {
  const cents = scope.district.amount(node.source);
  if (!cents) {
    return scope.fail(`${quoted(node.source)} is not a revenue source that stands before this one`);
  }
  return (school) => exact(cents(school), CENTS_PER_DOLLAR);
}

/** What a person who wrote an unknown name may have meant. */
function hint(name: string, scope: Scope): string {
  if (scope.district.findNeed(name) !== null) return `; for its pupils write count(${quoted(name)})`;
  if (scope.district.findLevel(name) !== null) return `; write levels in double quotes, as in level == ${quoted(name)}`;
  const folded = name.toLowerCase();
  const builtIn = ['enrollment', 'level', 'code', 'name'].find((each) => each === folded);
  return builtIn ? `; write ${builtIn}` : '; see the columns of the Schools sheet';
}

/**
 * A measure (a number) or a tag (a text) by the name of its column. A blank measure is a fault, never zero; a blank
 * tag is the empty text, which equals no other.
 */
export function compileColumn(node: Leaf<'column'>, scope: Scope): Evaluator {
  const { name, only } = node;
  const measure = only === 'tag' ? null : scope.district.measure(name);
  if (measure) {
    const blank = new Fault(`the measure ${name} is blank there; fill it in`);
    const held: (Value | undefined)[] = [];
    return (school) => {
      let value = held[school];
      if (value === undefined) {
        const number = measure(school);
        value = number ? fromRational(number) : blank;
        held[school] = value;
      }
      return value;
    };
  }
  const tag = only === 'measure' ? null : scope.district.tag(name);
  if (tag) return (school) => tag(school) ?? '';
  const kind = only ?? 'measure or tag';
  return scope.fail(`${quoted(name)} is not a ${kind} of this district${only ? '' : hint(name, scope)}`);
}
