import { defaultFloorDecision } from '../changes/floors.ts';
import { defaultDecision } from '../changes/sources.ts';
import type { Model } from '../model/Model.ts';
import type { MinimumKind, ScenarioRow } from '../model/rows.ts';
import { compareCodes } from '../model/tables.ts';
import { plainMoney, plainPercent, plainRate, plainWeight } from '../text/formatNumber.ts';
import { type CellSheet, joinKey, type ScenarioCell } from './cellKey.ts';
import { FLOOR_KEYS, floorText } from './floorKeys.ts';

/** Cells by their place; see `placeOf`. */
export type ScenarioCells = ReadonlyMap<string, ScenarioCell>;

export const placeOf = ({ sheet, parts, column }: Omit<ScenarioCell, 'value'>): string =>
  `${sheet}\u001f${joinKey(parts)}\u001f${column}`;

/**
 * Everything a scenario decides, cell by cell as the workbook writes it: what two scenarios differ in is what differs
 * between their cells. Defaults that nobody typed and the same defaults typed are the same. Inputs are not here; see
 * `inputDifferences`.
 */
export function scenarioCells(model: Model, scenario: ScenarioRow): ScenarioCells {
  const cells = new Map<string, ScenarioCell>();
  const add: Add = (sheet, parts, column, value) => {
    if (value === null || value === '') return;
    const cell = { sheet, parts, column, value };
    cells.set(placeOf(cell), cell);
  };
  const id = scenario.id;
  const own = <Row extends { readonly scenario: number }>(rows: ReadonlyMap<string, Row>): Row[] =>
    [...rows.values()].filter((row) => row.scenario === id);
  add('scenario', [], 'description', scenario.description.trim());
  addDecisions(model, id, add);
  const sets = own(model.table('weightSet'));
  sets.sort((a, b) => a.position - b.position || compareCodes(a.weightSet, b.weightSet));
  for (const [at, { weightSet }] of sets.entries()) add('weights', [weightSet], 'position', String(at + 1));
  for (const row of own(model.table('weight'))) {
    add('weights', [row.weightSet, row.level, row.need], 'weight', plainWeight(row.weight));
  }
  for (const row of own(model.table('share'))) {
    add('shares', [row.source, row.level, row.need], 'percent', plainPercent(row.percent));
  }
  for (const row of own(model.table('rate'))) {
    add('rates', [row.source, row.level, row.need], 'rate', plainRate(row.rate));
  }
  for (const row of own(model.table('tableAmount'))) {
    add('table', [row.source, row.school], 'amount', plainMoney(row.amountCents));
  }
  const minimum = (parts: string[], { kind, value }: { kind: MinimumKind; value: number }): void =>
    add('minimums', parts, kind, kind === 'per_pupil' ? plainRate(value) : plainMoney(value));
  for (const row of own(model.table('levelMinimum'))) minimum(['level', row.level], row);
  for (const row of own(model.table('schoolMinimum'))) minimum(['school', row.school], row);
  addFloors(model, id, add);
  for (const row of own(model.table('shock'))) {
    const parts = row.kind === 'revenue' ? ['revenue', row.source] : ['enrollment', row.level, row.need];
    add('shocks', parts, 'percent', plainPercent(row.percent));
  }
  for (const row of own(model.table('goalWeight'))) {
    add('goal_weights', [row.weightSet, row.level, row.need], 'weight', plainWeight(row.weight));
  }
  for (const row of own(model.table('pathShare'))) add('path', [String(row.year)], 'share', plainPercent(row.share));
  const trigger = model.get('revenueTrigger', id);
  if (trigger) add('path', ['revenue_trigger'], 'amount', plainMoney(trigger.amountCents));
  for (const row of own(model.table('growth'))) {
    add('growth', [row.kind, row.kind === 'revenue' ? row.source : row.level], 'percent', plainPercent(row.percent));
  }
  return cells;
}

type Add = (sheet: CellSheet, parts: readonly string[], column: string, value: string | null) => void;

function addDecisions(model: Model, scenario: number, add: Add): void {
  for (const { code } of model.table('source').values()) {
    const decision = model.get('decision', scenario, code) ?? defaultDecision(scenario, code);
    const { centralKind, centralValue } = decision;
    add('revenues', [code], 'status', decision.status);
    if (centralKind === 'amount') add('revenues', [code], 'central_amount', plainMoney(centralValue));
    else add('revenues', [code], 'central_percent', centralValue === 0 ? '' : plainPercent(centralValue));
    add('revenues', [code], 'method', decision.method);
    add('revenues', [code], 'weight_set', decision.weightSet);
    add('revenues', [code], 'formula', decision.formula?.trim() ?? '');
    add('revenues', [code], 'eligibility', decision.eligibility.trim());
    add('revenues', [code], 'rounding', decision.rounding);
    add('revenues', [code], 'compare', decision.compare);
  }
}

function addFloors(model: Model, scenario: number, add: Add): void {
  const decision = model.get('floorDecision', scenario) ?? defaultFloorDecision(scenario);
  for (const key of FLOOR_KEYS) {
    const text = floorText(decision, key);
    if (text !== floorText(defaultFloorDecision(scenario), key)) add('floors', [key], 'value', text);
  }
  for (const row of model.table('payingSource').values()) {
    if (row.scenario === scenario) add('floors', ['central_source', row.source], 'value', 'yes');
  }
  for (const row of model.table('exemption').values()) {
    if (row.scenario !== scenario) continue;
    add('floors', ['exempt', row.school], 'value', 'yes');
    add('floors', ['exempt', row.school], 'reason', row.reason.trim());
  }
}
