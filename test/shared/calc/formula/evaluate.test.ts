import { describe, expect, it } from 'vitest';
import { evaluate, SCHOOLS, shown, type TestSchool } from './testDistrict.ts';

const first = (text: string): string => shown(evaluate(text)[0]);
const measured = (...values: (string | null)[]): TestSchool[] =>
  values.map((value, at) => ({
    code: `00${at}`,
    name: `School ${at}`,
    level: 'ES',
    counts: { ALL: 100 },
    measures: value === null ? {} : { x: value },
  }));

describe('values of formulas at Oak Street (420 pupils, 310 poor, index 0.81)', () => {
  it.each([
    ['enrollment', '420'],
    ['count("Poverty")', '310'],
    ['count("POV", "Elementary")', '310'],
    ['count("POV", "High")', '0'],
    ['share("Poverty")', '31/42'],
    ['level', '"ES"'],
    ['code', '"0042"'],
    ['name', '"Oak Street"'],
    ['index', '81/100'],
    ['region', '"North"'],
    ['measure("square feet") / 50', '1225'],
    ['tag("region") == "North"', 'yes'],
    ['amount("PROP")', '30864/25'],
    ['enrollment * index', '1701/5'],
    ['0.1 + 0.2 == 0.3', 'yes'],
    ['1 / 3 * 3 == 1', 'yes'],
    ['7 - 2 - 1', '4'],
    ['12 / 3 / 2', '2'],
    ['2 + 3 * 4', '14'],
    ['-enrollment + 1', '-419'],
    ['+enrollment', '420'],
    ['2 * -3', '-6'],
    ['2^10', '1024'],
    ['2^-2', '1/4'],
    ['0^0', '1'],
    ['(-2)^3', '-8'],
    ['min(3, 1, 2)', '1'],
    ['max(3, 1, 2)', '3'],
    ['min(5)', '5'],
    ['abs(-2.5)', '5/2'],
    ['floor(-2.5)', '-3'],
    ['ceil(-2.5)', '-2'],
    ['floor(2.5)', '2'],
    ['ceil(2.5)', '3'],
    ['clamp(5, 1, 3)', '3'],
    ['clamp(-5, 1, 3)', '1'],
    ['clamp(2, 1, 3)', '2'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['round(2.4999999)', '2'],
    ['round(1.005, 2)', '101/100'],
    ['round(-1.005, 2)', '-101/100'],
    ['round(1250, -2)', '1300'],
    ['round(1249, -2)', '1200'],
    ['level == "ES" and enrollment >= 420', 'yes'],
    ['level != "ES" or enrollment < 420', 'no'],
    ['not (level == "MS")', 'yes'],
    ['1 < 2 or 1 > 2 and 1 > 2', 'yes'],
    ['oneOf(level, "MS", "ES")', 'yes'],
    ['oneOf(code, "42")', 'no'],
    ['oneOf(enrollment, 100, 420)', 'yes'],
    ['if(enrollment > 400, "large", "small")', '"large"'],
    ['if(enrollment > 500, 1, 2) + 1', '3'],
    ['enrollment <= 420', 'yes'],
  ])('%s is %s', (text, expected) => expect(first(text)).toBe(expected));

  it('keeps half pupils', () => {
    expect(shown(evaluate('enrollment')[1])).toBe('1311/2');
  });

  it('has no value outside the eligible schools', () => {
    expect(evaluate('enrollment', SCHOOLS, [1]).map(shown)).toEqual(['-', '1311/2', '-']);
  });
});

describe('faults name formula and school and never become zero', () => {
  it.each([
    ['1 / (enrollment - 420)', 'enrollment - 420 is zero, and nothing can be divided by zero'],
    ['0^-1', 'zero has no negative powers'],
    ['level + 1', 'level is the text "ES", but + needs a number'],
    ['1 * (enrollment > 3)', 'enrollment > 3 is a condition, but * needs a number'],
    ['-level', 'a sign needs a number'],
    ['+level', 'a sign needs a number'],
    ['if(enrollment, 1, 2)', 'enrollment is a number, but if needs a condition'],
    ['enrollment and 1 > 2', 'enrollment is a number, but and needs a condition'],
    ['1 > 2 or "x"', 'but or needs a condition'],
    ['not enrollment', 'but not needs a condition'],
    ['level > "DS"', 'texts compare only with == and !='],
    ['level == 3', 'which cannot be compared'],
    ['(1 > 2) == (2 > 1)', 'is a condition and 2 > 1 is a condition, which cannot be compared'],
    ['"5" * 2', '"5" is the text "5"'],
    ['oneOf(level, 3)', 'which cannot be compared'],
    ['max(1, level)', 'level is not a number, but max needs one'],
    ['clamp(1, 3, 2)', 'lower bound 3 above its upper bound 2'],
    ['total(level)', 'total(level) needs numbers, but at Oak Street (0042) it finds a text'],
    ['pi', '"pi" is not a measure or tag of this district'],
    ['toString', '"toString" is not a measure or tag'],
    ['__proto__', '"__proto__" is not a measure or tag'],
    ['Poverty', 'write count("Poverty")'],
    ['ES', 'write levels in double quotes'],
    ['Enrollment', 'write enrollment'],
    ['count("Gifted")', '"Gifted" is not a need category'],
    ['count("POV", "Middle School")', '"Middle School" is not a schooling level'],
    ['share("Gifted")', 'not a need category'],
    ['amount("LATER")', '"LATER" is not a revenue source that stands before this one'],
    ['measure("region")', '"region" is not a measure'],
    ['tag("index")', '"index" is not a tag'],
  ])('%s: %s', (text, expected) => {
    const value = first(text);
    expect(value).toMatch(/^! The formula ".*" has no value at Oak Street \(0042\): .*\.$/);
    expect(value).toContain(expected);
  });

  it('a blank measure is a fault, a blank tag an empty text', () => {
    expect(shown(evaluate('index')[2])).toContain('Not Yet Open (0044): the measure index is blank there');
    expect(shown(evaluate('region == "North"')[2])).toBe('no');
    expect(shown(evaluate('region == ""')[2])).toBe('yes');
  });

  it('a share without pupils is a fault', () => {
    expect(shown(evaluate('share("Poverty")')[2])).toContain('enrollment of zero');
  });

  it('an unknown name spoils the formula even where it is not reached', () => {
    expect(first('if(1 > 2, nowhere, 3)')).toContain('"nowhere" is not a measure');
    expect(first('1 > 2 and nowhere > 1')).toContain('"nowhere" is not a measure');
  });

  it('leaves alone what is not needed', () => {
    const values = evaluate('if(enrollment > 0, 420 / enrollment, 0)').map(shown);
    expect(values).toEqual(['1', '280/437', '0']);
    expect(shown(evaluate('enrollment > 0 and 1 / enrollment > 0')[2])).toBe('no');
    expect(shown(evaluate('enrollment == 0 or 1 / enrollment > 0')[2])).toBe('yes');
    expect(shown(evaluate('if(1 > 2, total(index), 5)')[2])).toBe('5');
  });
});

describe('functions over eligible schools', () => {
  const nine = measured('5', '7', '9', '7', null);

  it('ranks from the highest, equal values alike', () => {
    expect(evaluate('rank(x)', nine, [0, 1, 2, 3]).map(shown)).toEqual(['4', '2', '1', '2', '-']);
  });

  it('gives percentiles from 0 to 1 by the schools below', () => {
    expect(evaluate('percentile(x)', nine, [0, 1, 2, 3]).map(shown)).toEqual(['0', '1/3', '1', '1/3', '-']);
    expect(evaluate('percentile(x)', nine, [1]).map(shown)).toEqual(['-', '1', '-', '-', '-']);
  });

  it('totals and averages eligible schools only', () => {
    expect(evaluate('total(x)', nine, [0, 2]).map(shown)).toEqual(['14', '-', '14', '-', '-']);
    expect(shown(evaluate('average(x * 2)', nine, [0, 1, 2, 3])[0])).toBe('14');
    expect(shown(evaluate('x / total(x)', nine, [0, 1, 2, 3])[3])).toBe('1/4');
  });

  it('nests', () => {
    expect(evaluate('rank(x / total(x))', nine, [0, 1, 2]).map(shown)).toEqual(['3', '2', '1', '-', '-']);
  });

  it('names the school that spoils them', () => {
    const value = shown(evaluate('total(x)', nine)[0]);
    expect(value).toContain('has no value at School 0 (000): total(x) needs a value at every eligible school');
    expect(value).toContain('but at School 4 (004) the measure x is blank there');
  });

  it('asks each school once, however many schools there are', () => {
    let asked = 0;
    const schools = measured('1', '2', '3', '4', '5', '6', '7', '8');
    const counting = schools.map((school) => ({
      ...school,
      get counts() {
        asked++;
        return { ALL: 100 };
      },
    }));
    evaluate('total(enrollment) + average(enrollment)', counting);
    expect(asked).toBe(2 * counting.length);
  });
});
