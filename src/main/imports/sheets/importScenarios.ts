import type { ScenarioRow } from '../../../shared/model/rows.ts';
import type { DecisionTable } from '../../../shared/model/scenarioTables.ts';
import { LIMITS } from '../../../shared/model/units.ts';
import { joinKey } from '../../../shared/scenarios/cellKey.ts';
import { quoted } from '../../../shared/text/quoted.ts';
import { type ImportContext, UniqueKeys } from '../ImportContext.ts';
import type { TableRow } from '../SheetTable.ts';
import { CellContext, type CellRow } from '../scenarios/CellContext.ts';
import { readCell, readPlace, turnOf } from '../scenarios/readCell.ts';
import { ScenarioDraft } from '../scenarios/ScenarioDraft.ts';
import { headerKey } from '../sheetNames.ts';

/** What no other sheet of the workbook holds, so that the scenario it is of says it here as well. */
const OWN_TABLES: readonly DecisionTable[] = ['shock', 'goalWeight', 'pathShare', 'revenueTrigger', 'growth'];
const OWN_SHEETS = ['scenario', 'shocks', 'goal_weights', 'path', 'growth'];

/** One scenario as the sheet names it. */
interface Told {
  readonly name: string;
  readonly first: TableRow;
  basedOn: string;
  readonly cells: CellRow[];
}

const fold = (name: string): string => name.trim().toLowerCase();

/**
 * Reads the sheet `scenarios`; keys are described at `joinKey`. Each scenario named is a copy of the one it is based on,
 * with its cells changed; a scenario of that name in the model is made anew, scenarios not named stay as they are. A
 * scenario based on nothing is the one that the other sheets are of. Every scenario comes as a draft.
 */
export function importScenarios(context: ImportContext): void {
  const table = context.table('scenarios', {
    required: ['scenario', 'based_on'],
    optional: ['sheet', 'key', 'column', 'value'],
    takesFurther: false,
  });
  if (!table) return;
  const told = readRows(context, table.rows);
  const roots = [...told.values()].filter(({ basedOn }) => basedOn === '');
  for (const second of roots.slice(1)) {
    second.first.fault(
      'based_on',
      `this cell is empty, but only one scenario is based on nothing: ${quoted(roots[0]!.name)}.`,
    );
  }
  const ids = giveIds(context, told, roots[0]);
  if (!ids) return;
  const levels = context.levels();
  const needs = context.needs();
  const drafts = new Map<string, ScenarioDraft>();
  const root = roots[0];
  if (root) {
    const draft = new ScenarioDraft(context.plan, { ...context.plan.scenario, name: root.name, description: '' });
    draft.copyFrom(draft.row.id);
    for (const name of OWN_TABLES) draft.table(name).clear();
    readCells(new CellContext(context, draft, levels, needs), root, true);
    draft.finish(OWN_TABLES);
    drafts.set(fold(root.name), draft);
  }
  const last = Math.max(-1, ...[...context.plan.rowsAfter('scenario')].map(({ position }) => position));
  const order = [...told.values()];
  for (const each of inTurn(told, root)) {
    const base = drafts.get(fold(each.basedOn)) ?? plannedScenario(context, each.basedOn);
    const id = ids.get(fold(each.name));
    if (!base || id === undefined) {
      each.first.fault('based_on', `there is no scenario ${quoted(each.basedOn)} in this sheet or in the model.`);
      continue;
    }
    const baseRow = base instanceof ScenarioDraft ? base.row : base;
    const held = context.model.get('scenario', id);
    const row: ScenarioRow = {
      ...baseRow,
      id,
      name: each.name,
      basedOn: baseRow.id,
      status: 'draft',
      position: held?.position ?? last + 1 + order.indexOf(each),
    };
    const draft = new ScenarioDraft(context.plan, row);
    draft.copyFrom(base instanceof ScenarioDraft ? base : base.id);
    readCells(new CellContext(context, draft, levels, needs), each, false);
    draft.finish();
    drafts.set(fold(each.name), draft);
  }
}

/** Rows by scenario, in the order in which scenarios are first named. */
function readRows(context: ImportContext, rows: readonly TableRow[]): Map<string, Told> {
  const told = new Map<string, Told>();
  const unique = new UniqueKeys();
  for (const row of rows) {
    const name = row.required('scenario') === null ? null : row.name('scenario', '');
    const basedOn = row.text('based_on');
    if (name === null || basedOn === null) continue;
    let each = told.get(fold(name));
    if (!each) {
      each = { name, first: row, basedOn, cells: [] };
      told.set(fold(name), each);
    } else if (fold(each.basedOn) !== fold(basedOn)) {
      row.fault(
        'based_on',
        `${quoted(name)} is based on ${each.basedOn === '' ? 'nothing' : quoted(each.basedOn)} in row ${each.first.number}.`,
      );
    }
    // A row of a name alone says that there is such a scenario.
    if (['sheet', 'key', 'column', 'value'].every((column) => row.text(column) === '')) continue;
    const cell = readPlace(row);
    if (!cell) continue;
    const place = [fold(name), cell.sheet, joinKey(cell.parts), headerKey(cell.column)];
    if (unique.isNew(row, null, place, () => `this cell of ${quoted(name)}`)) each.cells.push(cell);
  }
  if (told.size > LIMITS.scenarios) {
    context.faults.add('scenarios', null, null, `there are more than ${LIMITS.scenarios} scenarios.`);
  }
  return told;
}

function readCells(cells: CellContext, told: Told, isRoot: boolean): void {
  for (const cell of told.cells.toSorted((a, b) => turnOf(a) - turnOf(b))) {
    if (isRoot && !OWN_SHEETS.includes(cell.sheet)) {
      cell.row.fault('sheet', `${quoted(told.name)} is what the sheet ${cell.sheet} itself says; put the value there.`);
    } else readCell(cells, cell);
  }
}

/** The id of each scenario named: the one imported into for the root, those of the model by name, new ones else. */
function giveIds(
  context: ImportContext,
  told: ReadonlyMap<string, Told>,
  root: Told | undefined,
): Map<string, number> | null {
  const into = context.scenarioId;
  const ids = new Map<string, number>();
  let next = Math.max(...[...context.model.table('scenario').values()].map(({ id }) => id)) + 1;
  const count = context.faults.all.length;
  for (const each of told.values()) {
    const held = [...context.model.table('scenario').values()].find((row) => fold(row.name) === fold(each.name));
    if (each === root) {
      if (held && held.id !== into) {
        each.first.fault(
          'scenario',
          `the model has another scenario called ${quoted(each.name)}; rename or delete that one first.`,
        );
      }
      ids.set(fold(each.name), into);
    } else if (held && held.id !== into) {
      if (held.status === 'adopted') {
        each.first.fault(
          'scenario',
          `${quoted(held.name)} is adopted in the model and cannot be replaced; give this one another name.`,
        );
      }
      ids.set(fold(each.name), held.id);
    } else if (held && !root) {
      each.first.fault(
        'scenario',
        `${quoted(each.name)} is what the other sheets say; it cannot be based on another scenario.`,
      );
    } else ids.set(fold(each.name), next++);
  }
  return context.faults.all.length > count ? null : ids;
}

/** A scenario of the model that the sheet does not make. */
function plannedScenario(context: ImportContext, name: string): ScenarioRow | null {
  for (const row of context.plan.rowsAfter('scenario')) if (fold(row.name) === fold(name)) return row;
  return null;
}

/** Every scenario but the root after the one it is based on; those that only lead to each other are reported. */
function inTurn(told: ReadonlyMap<string, Told>, root: Told | undefined): Told[] {
  const waiting = new Set([...told.values()].filter((each) => each.basedOn !== ''));
  const done: Told[] = [];
  const isReady = (each: Told): boolean => {
    const base = told.get(fold(each.basedOn));
    return !base || base === root || !waiting.has(base);
  };
  while (waiting.size > 0) {
    const ready = [...waiting].filter(isReady);
    if (ready.length === 0) {
      for (const each of waiting) {
        each.first.fault('based_on', `${quoted(each.name)} leads back to itself, or is based on one that does.`);
      }
      return done;
    }
    for (const each of ready) {
      waiting.delete(each);
      done.push(each);
    }
  }
  return done;
}
