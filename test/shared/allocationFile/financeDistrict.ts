import { AllocationFile } from '../../../src/shared/allocationFile/AllocationFile.ts';
import type { AllocationTemplate } from '../../../src/shared/allocationFile/AllocationTemplate.ts';
import type { BuiltInTemplate } from '../../../src/shared/allocationFile/builtIn/BuiltInTemplate.ts';
import { Calculation } from '../../../src/shared/calc/Calculation.ts';
import { Model, type ModelRows } from '../../../src/shared/model/Model.ts';
import type { AccountRuleRow } from '../../../src/shared/model/rows.ts';
import { districtRows } from '../../fixtures/district.ts';

/**
 * Two schools with awkward names, a formula, a grant that is zero at one school and takes money back at the other, and
 * a locked source with a table: 0042 gets 700.00 + (−50.25), 007 gets 300.00 + 0.00.
 */
export function financeRows(rules: readonly Partial<AccountRuleRow>[] = []): ModelRows {
  const rows = districtRows({
    levels: ['ES', 'HS'],
    needs: ['ALL', 'POV'],
    schools: [
      { code: '0042', level: 'ES', name: 'École “Peña”, North; the oldest' },
      { code: '007', level: 'HS', name: '=Roosevelt "High"' },
    ],
    counts: [
      ['0042', 'ES', 'ALL', 60_000],
      ['0042', 'ES', 'POV', 10_000],
      ['007', 'HS', 'ALL', 30_000],
    ],
    sources: [
      {
        code: 'GEN',
        name: 'General, unrestricted',
        amountCents: 100_000,
        status: 'unlock',
        method: 'weights',
        weightSet: 'W',
        rounding: 'cent',
      },
      { code: 'T1', name: '-Title I', amountCents: 20_000, status: 'grant', method: 'table' },
      { code: 'BUS', amountCents: 90_000, status: 'lock', method: 'table' },
    ],
    weights: [
      ['W', 'ES', 'ALL', 10_000],
      ['W', 'ES', 'POV', 10_000],
      ['W', 'HS', 'ALL', 10_000],
    ],
    table: [
      ['T1', '0042', -5_025],
      ['T1', '007', 0],
      ['BUS', '007', 40_000],
    ],
  });
  rows.district.push({ key: 'fiscal_year', value: '2026-27' });
  rows.accountRule = rules.map((rule) => ({
    segment: '',
    source: '',
    school: '',
    level: '',
    need: '',
    value: '',
    ...rule,
  }));
  return rows;
}

/** The district with the segments of a built-in template, every one of them filled by rules. */
export function districtFor({ segments }: BuiltInTemplate): Model {
  const digits = (length: number, text: string): string =>
    length === 0 ? text : text.padStart(length, '0').slice(-length);
  const rows = financeRows(
    segments.flatMap(({ code, length }, at) => [
      { segment: code, value: digits(length, `0${at + 1}`) },
      ...(['fund', 'budgetunit', 'resource'].includes(code)
        ? [{ segment: code, source: 'T1', value: digits(length, '06') }]
        : []),
      ...(['site', 'opu', 'department', 'account'].includes(code)
        ? [
            { segment: code, school: '0042', value: digits(length, '042') },
            { segment: code, school: '007', value: digits(length, '007') },
          ]
        : []),
    ]),
  );
  rows.accountSegment = segments.map((segment, position) => ({ ...segment, position }));
  return new Model(rows);
}

export const fileOf = (model: Model, template: AllocationTemplate, writtenAt = '2026-11-21T10:11:12'): AllocationFile =>
  new AllocationFile(new Calculation(model, 1), model, template, writtenAt);
