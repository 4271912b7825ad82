import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, blockBetween, contains, type Place } from '../../../../src/renderer/grid/range/Block.ts';
import { cellCount, crossed, disjoint, without } from '../../../../src/renderer/grid/range/blocks.ts';
import { RangeState } from '../../../../src/renderer/grid/range/RangeState.ts';

const ROWS = 8;
const COLUMNS = 6;
const place = fc.record({ row: fc.nat(ROWS - 1), column: fc.nat(COLUMNS - 1) });
const block = fc.tuple(place, place).map(([one, other]) => blockBetween(one, other));
const blocks = fc.array(block, { minLength: 1, maxLength: 5 });
const everyPlace: Place[] = Array.from({ length: ROWS * COLUMNS }, (_, at) => ({
  row: Math.floor(at / COLUMNS),
  column: at % COLUMNS,
}));
const times = (list: readonly Block[], at: Place): number => list.filter((one) => contains(one, at)).length;

describe('several blocks', () => {
  it('come apart into the same cells, each in one block', () => {
    fc.assert(
      fc.property(blocks, (list) => {
        const parts = disjoint(list);
        for (const at of everyPlace) expect(times(parts, at)).toBe(Math.min(1, times(list, at)));
        expect(cellCount(list)).toBe(everyPlace.filter((at) => times(list, at) > 0).length);
      }),
    );
  });

  it('lose one cell and no other', () => {
    fc.assert(
      fc.property(blocks, place, (list, gone) => {
        const left = without(list, gone);
        for (const at of everyPlace) {
          const isGone = at.row === gone.row && at.column === gone.column;
          expect(times(left, at)).toBe(isGone ? 0 : times(list, at));
        }
      }),
    );
  });

  it('of the same rows or columns are one table, in the order of the sheet', () => {
    const top = { top: 1, bottom: 2 };
    expect(
      crossed([
        { ...top, left: 4, right: 4 },
        { ...top, left: 1, right: 2 },
      ]),
    ).toEqual({
      rows: [1, 2],
      columns: [1, 2, 4],
    });
    const side = { left: 0, right: 1 };
    expect(
      crossed([
        { ...side, top: 5, bottom: 5 },
        { ...side, top: 0, bottom: 1 },
        { ...side, top: 1, bottom: 1 },
      ]),
    ).toEqual({ rows: [0, 1, 5], columns: [0, 1] });
    expect(
      crossed([
        { ...top, left: 0, right: 0 },
        { top: 1, bottom: 3, left: 2, right: 2 },
      ]),
    ).toBeNull();
    expect(crossed([])).toBeNull();
  });
});

describe('a selection of several blocks', () => {
  const sheet = (): RangeState => {
    const state = new RangeState();
    state.setBounds(ROWS, COLUMNS);
    return state;
  };

  it('is all that was selected with Ctrl, and one block again without it', () => {
    fc.assert(
      fc.property(block, fc.array(block, { maxLength: 4 }), place, (first, more, last) => {
        const state = sheet();
        state.collapse({ row: first.top, column: first.left });
        state.extendTo({ row: first.bottom, column: first.right });
        for (const one of more) {
          state.startAnother({ row: one.top, column: one.left });
          state.extendTo({ row: one.bottom, column: one.right });
        }
        expect(state.blocks).toEqual([first, ...more]);
        state.collapse(last);
        expect(state.blocks).toEqual([blockBetween(last, last)]);
      }),
    );
  });

  it('lets go of a cell, but never of the last', () => {
    const state = sheet();
    state.collapse({ row: 0, column: 0 });
    expect(state.takeOut({ row: 0, column: 0 })).toBe(false);
    expect(state.takeOut({ row: 5, column: 5 })).toBe(false);
    state.startAnother({ row: 3, column: 3 });
    expect(state.takeOut({ row: 3, column: 3 })).toBe(true);
    expect(state.blocks).toEqual([{ top: 0, left: 0, bottom: 0, right: 0 }]);
    expect(state.active).toEqual({ row: 0, column: 0 });
  });

  it('is walked through block by block, and round to where it began, there and back', () => {
    fc.assert(
      fc.property(blocks, fc.constantFrom<readonly [number, number]>([1, 0], [0, 1]), (list, [rows, columns]) => {
        const state = sheet();
        const apart = disjoint(list);
        const [first, ...others] = apart;
        if (!first || cellCount(apart) < 2) return;
        state.select({ row: first.top, column: first.left }, { row: first.bottom, column: first.right });
        for (const one of others)
          state.select({ row: one.top, column: one.left }, { row: one.bottom, column: one.right }, 'cells', 'further');
        const start = JSON.stringify(state.active);
        const walked: string[] = [];
        for (let at = 0; at < cellCount(apart); at++) {
          const next = state.next(rows, columns) as Place;
          state.activate(next);
          walked.push(JSON.stringify(state.active));
        }
        expect(new Set(walked).size).toBe(walked.length);
        expect(walked.at(-1)).toBe(start);
        for (const expected of walked.slice(0, -1).reverse()) {
          state.activate(state.next(-rows, -columns) as Place);
          expect(JSON.stringify(state.active)).toBe(expected);
        }
      }),
    );
  });

  it('grows by the keyboard from when adding begins until it ends', () => {
    const state = sheet();
    state.collapse({ row: 1, column: 1 });
    state.startAdding();
    state.collapse({ row: 4, column: 4 });
    state.extendTo({ row: 5, column: 4 });
    expect(state.blocks).toEqual([
      { top: 1, left: 1, bottom: 1, right: 1 },
      { top: 4, left: 4, bottom: 5, right: 4 },
    ]);
    state.stopAdding();
    state.collapse({ row: 0, column: 0 });
    expect(state.blocks).toHaveLength(1);
  });

  it('lets go of the further blocks when the sheet no longer holds them', () => {
    const state = sheet();
    state.collapse({ row: 7, column: 0 });
    state.startAnother({ row: 0, column: 0 });
    state.setBounds(5, COLUMNS);
    expect(state.blocks).toEqual([{ top: 0, left: 0, bottom: 0, right: 0 }]);
  });
});
