import { compareExact, Exact, exact } from './Exact.ts';
import type { AggregateFunction } from './FormulaNode.ts';
import { type Evaluator, Fault, OUTGROWN, type Scope, type Value } from './Scope.ts';

/** The values of all eligible schools, or the fault of the first school in code order that has none. */
function gather(call: string, inner: Evaluator, scope: Scope): { schools: number[]; values: Exact[] } | Fault {
  const schools: number[] = [];
  const values: Exact[] = [];
  for (let school = 0; school < scope.district.schoolCount; school++) {
    if (scope.among[school] === 0) continue;
    const value = inner(school);
    if (value instanceof Fault) {
      return new Fault(
        `${call} needs a value at every eligible school, but at ${scope.placeOf(school)} ${value.reason}`,
      );
    }
    if (!(value instanceof Exact)) {
      return new Fault(
        `${call} needs numbers, but at ${scope.placeOf(school)} it finds a ${typeof value === 'string' ? 'text' : 'condition'}`,
      );
    }
    schools.push(school);
    values.push(value);
  }
  return { schools, values };
}

/** A value made once for all schools, when it is first asked for. */
function once<T>(make: () => T): () => T {
  let held: { value: T } | null = null;
  return () => {
    held ??= { value: make() };
    return held.value;
  };
}

/**
 * Functions over the eligible schools; each is computed once for all of them, and only if some school needs it.
 *
 * - `total(x)`: the sum of x. Enrollments of 300, 200 and 100 total 600.
 * - `average(x)`: the sum ÷ the number of eligible schools: 200.
 * - `rank(x)`: 1 for the highest, as a spreadsheet's RANK; equal values share the better rank and the next one is
 *   skipped, so values 9, 7, 7, 5 rank 1, 2, 2, 4.
 * - `percentile(x)`: the part of the other schools with a lower value, from 0 to 1, as a spreadsheet's PERCENTRANK:
 *   (schools with a lower value) ÷ (schools − 1). Values 9, 7, 7, 5 give 1, 1/3, 1/3, 0; a single school has 1.
 *
 * At a school that is not eligible rank and percentile have no value.
 */
export function compileAggregate(name: AggregateFunction, call: string, inner: Evaluator, scope: Scope): Evaluator {
  const gathered = once(() => gather(call, inner, scope));
  const sum = once((): Exact | Fault => {
    const all = gathered();
    return all instanceof Fault ? all : (scope.arithmetic.sum(all.values) ?? OUTGROWN);
  });
  if (name === 'total') return sum;
  if (name === 'average') {
    const average = once((): Value => {
      const all = gathered();
      const total = sum();
      if (all instanceof Fault) return all;
      if (total instanceof Fault) return total;
      if (all.values.length === 0) return new Fault(`${call} has no eligible school to average`);
      return scope.arithmetic.divide(total, exact(all.values.length)) ?? OUTGROWN;
    });
    return average;
  }
  const places = once((): (Value | undefined)[] | Fault => {
    const all = gathered();
    if (all instanceof Fault) return all;
    return name === 'rank' ? ranks(all.schools, all.values) : percentiles(all.schools, all.values);
  });
  const outside = new Fault(`${call} ranks eligible schools only, and this is not one`);
  return (school) => {
    const all = places();
    return all instanceof Fault ? all : (all[school] ?? outside);
  };
}

/** Positions of `values` from the lowest to the highest. */
function ascending(values: readonly Exact[]): number[] {
  return values.map((_, at) => at).sort((a, b) => compareExact(values[a] as Exact, values[b] as Exact));
}

/** For each school how many others are strictly below it, and how many strictly above. */
function standings(values: readonly Exact[]): { below: number; above: number }[] {
  const order = ascending(values);
  const result = new Array<{ below: number; above: number }>(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (
      to < order.length &&
      compareExact(values[order[to] as number] as Exact, values[order[from] as number] as Exact) === 0
    )
      to++;
    for (let at = from; at < to; at++) result[order[at] as number] = { below: from, above: order.length - to };
    from = to;
  }
  return result;
}

function ranks(schools: readonly number[], values: readonly Exact[]): (Value | undefined)[] {
  const result: (Value | undefined)[] = [];
  standings(values).forEach(({ above }, at) => {
    result[schools[at] as number] = exact(above + 1);
  });
  return result;
}

function percentiles(schools: readonly number[], values: readonly Exact[]): (Value | undefined)[] {
  const result: (Value | undefined)[] = [];
  const others = values.length - 1;
  standings(values).forEach(({ below }, at) => {
    result[schools[at] as number] = others === 0 ? exact(1) : exact(below, others);
  });
  return result;
}
