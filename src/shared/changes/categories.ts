import type { Model, RowOp } from '../model/Model.ts';
import type { LevelRow, NeedRow } from '../model/rows.ts';
import { type Change, removeRow, setRow } from './Change.ts';

type CategoryTable = 'level' | 'need';
const WORD: Readonly<Record<CategoryTable, string>> = { level: 'schooling level', need: 'need category' };

/** Adds a level or need at the end of its list. */
export function addCategory(model: Model, table: CategoryTable, code: string, name: string): Change {
  const position = (model.ordered(table).at(-1)?.position ?? -1) + 1;
  const ops = setRow(model, table, { code, name, position });
  return { kind: table === 'level' ? 'levels' : 'needs', label: `Add ${WORD[table]} ${name}`, scenario: null, ops };
}

export function renameCategory(model: Model, table: CategoryTable, code: string, name: string): Change {
  const held = model.table(table).get(code) as LevelRow | NeedRow;
  const ops = setRow(model, table, { ...held, name });
  const label = `Name of ${WORD[table]} ${held.name} → ${name}`;
  return { kind: table === 'level' ? 'levels' : 'needs', label, scenario: null, ops };
}

/** Moves a level or need one place up (−1) or down (+1). The first need is *All students*, the foundation. */
export function moveCategory(model: Model, table: CategoryTable, code: string, by: -1 | 1): Change {
  const list = model.ordered(table);
  const at = list.findIndex((row) => row.code === code);
  const one = list[at];
  const other = list[at + by];
  const ops: RowOp[] =
    one && other
      ? [
          ...setRow(model, table, { ...one, position: other.position }),
          ...setRow(model, table, { ...other, position: one.position }),
        ]
      : [];
  const label = `Move ${WORD[table]} ${one?.name ?? code} ${by < 0 ? 'up' : 'down'}`;
  return { kind: table === 'level' ? 'levels' : 'needs', label, scenario: null, ops };
}

/**
 * Removes a level or need with every weight, share, rate and count that names it. Returns a sentence instead when it
 * cannot: a level that schools still have as their own, or the last one.
 */
export function removeCategory(model: Model, table: CategoryTable, code: string): Change | string {
  const held = model.table(table).get(code) as LevelRow | NeedRow;
  if (model.table(table).size === 1) return `${held.name} is the only ${WORD[table]}, so it stays.`;
  if (table === 'level') {
    const schools = [...model.table('school').values()].filter((school) => school.level === code);
    if (schools.length > 0) {
      return `${schools.length} schools have the level ${held.name}. Give them another level first.`;
    }
  }
  const ops: RowOp[] = [];
  for (const name of ['accountRule', 'shock', 'goalWeight', 'rate', 'share', 'weight', 'enrollment'] as const) {
    for (const row of model.table(name).values()) {
      if ((table === 'level' ? row.level : row.need) === code) {
        ops.push({ table: name, before: row, after: null } as RowOp);
      }
    }
  }
  for (const name of ['levelMinimum', 'growth'] as const) {
    for (const row of model.table(name).values()) {
      if (table === 'level' && row.level === code) ops.push({ table: name, before: row, after: null } as RowOp);
    }
  }
  ops.push(...removeRow(model, table, code));
  const label = `Remove ${WORD[table]} ${held.name}`;
  return { kind: table === 'level' ? 'levels' : 'needs', label, scenario: null, ops };
}

/** The district's name or fiscal year. */
export function setDistrict(model: Model, key: 'name' | 'fiscal_year', value: string): Change {
  const ops = setRow(model, 'district', { key, value });
  return {
    kind: 'district',
    label: `${key === 'name' ? 'District name' : 'Fiscal year'} → ${value}`,
    scenario: null,
    ops,
  };
}
