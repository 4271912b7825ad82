import type { Calculation } from '../calc/Calculation.ts';
import { type Expression, literal, ref } from './expressions.ts';

/** What a calculator takes from the program and does not work out itself: a value, or a look-up of the chosen school. */
export interface Given {
  readonly expression: Expression;
  /** Whether it has to be written as a formula. */
  readonly isLookup: boolean;
}

/**
 * Whose calculator it is. A school's has its own figures in its cells; the district's looks those of the chosen
 * school up. Both are laid out by the same code, so that they cannot come to differ.
 */
export interface CalculatorFigures {
  readonly calculation: Calculation;
  /** The schools it can show. */
  readonly schools: readonly number[];
  /** The school whose values stand in it as it is written. */
  readonly shown: number;
  readonly isDistrict: boolean;
  /** A figure of each school; texts are for what a school does not have. */
  given(label: string, at: (school: number) => number | string): Given;
  /**
   * Dollars by which the program's amount differs from what the formula comes to: the odd cents of a pool that is
   * used up exactly, and in amounts of billions what doubles cannot tell. Null where no school has any.
   */
  odd(label: string, amountCents: (school: number) => number, computed: Expression): Given | null;
}

const centsOf = (expression: Expression): number =>
  typeof expression.value === 'number' ? Math.round(expression.value * 100) : 0;

/** The figures of one school, in cells of their own. */
export function schoolFigures(calculation: Calculation, school: number): CalculatorFigures {
  const given = (value: number | string): Given => ({ expression: literal(value), isLookup: false });
  return {
    calculation,
    schools: [school],
    shown: school,
    isDistrict: false,
    given: (_label, at) => given(at(school)),
    odd: (_label, amountCents, computed) => {
      const cents = amountCents(school) - centsOf(computed);
      return cents === 0 ? null : given(cents / 100);
    },
  };
}

/** One column of the district's figures, a value for each school. */
export interface FigureColumn {
  readonly label: string;
  readonly values: readonly (number | string)[];
}

/** Odd dollars by label and school, as a first pass over all schools finds them. */
export type OddDollars = ReadonlyMap<string, Float64Array>;

/** A pass that finds the odd cents of one school of the district; nothing of what it lays out is written. */
export function findingFigures(
  calculation: Calculation,
  schools: readonly number[],
  school: number,
  found: Map<string, Float64Array>,
): CalculatorFigures {
  return {
    calculation,
    schools,
    shown: school,
    isDistrict: true,
    given: (label, at) => ({ expression: ref(label, at(school)), isLookup: true }),
    odd: (label, amountCents, computed) => {
      const cents = amountCents(school) - centsOf(computed);
      if (cents === 0) return null;
      let column = found.get(label);
      if (!column) {
        column = new Float64Array(schools.length);
        found.set(label, column);
      }
      column[school] = cents / 100;
      return { expression: ref(label, cents / 100), isLookup: true };
    },
  };
}

/** The figures of a district's calculator: `lookup` gives the formula that reads a column at the chosen school. */
export function districtFigures(
  calculation: Calculation,
  schools: readonly number[],
  shown: number,
  odd: OddDollars,
  lookup: (column: number) => string,
): CalculatorFigures & { readonly columns: readonly FigureColumn[] } {
  const columns: FigureColumn[] = [];
  const given = (label: string, at: (school: number) => number | string): Given => {
    const values = schools.map(at);
    const known = columns.findIndex((column) => column.label === label);
    if (known < 0) columns.push({ label, values });
    const place = known < 0 ? columns.length - 1 : known;
    return { expression: ref(lookup(place), at(shown)), isLookup: true };
  };
  return {
    ...{ calculation, schools, shown, columns, isDistrict: true, given },
    odd: (label) => {
      const column = odd.get(label);
      return column ? given(label, (school) => column[school]!) : null;
    },
  };
}
