import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inOrder,
  OWN_LAYOUT,
  readLayout,
  reorder,
  withHidden,
  withPinned,
} from '../../../../src/renderer/grid/columns/ColumnLayout.ts';

const ids = (...names: string[]) => names.map((id) => ({ id }));
const names = (columns: readonly { id: string }[]): string => columns.map(({ id }) => id).join('');

describe('the arrangement of columns', () => {
  it('never loses or doubles a column', () => {
    const list = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { minLength: 1 });
    fc.assert(
      fc.property(list, fc.uniqueArray(fc.constantFrom(...'abcdefgh')), (own, order) => {
        expect(
          names(inOrder(ids(...own), order))
            .split('')
            .sort(),
        ).toEqual([...own].sort());
      }),
    );
  });

  it('puts a column it does not know behind the one it follows in the sheet', () => {
    expect(names(inOrder(ids('a', 'n', 'b', 'c'), ['c', 'a', 'b']))).toBe('canb');
    expect(names(inOrder(ids('n', 'a', 'b'), ['b', 'a']))).toBe('nba');
  });

  it('keeps the places of columns that another face of the sheet has', () => {
    expect(reorder(['a', 'x', 'b', 'y', 'c'], ['c', 'a', 'b'])).toEqual(['c', 'x', 'a', 'y', 'b']);
    expect(reorder([], ['b', 'a'])).toEqual(['b', 'a']);
    expect(reorder(['a'], ['b', 'a'])).toEqual(['b', 'a']);
  });

  it('is read back as it was kept, and nonsense counts as the sheet’s own', () => {
    const layout = withPinned(withHidden({ ...OWN_LAYOUT, order: ['b', 'a'] }, 'a', true), 'b', 'right');
    expect(readLayout(JSON.stringify(layout))).toEqual(layout);
    expect(withHidden(layout, 'a', false).hidden).toEqual([]);
    expect(readLayout('{"order":[1,"a"],"hidden":7,"pinned":{"a":"up","b":null}}')).toEqual({
      order: ['a'],
      hidden: [],
      pinned: { b: null },
    });
    for (const text of [null, '', '{', '7', 'null']) expect(readLayout(text)).toEqual(OWN_LAYOUT);
  });
});
