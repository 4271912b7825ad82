import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printPaint } from '../../../src/shared/pictures/inks.ts';
import type { Mark } from '../../../src/shared/pictures/Picture.ts';
import { svgNodes } from '../../../src/shared/pictures/svgNodes.ts';
import {
  boardChange,
  boardMoney,
  exactMoney,
  percentChange,
  tickMoney,
  wholeChange,
} from '../../../src/shared/slides/boardNumbers.ts';
import { cutWords, wordsWidth, wrapWords } from '../../../src/shared/slides/letterWidth.ts';
import { movedText } from '../../../src/shared/slides/slideFrame.ts';

describe('numbers for a board', () => {
  it.each([
    [428_160_000_000, '$4.28 billion'],
    [99_999_999_999, '$1.00 billion'],
    [1_230_000_000, '$12.3 million'],
    [622_000_000, '$6.22 million'],
    [999_600_000, '$10.0 million'],
    [99_999_960, '$1.00 million'],
    [84_512_040, '$845,120'],
    [-1_230_000_000, '−$12.3 million'],
    [-40, '$0'],
    [Number.NaN, '–'],
  ])('%d cents are %s', (cents, text) => {
    expect(boardMoney(cents)).toBe(text);
  });

  it('has signs where something changes, and words where nothing does', () => {
    expect([5_000, -5_000, 0, 30].map(boardChange)).toEqual(['+$50', '−$50', 'no change', 'no change']);
    expect([5_000, -5_000, 0].map(wholeChange)).toEqual(['+$50', '−$50', '$0']);
    expect([0.048, -0.007, -0.0002].map(percentChange)).toEqual(['+4.8%', '−0.7%', '0.0%']);
  });

  it('is exact where cents are the point', () => {
    expect(exactMoney(67_821_455_001)).toBe('$678,214,550.01');
    expect(exactMoney(-1)).toBe('−$0.01');
  });

  it('writes an axis in one unit', () => {
    const write = tickMoney([0, 500_000_000, 1_000_000_000]);
    expect([0, 500_000_000, 1_000_000_000].map(write)).toEqual(['$0', '$5 million', '$10 million']);
    expect(tickMoney([0, 250_000_000])(250_000_000)).toBe('$2.5 million');
  });
});

describe('words in large type', () => {
  it('are never wider than they may be, and lose nothing that fits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 60, max: 900 }), (text, width) => {
        const cut = cutWords(text, width, 30);
        expect(cut === '…' || wordsWidth(cut, 30) <= width).toBe(true);
        if (wordsWidth(text, 30) <= width) expect(cut).toBe(text);
      }),
    );
  });

  it('are wrapped whole, with dots where lines are left out', () => {
    const text = 'Every school keeps at least 98.5% of what it has this year, whoever pays for it.';
    const lines = wrapWords(text, 500, 30, 9);
    expect(lines.join(' ')).toBe(text);
    for (const line of lines) expect(wordsWidth(line, 30)).toBeLessThanOrEqual(500);
    expect(wrapWords(text, 500, 30, 2).at(-1)).toMatch(/…$/);
  });

  it('tell as many levers as a line takes, and how many more there are', () => {
    const lever = (label: string) => ({ label, from: '0.23', to: '0.30' });
    expect(movedText([lever('Poverty')], 700)).toBe('Poverty 0.23 → 0.30');
    const many = movedText(['Poverty', 'English Learner', 'Gifted', 'Special Education'].map(lever), 700);
    expect(many).toMatch(/ · \d more$/);
    expect(wordsWidth(many, 30, true)).toBeLessThanOrEqual(700);
    expect(movedText([lever('A name that is far too long for the foot of any slide there is')], 400)).toMatch(
      /…? 0\.23 → 0\.30$/,
    );
    // Which levels and which set are left out before anything is cut.
    const long = [lever('Poverty weight, every level (District weights)'), lever('Central share')];
    expect(movedText(long, 1000)).toBe('Poverty weight, every level (District weights) 0.23 → 0.30 · 1 more');
    expect(movedText(long, 600)).toBe('Poverty weight 0.23 → 0.30 · 1 more');
  });
});

it('a picture within a picture is moved and enlarged as one', () => {
  const inner: Mark = { kind: 'bar', x: 1, y: 2, width: 3, height: 4, fill: 'accent', pattern: 'hatch' };
  const [node] = svgNodes({ kind: 'group', x: 64, y: 190, scale: 2.5, marks: [inner] }, 'p', printPaint);
  expect(node!.attributes.transform).toBe('translate(64 190) scale(2.5)');
  expect(node!.children).toEqual(svgNodes(inner, 'p', printPaint));
});
