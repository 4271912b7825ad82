import { Calculation } from '../calc/Calculation.ts';
import { applyOps, invertOps } from '../changes/Change.ts';
import type { Model, RowOp } from '../model/Model.ts';
import { inputsText, resultsText } from '../scenarios/adoptionText.ts';
import { sameBudgets } from './sameBudgets.ts';

type PlainRow = Readonly<Record<string, string | number | null>>;

/** Tables that all scenarios share and that a scenario's rows refer to, in the order in which they refer to another. */
const SHARED = ['level', 'need', 'school', 'schoolColumn', 'source'] as const;
type SharedTable = (typeof SHARED)[number];

const TABLE_OF_COLUMN: Readonly<Record<string, SharedTable>> = {
  level: 'level',
  need: 'need',
  school: 'school',
  measure: 'schoolColumn',
  source: 'source',
  reserveSource: 'source',
};

const WORDS: Readonly<Record<SharedTable, readonly [string, string]>> = {
  level: ['level', 'levels'],
  need: ['need', 'needs'],
  school: ['school', 'schools'],
  schoolColumn: ['column of schools', 'columns of schools'],
  source: ['source', 'sources'],
};
const NAMED = 3;

/** Whether everything a row names is in the model. */
export function refersToHeld(model: Model, row: PlainRow): boolean {
  return Object.entries(TABLE_OF_COLUMN).every(([column, table]) => {
    const code = row[column];
    if (typeof code !== 'string' || code === '') return true;
    const held = model.table(table).get(code) as { readonly kind?: string } | undefined;
    return held !== undefined && (column !== 'measure' || held.kind === 'measure');
  });
}

/** Ops that put back what is gone: what `rows` name, or all that is gone. Each list gets what comes back at its end. */
export function missingOps(now: Model, then: Model, rows: Iterable<PlainRow> | null): RowOp[] {
  const wanted = new Map<SharedTable, Set<string>>(SHARED.map((table) => [table, new Set<string>()]));
  const want = (table: SharedTable, code: string): void => {
    if (!now.table(table).has(code) && then.table(table).has(code)) wanted.get(table)?.add(code);
  };
  if (rows === null) for (const table of SHARED) for (const code of then.table(table).keys()) want(table, code);
  for (const row of rows ?? []) {
    for (const [column, table] of Object.entries(TABLE_OF_COLUMN)) {
      const code = row[column];
      if (typeof code === 'string' && code !== '') want(table, code);
    }
  }
  for (const code of wanted.get('school') ?? []) want('level', then.get('school', code)?.level ?? '');
  const ops: RowOp[] = [];
  for (const table of SHARED) {
    let position = table === 'school' ? 0 : Math.max(-1, ...now.ordered(table).map((row) => row.position)) + 1;
    for (const code of wanted.get(table) ?? []) {
      const row = then.table(table).get(code) as object;
      const after = 'position' in row ? { ...row, position: position++ } : row;
      ops.push({ table, before: null, after } as unknown as RowOp);
    }
  }
  for (const row of then.table('tag').values()) {
    const isBack = wanted.get('school')?.has(row.school) ?? false;
    if (isBack && now.get('schoolColumn', row.tag)?.kind === 'tag')
      ops.push({ table: 'tag', before: null, after: row });
  }
  return ops;
}

/** `2 schools (Lincoln, Roosevelt)` for each kind of thing that ops bring. */
export function namedIn(ops: readonly RowOp[]): string[] {
  return SHARED.flatMap((table) => {
    const names = ops.flatMap((op) => (op.table === table ? [(op.after as unknown as { name: string }).name] : []));
    if (names.length === 0) return [];
    const rest = names.length - NAMED;
    const told = `${names.slice(0, NAMED).join(', ')}${rest > 0 ? ` and ${rest.toLocaleString('en-US')} more` : ''}`;
    return [`${names.length.toLocaleString('en-US')} ${WORDS[table][names.length === 1 ? 0 : 1]} (${told})`];
  });
}

/**
 * The name of a scenario that would not stay as it is if `ops` were made, or null: one whose budgets would move, or an
 * adopted one whose inputs or results would no longer be those of its stamp.
 */
export function disturbedBy(now: Model, ops: readonly RowOp[]): string | null {
  if (ops.length === 0) return null;
  const scenarios = now.ordered('scenario');
  const before = scenarios.map(({ id }) => new Calculation(now, id));
  const stamps = scenarios.map((row, at) =>
    row.status === 'adopted' ? inputsText(now, row) + resultsText(before[at] as Calculation) : '',
  );
  applyOps(now, ops);
  try {
    for (const [at, row] of scenarios.entries()) {
      const after = new Calculation(now, row.id);
      if (!sameBudgets(before[at] as Calculation, after)) return row.name;
      if (row.status === 'adopted' && inputsText(now, row) + resultsText(after) !== stamps[at]) return row.name;
    }
    return null;
  } finally {
    applyOps(now, invertOps(ops));
  }
}
