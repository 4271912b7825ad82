import type { CalculatorFigures, Given } from './CalculatorFigures.ts';
import { type Expression, plus } from './expressions.ts';
import { SheetDraft } from './SheetDraft.ts';
import type { LayoutStyle } from './WorkbookLayout.ts';

/** Columns of a calculator. The first is a margin. */
export const COLUMN = {
  label: 2,
  level: 3,
  planned: 4,
  own: 5,
  used: 6,
  weight: 6,
  rate: 7,
  amount: 8,
  plannedAmount: 9,
  last: 9,
} as const;

const WIDTHS = [1, 32, 12, 14, 14, 14, 14, 15, 15];

/** What a level × need cell of the counts is called in the sheet, and the count that the formulas use. */
export interface CountCell {
  /** level × needs + need. */
  readonly cell: number;
  readonly need: number;
  readonly level: number;
  readonly used: Expression;
}

/** What a source comes to in the sheet. */
export interface SourceTotal {
  readonly source: number;
  readonly total: Expression;
}

/** The calculator while it is laid out, and the cells that later parts refer to. */
export class CalculatorDraft {
  readonly figures: CalculatorFigures;
  readonly sheet = new SheetDraft('Calculator', WIDTHS);
  readonly counts: CountCell[] = [];
  readonly totals: SourceTotal[] = [];
  /** The school's pupils, as its counts say. */
  pupils: Expression | null = null;

  constructor(figures: CalculatorFigures) {
    this.figures = figures;
  }

  /** A figure in a locked cell. */
  place(column: number, given: Given, style: LayoutStyle, row?: number): Expression {
    const { expression, isLookup } = given;
    if (isLookup) return this.sheet.compute(column, expression, style, row);
    return this.sheet.put(column, expression.value, style, row);
  }

  given(column: number, label: string, at: (school: number) => number | string, style: LayoutStyle): Expression {
    return this.place(column, this.figures.given(label, at), style);
  }

  /** The planned amount of the shown school beside what its counts come to. */
  planned(label: string, cents: (school: number) => number, style: LayoutStyle, row?: number): void {
    const given = this.figures.given(label, (school) => dollarsOr(cents(school), 'none'));
    this.place(COLUMN.plannedAmount, given, style, row);
  }

  /** The formula with what is odd about it added, so that untouched counts give the program's amount. */
  corrected(label: string, amountCents: (school: number) => number, computed: Expression): Expression {
    const odd = this.figures.odd(label, amountCents, computed);
    return odd ? plus(computed, odd.expression) : computed;
  }

  /** Over the schools that the calculator can show. */
  some(is: (school: number) => boolean): boolean {
    return this.figures.schools.some(is);
  }

  largest(at: (school: number) => number): number {
    let most = 0;
    for (const school of this.figures.schools) {
      const size = Math.abs(at(school));
      if (size > most) most = size;
    }
    return most;
  }
}

/** Cents as dollars; a text where there is no value. */
export const dollarsOr = (cents: number, none: string): number | string => (Number.isNaN(cents) ? none : cents / 100);
