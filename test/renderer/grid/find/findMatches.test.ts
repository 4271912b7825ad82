import { describe, expect, it } from 'vitest';
import { findMatches, nextMatch } from '../../../../src/renderer/grid/find/findMatches.ts';

const shown = [
  ['Peña Elementary', '1,234.50'],
  ['Oak Street', '−41.15'],
];
const plain = [
  ['Peña Elementary', '1234.50'],
  ['Oak Street', '-41.15'],
];
const texts = {
  rows: 2,
  columns: 2,
  at: (row: number, column: number) => shown[row]?.[column] ?? '',
  plainAt: (row: number, column: number) => plain[row]?.[column] ?? '',
};

describe('finding in a sheet', () => {
  it.each([
    ['pena', [{ row: 0, column: 0 }]],
    [
      'E',
      [
        { row: 0, column: 0 },
        { row: 1, column: 0 },
      ],
    ],
    ['1234.5', [{ row: 0, column: 1 }]],
    ['1,234', [{ row: 0, column: 1 }]],
    ['-41', [{ row: 1, column: 1 }]],
    ['   ', []],
    ['nothing', []],
  ])('%s', (wanted, places) => {
    expect(findMatches(texts, wanted)).toEqual(places);
  });

  it('goes on from where a person stands, and round', () => {
    const matches = [
      { row: 0, column: 1 },
      { row: 2, column: 0 },
      { row: 2, column: 3 },
    ];
    expect(nextMatch(matches, { row: 0, column: 1 }, 1)).toBe(1);
    expect(nextMatch(matches, { row: 2, column: 3 }, 1)).toBe(0);
    expect(nextMatch(matches, { row: 0, column: 1 }, -1)).toBe(2);
    expect(nextMatch(matches, { row: 2, column: 1 }, -1)).toBe(1);
    expect(nextMatch(matches, null, 1)).toBe(0);
    expect(nextMatch([], null, 1)).toBe(-1);
  });
});
