import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pictureFrame } from '../../../src/renderer/present/slideFrames.ts';
import { placingOf } from '../../../src/renderer/projector/paintFrame.ts';
import { projectorKey } from '../../../src/renderer/projector/projectorKeys.ts';
import { REACHES } from '../../../src/renderer/projector/Sprites.ts';
import { slideInks } from '../../../src/renderer/projector/slideInks.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { PRINT_INKS } from '../../../src/shared/pictures/inks.ts';
import type { Shape } from '../../../src/shared/pictures/Picture.ts';
import { shapePath } from '../../../src/shared/pictures/shapes.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { drawSlide } from '../../../src/shared/slides/drawSlide.ts';
import { slideContext } from '../../shared/slides/slideContext.ts';
import { importsOf, ROOT, sourcePaths } from '../../sourceFiles.ts';

describe('the page of the projector', () => {
  it('reaches nothing of a document: its files import pictures and one another alone', () => {
    const files = sourcePaths('src/renderer/projector');
    expect(files.length).toBeGreaterThan(5);
    const beyond = files
      .filter((path) => path.endsWith('.ts'))
      .flatMap((path) => importsOf(path).map((imported) => `${path} ${imported}`))
      .filter((line) => !/ (\.\/|\.\.\/\.\.\/shared\/pictures\/(inks|shapes|Picture)\.ts$)/.test(line));
    expect(beyond).toEqual([]);
  });

  it('has the colours of the dark theme on a dark slide', () => {
    const css = ['theme/tokens.css', 'pictures/pictures.css']
      .map((path) => readFileSync(join(ROOT, 'src/renderer', path), 'utf8'))
      .join('\n');
    const dark = [...css.matchAll(/:root\[data-theme="dark"\] \{([^}]*)\}/g)].map(([, rules]) => rules).join('\n');
    const light = css.slice(0, css.length);
    const token = (name: string): string | undefined => new RegExp(`--${name}: (#\\w+);`).exec(dark)?.[1];
    const ink = (name: string): string | undefined => {
      const own = token(`picture-${name}`);
      const through = new RegExp(`--picture-${name}: var\\(--([\\w-]+)\\)`).exec(light)?.[1];
      return own ?? (through === undefined ? undefined : token(through));
    };
    for (const [name, colour] of Object.entries(slideInks('dark'))) expect([name, colour]).toEqual([name, ink(name)]);
    expect(slideInks('light')).toEqual(PRINT_INKS);
  });
});

describe('a frame on its way', () => {
  const about = { revision: 3, slide: 0, slides: 1, appearance: 'light', isBlank: false } as const;
  const slide = { kind: 'needAndSpending', title: '', options: '{}' };

  it('is plain data, which a channel can carry', () => {
    const frame = pictureFrame(about, drawSlide(slide, slideContext(new Model(sampleModelRows()))));
    expect(JSON.stringify(frame.marks)).toContain('"kind":"points"');
    expect(structuredClone(frame)).toEqual(frame);
  });

  it('has nothing of the picture in it where it is blank', () => {
    const frame = pictureFrame(
      { ...about, isBlank: true },
      drawSlide(slide, slideContext(new Model(sampleModelRows()))),
    );
    expect(frame).toEqual({ ...about, isBlank: true, title: '', sentence: '', width: 1600, height: 900, marks: [] });
  });
});

describe('the small picture of a point', () => {
  it.each(Object.entries(REACHES))('holds the whole of a %s', (shape, [reach]) => {
    const numbers = shapePath(shape as Shape, 0, 0, 100).match(/-?\d+(\.\d+)?/g) ?? [];
    // A circle is written as its left edge and arcs.
    const furthest = Math.max(
      ...(shape === 'circle' ? numbers.slice(0, 1) : numbers).map((text) => Math.abs(Number(text))),
    );
    expect(furthest).toBeCloseTo(100 * reach, 9);
  });
});

describe('a picture on a screen', () => {
  it.each([
    [1920, 1080, { x: 0, y: 0, scale: 1.2 }],
    [1920, 1200, { x: 0, y: 60, scale: 1.2 }],
    [1024, 768, { x: 0, y: 96, scale: 0.64 }],
    [3440, 1440, { x: 440, y: 0, scale: 1.6 }],
  ])('of %i × %i is as large as it fits, in the middle', (width, height, placing) => {
    expect(placingOf({ width: 1600, height: 900 }, width, height)).toEqual(placing);
  });
});

describe('keys before an audience', () => {
  const press = (key: string, more = {}) =>
    projectorKey({ key, ctrlKey: false, altKey: false, metaKey: false, ...more });

  it('turn slides as remote controls do', () => {
    expect(['PageDown', ' ', 'ArrowRight', 'Enter'].map((key) => press(key))).toEqual(Array(4).fill('next'));
    expect(['PageUp', 'ArrowLeft', 'Backspace'].map((key) => press(key))).toEqual(Array(3).fill('previous'));
    expect(['Home', 'End', 'b', 'Escape'].map((key) => press(key))).toEqual(['first', 'last', 'blank', 'escape']);
  });

  it('leave what belongs to the browser alone', () => {
    expect(press('ArrowLeft', { altKey: true })).toBeNull();
    expect(press('b', { ctrlKey: true })).toBeNull();
    expect(press('x')).toBeNull();
  });
});
