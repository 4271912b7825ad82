import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planPaste } from '../../../../src/renderer/grid/clipboard/planPaste.ts';

const sheet = { rows: 100, columns: 20 };
const one = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
const table = (rows: number, columns: number): string[][] =>
  Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => `${row}/${column}`));

function planned(...[cells, selection, size]: Parameters<typeof planPaste>) {
  const plan = planPaste(cells, selection, size);
  if (typeof plan === 'string') throw new Error(plan);
  return plan;
}

describe('what is pasted', () => {
  it('goes once from one cell, each text at its place', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 5 }), (rows, columns) => {
        const plan = planned(table(rows, columns), one(3, 2), sheet);
        expect(plan.block).toEqual({ top: 3, left: 2, bottom: 2 + rows, right: 1 + columns });
        expect(plan.textAt(3 + rows - 1, 2 + columns - 1)).toBe(`${rows - 1}/${columns - 1}`);
      }),
    );
  });

  it('is repeated over a selection a whole number of times as large', () => {
    const count = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(count, count, count, count, (rows, columns, down, across) => {
        const selection = { top: 1, left: 1, bottom: rows * down, right: columns * across };
        const plan = planned(table(rows, columns), selection, sheet);
        expect(plan.block).toEqual(selection);
        for (let row = selection.top; row <= selection.bottom; row++) {
          for (let column = selection.left; column <= selection.right; column++) {
            expect(plan.textAt(row, column)).toBe(`${(row - 1) % rows}/${(column - 1) % columns}`);
          }
        }
      }),
    );
  });

  it('is put once where the selection does not divide by it', () => {
    const plan = planned(table(2, 2), { top: 0, left: 0, bottom: 4, right: 3 }, sheet);
    expect(plan.block).toEqual({ top: 0, left: 0, bottom: 1, right: 1 });
  });

  it('of one value fills the selection, of one row fills every selected row', () => {
    const value = planned([['7']], { top: 2, left: 3, bottom: 9, right: 5 }, sheet);
    expect(value.block).toEqual({ top: 2, left: 3, bottom: 9, right: 5 });
    expect(value.textAt(9, 5)).toBe('7');
    const row = planned(table(1, 3), { top: 0, left: 4, bottom: 5, right: 4 }, sheet);
    expect(row.block).toEqual({ top: 0, left: 4, bottom: 5, right: 6 });
    expect(row.textAt(5, 6)).toBe('0/2');
  });

  it('that does not fit is refused in a sentence, empty rows at its end left aside', () => {
    expect(planPaste(table(12, 1), one(95, 0), sheet)).toMatch(/12 rows, and from here down there are only 5 rows/);
    expect(planPaste(table(1, 3), one(0, 19), sheet)).toMatch(/3 columns.* only 1 column\./);
    const overhanging = [...table(5, 2), ['', ''], ['']];
    expect(planned(overhanging, one(95, 0), sheet).block.bottom).toBe(99);
    expect(planned(overhanging, one(0, 0), sheet).block.bottom).toBe(6);
    expect(planPaste([], one(0, 0), sheet)).toMatch(/nothing to paste/);
  });

  it('takes short rows as ending in empty cells', () => {
    const plan = planned([['a', 'b'], ['c']], one(0, 0), sheet);
    expect(plan.textAt(1, 1)).toBe('');
  });
});
