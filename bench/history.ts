import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkHistory } from '../src/main/document/checkHistory.ts';
import { DocumentHistory } from '../src/main/document/DocumentHistory.ts';
import { commitChange } from '../src/main/store/commitChange.ts';
import type { Connection } from '../src/main/store/connection.ts';
import { createDatabase } from '../src/main/store/createDatabase.ts';
import { readAllRows } from '../src/main/store/tableRows.ts';
import { applyOps } from '../src/shared/changes/Change.ts';
import { EVERYTHING } from '../src/shared/history/HistoryEntry.ts';
import { Model, type RowOp } from '../src/shared/model/Model.ts';
import { districtRows } from './districtRows.ts';
import type { Table } from './Table.ts';

const SCHOOLS = 1_500;
const EDITS = 10_000;
const IMPORTS = 5;
const RUNS = 5;

/** The history of a large district after years of work: what holding a document against it costs, and looking into it. */
export async function benchHistory(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'allot-bench-'));
  const db = createDatabase(join(folder, 'd.allot'), districtRows(SCHOOLS));
  try {
    const small = timed(() => check(db));
    work(db);
    const rows: [string, number][] = [
      ['hold the document against an empty history', small],
      ['hold it against the whole history', timed(() => check(db))],
      ['read the whole history once and list the newest 500', timed(() => firstLook(db))],
    ];
    const read = history(db);
    read.page(EVERYTHING, null, 1);
    const filter = { ...EVERYTHING, text: 'weight 99', by: 'Maria' };
    rows.push(['filter it by person and text', timed(() => read.page(filter, null, 500))]);
    rows.push(['show 100 cells of an import', timed(() => read.cells(EDITS + 1, 0, 100))]);
    const made = { at: '2026-01-01T00:00:00.000Z', by: 'Maria' };
    rows.push(['work out a scenario as it was at the beginning', timed(() => read.restoration(1, 'before', 1, made))]);
    return {
      title: `History, ${SCHOOLS.toLocaleString('en')} schools, ${EDITS.toLocaleString('en')} edits and ${IMPORTS} imports of all counts`,
      columns: ['what', 'median ms'],
      rows: rows.map(([what, ms]) => [what, ms.toFixed(1)]),
      notes: ['The first two are part of opening a document; without a history only its rows are hashed.'],
    };
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const history = (db: Connection): DocumentHistory => new DocumentHistory(db, new Model(readAllRows(db)), null);

function firstLook(db: Connection): void {
  const unread = history(db);
  const started = performance.now();
  unread.page(EVERYTHING, null, 500);
  spent = performance.now() - started;
}

function check(db: Connection): void {
  const rows = readAllRows(db);
  const model = new Model(rows);
  const started = performance.now();
  if (checkHistory(db, rows, model)) throw new Error('The benchmark’s own document counts as altered.');
  spent = performance.now() - started;
}

/** Set by what measures a part of itself; opening reads the rows anyway. */
let spent: number | null = null;

function timed(run: () => unknown): number {
  const times: number[] = [];
  for (let at = 0; at < RUNS; at++) {
    spent = null;
    const started = performance.now();
    run();
    times.push(spent ?? performance.now() - started);
  }
  return times.sort((left, right) => left - right)[RUNS >> 1] as number;
}

function work(db: Connection): void {
  const model = new Model(readAllRows(db));
  db.pragma('synchronous = OFF');
  const commit = (label: string, kind: 'weights' | 'import', ops: RowOp[], by: string, minute: number): void => {
    const at = new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    commitChange(db, { kind, label, scenario: kind === 'weights' ? 1 : null, ops }, by, at);
    applyOps(model, ops);
  };
  const keys = [...model.table('weight').keys()];
  for (let at = 0; at < EDITS; at++) {
    const before = model.table('weight').get(keys[at % keys.length] as string);
    if (!before) throw new Error('The benchmark’s district has no weights.');
    const after = { ...before, weight: (before.weight + 7) % 10_000 };
    commit(`Weight ${at}`, 'weights', [{ table: 'weight', before, after }], at % 3 === 0 ? 'Ben' : 'Maria', at);
  }
  for (let at = 0; at < IMPORTS; at++) {
    const ops = [...model.table('enrollment').values()].map(
      (before): RowOp => ({ table: 'enrollment', before, after: { ...before, count: before.count + 100 } }),
    );
    commit('Import', 'import', ops, 'Maria', EDITS + at);
  }
}
