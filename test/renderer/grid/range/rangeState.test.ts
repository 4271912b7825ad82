import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockBetween, contains, describeSize, heightOf, widthOf } from '../../../../src/renderer/grid/range/Block.ts';
import { jumpToEdge } from '../../../../src/renderer/grid/range/jumpToEdge.ts';
import { RangeState } from '../../../../src/renderer/grid/range/RangeState.ts';
import { destination, isRangeKey, type KeyPress } from '../../../../src/renderer/grid/range/rangeKeys.ts';

const sheet = (rows = 10, columns = 5): RangeState => {
  const state = new RangeState();
  state.setBounds(rows, columns);
  return state;
};
const place = fc.record({ row: fc.nat(9), column: fc.nat(4) });

describe('a selection', () => {
  it('runs from the active cell to where it is drawn, whichever way', () => {
    fc.assert(
      fc.property(place, place, (from, to) => {
        const state = sheet();
        state.collapse(from);
        state.extendTo(to);
        expect(state.block).toEqual(blockBetween(from, to));
        expect(state.active).toEqual(from);
        expect(state.head).toEqual(to);
      }),
    );
  });

  it('keeps within the sheet when rows go', () => {
    const state = sheet();
    state.select({ row: 2, column: 1 }, { row: 9, column: 4 });
    state.setBounds(4, 3);
    expect(state.block).toEqual({ top: 2, left: 1, bottom: 3, right: 2 });
    state.setBounds(0, 3);
    expect(state.block).toBeNull();
  });

  it('of whole columns stays whole when rows come, and takes in columns by Shift', () => {
    const state = sheet();
    state.collapse({ row: 3, column: 1 });
    state.widen('columns');
    state.extendTo({ row: 3, column: 2 });
    state.setBounds(20, 5);
    expect(state.block).toEqual({ top: 0, left: 1, bottom: 19, right: 2 });
    state.widen('rows');
    expect(state.block).toEqual({ top: 0, left: 0, bottom: 19, right: 4 });
  });

  it('is walked through cell by cell, and round to where it began', () => {
    fc.assert(
      fc.property(place, place, fc.constantFrom('Enter', 'Tab'), fc.constantFrom(1, -1), (from, to, key, by) => {
        const state = sheet();
        state.collapse(from);
        state.extendTo(to);
        const { block } = state;
        if (!block || !state.isMultiple) return;
        const seen = new Set<string>();
        const size = heightOf(block) * widthOf(block);
        for (let at = 0; at < size; at++) {
          const next = key === 'Enter' ? state.next(by, 0) : state.next(0, by);
          if (!next) throw new Error('a selection of several cells always has a next one');
          expect(contains(block, next)).toBe(true);
          seen.add(`${next.row} ${next.column}`);
          state.activate(next);
        }
        expect(seen.size).toBe(size);
        expect(state.active).toEqual(from);
        expect(state.block).toEqual(block);
      }),
    );
  });

  it('goes down first with Enter, and right first with Tab', () => {
    const state = sheet();
    state.select({ row: 1, column: 1 }, { row: 2, column: 2 });
    expect(state.next(1, 0)).toEqual({ row: 2, column: 1 });
    expect(state.next(0, 1)).toEqual({ row: 1, column: 2 });
    expect(state.next(-1, 0)).toEqual({ row: 2, column: 2 });
    state.activate({ row: 2, column: 1 });
    expect(state.next(1, 0)).toEqual({ row: 1, column: 2 });
  });

  it('of one cell lets the keys leave it', () => {
    const state = sheet();
    state.collapse({ row: 1, column: 1 });
    expect(state.next(1, 0)).toBeNull();
    expect(state.isMultiple).toBe(false);
  });

  it('is measured rows first', () => {
    expect(describeSize(12, 3)).toBe('12 × 3 cells');
    expect(describeSize(1_500, 4)).toBe('1,500 × 4 cells');
    expect(describeSize(1, 1)).toBe('1 cell');
  });
});

describe('Ctrl and an arrow', () => {
  // Filled: 0 1 2 · · 5 6 · 8
  const filled = new Set([0, 1, 2, 5, 6, 8]);
  const isFilled = (at: number): boolean => filled.has(at);
  it.each([
    [0, 1, 2],
    [2, 1, 5],
    [5, 1, 6],
    [6, 1, 8],
    [8, 1, 9],
    [3, 1, 5],
    [9, 1, 9],
    [8, -1, 6],
    [6, -1, 5],
    [5, -1, 2],
    [2, -1, 0],
    [0, -1, 0],
  ] as const)('from %d by %d leads to %d', (from, step, to) => {
    expect(jumpToEdge(isFilled, from, step, 9)).toBe(to);
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
    key,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    ...more,
  });
  const terrain = { rows: 100, columns: 8, page: () => 20, isFilled: () => true };
  it.each([
    [press('Home'), { row: 50, column: 0 }],
    [press('End'), { row: 50, column: 7 }],
    [press('Home', { ctrlKey: true }), { row: 0, column: 0 }],
    [press('End', { metaKey: true }), { row: 99, column: 7 }],
    [press('PageUp'), { row: 30, column: 3 }],
    [press('PageDown', { shiftKey: true }), { row: 70, column: 3 }],
    [press('ArrowDown', { ctrlKey: true }), { row: 99, column: 3 }],
    [press('ArrowLeft', { ctrlKey: true }), { row: 50, column: 0 }],
    [press('ArrowRight'), { row: 50, column: 4 }],
    [press('x'), null],
    [press('ArrowUp', { altKey: true }), null],
  ])('%o', (pressed, to) => {
    expect(destination(pressed, { row: 50, column: 3 }, terrain)).toEqual(to);
  });

  it('never lead out of the sheet', () => {
    const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown'];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.boolean(), fc.nat(99), fc.nat(7), (key, ctrlKey, row, column) => {
        const to = destination(press(key, { ctrlKey }), { row, column }, terrain);
        if (to) expect(contains({ top: 0, left: 0, bottom: 99, right: 7 }, to)).toBe(true);
      }),
    );
  });

  it('are the selection’s only where they mean one; plain arrows are the grid’s', () => {
    expect(isRangeKey(press('ArrowDown'), true)).toBe(false);
    expect(isRangeKey(press('ArrowDown', { shiftKey: true }), false)).toBe(true);
    expect(isRangeKey(press('Enter'), false)).toBe(false);
    expect(isRangeKey(press('Enter'), true)).toBe(true);
    expect(isRangeKey(press('ArrowUp', { altKey: true }), true)).toBe(false);
  });
});
