import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellValue, ColumnKind, SheetColumn } from '../../../../src/renderer/grid/SheetColumn.ts';
import { averageOf, ExactSum } from '../../../../src/renderer/grid/summary/ExactSum.ts';
import { formatScaled } from '../../../../src/renderer/grid/summary/formatUnits.ts';
import { summariseCells } from '../../../../src/renderer/grid/summary/summariseCells.ts';

const rows = (count: number) => Array.from({ length: count }, (_, index) => ({ key: String(index), index }));
const column = (kind: ColumnKind, values: readonly CellValue[], more: Partial<SheetColumn> = {}): SheetColumn => ({
  id: kind,
  header: kind,
  kind,
  width: 80,
  value: (row) => values[row.index] ?? null,
  ...more,
});
const summary = (...columns: SheetColumn[]) => summariseCells([{ columns, rows: rows(3) }]);

describe('the sum of selected cells', () => {
  it('is exact beyond what a double holds', () => {
    const money = fc.integer({ min: -90_000_000_000_000, max: 90_000_000_000_000 });
    fc.assert(
      fc.property(fc.array(money, { maxLength: 400 }), (values) => {
        const sum = new ExactSum();
        for (const value of values) sum.add(value);
        expect(sum.units).toBe(values.reduce((total, value) => total + BigInt(value), 0n));
      }),
    );
    const all = new ExactSum();
    for (let at = 0; at < 1_000; at++) all.add(90_000_000_000_000 - 1);
    expect(all.units).toBe(89_999_999_999_999_000n);
  });

  it('averages half away from zero', () => {
    expect(averageOf(5n, 2)).toBe(3n);
    expect(averageOf(-5n, 2)).toBe(-3n);
    expect(averageOf(10n, 4)).toBe(3n);
  });

  it('is shown as the cells are, with least and greatest; empty cells are not counted', () => {
    expect(summary(column('money', [100_050, null, -50]))).toEqual({
      count: 2,
      sum: '1,000.00',
      average: '500.00',
      least: '−0.50',
      greatest: '1,000.50',
    });
    expect(summary(column('count', [1_250, 300, Number.NaN]))).toMatchObject({
      count: 2,
      sum: '15.5',
      average: '7.75',
    });
    expect(summary(column('decimal', ['0.1', '0.2', '-1']))).toMatchObject({
      sum: '−0.7',
      average: '−0.2333',
      least: '−1',
      greatest: '0.2',
    });
  });

  it('adds dollars to dollars, and never pupils to dollars', () => {
    expect(summary(column('money', [100]), column('dollars', [200]))).toMatchObject({ count: 2, sum: '3.00' });
    expect(summary(column('money', [100]), column('count', [200]))).toEqual({
      count: 2,
      sum: null,
      average: null,
      least: null,
      greatest: null,
    });
    expect(summary(column('text', ['a', 'b']), column('money', [100]))).toMatchObject({ count: 3, sum: '1.00' });
  });

  it('is none for percents, weights and what repeats, but they have a least and a greatest', () => {
    expect(summary(column('percent', [450_000, 125_000]))).toMatchObject({
      sum: null,
      least: '12.5%',
      greatest: '45%',
    });
    expect(summary(column('money', [100], { summable: false }))).toMatchObject({ sum: null, greatest: '1.00' });
  });

  it('is written with marks whatever its size', () => {
    expect(formatScaled(123_456_789_012_345_678_901n, 2, 2)).toBe('1,234,567,890,123,456,789.01');
    expect(formatScaled(-5n, 2, 2)).toBe('−0.05');
    expect(formatScaled(12_500n, 4, 0)).toBe('1.25');
    expect(formatScaled(0n, 2, 0)).toBe('0');
  });
});
