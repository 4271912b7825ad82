import { scenarioNameFault, scenariosInOrder } from '../../shared/changes/scenarios.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { ScenarioRow } from '../../shared/model/rows.ts';
import { type CellSheet, joinKey } from '../../shared/scenarios/cellKey.ts';
import { type ChangedCell, changedInputs, changesBetween } from '../../shared/scenarios/changedCells.ts';
import { scenarioCells } from '../../shared/scenarios/scenarioCells.ts';
import { column } from './sheetOrder.ts';
import type { DescribedSheet } from './WorkbookDescription.ts';

/** What a scenario decides that no other sheet of the workbook holds. */
const OWN_SHEETS: readonly CellSheet[] = ['scenario', 'shocks', 'goal_weights', 'path', 'growth'];

/**
 * The sheet `scenarios` of a workbook of `exported`: first that scenario itself, based on nothing, with what the other
 * sheets cannot say of it, then every further one with what it changes against the one it is based on, decisions and
 * inputs alike. A scenario begins with a row of its name alone. A district with one scenario that says nothing more
 * has no such sheet.
 */
export function describeScenarios(model: Model, exported: ScenarioRow): DescribedSheet {
  const order = [exported, ...scenariosInOrder(model).filter(({ id }) => id !== exported.id)];
  const names = tellApart(model, order);
  const cellsOf = new Map(order.map((scenario) => [scenario.id, scenarioCells(model, scenario)]));
  const rows: string[][] = [];
  for (const scenario of order) {
    const base = scenario.id === exported.id ? null : baseOf(model, scenario, exported);
    const cells = cellsOf.get(scenario.id)!;
    const changed = base
      ? [...changesBetween(model, cells, cellsOf.get(base.id)!), ...changedInputs(model, scenario, base)]
      : changesBetween(model, cells, new Map()).filter(({ sheet }) => OWN_SHEETS.includes(sheet));
    const head = [names.get(scenario.id)!, base ? names.get(base.id)! : ''];
    rows.push([...head, '', '', '', '']);
    for (const cell of withoutEchoes(changed)) {
      rows.push([...head, cell.sheet, joinKey(cell.parts), cell.column, cell.after]);
    }
  }
  return {
    name: 'scenarios',
    columns: ['scenario', 'based_on', 'sheet', 'key', 'column', 'value'].map((name) => column(name)),
    rows: rows.length > 1 ? rows : [],
  };
}

/** What a scenario is based on; the exported one where that leads nowhere, or round in a circle. */
function baseOf(model: Model, scenario: ScenarioRow, exported: ScenarioRow): ScenarioRow {
  const base = scenario.basedOn === null ? undefined : model.get('scenario', scenario.basedOn);
  const seen = new Set([scenario.id]);
  for (let at = base; at && at.id !== exported.id; ) {
    if (seen.has(at.id)) return exported;
    seen.add(at.id);
    if (at.basedOn === null) break;
    at = model.get('scenario', at.basedOn);
  }
  return base ?? exported;
}

/** Names by id; two that would be taken for one another, as no edit can make them, are numbered. */
function tellApart(model: Model, order: readonly ScenarioRow[]): Map<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const { id, name } of order) {
    let told = name;
    for (let number = 2; taken.has(told.toLowerCase()); number++) {
      const next = `${name.slice(0, 190)} (${number})`;
      if (scenarioNameFault(model, next, null) === null) told = next;
    }
    taken.add(told.toLowerCase());
    names.set(id, told);
  }
  return names;
}

/** A central percent that became an amount is told once, by what it became; so are minimums. */
function withoutEchoes(changed: readonly ChangedCell[]): ChangedCell[] {
  const twin: Readonly<Record<string, string>> = {
    central_percent: 'central_amount',
    central_amount: 'central_percent',
    per_pupil: 'amount',
    amount: 'per_pupil',
  };
  const filled = new Set(
    changed.filter(({ after }) => after !== '').map((cell) => `${cell.sheet}|${joinKey(cell.parts)}|${cell.column}`),
  );
  return changed.filter(
    (cell) => cell.after !== '' || !filled.has(`${cell.sheet}|${joinKey(cell.parts)}|${twin[cell.column] ?? ''}`),
  );
}
