import type { Change } from '../../src/shared/changes/Change.ts';
import { emptyModelRows } from '../../src/shared/model/emptyModel.ts';
import type { Model, ModelRows, RowOp } from '../../src/shared/model/Model.ts';
import type { WeightRow } from '../../src/shared/model/rows.ts';
import { rowKey, TABLE_NAMES } from '../../src/shared/model/tables.ts';

/** Two schools, two needs, one weighted source and one grant: every table has at least one row. */
export function smallDistrict(): ModelRows {
  const rows = emptyModelRows('Small District', { at: '2026-01-05T08:00:00.000Z', by: 'Maria' });
  return {
    ...rows,
    need: [...rows.need, { code: 'POV', name: 'Poverty', position: 1 }],
    school: [
      { code: '0042', name: 'Lincoln', level: 'ES' },
      { code: '7', name: 'Roosevelt', level: 'HS' },
    ],
    schoolColumn: [
      { name: 'region', kind: 'tag', position: 0 },
      { name: 'need_index', kind: 'measure', position: 1 },
    ],
    tag: [{ school: '0042', tag: 'region', value: 'North' }],
    enrollment: [
      { version: 1, school: '0042', level: 'ES', need: 'ALL', count: 42_000 },
      { version: 1, school: '0042', level: 'ES', need: 'POV', count: 31_050 },
      { version: 1, school: '7', level: 'HS', need: 'ALL', count: 148_000 },
    ],
    measure: [{ version: 4, school: '0042', measure: 'need_index', value: '0.57' }],
    currentBudget: [{ version: 3, school: '0042', amountCents: 250_000_000, pupils: null }],
    source: [
      { code: 'GEN', name: 'General fund', origin: 'state', restriction: 'unrestricted', position: 0 },
      { code: 'T1', name: 'Title I', origin: 'federal', restriction: 'restricted', position: 1 },
    ],
    revenue: [
      { version: 2, source: 'GEN', amountCents: 1_000_000_000 },
      { version: 2, source: 'T1', amountCents: 50_000_000 },
    ],
    weightSet: [{ scenario: 1, weightSet: 'District weights', position: 0 }],
    decision: [
      {
        ...{ scenario: 1, source: 'GEN', status: 'unlock', centralKind: 'percent', centralValue: 450_000 },
        ...{ method: 'weights', weightSet: 'District weights', formula: null, eligibility: '' },
        ...{ rounding: 'rates', compare: null },
      },
      {
        ...{ scenario: 1, source: 'T1', status: 'grant', centralKind: 'amount', centralValue: 0 },
        ...{ method: 'table', weightSet: null, formula: null, eligibility: '', rounding: null, compare: 'out' },
      },
    ],
    weight: ['ES', 'MS', 'HS'].flatMap((level) => [
      { scenario: 1, weightSet: 'District weights', level, need: 'ALL', weight: 10_000 },
      { scenario: 1, weightSet: 'District weights', level, need: 'POV', weight: 2_300 },
    ]),
    share: [{ scenario: 1, source: 'GEN', level: 'ES', need: '', percent: 400_000 }],
    rate: [{ scenario: 1, source: 'GEN', level: 'ES', need: 'ALL', rate: 3_741_000_000 }],
    tableAmount: [{ scenario: 1, source: 'T1', school: '0042', amountCents: 50_000_000 }],
  };
}

/** Sets the poverty weight of the high schools, in ten-thousandths. */
export function weightChange(model: Model, weight: number): Change {
  const before = model.get('weight', 1, 'District weights', 'HS', 'POV') as WeightRow;
  const op: RowOp = { table: 'weight', before, after: { ...before, weight } };
  return { kind: 'weights', label: `Poverty weight, High → ${weight / 10_000}`, scenario: 1, ops: [op] };
}

/** Every table as a map by key, for comparing models without regard to the order of their rows. */
export function byKey(rows: ModelRows): Record<string, Record<string, unknown>> {
  const tables: Record<string, Record<string, unknown>> = {};
  for (const table of TABLE_NAMES) {
    tables[table] = Object.fromEntries(rows[table].map((row) => [rowKey(table, row as never), row]));
  }
  return tables;
}
