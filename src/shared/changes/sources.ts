import type { Model, RowOp } from '../model/Model.ts';
import type { DecisionRow, Method, SourceRow, Status } from '../model/rows.ts';
import { formatMoney } from '../text/formatNumber.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** The methods a status may take (domain text, section 2); the first is what a source gets when its status changes. */
export const METHODS_OF: Readonly<Record<Status, readonly Method[]>> = {
  lock: ['none', 'table'],
  unlock: ['weights', 'shares', 'rates', 'proportional', 'per_school'],
  grant: ['table', 'per_school', 'proportional', 'rates'],
};

/** What a source is until somebody decides: locked, so that no dollar moves by accident. */
export function defaultDecision(scenario: number, source: string): DecisionRow {
  return {
    scenario,
    source,
    status: 'lock',
    centralKind: 'percent',
    centralValue: 0,
    method: 'none',
    weightSet: null,
    formula: null,
    eligibility: '',
    rounding: null,
    compare: null,
  };
}

/**
 * A new revenue source, locked in every scenario, with its projected amount in the revenues that `scenario` uses. In
 * other versions it has no amount until somebody types one, so that no other scenario's revenue grows unasked. What is
 * adopted was decided without the source and has no part of it.
 */
export function addSource(model: Model, source: SourceRow, amountCents: number, scenario: number): Change {
  const ops: RowOp[] = setRow(model, 'source', source);
  const own = model.get('scenario', scenario);
  if (own && own.status !== 'adopted') {
    ops.push(...setRow(model, 'revenue', { version: own.revenuesVersion, source: source.code, amountCents }));
  }
  for (const { id, status } of model.table('scenario').values()) {
    if (status !== 'adopted') ops.push(...setRow(model, 'decision', defaultDecision(id, source.code)));
  }
  return { kind: 'revenues', label: `Add revenue source ${source.name}`, scenario: null, ops };
}

export function removeSource(model: Model, code: string): Change {
  const ops: RowOp[] = [];
  const tables = [
    'accountRule',
    'growth',
    'shock',
    'payingSource',
    'tableAmount',
    'rate',
    'share',
    'decision',
    'revenue',
  ] as const;
  for (const table of tables) {
    for (const row of model.table(table).values()) {
      if (row.source === code) ops.push({ table, before: row, after: null } as RowOp);
    }
  }
  for (const row of model.table('floorDecision').values()) {
    if (row.reserveSource === code) ops.push(...setRow(model, 'floorDecision', { ...row, reserveSource: null }));
  }
  const name = model.table('source').get(code)?.name ?? code;
  ops.push(...removeRow(model, 'source', code));
  return { kind: 'revenues', label: `Remove revenue source ${name}`, scenario: null, ops };
}

/** Name, origin, restriction or position of a source. */
export function setSource(model: Model, code: string, fields: Partial<Omit<SourceRow, 'code'>>): Change {
  const source = model.table('source').get(code) as SourceRow;
  const what = Object.entries(fields).map(([field, value]) => `${field} → ${value}`);
  const ops = setRow(model, 'source', { ...source, ...fields });
  return { kind: 'revenues', label: `${source.name}: ${what.join(', ')}`, scenario: null, ops };
}

/** The projected amount of a source in one version of the revenues, in cents. */
export function setRevenue(model: Model, version: number, source: string, amountCents: number): Change {
  const before = model.get('revenue', version, source)?.amountCents ?? 0;
  const name = model.table('source').get(source)?.name ?? source;
  const ops = setRow(model, 'revenue', { version, source, amountCents });
  const label = `${name} ${formatMoney(before)} → ${formatMoney(amountCents)}`;
  return { kind: 'revenues', label, scenario: null, ops };
}

/** Any part of what a scenario decides about a source; `what` is the label's end, `central share → 45 %`. */
export function setDecision(
  model: Model,
  scenario: number,
  source: string,
  fields: Partial<Omit<DecisionRow, 'scenario' | 'source'>>,
  what: string,
): Change {
  const held = model.get('decision', scenario, source) ?? defaultDecision(scenario, source);
  const name = model.table('source').get(source)?.name ?? source;
  const ops = setRow(model, 'decision', { ...held, ...fields });
  return { kind: 'sources', label: `${name}: ${what}`, scenario, ops };
}

/** Lock, unlock or grant. The method follows where the old one is not open to the new status. */
export function setStatus(model: Model, scenario: number, source: string, status: Status): Change {
  const held = model.get('decision', scenario, source) ?? defaultDecision(scenario, source);
  const method = METHODS_OF[status].includes(held.method) ? held.method : (METHODS_OF[status][0] as Method);
  const firstSet = model.ordered('weightSet').find((set) => set.scenario === scenario)?.weightSet ?? null;
  const weightSet = method === 'weights' ? (held.weightSet ?? firstSet) : held.weightSet;
  return setDecision(model, scenario, source, { status, method, weightSet }, `status → ${status}`);
}
