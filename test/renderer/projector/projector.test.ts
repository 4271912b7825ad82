import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placingOf } from '../../../src/renderer/projector/paintFrame.ts';
import { projectorKey } from '../../../src/renderer/projector/projectorKeys.ts';
import { slideInks } from '../../../src/renderer/projector/slideInks.ts';
import { PRINT_INKS } from '../../../src/shared/pictures/inks.ts';
import type { Mark } from '../../../src/shared/pictures/Picture.ts';
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
  it('is plain data, which a channel can carry', () => {
    const at = Float32Array.of(10, 20.5, 3, 40, 50, 6.25);
    const points: Mark = { kind: 'points', shape: 'circle', ink: 'series1', isSolid: true, opacity: 0.5, at };
    const marks: Mark[] = [
      { kind: 'group', x: 5, y: 6, scale: 2, marks: [points, { kind: 'path', d: 'M0 0', stroke: 'ink' }] },
    ];
    expect(structuredClone(marks)).toEqual(marks);
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
