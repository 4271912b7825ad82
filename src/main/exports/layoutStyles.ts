/// <reference path="./exceljs.d.ts" />
import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';
import type { LayoutStyle } from '../../shared/calculator/WorkbookLayout.ts';

const INK = 'FF1B2430';
const DIM = 'FF5F6B7A';
const LINE = 'FFD5DBE3';
const ACCENT = 'FF1F5FA8';
const MONEY = '#,##0.00;\\-#,##0.00';
const CHANGE = '+#,##0.00;\\-#,##0.00;0.00';
/** Any form with optional decimals would show a lone point after whole pupils. */
const COUNT = 'General';
const PERCENT = '+0.0%;\\-0.0%;0.0%';

const font = (size: number, more: Partial<Font> = {}): Partial<Font> => ({
  ...{ name: 'Calibri', size, family: 2, color: { argb: INK } },
  ...more,
});
const fill = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
const bottom = (argb: string, style: 'thin' | 'medium' = 'thin'): Partial<Borders> => ({
  bottom: { style, color: { argb } },
});
const top = (argb: string, style: 'thin' | 'medium' = 'thin'): Partial<Borders> => ({
  top: { style, color: { argb } },
});

const RIGHT: Partial<Alignment> = { horizontal: 'right', vertical: 'middle' };
const LEFT: Partial<Alignment> = { horizontal: 'left', vertical: 'middle' };
const WRAPPED: Partial<Alignment> = { horizontal: 'left', vertical: 'top', wrapText: true };
const DIM_FONT = font(10, { color: { argb: DIM } });
const SUM = { font: font(10, { bold: true }), border: top(LINE) };
const TOTAL = { font: font(11, { bold: true }), fill: fill('FFEAF1F9'), border: { ...top(ACCENT), ...bottom(ACCENT) } };
const SECTION = { font: font(11, { bold: true, color: { argb: ACCENT } }), border: bottom(ACCENT, 'medium') };
const HEADER = { font: font(9, { bold: true, color: { argb: DIM } }), border: bottom(LINE) };
const number = (numFmt: string, more: Partial<Style> = {}): Partial<Style> => ({
  ...{ font: font(10), alignment: RIGHT, numFmt },
  ...more,
});
const INPUT_BORDER = { style: 'thin' as const, color: { argb: 'FFE0B95B' } };
const INPUT: Partial<Style> = {
  font: font(10, { bold: true, color: { argb: 'FF174A86' } }),
  fill: fill('FFFFF6DC'),
  border: { top: INPUT_BORDER, bottom: INPUT_BORDER, left: INPUT_BORDER, right: INPUT_BORDER },
  protection: { locked: false },
};

/**
 * How each cell of a hand-out looks. One object per style: exceljs finds a style it has seen by the object, and
 * compares long descriptions otherwise.
 */
export const LAYOUT_STYLES: Readonly<Record<LayoutStyle, Partial<Style>>> = {
  title: { font: font(20, { bold: true }), alignment: { ...LEFT, wrapText: true }, numFmt: '@' },
  subtitle: { font: font(11, { color: { argb: DIM } }), alignment: LEFT, numFmt: '@' },
  draft: {
    font: font(10, { bold: true, color: { argb: 'FF8A4B00' } }),
    fill: fill('FFFFEFD6'),
    alignment: { ...LEFT, wrapText: true, indent: 1 },
    numFmt: '@',
  },
  adopted: {
    font: font(10, { bold: true, color: { argb: 'FF1C6B3A' } }),
    fill: fill('FFE3F3E8'),
    alignment: { ...LEFT, wrapText: true, indent: 1 },
    numFmt: '@',
  },
  note: { font: font(10), alignment: WRAPPED, numFmt: '@' },
  section: { ...SECTION, alignment: LEFT, numFmt: '@' },
  sectionNumber: { ...SECTION, alignment: RIGHT, numFmt: '@' },
  header: { ...HEADER, alignment: { ...LEFT, wrapText: true }, numFmt: '@' },
  headerNumber: { ...HEADER, alignment: { ...RIGHT, wrapText: true }, numFmt: '@' },
  label: { font: font(10), alignment: LEFT, numFmt: '@' },
  strong: { font: font(10, { bold: true }), alignment: LEFT, numFmt: '@' },
  text: { font: font(10), alignment: LEFT, numFmt: '@' },
  textRight: { font: font(10), alignment: RIGHT, numFmt: '@' },
  dim: { font: DIM_FONT, alignment: LEFT, numFmt: '@' },
  source: { font: font(10, { bold: true }), border: bottom(LINE), alignment: LEFT, numFmt: '@' },
  method: { font: font(9, { italic: true, color: { argb: DIM } }), alignment: WRAPPED, numFmt: '@' },
  money: number(MONEY),
  moneyDim: number(MONEY, { font: DIM_FONT }),
  moneySource: number(MONEY, { font: font(10, { bold: true }), border: bottom(LINE) }),
  moneySourceDim: number(MONEY, { font: DIM_FONT, border: bottom(LINE) }),
  moneySum: number(MONEY, SUM),
  moneySumDim: number(MONEY, { ...SUM, font: font(10, { bold: true, color: { argb: DIM } }) }),
  moneyTotal: number(MONEY, TOTAL),
  moneyTotalDim: number(MONEY, { ...TOTAL, font: font(11, { bold: true, color: { argb: DIM } }) }),
  totalLabel: { ...TOTAL, alignment: LEFT, numFmt: '@' },
  sumLabel: { ...SUM, alignment: LEFT, numFmt: '@' },
  change: number(CHANGE),
  changeSum: number(CHANGE, SUM),
  changeTotal: number(CHANGE, TOTAL),
  count: number(COUNT),
  countDim: number(COUNT, { font: DIM_FONT }),
  whole: number('#,##0'),
  wholeTotal: number('#,##0', TOTAL),
  decimal: number('#,##0.00'),
  decimalTotal: number('#,##0.00', TOTAL),
  share: number('0.0%'),
  weight: number('0.00##'),
  rate: number('#,##0.00####'),
  rateExact: number('#,##0.00####', { font: DIM_FONT }),
  percent: number(PERCENT),
  percentTotal: number(PERCENT, TOTAL),
  number: number('#,##0.00####'),
  input: { ...INPUT, alignment: RIGHT, numFmt: COUNT },
  choice: { ...INPUT, font: font(16, { bold: true, color: { argb: 'FF174A86' } }), alignment: LEFT, numFmt: '@' },
  word0: { font: font(12, { bold: true, color: { argb: ACCENT } }), alignment: LEFT, numFmt: '@' },
  word1: { font: font(10, { bold: true }), alignment: LEFT, numFmt: '@' },
  word2: { font: font(10, { bold: true, color: { argb: DIM } }), alignment: LEFT, numFmt: '@' },
};

/** What highlighted cells are filled with. */
export const HIGHLIGHT_COLORS = { changed: 'FFFFDD8A', below: 'FFFBE3E0', above: 'FFE3F3E8' } as const;
