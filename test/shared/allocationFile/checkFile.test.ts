import { describe, expect, it } from 'vitest';
import { fileText } from '../../../src/shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate, TemplateColumn } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import {
  BLANK_TEMPLATE,
  fixedColumn,
  PLAIN_AMOUNT,
  templateColumn,
} from '../../../src/shared/allocationFile/blankTemplate.ts';
import { checkFile } from '../../../src/shared/allocationFile/checkFile.ts';
import { checkTemplate } from '../../../src/shared/allocationFile/checkTemplate.ts';
import { previewAllocation } from '../../../src/shared/allocationFile/previewAllocation.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import type { AccountRuleRow, AccountSegmentRow } from '../../../src/shared/model/rows.ts';
import { fileOf, financeRows } from './financeDistrict.ts';

const AMOUNT = templateColumn('amount', { kind: 'amount', period: 0, side: 'both', form: PLAIN_AMOUNT });
const FUND = templateColumn('fund', { kind: 'segment', segment: 'fund' }, { required: true });
const withColumns = (columns: TemplateColumn[], fields: Partial<AllocationTemplate> = {}): AllocationTemplate => ({
  ...BLANK_TEMPLATE,
  ...fields,
  detail: { columns },
});
const KEYS = BLANK_TEMPLATE.detail.columns.slice(0, 2);

function modelWith(rules: Partial<AccountRuleRow>[], segment: Partial<AccountSegmentRow> = {}): Model {
  const rows = financeRows(rules.map((rule) => ({ segment: 'fund', ...rule })));
  rows.accountSegment = [{ code: 'fund', name: 'Fund', length: 2, position: 0, ...segment }];
  return new Model(rows);
}
const faultsOf = (model: Model, template: AllocationTemplate): string[] =>
  checkFile(fileOf(model, template)).list.map(({ kind, reason }) => `${kind}: ${reason}`);

describe('pre-flight', () => {
  const byFund = withColumns([...KEYS, FUND, AMOUNT]);

  it('finds nothing in a file that is right, and its text is as the template says', () => {
    const file = fileOf(modelWith([{ value: '01' }, { source: 'T1', value: '06' }]), byFund);
    expect(checkFile(file).list).toEqual([]);
    expect(fileText(file)).toBe(
      'school,source,fund,amount\r\n0042,GEN,01,700.00\r\n0042,T1,06,-50.25\r\n007,GEN,01,300.00\r\n',
    );
  });

  it('names the source, the school or the pair that has no account, once each', () => {
    expect(faultsOf(modelWith([]), byFund)).toEqual([
      'unmapped: No account rule gives Fund a value. Add one under Accounts.',
    ]);
    expect(faultsOf(modelWith([{ source: 'GEN', value: '01' }]), byFund)).toEqual([
      'unmapped: -Title I (T1): no account rule gives Fund a value. Add one under Accounts.',
    ]);
    expect(faultsOf(modelWith([{ school: '0042', value: '01' }]), byFund)).toEqual([
      'unmapped: =Roosevelt "High" (007): no account rule gives Fund a value. Add one under Accounts.',
    ]);
    const pair = faultsOf(
      modelWith([
        { source: 'T1', value: '06' },
        { source: 'GEN', school: '007', value: '01' },
      ]),
      byFund,
    );
    expect(pair).toEqual([
      'unmapped: École “Peña”, North; the oldest (0042), General, unrestricted (GEN): no account rule gives Fund a value. Add one under Accounts.',
    ]);
  });

  it('never takes part of an account for the whole, even where the column may be blank', () => {
    const account = templateColumn('account', { kind: 'account', segments: ['fund', 'site'], separator: '-' });
    const rows = financeRows([{ segment: 'fund', value: '01' }]);
    rows.accountSegment = ['fund', 'site'].map((code, position) => ({ code, name: code, length: 0, position }));
    expect(faultsOf(new Model(rows), withColumns([...KEYS, account, AMOUNT]))).toEqual([
      'unmapped: No account rule gives site a value. Add one under Accounts.',
    ]);
    const site = templateColumn('site', { kind: 'segment', segment: 'site' });
    const file = fileOf(new Model(rows), withColumns([...KEYS, FUND, site, AMOUNT]));
    expect(checkFile(file).list).toEqual([]);
    expect(fileText(file)).toContain('0042,GEN,01,,700.00');
  });

  it('finds a segment that is too long or too short, with what posts to it', () => {
    expect(faultsOf(modelWith([{ value: '001' }]), byFund)).toEqual([
      'too_long: École “Peña”, North; the oldest (0042), General, unrestricted (GEN): Fund "001" has 3 characters, but the segment has 2.',
    ]);
    expect(faultsOf(modelWith([{ value: '01' }, { source: 'T1', value: '6' }]), byFund)).toEqual([
      'too_short: École “Peña”, North; the oldest (0042), -Title I (T1): Fund "6" has 1 character, but the segment has 2.',
    ]);
  });

  it('finds two rows of one key, and sums them where the template says so', () => {
    const model = modelWith([{ value: '01' }]);
    const columns = [FUND, AMOUNT];
    expect(faultsOf(model, withColumns(columns))).toEqual([
      expect.stringMatching(
        /^duplicate: .*\(0042\), -Title I \(T1\) has the same key as .*\(GEN\) \(account 01\)\. Sum equal accounts/,
      ),
      expect.stringMatching(/^duplicate: .*\(007\), .* has the same key as /),
    ]);
    const summed = fileOf(model, withColumns(columns, { groupBy: 'account' }));
    expect(checkFile(summed).list).toEqual([]);
    expect(fileText(summed)).toBe('fund,amount\r\n01,949.75\r\n');
  });

  it('refuses a scenario that does not tie out', () => {
    const rows = financeRows();
    const short = new Model({ ...rows, tableAmount: rows.tableAmount.map((row) => ({ ...row, amountCents: 20_000 })) });
    expect(faultsOf(short, BLANK_TEMPLATE)).toEqual([
      expect.stringMatching(/^scenario: The scenario does not tie out: -Title I \(T1\) is short by 200\.00/),
    ]);
  });

  it('never cuts a text that may not be cut, and cuts by characters where it may', () => {
    const name = { kind: 'school', field: 'name' } as const;
    const columns = [...KEYS, templateColumn('name', name, { width: 6 }), AMOUNT];
    const [first] = faultsOf(new Model(financeRows()), withColumns(columns));
    expect(first).toMatch(
      /^too_long: .*: name "École “Peña”, North; the oldest" is 31 characters long, but the column has 6\.$/,
    );
    const cut = withColumns([...KEYS, templateColumn('name', name, { width: 5, tooLong: 'cut' }), AMOUNT]);
    expect(fileText(fileOf(new Model(financeRows()), cut))).toContain('0042,GEN,École,700.00');
  });

  it('names a character that the encoding has not', () => {
    const columns = [...KEYS, templateColumn('name', { kind: 'school', field: 'name' }), AMOUNT];
    const [ascii] = faultsOf(new Model(financeRows()), withColumns(columns, { encoding: 'ascii' }));
    expect(ascii).toContain("holds “É” (U+00C9), which the file's encoding has not.");
    expect(faultsOf(new Model(financeRows()), withColumns(columns, { encoding: 'windows-1252' }))).toEqual([]);
    const rows = financeRows();
    const chinese = new Model({ ...rows, school: rows.school.map((school) => ({ ...school, name: '學校' })) });
    expect(faultsOf(chinese, withColumns(columns, { encoding: 'windows-1252' }))[0]).toContain('“學” (U+5B78)');
  });

  it('refuses a delimiter or quotation mark in a column that is never quoted', () => {
    const columns = [...KEYS, templateColumn('name', { kind: 'school', field: 'name' }, { quoting: 'never' }), AMOUNT];
    expect(faultsOf(new Model(financeRows()), withColumns(columns))).toEqual([
      expect.stringContaining('holds the delimiter'),
      expect.stringContaining('holds the delimiter'),
      expect.stringContaining('holds a quotation mark'),
    ]);
  });

  it('refuses odd cents where amounts are whole dollars', () => {
    const whole = { ...PLAIN_AMOUNT, places: 0 };
    const columns = [...KEYS, templateColumn('amount', { kind: 'amount', period: 0, side: 'both', form: whole })];
    expect(faultsOf(new Model(financeRows()), withColumns(columns))).toEqual([
      expect.stringContaining('amount "-50.25" has no place for the odd cents of -50.25.'),
    ]);
  });

  it('does not let a source or school be mistaken for money that is of none', () => {
    const rows = financeRows();
    const model = new Model({ ...rows, school: [...rows.school, { code: 'central', name: 'Central', level: 'ES' }] });
    const template = { ...BLANK_TEMPLATE, money: { ...BLANK_TEMPLATE.money, central: true } };
    expect(faultsOf(model, template).join()).toContain('A school has the code central');
    expect(faultsOf(model, BLANK_TEMPLATE)).toEqual([]);
  });
});

describe('a template', () => {
  const check = (template: AllocationTemplate): string[] =>
    checkTemplate(template, new Model(financeRows())).map(({ reason }) => reason);

  it('must let its amounts be read, sign and all', () => {
    const amount = (side: 'both' | 'debit' | 'credit', sign: 'minus' | 'absolute', period = 0): TemplateColumn =>
      templateColumn('amount', { kind: 'amount', period, side, form: { ...PLAIN_AMOUNT, sign } });
    const side = templateColumn('side', { kind: 'side', debit: 'D', credit: 'C' });
    const unreadable = [expect.stringContaining('cannot be read from its columns')];
    expect(check(withColumns(KEYS))).toEqual(unreadable);
    expect(check(withColumns([amount('both', 'absolute')]))).toEqual(unreadable);
    expect(check(withColumns([amount('both', 'absolute'), side]))).toEqual([]);
    expect(check(withColumns([amount('debit', 'minus')]))).toEqual(unreadable);
    expect(check(withColumns([amount('debit', 'minus'), amount('credit', 'minus')]))).toEqual([]);
    expect(check(withColumns([amount('both', 'minus', 1)], { months: [7, 8] }))).toEqual(unreadable);
    expect(check(withColumns([amount('both', 'minus', 1), amount('both', 'minus', 2)], { months: [7, 8] }))).toEqual(
      [],
    );
    expect(check(withColumns([amount('both', 'minus', 3), AMOUNT], { months: [7, 8] }))[0]).toContain('period 3');
  });

  it('must have columns that fit its format', () => {
    const fixed = (column: TemplateColumn): string[] =>
      check(withColumns([column], { format: 'fixed', headings: false }));
    const value = AMOUNT.value;
    expect(fixed(fixedColumn('amount', value, 12, { pad: '0', align: 'right' }))).toEqual([]);
    expect(fixed(AMOUNT)).toEqual([
      'amount needs a width, since the file has fixed widths.',
      'amount needs one character to fill it up with.',
    ]);
    expect(fixed(fixedColumn('amount', value, 12, { pad: '0' }))[0]).toContain('would change a number');
    expect(fixed(fixedColumn('amount', value, 12, { tooLong: 'cut' }))[0]).toContain('may not be cut');
    for (const kind of ['school', 'source', 'level', 'need'] as const) {
      const code = fixedColumn('code', { kind, field: 'code' }, 3, { tooLong: 'cut' });
      expect(fixed(code)[0], kind).toBe('code may not be cut: a shorter one would mean something else.');
      const name = fixedColumn('name', { kind, field: 'name' }, 3, { tooLong: 'cut' });
      expect(check(withColumns([name, AMOUNT])), kind).toEqual([]);
    }
    expect(fixed(fixedColumn('year', { kind: 'year', field: 'ends' }, 2, { tooLong: 'cut' }))[0]).toContain(
      'not be cut',
    );
    expect(check({ ...BLANK_TEMPLATE, header: [{ columns: KEYS }] })[0]).toContain('about one row');
    expect(check({ ...BLANK_TEMPLATE, format: 'xlsx', extension: 'xlsx', control: [{ columns: [] }] })[0]).toContain(
      'detail rows only',
    );
    expect(check(withColumns([FUND, AMOUNT]))[0]).toContain('no account segment "fund"');
    expect(check({ ...BLANK_TEMPLATE, extension: '../x' })[0]).toContain('ending of letters');
    expect(check({ ...BLANK_TEMPLATE, extension: 'ALLOT' })[0]).toContain('kept for documents');
    expect(check({ ...BLANK_TEMPLATE, format: 'xlsx' })[0]).toContain('needs the ending xlsx');
  });
});

describe('the preview', () => {
  it('shows the first rows with the totals and faults of all, as they will be written', () => {
    const model = new Model(financeRows());
    const template = {
      ...BLANK_TEMPLATE,
      control: [{ columns: [templateColumn('n', { kind: 'records', of: 'detail' as const })] }],
    };
    const preview = previewAllocation(new Calculation(model, 1), model, template, 1, '2026-11-21T10:00:00');
    expect(preview.lines).toEqual(['school,source,amount', '0042,GEN,700.00', '3']);
    expect(preview.records.map(({ kind }) => kind)).toEqual(['heading', 'detail', 'control']);
    expect(preview).toMatchObject({ rowCount: 3, recordCount: 5, faultCount: 0 });
    expect(preview.totals).toEqual({
      rows: 3,
      amountCents: 94_975,
      debitCents: 100_000,
      creditCents: 5_025,
      bySource: [
        { code: 'GEN', cents: 100_000 },
        { code: 'T1', cents: -5_025 },
      ],
      bySchool: [
        { code: '0042', cents: 64_975 },
        { code: '007', cents: 30_000 },
      ],
      byFund: [],
    });
    expect(preview.notices[0]).toContain('is not adopted');
    const split = previewAllocation(
      new Calculation(model, 1),
      model,
      { ...template, splitBy: 'need', duplicates: 'allow' },
      9,
    );
    expect(split.rowCount).toBe(4);
    expect(split.notices.join(' ')).toContain('T1 has no lines by level and need');
  });

  it('says what is no fault and may still surprise', () => {
    const rows = financeRows([
      { segment: 'fund', value: '01' },
      { segment: 'fund', need: 'POV', value: '02' },
      { segment: 'fund', level: 'HS', value: '03' },
    ]);
    rows.accountSegment = [{ code: 'fund', name: 'Fund', length: 2, position: 0 }];
    rows.enrollment.push({ version: 1, school: '0042', level: 'HS', need: 'ALL', count: 100 });
    const model = new Model(rows);
    const noticesOf = (template: AllocationTemplate): string =>
      previewAllocation(new Calculation(model, 1), model, template, 0).notices.join(' ');
    const byFund = withColumns([...KEYS, FUND, AMOUNT], { duplicates: 'allow' });
    expect(noticesOf(byFund)).toMatch(/Rules for fund name needs, .*Rules for fund name levels, /);
    expect(noticesOf({ ...byFund, splitBy: 'level_need' })).not.toMatch(/name needs|name levels/);
    const central = { ...byFund, money: { ...byFund.money, central: true } };
    expect(noticesOf(central)).toContain('is left with nobody');
    const fixed = withColumns([fixedColumn('amount', AMOUNT.value, 12)], { format: 'fixed', headings: false });
    expect(noticesOf(fixed)).toContain('Widths count characters.');
  });

  it('is line by line what is written', () => {
    const model = modelWith([{ value: '01' }, { source: 'T1', value: '06' }]);
    const template = withColumns([...KEYS, FUND, AMOUNT], {
      rowsByMonth: true,
      months: [7, 8, 9],
      duplicates: 'allow',
    });
    const preview = previewAllocation(new Calculation(model, 1), model, template, 1_000, '2026-11-21T10:11:12');
    expect(`${preview.lines.join('\r\n')}\r\n`).toBe(fileText(fileOf(model, template)));
    expect(preview.rowCount).toBe(9);
  });
});
