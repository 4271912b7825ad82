import type { Model } from '../../shared/model/Model.ts';
import type { MinimumKind, ScenarioRow } from '../../shared/model/rows.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import { FLOOR_KEYS, floorText } from '../../shared/scenarios/floorKeys.ts';
import { plainMoney, plainRate } from '../../shared/text/formatNumber.ts';
import { column, inOrder, placesOf } from './sheetOrder.ts';
import type { DescribedSheet } from './WorkbookDescription.ts';

/** The minimums of levels in their order, then those of schools by code. */
export function describeMinimums(model: Model, scenario: ScenarioRow): DescribedSheet {
  const levelAt = placesOf(inOrder(model.table('level').values()));
  const ofScenario = <Row extends { scenario: number }>(rows: Iterable<Row>): Row[] =>
    [...rows].filter((row) => row.scenario === scenario.id);
  const numbers = (row: { kind: MinimumKind; value: number }): string[] =>
    row.kind === 'per_pupil' ? [plainRate(row.value), ''] : ['', plainMoney(row.value)];
  return {
    name: 'minimums',
    columns: [column('level'), column('school'), column('per_pupil', 'rate'), column('amount', 'money')],
    rows: [
      ...ofScenario(model.table('levelMinimum').values())
        .sort((left, right) => levelAt(left.level) - levelAt(right.level))
        .map((row) => [row.level, '', ...numbers(row)]),
      ...ofScenario(model.table('schoolMinimum').values())
        .sort((left, right) => compareCodes(left.school, right.school))
        .map((row) => ['', row.school, ...numbers(row)]),
    ],
  };
}

/** What is decided about floors, key by key; nothing where nobody has decided. The reason stands beside an exemption. */
export function describeFloors(model: Model, scenario: ScenarioRow): DescribedSheet {
  const decision = model.get('floorDecision', scenario.id);
  const rows: string[][] = [];
  const add = (key: string, value: string | null, reason = ''): void => {
    if (value !== null) rows.push([key, value, reason]);
  };
  if (decision) for (const key of FLOOR_KEYS) add(key, floorText(decision, key));
  const codes = [...model.table('payingSource').values()].filter((row) => row.scenario === scenario.id);
  for (const { source } of codes.sort((a, b) => compareCodes(a.source, b.source))) add('central_source', source);
  const exempt = [...model.table('exemption').values()].filter((row) => row.scenario === scenario.id);
  for (const row of exempt.sort((a, b) => compareCodes(a.school, b.school)))
    add('exempt', row.school, row.reason.trim());
  const hasReasons = rows.some(([, , reason]) => reason !== '');
  return {
    name: 'floors',
    columns: [column('key'), column('value'), ...(hasReasons ? [column('reason')] : [])],
    rows: hasReasons ? rows : rows.map((row) => row.slice(0, 2)),
  };
}
