import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillTexts } from '../../../../src/renderer/grid/fill/fillTexts.ts';
import { fillDownOf, fillRightOf, fillTowards, linesOf } from '../../../../src/renderer/grid/fill/planFill.ts';
import { decimalSeries, numberSeries, repeated, textSeries } from '../../../../src/renderer/grid/fill/series.ts';
import type { CellValue, ColumnKind, SheetColumn } from '../../../../src/renderer/grid/SheetColumn.ts';

describe('a series', () => {
  it('of one number goes up by its step', () => {
    expect(numberSeries([500n], 3, 100n)).toEqual([600n, 700n, 800n]);
    expect(numberSeries([500n], 2, -100n)).toEqual([400n, 300n]);
  });

  it('of even steps goes on exactly, however long', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.bigInt({ min: -(10n ** 10n), max: 10n ** 10n }),
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 1, max: 12 }),
        (start, step, seeds, count) => {
          const whole = Array.from({ length: seeds + count }, (_, at) => start + step * BigInt(at));
          expect(numberSeries(whole.slice(0, seeds), count, 1n)).toEqual(whole.slice(seeds));
        },
      ),
    );
  });

  it('of uneven steps follows the line of best fit, as a spreadsheet does', () => {
    // 100, 110, 130: slope 15, at the fourth 143 1/3.
    expect(numberSeries([10_000n, 11_000n, 13_000n], 2, 100n)).toEqual([14_333n, 15_833n]);
    expect(numberSeries([0n, 0n, -1n], 1, 1n)).toEqual([-1n]);
  });

  it('of texts counts on from their numbers and keeps zeros; others repeat', () => {
    expect(textSeries(['Room 9'], 2, 1)).toEqual(['Room 10', 'Room 11']);
    expect(textSeries(['A08', 'A09'], 2, 1)).toEqual(['A10', 'A11']);
    expect(textSeries(['North', 'South'], 3, 1)).toEqual(['North', 'South', 'North']);
    expect(textSeries(['Room 1'], 2, -1)).toEqual(['Room 1', 'Room 1']);
  });

  it('of decimals is exact', () => {
    expect(decimalSeries(['0.1', '0.2'], 2, 1)).toEqual(['0.3', '0.4']);
    expect(decimalSeries(['0.57'], 2, -1)).toEqual(['-0.43', '-1.43']);
    expect(decimalSeries(['x'], 1, 1)).toBeNull();
  });

  it('without Ctrl is the seeds over and over', () => {
    expect(repeated(['a', 'b'], 5)).toEqual(['a', 'b', 'a', 'b', 'a']);
  });
});

describe('the fill handle', () => {
  const seed = { top: 2, left: 1, bottom: 3, right: 2 };
  it('goes one way at a time, the farther one', () => {
    expect(fillTowards(seed, { row: 7, column: 3 })).toMatchObject({
      direction: 'down',
      target: { top: 4, left: 1, bottom: 7, right: 2 },
    });
    expect(fillTowards(seed, { row: 0, column: 2 })).toMatchObject({ direction: 'up', target: { top: 0, bottom: 1 } });
    expect(fillTowards(seed, { row: 3, column: 9 })).toMatchObject({
      direction: 'right',
      target: { left: 3, right: 9 },
    });
    expect(fillTowards(seed, { row: 3, column: 0 })).toMatchObject({
      direction: 'left',
      target: { left: 0, right: 0 },
    });
    expect(fillTowards(seed, { row: 2, column: 1 })).toBeNull();
  });

  it('upwards runs away from the seeds', () => {
    const fill = fillTowards({ top: 4, left: 0, bottom: 5, right: 0 }, { row: 2, column: 0 });
    if (!fill) throw new Error('no fill');
    expect(linesOf(fill)).toEqual([
      {
        seeds: [
          { row: 5, column: 0 },
          { row: 4, column: 0 },
        ],
        places: [
          { row: 3, column: 0 },
          { row: 2, column: 0 },
        ],
      },
    ]);
  });

  it('by Ctrl+D and Ctrl+R copies the first row and the first column', () => {
    expect(fillDownOf(seed)).toMatchObject({ seed: { top: 2, bottom: 2 }, target: { top: 3, bottom: 3 } });
    expect(fillDownOf({ top: 5, left: 0, bottom: 5, right: 1 })).toMatchObject({ seed: { top: 4, bottom: 4 } });
    expect(fillDownOf({ top: 0, left: 0, bottom: 0, right: 1 })).toBeNull();
    expect(fillRightOf({ top: 0, left: 3, bottom: 4, right: 3 })).toMatchObject({ seed: { left: 2, right: 2 } });
    expect(fillRightOf({ top: 0, left: 0, bottom: 4, right: 0 })).toBeNull();
  });
});

describe('filled cells', () => {
  const row = { key: 'A', index: 0 };
  const column = (kind: ColumnKind, value: CellValue): SheetColumn => ({
    id: 'x',
    header: 'X',
    kind,
    width: 80,
    value: () => value,
  });
  const seeds = (kind: ColumnKind, ...values: CellValue[]) =>
    values.map((value) => ({ row, column: column(kind, value) }));

  it('are texts as they would be typed', () => {
    const targets = [column('count', 0), column('count', 0)];
    expect(fillTexts(seeds('count', 1_250), targets, false, false)).toEqual(['12.5', '12.5']);
    expect(fillTexts(seeds('count', 1_250), targets, true, false)).toEqual(['13.5', '14.5']);
    expect(fillTexts(seeds('count', 1_250), targets, true, true)).toEqual(['11.5', '10.5']);
    expect(fillTexts(seeds('money', 10_000, 15_000), [column('money', 0)], true, false)).toEqual(['200.00']);
  });

  it('are copies where seeds are empty or the units differ', () => {
    expect(fillTexts(seeds('count', 100, null), [column('count', 0)], true, false)).toEqual(['1']);
    expect(fillTexts(seeds('count', 100), [column('money', 0)], true, false)).toEqual(['1']);
  });
});
