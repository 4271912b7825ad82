import { defaultDecision } from '../../shared/changes/sources.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { DecisionRow, ScenarioRow, SourceRow } from '../../shared/model/rows.ts';
import { compareCodes, keyOf } from '../../shared/model/tables.ts';
import { plainMoney, plainPercent, plainRate, plainWeight } from '../../shared/text/formatNumber.ts';
import { column, inOrder, placesOf } from './sheetOrder.ts';
import type { DescribedSheet } from './WorkbookDescription.ts';

/** The sources in order, with their amounts and what the scenario decides; a source not decided yet is locked. */
export function describeRevenues(model: Model, scenario: ScenarioRow): DescribedSheet {
  return {
    name: 'revenues',
    columns: [
      column('code'),
      column('name'),
      column('amount', 'money'),
      column('origin'),
      column('restriction'),
      column('status'),
      column('central_percent', 'percent'),
      column('central_amount', 'money'),
      column('method'),
      column('weight_set'),
      column('formula'),
      column('eligibility'),
      column('rounding'),
      column('compare'),
    ],
    rows: inOrder(model.table('source').values()).map((source) => describeSource(model, scenario, source)),
  };
}

function describeSource(model: Model, scenario: ScenarioRow, source: SourceRow): string[] {
  const amountCents = model.get('revenue', scenario.revenuesVersion, source.code)?.amountCents ?? 0;
  const decision = model.get('decision', scenario.id, source.code) ?? defaultDecision(scenario.id, source.code);
  const isPercent = decision.centralKind === 'percent';
  return [
    source.code,
    source.name,
    plainMoney(amountCents),
    source.origin,
    source.restriction,
    decision.status,
    isPercent ? plainPercent(decision.centralValue) : '',
    isPercent ? '' : plainMoney(decision.centralValue),
    hasOwnWord(model, decision) ? decision.method : '',
    decision.weightSet ?? '',
    decision.formula?.trim() ?? '',
    decision.eligibility.trim(),
    decision.rounding ?? '',
    decision.compare ?? '',
  ];
}

/**
 * A lock that commits nothing has an empty method, as the exchange format has no word for it. `none` is written only
 * where amounts typed earlier still stand under the lock: left empty they would be read as its table.
 */
function hasOwnWord(model: Model, { scenario, source, status, method }: DecisionRow): boolean {
  if (method !== 'none' || status !== 'lock') return true;
  for (const row of model.table('tableAmount').values()) {
    if (row.scenario === scenario && row.source === source) return true;
  }
  return false;
}

/**
 * The weight sets in order, cell by cell. A set without any weight is written as its name alone, so that the sources
 * naming it find it again.
 */
export function describeWeights(model: Model, scenario: ScenarioRow): DescribedSheet {
  const levels = inOrder(model.table('level').values());
  const needs = inOrder(model.table('need').values());
  const sets = [...model.table('weightSet').values()]
    .filter((row) => row.scenario === scenario.id)
    .sort((left, right) => left.position - right.position || compareCodes(left.weightSet, right.weightSet));
  const rows: string[][] = [];
  for (const { weightSet } of sets) {
    const before = rows.length;
    for (const level of levels) {
      for (const need of needs) {
        const cell = model.table('weight').get(keyOf(scenario.id, weightSet, level.code, need.code));
        if (cell) rows.push([weightSet, level.code, need.code, plainWeight(cell.weight)]);
      }
    }
    if (rows.length === before) rows.push([weightSet, '', '', '']);
  }
  const columns = [column('weight_set'), column('level'), column('need'), column('weight', 'weight')];
  return { name: 'weights', columns, rows };
}

/** Compares rows of source × level × need in the order of their lists; an empty need comes first. */
function compareCells(model: Model) {
  const sourceAt = placesOf(inOrder(model.table('source').values()));
  const levelAt = placesOf(inOrder(model.table('level').values()));
  const needAt = placesOf(inOrder(model.table('need').values()));
  type Cell = { readonly source: string; readonly level: string; readonly need: string };
  return (left: Cell, right: Cell): number =>
    sourceAt(left.source) - sourceAt(right.source) ||
    levelAt(left.level) - levelAt(right.level) ||
    needAt(left.need) - needAt(right.need);
}

export function describeShares(model: Model, scenario: ScenarioRow): DescribedSheet {
  const rows = [...model.table('share').values()].filter((row) => row.scenario === scenario.id);
  return {
    name: 'shares',
    columns: [column('source'), column('level'), column('need'), column('percent', 'percent')],
    rows: rows.sort(compareCells(model)).map((row) => [row.source, row.level, row.need, plainPercent(row.percent)]),
  };
}

export function describeRates(model: Model, scenario: ScenarioRow): DescribedSheet {
  const rows = [...model.table('rate').values()].filter((row) => row.scenario === scenario.id);
  return {
    name: 'rates',
    columns: [column('source'), column('level'), column('need'), column('rate', 'rate')],
    rows: rows.sort(compareCells(model)).map((row) => [row.source, row.level, row.need, plainRate(row.rate)]),
  };
}

export function describeTable(model: Model, scenario: ScenarioRow): DescribedSheet {
  const sourceAt = placesOf(inOrder(model.table('source').values()));
  const rows = [...model.table('tableAmount').values()]
    .filter((row) => row.scenario === scenario.id)
    .sort((left, right) => sourceAt(left.source) - sourceAt(right.source) || compareCodes(left.school, right.school));
  return {
    name: 'table',
    columns: [column('source'), column('school'), column('amount', 'money')],
    rows: rows.map((row) => [row.source, row.school, plainMoney(row.amountCents)]),
  };
}
