import { describe, expect, it } from 'vitest';
import { formatCell, plainCell } from '../../../src/renderer/grid/formatCell.ts';
import { parseCell } from '../../../src/renderer/grid/parseCell.ts';
import type { CellValue, ColumnKind, SheetColumn } from '../../../src/renderer/grid/SheetColumn.ts';

const column = (kind: ColumnKind, more: Partial<SheetColumn> = {}): SheetColumn => ({
  id: 'x',
  header: 'X',
  kind,
  width: 80,
  value: () => null,
  ...more,
});
const row = { key: 'A', index: 0 };

describe('a cell is shown', () => {
  it.each<[SheetColumn, CellValue, string]>([
    [column('money'), 123_456_789, '1,234,567.89'],
    [column('money'), 0, '—'],
    [column('money'), null, '—'],
    [column('money'), Number.NaN, '—'],
    [column('money', { signed: true }), 41_315_876, '+413,158.76'],
    [column('money', { signed: true }), -4_637_790, '−46,377.90'],
    [column('dollars', { signed: true }), -18_356_600, '−183,566'],
    [column('count'), 0, '0'],
    [column('count'), 37_650, '376.5'],
    [column('weight'), 0, '0.00'],
    [column('weight'), 3_400, '0.34'],
    [column('index'), 10_000, '1.0000'],
    [column('percent', { signed: true, places: 1 }), 48_000, '+4.8%'],
    [column('percent', { signed: true, places: 1 }), -250, '−0.0%'],
    [column('percent', { places: 2 }), 123_449, '12.34%'],
    [column('money', { places: 1 }), 123_456_789, '1,234,567.89'],
    [column('count', { places: 1 }), 37_650, '376.5'],
    [column('rate', { places: 2 }), 3_741_000_000, '3,741.00'],
    [column('text'), null, ''],
    [column('choice', { choices: () => [{ value: 'lock', label: 'Locked' }] }), 'lock', 'Locked'],
  ])('%#', (described, value, shown) => {
    expect(formatCell(described, value, row)).toBe(shown);
  });
});

describe('what was typed', () => {
  it('is read in the unit of the column, and a plain cell reads back as itself', () => {
    for (const [kind, value] of [
      ['money', -123_450],
      ['count', 1_250],
      ['weight', 3_401],
      ['percent', 455_000],
      ['rate', 3_741_000_000],
    ] as const) {
      expect(parseCell(column(kind), plainCell(kind, value), row)).toEqual({ ok: true, value });
    }
  });

  it('may be nothing only where nothing is a value', () => {
    expect(parseCell(column('weight'), ' ', row).ok).toBe(false);
    expect(parseCell(column('weight', { blank: true }), ' ', row)).toEqual({ ok: true, value: null });
  });

  it('of a choice is a code, a label or the beginning of one, and otherwise a sentence', () => {
    const status = column('choice', {
      choices: () => [
        { value: 'lock', label: 'Locked' },
        { value: 'unlock', label: 'To schools' },
      ],
    });
    expect(parseCell(status, 'UNLOCK', row)).toEqual({ ok: true, value: 'unlock' });
    expect(parseCell(status, 'to s', row)).toEqual({ ok: true, value: 'unlock' });
    expect(parseCell(status, 'grant', row)).toEqual({
      ok: false,
      sentence: '"grant" is not one of: Locked, To schools.',
    });
  });
});
