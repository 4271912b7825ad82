import { describe, expect, it } from 'vitest';
import type { RawMark, RawTable } from '../../../src/shared/assistant/RawTable.ts';
import { applyOps } from '../../../src/shared/changes/Change.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { keyOf } from '../../../src/shared/model/tables.ts';
import { sampleModelRows } from '../../../src/shared/sample/sampleModelRows.ts';
import { buildYears } from '../../../src/shared/years/import/buildYears.ts';
import { groupOfWord, isOnlyGroup, splitGroup } from '../../../src/shared/years/import/groupWords.ts';
import { suggestYears } from '../../../src/shared/years/import/suggestYears.ts';
import { isSuppressed } from '../../../src/shared/years/import/suppressed.ts';
import type { YearsMapping } from '../../../src/shared/years/import/YearsMapping.ts';

/** The sample district before any year. */
function district(): Model {
  return new Model({ ...sampleModelRows(), yearMeasure: [], yearValue: [] });
}
const model = district();
const [A = '', B = '', C = ''] = [...model.table('school').keys()];

function table(lines: readonly (readonly string[])[], marks: Readonly<Record<string, RawMark>> = {}): RawTable {
  return {
    sheet: 'Sheet1',
    rows: lines.map((cells, at) => {
      const own = new Map(
        cells.flatMap((_, column) => {
          const mark = marks[`${at + 1},${column}`];
          return mark ? [[column, mark] as const] : [];
        }),
      );
      return { number: at + 1, cells, ...(own.size > 0 ? { marks: own } : {}) };
    }),
  };
}

function read(
  lines: readonly (readonly string[])[],
  fileName = 'file.csv',
  change: (mapping: YearsMapping) => YearsMapping = (it) => it,
) {
  const raw = table(lines);
  const suggestion = suggestYears(raw, model, fileName);
  const built = buildYears(raw, change(suggestion.mapping), model, fileName);
  const after = district();
  if (built.change) applyOps(after, built.change.ops);
  const value = (year: string, school: string, measure: string, group = ''): string | undefined =>
    after.table('yearValue').get(keyOf(year, school, measure, group))?.value;
  return { ...built, suggestion, after, value };
}

describe('a table in long form', () => {
  const long = [
    ['School Year', 'School ID', 'School Name', 'Indicator', 'Student Group', 'Value'],
    ['2022-23', A, 'x', 'Reading proficiency', 'All Students', '45.2%'],
    ['SY2324', A, 'x', 'Reading proficiency', 'All Students', '47'],
    ['2022-23', A, 'x', 'Reading proficiency', 'English Learners', 'N<10'],
    ['2022-23', B, 'x', 'Reading proficiency', 'Students with disabilities', '12.5'],
    ['2022-23', B, 'x', 'Reading proficiency', 'Foster youth', '20'],
    ['2022-23', B, 'x', 'Chronic absenteeism', 'Total', '18'],
    ['2022-23', '', 'District', 'Reading proficiency', 'All Students', '44'],
    ['2022-23', 'X99', 'Closed School', 'Reading proficiency', 'All Students', '30'],
  ];

  it('is understood: years, schools, measures, groups and values', () => {
    const { suggestion, preview, faultCount, value, after } = read(long);
    expect(suggestion.form).toBe('long');
    expect(faultCount).toBe(0);
    expect(value('2022-23', A, 'Reading proficiency')).toBe('45.2');
    expect(value('SY2324', A, 'Reading proficiency')).toBe('47');
    expect(value('2022-23', B, 'Reading proficiency', 'SPED')).toBe('12.5');
    expect(value('2022-23', B, 'Reading proficiency', 'Foster youth')).toBe('20');
    expect(value('2022-23', B, 'Chronic absenteeism')).toBe('18');
    expect(after.table('yearMeasure').get('Chronic absenteeism')).toMatchObject({ unit: 'percent', better: 'lower' });
    expect(preview.leftOut).toEqual([{ row: 8, reason: '"District" is not one school' }]);
    expect(preview.added).toBe(6);
  });

  it('keeps closed schools with a warning, or leaves them out', () => {
    const kept = read(long);
    expect(kept.preview.unknown).toMatchObject([{ code: 'X99', rows: 1 }]);
    expect(kept.value('2022-23', 'X99', 'Reading proficiency')).toBe('30');
    const without = read(long, 'file.csv', (mapping) => ({ ...mapping, unknownSchools: 'leaveOut' }));
    expect(without.value('2022-23', 'X99', 'Reading proficiency')).toBeUndefined();
    expect(without.preview.notes.join(' ')).toContain('1 row of schools not in the district is left out');
  });

  it('takes two spellings of a year for one, where the person or the document knows it', () => {
    const { value } = read(long, 'file.csv', (mapping) => ({
      ...mapping,
      years: mapping.years.map(([word]) => [word, word === 'SY2324' ? '2023-24' : word]),
    }));
    expect(value('2023-24', A, 'Reading proficiency')).toBe('47');
    const spelled = read([long[0]!, long[1]!, ['SY2223', B, 'x', 'Reading proficiency', 'All Students', '9']]);
    expect(spelled.value('2022-23', B, 'Reading proficiency')).toBe('9');
  });
});

describe('a table in wide form', () => {
  it('has years in its headings, and a heading that is only a year goes on with the measure', () => {
    const { suggestion, value, faultCount } = read([
      [
        'Code',
        'School',
        'Proficiency 2022-23',
        '2023-24',
        'ELA Proficiency - EL 2023-24',
        'Enrollment 2022-23',
        'ELL 2022-23',
      ],
      [A, 'n', '45', '46.5', '<10', '412', '33'],
      [B, 'n', 's', '50', '22', '300', '12'],
      [C, 'n', '', '51', '23', '200', '*'],
    ]);
    expect(faultCount).toBe(0);
    expect(suggestion.form).toBe('wide');
    expect(value('2022-23', A, 'Proficiency')).toBe('45');
    expect(value('2023-24', A, 'Proficiency')).toBe('46.5');
    expect(value('2022-23', B, 'Proficiency')).toBeUndefined();
    expect(value('2023-24', B, 'ELA Proficiency', 'EL')).toBe('22');
    expect(value('2022-23', A, 'Pupils')).toBe('412');
    expect(value('2022-23', A, 'Pupils', 'EL')).toBe('33');
  });

  it('takes the year from the file’s name, gives zeros back to codes, and rounds dollars', () => {
    const { value, suggestion, faultCount } = read(
      [
        ['school', 'Budget', 'Enrollment', 'Poverty'],
        [String(Number(A)), '1234567.895', '412', '200'],
        [String(Number(B)), '$2,000,000', '300', '12'],
      ],
      'budgets FY24.csv',
    );
    expect(faultCount).toBe(0);
    expect(suggestion.mapping.padTo).toBe(4);
    expect(value('FY24', A, 'Budget')).toBe('1234567.9');
    expect(value('FY24', B, 'Budget')).toBe('2000000');
    expect(value('FY24', A, 'Pupils', 'POV')).toBe('200');
  });

  it('reads parts of 1 and stored percents as percent', () => {
    const parts = read([
      ['School code', 'Graduation rate 2023-24'],
      [A, '0.455'],
      [B, '1'],
    ]);
    expect(parts.value('2023-24', A, 'Graduation rate')).toBe('45.5');
    expect(parts.value('2023-24', B, 'Graduation rate')).toBe('100');
    const raw = table(
      [
        ['School code', 'Graduation rate 2023-24'],
        [A, '0.455'],
      ],
      { '2,1': 'percent' },
    );
    const { mapping } = suggestYears(raw, model, 'x.xlsx');
    const built = buildYears(raw, mapping, model, 'x.xlsx');
    expect(built.change?.ops.at(-1)?.after).toMatchObject({ value: '45.5' });
  });

  it('asks for the year where nothing says it', () => {
    const { faults, change } = read([
      ['School code', 'Proficiency'],
      [A, '45'],
    ]);
    expect(change).toBeNull();
    expect(faults[0]).toMatchObject({ sheet: 'Sheet1', row: 2, column: 'Proficiency', value: '45' });
    expect(faults[0]?.reason).toContain('which year');
  });
});

describe('faults', () => {
  it('are told by sheet, row and column, and nothing is half applied', () => {
    const { faults, faultCount, change } = read([
      ['School code', 'Proficiency 2022-23', 'Budget 2022-23'],
      [A, '45', '100'],
      [B, 'forty', '200'],
      ['', '45', '300'],
      [A, '46', '100'],
      [C, '2345', '-'],
    ]);
    expect(change).toBeNull();
    expect(faultCount).toBe(4);
    expect(faults.map(({ row, column }) => [row, column])).toEqual([
      [3, 'Proficiency 2022-23'],
      [4, 'School code'],
      [5, 'Proficiency 2022-23'],
      [6, 'Proficiency 2022-23'],
    ]);
    expect(faults[0]?.reason).toContain('"forty" is not a number');
    expect(faults[2]?.reason).toContain('Row 2 has another value');
    expect(faults[3]?.reason).toContain('is no percentage');
  });

  it('never read an error of a spreadsheet as a value', () => {
    const raw = table(
      [
        ['School code', 'Proficiency 2022-23'],
        [A, '#DIV/0!'],
        [B, '45'],
      ],
      { '2,1': 'error' },
    );
    const { mapping } = suggestYears(raw, model, 'x.xlsx');
    const wide = {
      ...mapping,
      columns: mapping.columns.map((column) =>
        column.column === 1
          ? { ...column, target: { kind: 'measure' as const, measure: 'Proficiency', group: '', year: '2022-23' } }
          : column,
      ),
    };
    const measures = [
      {
        measure: 'Proficiency',
        kind: 'outcome' as const,
        unit: 'percent' as const,
        better: 'higher' as const,
        isFraction: false,
      },
    ];
    expect(buildYears(raw, { ...wide, measures }, model, 'x.xlsx').faults[0]?.reason).toContain('shows the error');
  });

  it('say so where two columns are of one thing', () => {
    const { faults } = read(
      [
        ['School code', 'Proficiency 2022-23', 'Proficiency SY2223'],
        [A, '45', '46'],
      ],
      'x.csv',
      (mapping) => ({
        ...mapping,
        columns: mapping.columns.map((column) =>
          column.target.kind === 'measure' ? { ...column, target: { ...column.target, year: '2022-23' } } : column,
        ),
      }),
    );
    expect(faults[0]?.reason).toContain('the same measure, group and year');
  });
});

describe('suppressed values', () => {
  it.each([
    '*',
    '**',
    '<10',
    '< 10',
    'N<10',
    'n < 10',
    's',
    'S',
    '--',
    'n/a',
    '>95%',
    '≤5',
    'fewer than 10',
    'suppressed',
    '†',
  ])('%s is no number', (text) => expect(isSuppressed(text)).toBe(true));
  it.each(['0', '12', '12.5%', '$5', 'abc', '-3', '(3)', 'See note', '10-11'])('%s is none', (text) => {
    expect(isSuppressed(text)).toBe(false);
  });

  it('are counted, never zero, and take an earlier value away; an empty cell leaves it', () => {
    const before = district();
    const first = table([
      ['School code', 'Proficiency 2022-23', 'Attendance rate 2022-23'],
      [A, '45', '90'],
      [B, '50', '91'],
    ]);
    const put = (raw: RawTable) => {
      const built = buildYears(raw, suggestYears(raw, before, 'x.csv').mapping, before, 'x.csv');
      if (built.change) applyOps(before, built.change.ops);
      return built;
    };
    put(first);
    const built = put(
      table([
        ['School code', 'Proficiency 2022-23', 'Attendance rate 2022-23'],
        [A, '*', ''],
        [B, '50', '92'],
      ]),
    );
    expect(built.preview).toMatchObject({ removed: 1, changed: 1, unchanged: 1, added: 0, suppressedCount: 1 });
    expect(built.preview.suppressed).toEqual([{ text: '*', count: 1 }]);
    const held = (school: string, measure: string) =>
      before.table('yearValue').get(keyOf('2022-23', school, measure, ''))?.value;
    expect(held(A, 'Proficiency')).toBeUndefined();
    expect(held(A, 'Attendance rate')).toBe('90');
    expect(held(B, 'Attendance rate')).toBe('92');
  });
});

describe('words for groups', () => {
  it.each([
    ['All Students', ''],
    ['Total', ''],
    ['ELL', 'EL'],
    ['Economically Disadvantaged', 'POV'],
    ['Students with Disabilities', 'SPED'],
    ['Non-English Learner', null],
    ['Not economically disadvantaged', null],
    ['White', null],
    ['English Language Arts', null],
  ])('%s', (word, group) => expect(groupOfWord(model, word)).toBe(group));

  it('are taken out of a heading only where they are a group and nothing else', () => {
    expect(splitGroup(model, 'Proficiency - English Learners')).toEqual({ measure: 'Proficiency', group: 'EL' });
    expect(splitGroup(model, 'Economically Disadvantaged Proficiency')).toEqual({
      measure: 'Proficiency',
      group: 'POV',
    });
    expect(splitGroup(model, 'Reading EL')).toEqual({ measure: 'Reading', group: 'EL' });
    expect(splitGroup(model, 'English Language Arts proficiency')).toBeNull();
    expect(isOnlyGroup(model, 'ELA Proficiency EL')).toBe(false);
  });
});
