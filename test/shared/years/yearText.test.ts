import { describe, expect, it } from 'vitest';
import { compareYears, findYear, knownYear } from '../../../src/shared/years/yearText.ts';

describe('the year a text speaks of', () => {
  it.each([
    ['2023-24', 2024, ''],
    ['2023–2024', 2024, ''],
    ['SY2324', 2024, ''],
    ['SY 23-24', 2024, ''],
    ['23-24', 2024, ''],
    ['FY24', 2024, ''],
    ["FY'24", 2024, ''],
    ['FY2024', 2024, ''],
    ['2024', 2024, ''],
    ['Proficiency 2022-23', 2023, 'Proficiency'],
    ['Reading (2023–2024)', 2024, 'Reading'],
    ['enrol_sy2425', 2025, 'enrol'],
    ['Grade 3 2024', 2024, 'Grade 3'],
    ['1999-00', 2000, ''],
  ])('%s', (text, ends, rest) => {
    expect(findYear(text)).toMatchObject({ ends, rest });
  });

  it.each(['Grades 10-11', 'School 0042', 'ELA', '', '2023-26', 'Room 1204', '12-15'])('%s has none', (text) => {
    const found = findYear(text);
    // A pair that is none may still hold a plain year.
    if (text === '2023-26') expect(found).toMatchObject({ isSchoolYear: false });
    else expect(found).toBeNull();
  });

  it('is one year under all its spellings, and a plain year only itself', () => {
    expect(knownYear('SY2324', ['2022-23', '2023-24'])).toBe('2023-24');
    expect(knownYear('FY24', ['2023-24'])).toBe('2023-24');
    expect(knownYear('2024', ['2023-24'])).toBeNull();
    expect(knownYear('fy24', ['FY24'])).toBe('FY24');
    expect(knownYear('2023-24 fall', ['2023-24'])).toBeNull();
  });

  it('stands in the order of time, unnamed years last', () => {
    const years = ['FY25', 'baseline', '2022-23', '2023-24', '1999-00'];
    expect(years.sort(compareYears)).toEqual(['1999-00', '2022-23', '2023-24', 'FY25', 'baseline']);
  });
});
