import { describe, expect, test } from 'vitest';
import { suggestHeaderRow } from '../../../src/shared/assistant/headerRow.ts';
import { readHeader } from '../../../src/shared/assistant/headerWords.ts';
import { gradesOf, suggestLevel } from '../../../src/shared/assistant/levelWords.ts';
import type { ColumnProfile } from '../../../src/shared/assistant/profileColumns.ts';
import { headerShape, recallMapping, rememberMapping } from '../../../src/shared/assistant/rememberMapping.ts';
import { offersFor, suggestMapping } from '../../../src/shared/assistant/suggestMapping.ts';
import { findTotalRows } from '../../../src/shared/assistant/totalRows.ts';
import { emptyModelRows } from '../../../src/shared/model/emptyModel.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { emptyModel, tableOf } from './tables.ts';

const targets = (...lines: string[]): Record<string, string> => {
  const { mapping } = suggestMapping(tableOf(...lines), emptyModel());
  return Object.fromEntries(
    mapping.columns.map(({ header, target }) => [
      header,
      target.kind === 'count' ? `count ${target.need}${target.level ? ` ${target.level}` : ''}` : target.kind,
    ]),
  );
};

describe('headers', () => {
  test.each([
    ['enrol_sy2425', ['enrol'], 2024],
    ['Enrollment 2024-25', ['enrollment'], 2024],
    ['OperatingBudgetFY25', ['operating', 'budget'], 2025],
    ['FY2026 Allocation ($)', ['allocation'], 2026],
    ['% Poverty', ['percent', 'poverty'], null],
    ['Grades K-8', ['grades', 'k', '8'], null],
  ])('%s is read as words and a year', (header, words, year) => {
    expect(readHeader(header)).toMatchObject({ words, year });
  });

  test('titles above the header are passed over, also where they are many', () => {
    const table = tableOf(
      'Lincoln Unified',
      'Enrollment by school',
      '',
      'School ID|School|Total',
      '0042|Oak|420',
      '7|Elm|300',
    );
    expect(suggestHeaderRow(table)).toBe(4);
    expect(suggestHeaderRow(tableOf('code|name', '1|Oak'))).toBe(1);
  });

  test('a header of years is a header', () => {
    expect(suggestHeaderRow(tableOf('Report', 'School|Name|2024|2025', '1|Oak|10|20', '2|Elm|11|21'))).toBe(2);
  });
});

describe('columns', () => {
  test('a district’s usual headers are understood', () => {
    expect(
      targets(
        'Site Code|Site Name|Grade Span|Region|Total Enrollment|FRL|ELL|SWD|FY26 Budget|Need Index|% Attendance',
        '0042|Oak Elementary|K-5|North|420|310|150|48|$1,234,500.00|0.81|93.5%',
        '0043|Elm Middle|6-8|South|655|401|118|79|$2,234,500.00|0.57|91.0%',
        '0044|Ash High|9-12|South|655|401|118|79|$2,234,500.10|0.56|90.0%',
      ),
    ).toEqual({
      'Site Code': 'schoolCode',
      'Site Name': 'schoolName',
      'Grade Span': 'level',
      Region: 'tag',
      'Total Enrollment': 'count ALL',
      FRL: 'count POV',
      ELL: 'count EL',
      SWD: 'count SPED',
      'FY26 Budget': 'currentAmount',
      'Need Index': 'measure',
      '% Attendance': 'measure',
    });
  });

  test('of several years the newest is the count, and last year’s is a measure', () => {
    expect(targets('school|pupils_sy2223|pupils_sy2425|students last year', '1|10|12|11', '2|20|22|21')).toEqual({
      school: 'schoolCode',
      pupils_sy2223: 'measure',
      pupils_sy2425: 'count ALL',
      'students last year': 'measure',
    });
  });

  test('levels in headers count at those levels', () => {
    expect(targets('school|enrollment_es|enrollment_ms', '1|10|12', '2|20|22')).toEqual({
      school: 'schoolCode',
      enrollment_es: 'count ALL ES',
      enrollment_ms: 'count ALL MS',
    });
  });

  test('one row per need is long format', () => {
    expect(
      targets(
        'School Number|Student Group|Count',
        '1|All Students|10',
        '1|Low Income|4',
        '2|All Students|20',
        '2|Low Income|3',
      ),
    ).toEqual({ 'School Number': 'schoolCode', 'Student Group': 'countNeed', Count: 'countValue' });
  });

  test('a table of revenues is none of schools', () => {
    expect(
      targets(
        'Fund Code|Revenue Source|FY26 Projected Revenue|Type of Funds|Origin',
        '010|Property tax|100.00|x|Local',
        '020|Title I|50.00|y|Federal',
      ),
    ).toMatchObject({
      'Fund Code': 'sourceCode',
      'Revenue Source': 'sourceName',
      'FY26 Projected Revenue': 'revenueAmount',
      Origin: 'origin',
    });
  });

  test('a name that reaches for the inside of a program is never suggested as a column', () => {
    expect(targets('school|__proto__|constructor', '1|5|6', '2|7|8')).toEqual({
      school: 'schoolCode',
      ['__proto__']: 'ignore',
      constructor: 'measure',
    });
  });

  test('a repeated school with levels has counts at levels', () => {
    expect(targets('school|level|enrollment', '1|ES|10', '1|MS|12', '2|HS|30')).toEqual({
      school: 'schoolCode',
      level: 'countLevel',
      enrollment: 'count ALL',
    });
  });
});

describe('offers', () => {
  test('trailing .0, lost zeros, placeholders and too many decimals are offered and not done', () => {
    const rows = emptyModelRows('');
    const model = new Model({
      ...rows,
      school: [
        { code: '0042', name: 'Oak', level: 'ES' },
        { code: '1043', name: 'Elm', level: 'ES' },
      ],
    });
    const table = tableOf(
      'school|unit code|enrollment|budget',
      '42|53.0|n/a|10.005',
      '1043|54.0|12|20.00',
      '1044|55.0|13|20.00',
      '1045|56.0|14|1',
      '1046|56.0|14|1',
      '1047|56.0|14|1',
    );
    const { repairs, blanks, mapping } = suggestMapping(table, model);
    expect(repairs.map(({ column, repair, length }) => [column, repair, length])).toEqual([
      [0, 'padTo', 4],
      [1, 'dropPointZero', null],
      [3, 'round', null],
    ]);
    expect(blanks).toEqual([{ text: 'n/a', count: 1, column: 2 }]);
    expect(
      mapping.columns.every(({ repairs: agreed }) => !agreed.dropPointZero && agreed.padTo === null && !agreed.round),
    ).toBe(true);
    expect(mapping.blanks).toEqual([]);
  });
});

test('the “.0” of codes is offered to be dropped, that of amounts is not', () => {
  const offersOf = (header: string, ...cells: string[]) => {
    const rows = cells.map((cell, at) => `S${at}|School ${at}|${cell}`);
    const table = tableOf(`school_id|school|${header}`, ...rows);
    const model = emptyModel();
    const { mapping, profiles } = suggestMapping(table, model);
    return offersFor({ kind: 'tag', name: header }, profiles[mapping.columns.length - 1] as ColumnProfile, model).map(
      ({ repair }) => repair,
    );
  };
  expect(offersOf('region', '53011.0', '53012.0', '7')).toEqual(['dropPointZero']);
  expect(offersOf('lunch', '1200.00', '950.00')).toEqual([]);
  expect(offersOf('lunch', '1200.0', '950.5')).toEqual([]);
  expect(offersOf('lunch', '$1200.0', '950.0')).toEqual([]);
  expect(offersOf('lunch budget', '1200.0', '950.0')).toEqual([]);
});

describe('totals', () => {
  const reasons = (...lines: string[]) => findTotalRows(tableOf(...lines), 1).map(({ row }) => row);

  test('totals, subtotals, sums without a name and notes are recognised', () => {
    expect(
      reasons(
        'code|name|pupils|poor',
        '1|Oak|10|4',
        '2|Elm|20|5',
        '|North Total|30|9',
        '3|Ash|5|1',
        '4|Fir|6|2',
        '|South Total|11|3',
        '|Grand Total|41|12',
        '|District|41|12',
        '||41|12',
        'Source: state report',
      ),
    ).toEqual([4, 7, 8, 9, 10, 11]);
  });

  test('a school is not a total because of its name or by chance', () => {
    expect(
      reasons(
        'code|name|pupils',
        '1|Oak|10',
        '2|Elm|20',
        '3|Total Learning Academy|31',
        '4|District Academy|17',
        '30|Ash|30',
      ),
    ).toEqual([]);
    expect(reasons('code|pupils', '100|10', '200|20', '300|30')).toEqual([]);
  });
});

describe('levels', () => {
  const { level } = emptyModelRows('');

  test.each([
    ['ES', 'ES'],
    ['Elem', 'ES'],
    ['Elementary School', 'ES'],
    ['K-5', 'ES'],
    ['PreK–5', 'ES'],
    ['PK,K-8', 'ES'],
    ['K-8', 'ES'],
    ['6-8', 'MS'],
    ['Junior High', 'MS'],
    ['7–9', 'MS'],
    ['6-12', 'HS'],
    ['9-12', 'HS'],
    ['Grades 9 to 12', 'HS'],
    ['Senior High', 'HS'],
    ['K-12', 'ES'],
    ['Charter', null],
    ['', null],
  ])('%s is %s', (text, code) => expect(suggestLevel(text, level)).toBe(code));

  test('a district’s own levels decide', () => {
    const own = [
      { code: 'K8', name: 'K-8', position: 0 },
      { code: 'UP', name: 'Grades 9-12', position: 1 },
    ];
    expect(suggestLevel('K-5', own)).toBe('K8');
    expect(suggestLevel('High', own)).toBe('UP');
    expect(gradesOf('Central Office')).toBeNull();
  });
});

describe('remembering', () => {
  const thisYear = ['school', 'enrol_sy2425', 'enrol_sy2223', 'index'];
  const nextYear = ['school', 'enrol_sy2526', 'enrol_sy2324', 'index'];

  test('next year’s file has the shape of this year’s, another file has not', () => {
    expect(headerShape(nextYear)).toBe(headerShape(thisYear));
    expect(headerShape(['index', ...thisYear.slice(0, 3)])).toBe(headerShape(thisYear));
    expect(headerShape(thisYear.slice(0, 3))).not.toBe(headerShape(thisYear));
  });

  test('decisions come back, and names follow their headers into the new year', () => {
    const model = emptyModel();
    const first = suggestMapping(tableOf(thisYear.join('|'), '1.0|10|9|0.5', '2.0|12|11|0.6'), model).mapping;
    const decided = {
      ...first,
      columns: first.columns.map((column) =>
        column.header === 'index' ? { ...column, target: { kind: 'ignore' } as const } : column,
      ),
      missing: 'keep' as const,
      blanks: ['-'],
    };
    const text = rememberMapping(decided, thisYear) ?? '';
    const second = suggestMapping(tableOf(nextYear.join('|'), '1|10|9|0.5', '2|12|11|0.6'), model).mapping;
    const recalled = recallMapping(text, second, nextYear, model);
    expect(recalled.columns.map(({ header, target }) => [header, target])).toEqual([
      ['school', { kind: 'schoolCode' }],
      ['enrol_sy2526', { kind: 'count', need: 'ALL', level: null }],
      ['enrol_sy2324', { kind: 'measure', name: 'enrol_sy2324' }],
      ['index', { kind: 'ignore' }],
    ]);
    expect(recalled).toMatchObject({ missing: 'keep', blanks: ['-'] });
  });

  test.each([
    '',
    'null',
    '[]',
    '{"columns":7,"levels":"x"}',
    '{"columns":[null,{"shape":1}]}',
    '{"columns":[{"shape":"school","header":"s","target":{"kind":"__proto__"}}]}',
  ])('a text that is no mapping changes nothing: %s', (text) => {
    const model = emptyModel();
    const { mapping } = suggestMapping(tableOf(thisYear.join('|'), '1|10|9|0.5'), model);
    expect(recallMapping(text, mapping, thisYear, model)).toMatchObject({ columns: mapping.columns });
  });
});
