import { describe, expect, it } from 'vitest';
import { parseFormula } from '../../../../src/shared/calc/formula/formula.ts';
import { refusal } from './testDistrict.ts';

describe('what the formula language refuses', () => {
  it.each([
    // what is found, where, and what to write instead
    ['', 'The formula is empty'],
    ['  ', 'The formula is empty'],
    ['2 x', 'Character 3: "x" follows "2" with nothing between them; write *'],
    ['2(3)', 'Character 2: "(" follows "2"'],
    ['(2)(3)', 'Character 4: "(" follows ")"'],
    ['2inch', 'Character 1: "2inch" is not a number'],
    ['2 inch', 'Character 3: "inch" follows "2"'],
    ['enrollment to 5', 'Character 12: "to" is not part'],
    ['5%', 'Character 2: "%" is not part of the formula language; write a percentage as a decimal'],
    ['100 + 10%', 'write a percentage as a decimal'],
    ['5 % 3', 'write a percentage as a decimal'],
    ['5 mod 3', 'no remainders'],
    ['"5"*2 "x"', 'Character 7'],
    ['1e400', '"1e400" is not a number; write the number out'],
    ['1e5', 'write the number out'],
    ['1E-5', 'write the number out'],
    ['0x10', 'write the number out'],
    ['0b11', 'write the number out'],
    ['1.5.2', 'only one decimal point'],
    ['1..2', 'only one decimal point'],
    ['1,234', 'without thousands marks'],
    ['max(1,234)', 'looks like a thousands mark'],
    ['max(0, 1,500 - enrollment)', 'looks like a thousands mark'],
    ['max(0, 12,345.5)', 'looks like a thousands mark'],
    ['$5', 'without the dollar sign'],
    ['1:3', 'no ranges'],
    ['[1, 2]', 'no lists'],
    ['{a: 1}', 'no lists'],
    ['a[1]', 'no lists'],
    ['a.b', 'names have no parts'],
    ['x = 3', 'write == to compare'],
    ['= enrollment', 'Character 1: "=" '],
    ['f(x) = x', 'write == to compare'],
    ['x += 1', 'Character 4: "="'],
    ['a; b', 'write a comma'],
    ['a # note', 'no comments'],
    ["'North'", 'straight double quotes'],
    ['\u201cNorth\u201d', 'straight double quotes'],
    ["x'", 'straight double quotes'],
    ['"North', 'never closed'],
    ['"No\\rth"', 'backslash'],
    ['x!', 'write not'],
    ['!x', 'write not'],
    ['~x', 'write not'],
    ['x <> 3', '"<>" is not part of the formula language; write !='],
    ['a && b', 'write and'],
    ['a & b', 'write and'],
    ['a || b', 'write or'],
    ['a | b', 'write or'],
    ['a xor b', 'use and, or and not'],
    ['a AND b', 'small letters, and'],
    ['NOT (a > 1)', 'small letters, not'],
    ['AND(a, b)', 'stands between two conditions'],
    ['a ? 1 : 2', 'write if('],
    ['a ?? b', 'write if('],
    ['a .* b', 'names have no parts'],
    ['a .^ b', 'names have no parts'],
    ['a >> 2', 'missing after ">"'],
    ['3 \u00d7 4', 'write * to multiply'],
    ['3 \u00f7 4', 'write / to divide'],
    ['3 \u2212 4', 'minus sign of the keyboard'],
    ['a \u2265 4', 'write >='],
    ['ann\u00e9e', 'measure("'],
    ['\u00e9tat', 'measure("'],
    ['x\u00b2', 'take it out'],
    ['1 < x < 3', 'write 1 < x and x < 3'],
    ['a == b == c', 'Comparisons stand in a row'],
    ['2^3^2', 'Powers stand in a row'],
    ['-2^2', 'sign before a power'],
    ['2^-x^2', 'sign before a power'],
    ['not a == b', 'how far not reaches'],
    ['not a > b', 'how far not reaches'],
    ['true', 'a condition stands for itself'],
    ['if(a > 1, TRUE, FALSE)', 'a condition stands for itself'],
    ['null', 'a blank has no name'],
    ['undefined', 'a blank has no name'],
    ['NaN', 'exact numbers'],
    ['Infinity', 'exact numbers'],
    ['end', 'no ranges'],
    ['1 +', 'missing after "+"'],
    ['* 2', 'missing at the beginning'],
    ['(1 + )', 'missing after "+"'],
    ['()', 'missing after "("'],
    ['max(1, , 2)', 'missing after ","'],
    ['(1, 2)', 'only between the parts of a function'],
    ['(1', 'Character 1: this "(" is never closed'],
    ['1)', 'Character 2: this ")" closes nothing'],
    ['count', '"count" is a function; write count("Poverty")'],
    ['count(Poverty)', 'text in double quotes'],
    ['count("Poverty" , High)', 'text in double quotes'],
    ['share("a", "b")', 'share takes 1 part and has 2'],
    ['total()', 'total takes 1 part and has 0'],
    ['if(a, b)', 'if takes 3 parts'],
    ['oneOf(level)', 'oneOf takes 2 to'],
    ['round(1, 2, 3)', 'round takes 1 to 2 parts'],
    ['sqrt(4)', '"sqrt" is not a function'],
    ['amount(enrollment)', 'text in double quotes'],
    ['(max)(1)', 'Character 6: "(" follows ")"'],
    ['f(1)(2)', 'Character 5: "(" follows ")"'],
  ])('%j: %s', (text, expected) => {
    const sentence = refusal(text);
    expect(sentence).toContain(expected);
    expect(sentence).toMatch(/\.$/);
    expect(sentence).not.toMatch(/Error|\n/);
  });

  it.each([
    'enrollment',
    '.5 + 5.',
    'IF(enrollment > 1, 2, Max(3, 4))',
    'a\n + b\t* c\u00a0- d',
    'i + e + pi + x1 + _y',
    'not (a == b) and not (c > d) or e < f',
    '-(2^2) + (-2)^2 + 2^-1 + (2^3)^2',
    'oneOf(code, "0042", "100")',
    'oneOf(enrollment, 100, 200)',
    'measure("square feet") / tag("a b")',
    'a - -b + +c',
  ])('takes %j', (text) => expect(parseFormula(text)).toMatchObject({ ok: true }));

  it('tells what a formula depends on', () => {
    const parsed = parseFormula('amount("B") + amount("A") + amount("B") + index * rank(other)');
    if (!parsed.ok) throw new Error(parsed.sentence);
    expect(parsed.formula).toMatchObject({
      amountSources: ['B', 'A'],
      columns: ['index', 'other'],
      usesEnrollment: false,
      usesOtherSchools: true,
    });
    for (const text of ['enrollment', 'count("POV")', 'total(share("POV"))']) {
      const reading = parseFormula(text);
      expect(reading.ok && reading.formula.usesEnrollment, text).toBe(true);
    }
  });
});
