import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CELL_GAP_POINTS, pageTable, SIZES } from '../../../src/shared/packet/tablePages.ts';
import type { WrittenTable } from '../../../src/shared/packet/WrittenTable.ts';

const ROOM = { width: 734, height: 480 };

const arbitraryTable: fc.Arbitrary<WrittenTable> = fc
  .record({
    texts: fc.integer({ min: 1, max: 3 }),
    numbers: fc.integer({ min: 0, max: 25 }),
    rows: fc.integer({ min: 0, max: 150 }),
    longest: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ texts, numbers, rows, longest }) => ({
    columns: [
      ...Array.from({ length: texts }, (_, at) => ({ label: `Text ${at}`, isNumber: false })),
      ...Array.from({ length: numbers }, (_, at) => ({ label: `A number called ${at}`, isNumber: true })),
    ],
    rows: Array.from({ length: rows }, (_, row) => [
      ...Array.from({ length: texts }, (_, at) => 'word '.repeat(((row * 7 + at * 31) % (longest + 1)) / 5)),
      ...Array.from({ length: numbers }, (_, at) => (row * 1_234.5 + at).toFixed(2)),
    ]),
  }));

test('every cell of a table stands on a page, in order, with the words by which its row is known', () => {
  fc.assert(
    fc.property(arbitraryTable, (table) => {
      const { pages, size } = pageTable(table, ROOM);
      expect(SIZES).toContain(size);
      const width = table.columns.length;
      const seen = new Uint8Array(table.rows.length * width);
      let last = 0;
      for (const { columns, from, to } of pages) {
        expect(columns[0]).toBe(0);
        expect(from).toBeGreaterThanOrEqual(last);
        last = from;
        for (let row = from; row < to; row++) for (const column of columns) seen[row * width + column]!++;
      }
      expect(seen.every((times, at) => (table.columns[at % width]?.isNumber ? times === 1 : times >= 1))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test('no page is fuller than its paper: rows by their height, columns by the letters of their numbers', () => {
  fc.assert(
    fc.property(arbitraryTable, (table) => {
      const { pages, size, prose } = pageTable(table, ROOM);
      for (const { columns, from, to } of pages) {
        if (prose.length === 0 && to - from > 5)
          expect((to - from) * (size * 1.2 + 3)).toBeLessThanOrEqual(ROOM.height);
        const numbers = columns.filter((column) => table.columns[column]?.isNumber);
        const width = numbers.reduce((sum, column) => {
          const letters = table.rows.reduce((most, row) => Math.max(most, (row[column] ?? '').length), 1);
          return sum + letters * size * 0.5 + CELL_GAP_POINTS;
        }, 0);
        if (numbers.length > 1) expect(width).toBeLessThanOrEqual(ROOM.width);
      }
    }),
    { numRuns: 100 },
  );
});
