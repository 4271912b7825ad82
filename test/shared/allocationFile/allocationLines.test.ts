import { describe, expect, it } from 'vitest';
import { fileText } from '../../../src/shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate, TemplateColumn } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import { BLANK_TEMPLATE, PLAIN_AMOUNT, templateColumn } from '../../../src/shared/allocationFile/blankTemplate.ts';
import { checkFile } from '../../../src/shared/allocationFile/checkFile.ts';
import { Model } from '../../../src/shared/model/Model.ts';
import { CENTRAL, DEDUCTION, TOP_UP } from '../../../src/shared/model/pseudoCodes.ts';
import { buildDistrict } from '../../fixtures/district.ts';
import { fileOf, financeRows } from './financeDistrict.ts';

const SCHOOL = templateColumn('school', { kind: 'school', field: 'code' });
const SOURCE = templateColumn('source', { kind: 'source', field: 'code' });
const AMOUNT = templateColumn('amount', { kind: 'amount', period: 0, side: 'both', form: PLAIN_AMOUNT });

/** The rows of the file without headings; it must have no faults. */
function rowsOf(
  model: Model,
  fields: Partial<AllocationTemplate>,
  columns: TemplateColumn[] = [SCHOOL, SOURCE, AMOUNT],
): string[] {
  const template = { ...BLANK_TEMPLATE, headings: false, ...fields, detail: { columns } };
  const file = fileOf(model, template);
  expect(checkFile(file).list).toEqual([]);
  return fileText(file).split('\r\n').slice(0, -1);
}
const finance = (): Model => new Model(financeRows());

describe('the rows of an allocation file', () => {
  it('have zeros only where asked, and then of every school a source reaches', () => {
    expect(rowsOf(finance(), {})).toEqual(['0042,GEN,700.00', '0042,T1,-50.25', '007,GEN,300.00']);
    expect(rowsOf(finance(), { zeroRows: true })).toContain('007,T1,0.00');
  });

  it('take commitments of locked sources only where asked', () => {
    const money = { ...BLANK_TEMPLATE.money, locked: true };
    expect(rowsOf(finance(), { money })).toContain('007,BUS,400.00');
    expect(rowsOf(finance(), {}).join()).not.toContain('BUS');
  });

  it('are summed by school, by source, or by account whatever the school', () => {
    expect(rowsOf(finance(), { groupBy: 'school' }, [SCHOOL, AMOUNT])).toEqual(['0042,649.75', '007,300.00']);
    expect(rowsOf(finance(), { groupBy: 'source', sort: ['source'] }, [SOURCE, AMOUNT])).toEqual([
      'GEN,1000.00',
      'T1,-50.25',
    ]);
    const rows = financeRows([
      { segment: 'fund', value: '01' },
      { segment: 'fund', school: '007', value: '09' },
    ]);
    rows.accountSegment = [{ code: 'fund', name: 'Fund', length: 2, position: 0 }];
    const fund = templateColumn('fund', { kind: 'segment', segment: 'fund' });
    expect(rowsOf(new Model(rows), { groupBy: 'account' }, [fund, AMOUNT])).toEqual(['01,649.75', '09,300.00']);
    // By source, but never two accounts in one sum.
    expect(rowsOf(new Model(rows), { groupBy: 'source', sort: ['source', 'account'] }, [fund, SOURCE, AMOUNT])).toEqual(
      ['01,GEN,700.00', '09,GEN,300.00', '01,T1,-50.25'],
    );
  });

  it('are by month in the order of the list, the odd cents first', () => {
    const month = templateColumn('month', { kind: 'month', field: 'name' });
    const period = templateColumn('period', { kind: 'month', field: 'period' });
    const rows = rowsOf(finance(), { rowsByMonth: true, months: [11, 12, 1] }, [SCHOOL, SOURCE, month, period, AMOUNT]);
    expect(rows.slice(0, 3)).toEqual(['0042,GEN,Nov,01,233.34', '0042,GEN,Dec,02,233.33', '0042,GEN,Jan,03,233.33']);
    expect(rows.slice(3, 6)).toEqual(['0042,T1,Nov,01,-16.75', '0042,T1,Dec,02,-16.75', '0042,T1,Jan,03,-16.75']);
  });

  it('stand by level and need where the money came by them, otherwise at the school’s own level', () => {
    const level = templateColumn('level', { kind: 'level', field: 'code' });
    const need = templateColumn('need', { kind: 'need', field: 'name' });
    expect(rowsOf(finance(), { splitBy: 'level_need' }, [SCHOOL, SOURCE, level, need, AMOUNT])).toEqual([
      '0042,GEN,ES,Need ALL,600.00',
      '0042,GEN,ES,Need POV,100.00',
      '0042,T1,ES,,-50.25',
      '007,GEN,HS,Need ALL,300.00',
    ]);
  });
});

describe('money of floors and of the central office', () => {
  /** B is 100.00 under its floor of 400.00; the reserve R of 1,000.00 pays, or A gives up what it gained. */
  const district = (payer: 'reserve' | 'gainers'): Model =>
    buildDistrict({
      levels: ['ES'],
      needs: ['ALL'],
      schools: [
        { code: 'A', level: 'ES' },
        { code: 'B', level: 'ES' },
      ],
      counts: [
        ['A', 'ES', 'ALL', 70_000],
        ['B', 'ES', 'ALL', 30_000],
      ],
      sources: [
        {
          code: 'G',
          amountCents: 100_000,
          status: 'unlock',
          method: 'weights',
          weightSet: 'W',
          rounding: 'cent',
          restriction: 'unrestricted',
        },
        { code: 'R', amountCents: 100_000, status: 'lock', method: 'none', restriction: 'unrestricted' },
      ],
      weights: [['W', 'ES', 'ALL', 10_000]],
      current: [
        ['A', 50_000, null],
        ['B', 40_000, null],
      ],
      floors: {
        holdHarmlessPercent: 1_000_000,
        payer,
        reserveSource: 'R',
        solve: payer === 'gainers' ? 'scaling' : null,
      },
    });
  const money = BLANK_TEMPLATE.money;

  it('are rows of their own: top-ups, deductions, what central parts pay, and what stays central', () => {
    expect(rowsOf(district('reserve'), {})).toEqual(['A,G,700.00', 'B,G,300.00', `B,${TOP_UP},100.00`]);
    expect(rowsOf(district('gainers'), {})).toEqual([
      'A,G,700.00',
      `A,${DEDUCTION},-100.00`,
      'B,G,300.00',
      `B,${TOP_UP},100.00`,
    ]);
    const transfer = { ...money, formula: false, payers: true };
    expect(rowsOf(district('reserve'), { money: transfer })).toEqual([`B,${TOP_UP},100.00`, `${CENTRAL},R,-100.00`]);
    const all = { ...money, central: true, payers: true };
    expect(rowsOf(district('reserve'), { money: all })).toEqual([
      'A,G,700.00',
      'B,G,300.00',
      `B,${TOP_UP},100.00`,
      `${CENTRAL},R,900.00`,
    ]);
  });

  it('have accounts by rules that name them', () => {
    const model = district('reserve');
    model.put({ table: 'accountSegment', before: null, after: { code: 'f', name: 'Fund', length: 2, position: 0 } });
    const place = { segment: 'f', level: '', need: '' };
    for (const rule of [
      { ...place, source: '', school: '', value: '01' },
      { ...place, source: TOP_UP, school: '', value: '17' },
      { ...place, source: 'R', school: CENTRAL, value: '09' },
    ]) {
      model.put({ table: 'accountRule', before: null, after: rule });
    }
    const fund = templateColumn('fund', { kind: 'segment', segment: 'f' });
    const rows = rowsOf(model, { money: { ...money, central: true }, groupBy: 'account', sort: ['account'] }, [
      fund,
      AMOUNT,
    ]);
    expect(rows).toEqual(['01,1000.00', '09,900.00', '17,100.00']);
  });
});
