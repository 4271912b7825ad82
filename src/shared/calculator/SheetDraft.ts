import { type Expression, ref } from './expressions.ts';
import type {
  Highlight,
  LayoutCell,
  LayoutPrint,
  LayoutStyle,
  LayoutTable,
  SheetLayout,
  Validation,
} from './WorkbookLayout.ts';

/** `A` of 1, `AA` of 27. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

export const address = (row: number, column: number): string => `${columnName(column)}${row}`;
export const fixedAddress = (row: number, column: number): string => `$${columnName(column)}$${row}`;

/** How wide a usual character is against the digits that widths are counted in. */
const CHARACTER = 0.86;

/** A sheet while it is laid out, from top to bottom. Every cell put gives back a reference to it. */
export class SheetDraft {
  readonly name: string;
  readonly widths: readonly number[];
  readonly cells: LayoutCell[] = [];
  readonly heights = new Map<number, number>();
  readonly merges: string[] = [];
  readonly validations: Validation[] = [];
  readonly highlights: Highlight[] = [];
  readonly tables: LayoutTable[] = [];
  frozen: SheetLayout['frozen'] = null;
  isProtected = false;
  /** The next free row. */
  row = 1;

  constructor(name: string, widths: readonly number[]) {
    this.name = name;
    this.widths = widths;
  }

  /** A value that stands as it is. */
  put(column: number, value: number | string | null, style: LayoutStyle, row = this.row): Expression {
    this.cells.push({ row, column, value, formula: null, style });
    return ref(address(row, column), value ?? '');
  }

  /** A formula, with what it comes to beside it. */
  compute(column: number, expression: Expression, style: LayoutStyle, row = this.row): Expression {
    this.cells.push({ row, column, value: expression.value, formula: expression.text, style });
    return ref(address(row, column), expression.value);
  }

  /** Cells without content that carry the look of their row. */
  fill(from: number, to: number, style: LayoutStyle, row = this.row): void {
    const taken = new Set(this.cells.filter((cell) => cell.row === row).map((cell) => cell.column));
    for (let column = from; column <= to; column++) if (!taken.has(column)) this.put(column, null, style, row);
  }

  /** A text over several columns, as high as its lines are taken to need. */
  paragraph(from: number, to: number, text: string, style: LayoutStyle, lineHeight = 13): void {
    this.put(from, text, style);
    if (to > from) this.merges.push(`${address(this.row, from)}:${address(this.row, to)}`);
    const characters = this.widths.slice(from - 1, to).reduce((sum, width) => sum + width, 0);
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * CHARACTER) / characters)), 0);
    // No row may be higher than 409 points.
    this.heights.set(this.row, Math.min(400, lines * lineHeight + 3));
    this.row++;
  }

  layout(print: LayoutPrint, isHidden = false): SheetLayout {
    const { name, widths, cells, heights, merges, frozen, isProtected, validations, highlights, tables } = this;
    return {
      ...{ name, widths, cells, heights, merges, frozen, isProtected, validations, highlights, tables },
      print,
      ...(isHidden ? { isHidden } : {}),
    };
  }
}
