import fc from 'fast-check';
import type {
  AllocationTemplate,
  AmountForm,
  TemplateColumn,
} from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import { BLANK_TEMPLATE, templateColumn } from '../../../src/shared/allocationFile/blankTemplate.ts';
import type { Model } from '../../../src/shared/model/Model.ts';
import { CENTRAL, DEDUCTION, TOP_UP } from '../../../src/shared/model/pseudoCodes.ts';
import { Random } from '../../fixtures/random.ts';

const forms: fc.Arbitrary<AmountForm> = fc.record({
  decimals: fc.constantFrom('point', 'implied'),
  places: fc.integer({ min: 2, max: 6 }),
  sign: fc.constantFrom('minus', 'plus_minus', 'trailing', 'parentheses', 'absolute'),
  blankZero: fc.boolean(),
});

/** The columns that say a row's money, in one of the ways a template may. */
function moneyColumns(form: AmountForm, way: number, months: number, isFixed: boolean): TemplateColumn[] {
  const shape = isFixed ? { width: 30, pad: ['0', ' ', '*'][way % 3]! } : {};
  const column = (heading: string, value: TemplateColumn['value']): TemplateColumn =>
    templateColumn(heading, value, { ...shape, align: 'right', quoting: isFixed ? 'never' : 'when_needed' });
  const signed: AmountForm = form.sign === 'absolute' ? { ...form, sign: 'minus' } : form;
  if (way === 0 && form.sign === 'absolute') {
    return [
      column('amount', { kind: 'amount', period: 0, side: 'both', form }),
      templateColumn('side', { kind: 'side', debit: 'D', credit: 'C' }, isFixed ? { width: 4, pad: ' ' } : {}),
    ];
  }
  if (way === 1) {
    return (['debit', 'credit'] as const).map((side) =>
      column(side, { kind: 'amount', period: 0, side, form: signed }),
    );
  }
  if (way === 2 && months > 0) {
    return Array.from({ length: months }, (_, at) =>
      column(`period ${at + 1}`, { kind: 'amount', period: at + 1, side: 'both', form: signed }),
    );
  }
  return [column('amount', { kind: 'amount', period: 0, side: 'both', form: signed })];
}

/** Templates of every format, split, grouping and sign that say everything; accounts are `fund` and `site`. */
export const arbitraryTemplate: fc.Arbitrary<AllocationTemplate> = fc
  .record({
    format: fc.constantFrom('delimited', 'fixed'),
    delimiter: fc.constantFrom(',', '\t', ';', '|'),
    encoding: fc.constantFrom('utf-8', 'utf-8-bom', 'windows-1252'),
    lineEnd: fc.constantFrom('crlf', 'lf'),
    headings: fc.boolean(),
    guardText: fc.boolean(),
    splitBy: fc.constantFrom('none', 'need', 'level', 'level_need'),
    months: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 12 }),
    rowsByMonth: fc.boolean(),
    zeroRows: fc.boolean(),
    groupBy: fc.constantFrom('none', 'account', 'school', 'source'),
    debit: fc.constantFrom('positive', 'negative'),
    money: fc.record({
      formula: fc.constant(true),
      grants: fc.boolean(),
      locked: fc.boolean(),
      topUps: fc.boolean(),
      deductions: fc.boolean(),
      central: fc.boolean(),
      payers: fc.boolean(),
    }),
    form: forms,
    way: fc.integer({ min: 0, max: 3 }),
    records: fc.boolean(),
  })
  .map(({ form, way, records, ...fields }) => {
    const isFixed = fields.format === 'fixed';
    const shape = isFixed ? { width: 20, pad: ' ', quoting: 'never' as const } : {};
    const wayTaken = fields.rowsByMonth && way === 2 ? 3 : way;
    const control: TemplateColumn[] = [
      templateColumn('kind', { kind: 'text', text: 'T' }, shape),
      templateColumn('rows', { kind: 'records', of: 'detail' }, shape),
      templateColumn(
        'total',
        { kind: 'total', of: 'amount', form: { ...form, sign: 'minus' } },
        { ...shape, width: isFixed ? 30 : 0, align: 'right' },
      ),
    ];
    return {
      ...BLANK_TEMPLATE,
      ...fields,
      format: fields.format as 'delimited' | 'fixed',
      duplicates: 'allow' as const,
      fundSegment: 'fund',
      header: records ? [{ columns: [templateColumn('kind', { kind: 'text', text: 'H' }, shape)] }] : [],
      control: records ? [{ columns: control }] : [],
      detail: {
        columns: [
          templateColumn('school', { kind: 'school', field: 'code' }, shape),
          templateColumn('source', { kind: 'source', field: 'code' }, shape),
          templateColumn('fund', { kind: 'segment', segment: 'fund' }, { ...shape, required: true }),
          templateColumn('site', { kind: 'segment', segment: 'site' }, { ...shape, required: true }),
          templateColumn('month', { kind: 'month', field: 'number' }, shape),
          ...moneyColumns(form, wayTaken, fields.months.length, isFixed),
        ],
      },
    } as AllocationTemplate;
  });

/** Gives a model the segments `fund` and `site`, with rules that leave nothing without a value. */
export function withAccounts(model: Model, seed: number): Model {
  const random = new Random(seed);
  const put = (segment: string, value: string, place: object): void =>
    model.put({
      table: 'accountRule',
      before: null,
      after: { segment, source: '', school: '', level: '', need: '', ...place, value },
    });
  for (const [position, code] of ['fund', 'site'].entries()) {
    model.put({ table: 'accountSegment', before: null, after: { code, name: code, length: 0, position } });
    put(code, '00', {});
  }
  for (const source of model.table('source').keys()) {
    if (random.chance(0.6)) put('fund', String(random.whole(0, 3)).padStart(2, '0'), { source });
    if (random.chance(0.2)) put('site', 'ÜÑ9', { source });
  }
  for (const school of model.table('school').keys()) {
    if (random.chance(0.7)) put('site', school, { school });
    if (random.chance(0.2)) put('fund', '07', { school });
  }
  for (const need of model.table('need').keys()) if (random.chance(0.5)) put('fund', `0${need}`, { need });
  for (const level of model.table('level').keys()) if (random.chance(0.5)) put('site', `L${level}`, { level });
  put('fund', '90', { source: TOP_UP });
  put('fund', '91', { source: DEDUCTION });
  put('site', '000', { school: CENTRAL });
  return model;
}
