import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BarMark, Picture, PointsMark, TextMark } from '../../../src/shared/pictures/Picture.ts';
import { writeSvg } from '../../../src/shared/pictures/writeSvg.ts';
import { plainSchools, type SchoolSketch } from '../equity/sketch.ts';
import { groupsOf, netLineOf, scatterOf } from './sketchPictures.ts';

const THREE = plainSchools([
  [0, 5_000],
  [50, 6_000],
  [100, 7_500],
]);

const points = ({ marks }: Picture): PointsMark[] => marks.filter((mark) => mark.kind === 'points');
/** Of each point, without those of the legend. */
const radiiOf = ({ at }: PointsMark): number[] => [...at].filter((radius, place) => place % 3 === 2 && radius !== 5);
const bars = ({ marks }: Picture): BarMark[] => marks.filter((mark) => mark.kind === 'bar');
const texts = ({ marks }: Picture): string[] =>
  marks.filter((mark): mark is TextMark => mark.kind === 'text').map(({ text }) => text);
const isInside = ({ frame }: Picture, x: number, y: number): boolean =>
  x >= frame.left - 0.5 &&
  x <= frame.left + frame.width + 0.5 &&
  y >= frame.top - 0.5 &&
  y <= frame.top + frame.height + 0.5;

describe('need and spending', () => {
  it('puts needier schools to the right and dearer ones higher, to scale', () => {
    const [a, b, c] = scatterOf(THREE).places;
    expect(a!.x).toBeLessThan(b!.x);
    expect(b!.x - a!.x).toBeCloseTo(c!.x - b!.x, 6);
    // $1,000 and $1,500 apart.
    expect((a!.y - b!.y) / (b!.y - c!.y)).toBeCloseTo(2 / 3, 6);
  });

  it('gives a school of four times the pupils four times the area', () => {
    const [small, large] = [
      { ...THREE[0]!, pupils: 100 },
      { ...THREE[1]!, pupils: 400, pov: 100 },
    ];
    const radii = points(scatterOf([small, large]))
      .flatMap(radiiOf)
      .sort((one, two) => one - two);
    expect(radii[1]! / radii[0]!).toBeCloseTo(2, 6);
  });

  it('draws large schools first, so that small ones lie on top', () => {
    const schools = [300, 900, 100, 500].map((pupils, at) => ({ ...THREE[0]!, code: `0${at}`, pupils, pov: at }));
    const drawn = points(scatterOf(schools))
      .map(radiiOf)
      .filter((radii) => radii.length > 1);
    expect(drawn.map((radii) => radii.length)).toEqual([4]);
    expect(drawn[0]).toEqual(drawn[0]!.toSorted((one, two) => two - one));
    expect(new Set(drawn[0]).size).toBe(4);
  });

  it('fades every school but the picked ones, and can be pointed at all the same', () => {
    const picture = scatterOf(THREE, { picked: ['02'] });
    const count = (isFaint: boolean): number =>
      points(picture)
        .filter(({ opacity }) => (opacity === 0.16) === isFaint)
        .reduce((sum, mark) => sum + radiiOf(mark).length, 0);
    expect([count(true), count(false)]).toEqual([2, 1]);
    expect(picture.places.flatMap(({ schools }) => schools)).toEqual(['01', '02', '03']);
  });

  it('sets schools high in a second need apart by colour and by fill', () => {
    const schools = plainSchools(Array.from({ length: 5 }, (_, at) => [at * 10, 5_000 + at] as const)).map(
      (school, at) => ({
        ...school,
        el: at * 20,
      }),
    );
    const high = points(scatterOf(schools, { highLearners: true })).filter(({ ink }) => ink === 'high');
    expect(high.every(({ isSolid }) => isSolid)).toBe(true);
    expect(texts(scatterOf(schools, { highLearners: true }))).toContain('Need EL 80.0% and more');
  });

  it('draws one far school at the edge, says so, and leaves the others apart', () => {
    const schools = plainSchools(Array.from({ length: 200 }, (_, at) => [at % 100, 5_000 + (at % 100) * 20] as const));
    const far = schools.map((school, at) => (at === 7 ? { ...school, free: 13_600_000 } : school));
    const picture = scatterOf(far);
    expect(picture.notes.join(' ')).toContain('1 school beyond the axis stands at its edge.');
    expect(picture.places.every(({ x, y }) => isInside(picture, x, y))).toBe(true);
    const others = picture.places.filter((_, at) => at !== 7).map(({ y }) => y);
    expect(Math.max(...others) - Math.min(...others)).toBeGreaterThan(picture.frame.height / 5);
  });

  it('tells a place and its table row alike, to the cent', () => {
    const schools = THREE.map((school) => ({ ...school, current: [school.free - 10_050, null] as const }));
    const picture = scatterOf(schools, { withCurrent: true });
    expect(picture.placeText(1)).toMatchObject({ title: 'School 02' });
    expect(picture.placeText(1).lines).toContainEqual(['Current budgets', '$5,900 (+$101)']);
    const table = picture.table();
    const change = table.columns.findIndex(({ label }) => label === 'Change');
    expect(table.rows.map((row) => row[change])).toEqual([100.5, 100.5, 100.5]);
    expect(table.columns[change]!.write!(-0.004)).toBe('0.00');
  });
});

describe('deciles of need', () => {
  const SCHOOLS = plainSchools(Array.from({ length: 10 }, (_, at) => [at * 10, 5_000 + at * 100] as const)).map(
    (school) => ({
      ...school,
      restricted: 100_000,
      current: [school.free, null] as const,
    }),
  );

  it('stacks parts that are as high as their dollars, from zero', () => {
    const picture = groupsOf(SCHOOLS);
    const { rows, columns } = picture.table();
    const total = columns.findIndex(({ label }) => label === 'Total budget per pupil');
    const drawn = bars(picture).filter(({ x, y }) => isInside(picture, x, y + 1) && x > picture.frame.left);
    expect(drawn).toHaveLength(10);
    const perDollar = drawn[1]!.height / 1_000;
    for (const [at, row] of rows.entries()) {
      const [free, tied] = [drawn[2 * at]!, drawn[2 * at + 1]!];
      expect(free.height + tied.height).toBeCloseTo((row[total] as number) * perDollar, 6);
      expect(tied.y + tied.height).toBeCloseTo(free.y, 6);
      expect(tied.pattern).toBe('hatch');
    }
  });

  it('prints mean shares of every need under each bar, the total above, and the change from the baseline', () => {
    const words = texts(groupsOf(SCHOOLS, true));
    for (const text of ['Need POV', 'Need EL', 'Need SPED', '5%', '85%', '$6,050', '+$1,000', 'Schools', 'Pupils']) {
      expect(words).toContain(text);
    }
  });

  it('picks the schools of a bar', () => {
    expect(groupsOf(SCHOOLS).places[0]!.schools).toEqual(['01', '02']);
  });
});

describe('a file', () => {
  it('writes names as text, whatever they hold', () => {
    const hostile = '<script>alert(1)</script> & "x" onload="y" \u0001\ud800 ]]>';
    const svg = writeSvg({ ...scatterOf(THREE), title: hostile }, { footer: hostile });
    for (const part of ['<script', 'onload="', '\u0001', '\ud800']) expect(svg).not.toContain(part);
    expect(svg).toContain('&lt;script&gt;');
    expect(svg).toMatch(/<title>.*<\/title>\n<desc>.*3 schools.*<\/desc>/s);
  });

  it('has no colour that only a window knows', () => {
    expect(writeSvg(groupsOf(THREE, false), { footer: '' })).not.toContain('var(');
  });
});

const school = fc.record({
  pupils: fc.integer({ min: 0, max: 3_000 }),
  pov: fc.double({ min: 0, max: 1, noNaN: true }),
  el: fc.double({ min: 0, max: 1, noNaN: true }),
  free: fc.integer({ min: 0, max: 9_000_000 }),
  restricted: fc.integer({ min: 0, max: 2_000_000 }),
  level: fc.constantFrom('ES', 'MS', 'HS'),
  current: fc.option(fc.tuple(fc.integer({ min: 0, max: 9_000_000 }), fc.constant(null)), { nil: undefined }),
});

/** Whatever the district, none or one school, nobody in need, no money: every number drawn is one, and a sentence stands. */
it('no district makes a picture with a hole in it', () => {
  fc.assert(
    fc.property(fc.array(school, { maxLength: 14 }), (list) => {
      const schools = list.map(
        ({ pov, el, current, ...rest }, at): SchoolSketch => ({
          ...rest,
          code: String(at + 1).padStart(2, '0'),
          pov: Math.floor(pov * rest.pupils),
          el: Math.floor(el * rest.pupils),
          ...(current ? { current } : {}),
        }),
      );
      const pictures = [
        scatterOf(schools, { withCurrent: true, highLearners: true }),
        groupsOf(schools, true, 10),
        netLineOf(schools),
      ];
      for (const picture of pictures) {
        const svg = writeSvg(picture, { footer: 'x' });
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
        expect(picture.sentence).not.toBe('');
        for (const at of picture.places.keys()) expect(picture.placeText(at).lines.length).toBeGreaterThan(1);
        const { rows, columns } = picture.table();
        for (const row of rows) expect(row).toHaveLength(columns.length);
      }
    }),
    { numRuns: 60 },
  );
});
