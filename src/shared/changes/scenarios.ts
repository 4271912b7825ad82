import type { Model, RowOp } from '../model/Model.ts';
import type { AdoptionRow, ScenarioRow } from '../model/rows.ts';
import { DECISION_TABLES, SCENARIO_TABLES } from '../model/scenarioTables.ts';
import { LIMITS } from '../model/units.ts';
import { quoted } from '../text/quoted.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** A change that makes a scenario, and the id it will have. */
export interface MadeScenario {
  readonly id: number;
  readonly change: Change;
}

/** What a scenario's status reads like. */
export const STATUS_WORDS: Readonly<Record<ScenarioRow['status'], string>> = {
  draft: 'Draft',
  proposed: 'Proposed',
  adopted: 'Adopted',
};

/** The scenarios in the order of their tabs; the id decides between equal positions. */
export function scenariosInOrder(model: Model): ScenarioRow[] {
  return [...model.table('scenario').values()].sort((a, b) => a.position - b.position || a.id - b.id);
}

/** Why a name cannot be given, or null. Two scenarios whose names differ only in case would be taken for one. */
export function scenarioNameFault(model: Model, name: string, of: number | null): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'A scenario needs a name.';
  if (wanted.length > LIMITS.nameLength) return `A scenario's name has at most ${LIMITS.nameLength} characters.`;
  const folded = wanted.toLowerCase();
  const twin = [...model.table('scenario').values()].find((row) => row.id !== of && row.name.toLowerCase() === folded);
  return twin ? `There is a scenario called ${quoted(twin.name)} already.` : null;
}

/** `Plan B (2)`: the name with the lowest free number. */
export function copyNameOf(model: Model, name: string): string {
  const stem = name.replace(/ \(\d+\)$/, '').slice(0, LIMITS.nameLength - 8);
  let number = 2;
  while (scenarioNameFault(model, `${stem} (${number})`, null) !== null) number++;
  return `${stem} (${number})`;
}

/**
 * A new draft that decides all that `from` decides and uses the same versions of the inputs. From then on nothing that
 * happens to either moves the other. It takes the place right of `from`. Returns a sentence where the name is taken.
 */
export function createScenario(model: Model, from: number, name: string, description = ''): MadeScenario | string {
  const base = model.get('scenario', from);
  if (!base) return 'The scenario to start from is no longer in the document.';
  const fault = scenarioNameFault(model, name, null);
  if (fault) return fault;
  if (model.table('scenario').size >= LIMITS.scenarios) {
    return `A document holds at most ${LIMITS.scenarios} scenarios. Delete one first.`;
  }
  const id = Math.max(...[...model.table('scenario').values()].map((row) => row.id)) + 1;
  const order = scenariosInOrder(model);
  const place = order.findIndex((row) => row.id === from) + 1;
  const row: ScenarioRow = {
    ...base,
    id,
    name: name.trim(),
    description: description.slice(0, LIMITS.noteLength),
    basedOn: from,
    status: 'draft',
    position: place,
  };
  const ops: RowOp[] = [{ table: 'scenario', before: null, after: row }];
  ops.push(...placesFrom(model, [...order.slice(0, place), row, ...order.slice(place)], id));
  ops.push(...copyDecisions(model, from, id));
  return {
    id,
    change: { kind: 'scenario', label: `Add scenario ${row.name}, based on ${base.name}`, scenario: null, ops },
  };
}

/** The rows of every table that a scenario decides, for another scenario. */
export function copyDecisions(model: Model, from: number, to: number): RowOp[] {
  const ops: RowOp[] = [];
  for (const table of DECISION_TABLES) {
    for (const row of model.table(table).values()) {
      if (row.scenario === from) ops.push({ table, before: null, after: { ...row, scenario: to } } as RowOp);
    }
  }
  return ops;
}

/** The same with a free name and the same description. */
export function duplicateScenario(model: Model, id: number): MadeScenario | string {
  const base = model.get('scenario', id);
  if (!base) return 'This scenario is no longer in the document.';
  return createScenario(model, id, copyNameOf(model, base.name), base.description);
}

/** Positions 0, 1, 2 … for an order of scenarios; `except` has its position already. */
function placesFrom(model: Model, order: readonly ScenarioRow[], except: number | null): RowOp[] {
  return order.flatMap((row, position) =>
    row.id === except ? [] : setRow(model, 'scenario', { ...(model.get('scenario', row.id) as ScenarioRow), position }),
  );
}

/** Moves a scenario's tab to the place `to`, counted from 0. */
export function moveScenario(model: Model, id: number, to: number): Change {
  const order = scenariosInOrder(model);
  const at = order.findIndex((row) => row.id === id);
  const [moved] = at < 0 ? [] : order.splice(at, 1);
  if (moved) order.splice(Math.max(0, Math.min(to, order.length)), 0, moved);
  const ops = moved ? placesFrom(model, order, null) : [];
  return { kind: 'scenario', label: `Move scenario ${moved?.name ?? id}`, scenario: null, ops };
}

/** Returns a sentence where the name is taken or the scenario is adopted. */
export function renameScenario(model: Model, id: number, name: string): Change | string {
  const held = model.get('scenario', id);
  if (!held) return 'This scenario is no longer in the document.';
  const fault = adoptedFault(held) ?? scenarioNameFault(model, name, id);
  if (fault) return fault;
  const ops = setRow(model, 'scenario', { ...held, name: name.trim() });
  return { kind: 'scenario', label: `Name of scenario ${held.name} → ${name.trim()}`, scenario: id, ops };
}

export function describeScenario(model: Model, id: number, description: string): Change | string {
  const held = model.get('scenario', id);
  if (!held) return 'This scenario is no longer in the document.';
  const fault = adoptedFault(held);
  if (fault) return fault;
  const ops = setRow(model, 'scenario', { ...held, description: description.slice(0, LIMITS.noteLength) });
  return { kind: 'scenario', label: `Description of scenario ${held.name}`, scenario: id, ops };
}

/**
 * Deletes a scenario with all it decides, as one change that one undo takes back row for row. Scenarios based on it
 * keep everything and are from then on based on what it was based on. Returns a sentence where it must stay.
 */
export function deleteScenario(model: Model, id: number): Change | string {
  const held = model.get('scenario', id);
  if (!held) return 'This scenario is no longer in the document.';
  if (model.table('scenario').size === 1) return `${quoted(held.name)} is the only scenario, so it stays.`;
  const fault = adoptedFault(held);
  if (fault) return fault;
  const ops: RowOp[] = [];
  for (const table of SCENARIO_TABLES.toReversed()) {
    for (const row of model.table(table).values()) {
      if (row.scenario === id) ops.push({ table, before: row, after: null } as RowOp);
    }
  }
  const rest = scenariosInOrder(model).filter((row) => row.id !== id);
  for (const [position, row] of rest.entries()) {
    const basedOn = row.basedOn === id ? (held.basedOn === row.id ? null : held.basedOn) : row.basedOn;
    ops.push(...setRow(model, 'scenario', { ...row, basedOn, position }));
  }
  ops.push(...removeRow(model, 'scenario', String(id)));
  return { kind: 'scenario', label: `Delete scenario ${held.name}`, scenario: null, ops };
}

/** Draft and proposed, and back from adopted to draft, which takes the stamp with it. Adopting is `adoptScenario`. */
export function setScenarioStatus(model: Model, id: number, status: 'draft' | 'proposed'): Change | string {
  const held = model.get('scenario', id);
  if (!held) return 'This scenario is no longer in the document.';
  const isRelease = held.status === 'adopted';
  if (isRelease && status !== 'draft') return `${quoted(held.name)} is adopted; it can only go back to draft.`;
  const ops = [
    ...setRow(model, 'scenario', { ...held, status }),
    ...(isRelease ? removeRow(model, 'adoption', String(id)) : []),
  ];
  const label = isRelease
    ? `Take the adoption of ${held.name} back`
    : `Scenario ${held.name} → ${STATUS_WORDS[status].toLowerCase()}`;
  return { kind: 'scenario', label, scenario: id, ops };
}

/**
 * Adopts a scenario: it becomes read-only and carries who adopted it, when, and the hashes of its inputs and results.
 * Main makes this change, because the hashes are its own; a document refuses an adoption whose hashes are not right.
 */
export function adoptScenario(model: Model, stamp: AdoptionRow): Change | string {
  const held = model.get('scenario', stamp.scenario);
  if (!held) return 'This scenario is no longer in the document.';
  if (held.status === 'adopted') return `${quoted(held.name)} is adopted already.`;
  const ops = [...setRow(model, 'scenario', { ...held, status: 'adopted' }), ...setRow(model, 'adoption', stamp)];
  return { kind: 'scenario', label: `Adopt scenario ${held.name}`, scenario: held.id, ops };
}

function adoptedFault(scenario: ScenarioRow): string | null {
  if (scenario.status !== 'adopted') return null;
  return `${quoted(scenario.name)} is adopted, so it stays as it is. Take the adoption back first, or work in a copy of it.`;
}
