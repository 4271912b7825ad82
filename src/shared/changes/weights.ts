import type { Model, RowOp } from '../model/Model.ts';
import { keyOf } from '../model/tables.ts';
import { formatWeight } from '../text/formatNumber.ts';
import { quoted } from '../text/quoted.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/**
 * A weight in ten-thousandths; null removes it. `setWeight(model, 1, 'District weights', 'HS', 'POV', 3400)` reads
 * “Poverty weight, High 0.23 → 0.34”. Zero is kept as typed: that a need counts for nothing is a decision.
 */
export function setWeight(
  model: Model,
  scenario: number,
  weightSet: string,
  level: string,
  need: string,
  weight: number | null,
): Change {
  const before = model.get('weight', scenario, weightSet, level, need)?.weight ?? null;
  const ops =
    weight === null
      ? removeRow(model, 'weight', keyOf(scenario, weightSet, level, need))
      : setRow(model, 'weight', { scenario, weightSet, level, need, weight });
  const category = model.table('need').get(need)?.name ?? need;
  const at = model.table('level').get(level)?.name ?? level;
  const shown = (value: number | null): string => (value === null ? 'none' : formatWeight(value));
  return { kind: 'weights', label: `${category} weight, ${at} ${shown(before)} → ${shown(weight)}`, scenario, ops };
}

function nameFault(model: Model, scenario: number, name: string): string | null {
  if (name.trim() === '') return 'A weight set needs a name.';
  if (model.get('weightSet', scenario, name)) return `There is a weight set called ${quoted(name)} already.`;
  return null;
}

/** A new weight set, empty or with the weights of another one. Returns a sentence where the name is taken. */
export function addWeightSet(model: Model, scenario: number, name: string, like: string | null): Change | string {
  const weightSet = name.trim();
  const fault = nameFault(model, scenario, weightSet);
  if (fault) return fault;
  const last = Math.max(-1, ...setsOf(model, scenario).map((set) => set.position));
  const ops: RowOp[] = setRow(model, 'weightSet', { scenario, weightSet, position: last + 1 });
  for (const row of model.table('weight').values()) {
    if (row.scenario === scenario && row.weightSet === like)
      ops.push(...setRow(model, 'weight', { ...row, weightSet }));
  }
  return { kind: 'weights', label: `Add weight set ${weightSet}`, scenario, ops };
}

/**
 * Renames a weight set in its weights, in every source that uses it and in the levers that move it, as one change.
 * Levers belong to no scenario: where another scenario still has a set of the old name, they go on naming that.
 */
export function renameWeightSet(model: Model, scenario: number, from: string, name: string): Change | string {
  const to = name.trim();
  const fault = to === from ? null : nameFault(model, scenario, to);
  if (fault) return fault;
  const held = model.get('weightSet', scenario, from);
  const ops: RowOp[] = [];
  if (held && to !== from) {
    ops.push(...setRow(model, 'weightSet', { ...held, weightSet: to }));
    for (const table of ['weight', 'goalWeight'] as const) {
      for (const row of model.table(table).values()) {
        if (row.scenario !== scenario || row.weightSet !== from) continue;
        ops.push(...removeRow(model, table, keyOf(scenario, from, row.level, row.need)));
        ops.push(...setRow(model, table, { ...row, weightSet: to }));
      }
    }
    for (const row of model.table('decision').values()) {
      if (row.scenario === scenario && row.weightSet === from) {
        ops.push(...setRow(model, 'decision', { ...row, weightSet: to }));
      }
    }
    const isElsewhere = model.ordered('weightSet').some((set) => set.weightSet === from && set.scenario !== scenario);
    for (const row of isElsewhere ? [] : model.table('lever').values()) {
      if (row.kind === 'weight' && row.weightSet === from)
        ops.push(...setRow(model, 'lever', { ...row, weightSet: to }));
    }
    ops.push(...removeRow(model, 'weightSet', keyOf(scenario, from)));
  }
  return { kind: 'weights', label: `Name of weight set ${from} → ${to}`, scenario, ops };
}

/** Removes a weight set with its weights; a sentence instead while a source still uses it. */
export function removeWeightSet(model: Model, scenario: number, weightSet: string): Change | string {
  const users = [...model.table('decision').values()].filter(
    (row) => row.scenario === scenario && row.weightSet === weightSet,
  );
  if (users.length > 0) {
    const names = users.map((row) => model.table('source').get(row.source)?.name ?? row.source).join(', ');
    return `${weightSet} is used by ${names}. Give ${users.length === 1 ? 'it' : 'them'} another weight set first.`;
  }
  const ops: RowOp[] = [];
  for (const table of ['weight', 'goalWeight'] as const) {
    for (const row of model.table(table).values()) {
      if (row.scenario === scenario && row.weightSet === weightSet) {
        ops.push(...removeRow(model, table, keyOf(scenario, weightSet, row.level, row.need)));
      }
    }
  }
  ops.push(...removeRow(model, 'weightSet', keyOf(scenario, weightSet)));
  return { kind: 'weights', label: `Remove weight set ${weightSet}`, scenario, ops };
}

/** The weight sets of a scenario, in order. */
export function setsOf(model: Model, scenario: number): { weightSet: string; position: number }[] {
  return model.ordered('weightSet').filter((set) => set.scenario === scenario);
}
