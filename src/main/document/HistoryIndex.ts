import { readOps } from '../../shared/changes/opsText.ts';
import type { LogEntry } from '../../shared/contract/requests.ts';
import type { HistoryEntry } from '../../shared/history/HistoryEntry.ts';
import { HistoryNames } from '../../shared/history/HistoryNames.ts';
import { countCells, historyTable } from '../../shared/history/historyCells.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import { TABLES } from '../../shared/model/tables.ts';
import { type LogRow, streamLog } from '../store/changeLog.ts';
import type { Connection } from '../store/connection.ts';

/** What is known of an entry without reading its rows again. */
export interface IndexedEntry extends LogEntry {
  readonly scenarioName: string | null;
  readonly sheets: readonly string[];
  readonly cells: number;
  readonly schools: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
  readonly scenarios: ReadonlySet<number>;
  readonly versions: ReadonlySet<number>;
  /** Something in it belongs to no scenario and no input version. */
  readonly isShared: boolean;
}

const NOTHING_TOUCHED = {
  sheets: [],
  cells: 0,
  schools: new Set<string>(),
  sources: new Set<string>(),
  scenarios: new Set<number>(),
  versions: new Set<number>(),
  isShared: true,
} as const;

/**
 * What each entry of the log touched, read once and then kept, for an entry never changes. Ten thousand entries are
 * filtered in memory faster than a person types; the rows themselves stay in the file.
 */
export class HistoryIndex {
  readonly names: HistoryNames;
  readonly #db: Connection;
  readonly #model: Model;
  readonly #entries: IndexedEntry[] = [];
  /** What scenarios are called at the end of what is read so far. */
  readonly #scenarioNames = new Map<number, string>();
  readonly #takenBack = new Set<number>();

  constructor(db: Connection, model: Model) {
    this.#db = db;
    this.#model = model;
    this.names = new HistoryNames(model);
  }

  /** All entries, the oldest first, up to the newest. */
  entries(): readonly IndexedEntry[] {
    for (const row of streamLog(this.#db, this.#entries.at(-1)?.id ?? 0)) this.#take(row);
    return this.#entries;
  }

  /** The entry as the window shows it. */
  shown({ id, at, by, kind, label, scenario, of, scenarioName, sheets, cells }: IndexedEntry): HistoryEntry {
    const isTakenBack = this.#takenBack.has(id);
    return { id, at, by, kind, label, scenario, of, scenarioName, sheets, cells, isTakenBack };
  }

  #take(row: LogRow): void {
    const { id, at, by, kind, label, scenario, of } = row;
    const entry = { id, at, by, kind, label, scenario, of };
    const ops = tryReadOps(row.ops);
    if (kind === 'undo' && of !== null) this.#takenBack.add(of);
    if (kind === 'redo' && of !== null) this.#takenBack.delete(of);
    if (!ops) {
      this.#entries.push({ ...entry, scenarioName: this.#nameOf(scenario), ...NOTHING_TOUCHED });
      return;
    }
    this.names.learn(ops);
    const touched = touchedBy(ops, scenario);
    for (const op of ops) {
      const scenarioRow = op.table === 'scenario' ? (op.after ?? op.before) : null;
      if (scenarioRow) this.#scenarioNames.set(scenarioRow.id, scenarioRow.name);
    }
    const named = scenario ?? (touched.scenarios.size === 1 ? ([...touched.scenarios][0] as number) : null);
    this.#entries.push({ ...entry, scenarioName: this.#nameOf(named), ...touched });
  }

  #nameOf(scenario: number | null): string | null {
    if (scenario === null) return null;
    return this.#scenarioNames.get(scenario) ?? this.#model.get('scenario', scenario)?.name ?? null;
  }
}

/** Null for ops that another program has made unreadable; such an entry is still listed. */
export function tryReadOps(text: string): RowOp[] | null {
  try {
    const ops = readOps(text);
    return ops.every(isReadable) ? ops : null;
  } catch {
    return null;
  }
}

function isReadable({ table, before, after }: RowOp): boolean {
  const areScalars = (row: object | null): boolean =>
    row === null ||
    (typeof row === 'object' && Object.values(row).every((value) => value === null || typeof value !== 'object'));
  return Object.hasOwn(TABLES, table) && Boolean(before ?? after) && areScalars(before) && areScalars(after);
}

type PlainRow = Readonly<Record<string, string | number | null>>;

function touchedBy(
  ops: readonly RowOp[],
  scenario: number | null,
): Omit<IndexedEntry, keyof LogEntry | 'scenarioName'> {
  const cellsOfSheet = new Map<string, number>();
  const schools = new Set<string>();
  const sources = new Set<string>();
  const scenarios = new Set<number>(scenario === null ? [] : [scenario]);
  const versions = new Set<number>();
  let cells = 0;
  let isShared = false;
  for (const op of ops) {
    const row = (op.after ?? op.before) as unknown as PlainRow;
    const moved = countCells(op);
    cells += moved;
    const { sheet } = historyTable(op.table);
    if (sheet) cellsOfSheet.set(sheet, (cellsOfSheet.get(sheet) ?? 0) + moved);
    const school = op.table === 'school' ? row.code : row.school;
    const source = op.table === 'source' ? row.code : row.source;
    if (typeof school === 'string' && school !== '') schools.add(school);
    if (typeof source === 'string' && source !== '') sources.add(source);
    const inScenario = op.table === 'scenario' ? row.id : row.scenario;
    const inVersion = op.table === 'inputVersion' ? row.id : row.version;
    if (typeof inScenario === 'number') scenarios.add(inScenario);
    else if (typeof inVersion === 'number') versions.add(inVersion);
    else isShared = true;
  }
  const sheets = [...cellsOfSheet].sort((left, right) => right[1] - left[1]).map(([sheet]) => sheet);
  return { sheets, cells, schools, sources, scenarios, versions, isShared };
}
