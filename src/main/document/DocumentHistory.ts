import { AllotError } from '../../shared/contract/errors.ts';
import type {
  HistoryCell,
  HistoryChoice,
  HistoryEntry,
  HistoryFilter,
  HistoryPage,
  Side,
} from '../../shared/history/HistoryEntry.ts';
import { cellsOf } from '../../shared/history/historyCells.ts';
import type { LogFault } from '../../shared/history/LogFault.ts';
import { modelAt } from '../../shared/history/modelAt.ts';
import { type Made, type Restoration, restoreScenario } from '../../shared/history/restoreScenario.ts';
import type { Model, RowOp } from '../../shared/model/Model.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import { INPUT_KINDS, pinnedVersion } from '../../shared/versions/inputVersions.ts';
import { readLogRow, streamLogBack } from '../store/changeLog.ts';
import type { Connection } from '../store/connection.ts';
import { HistoryIndex, type IndexedEntry, tryReadOps } from './HistoryIndex.ts';

/** An entry with a part of its cells. */
export interface EntryCells {
  readonly entry: HistoryEntry;
  readonly cells: readonly HistoryCell[];
  /** How many cells the entry moved in all. */
  readonly total: number;
}

/** The change log as people ask of it: which entries, what each moved, in words. It only reads. */
export class DocumentHistory {
  readonly #db: Connection;
  readonly #model: Model;
  readonly #fault: LogFault | null;
  readonly #index: HistoryIndex;

  constructor(db: Connection, model: Model, fault: LogFault | null) {
    this.#db = db;
    this.#model = model;
    this.#fault = fault;
    this.#index = new HistoryIndex(db, model);
  }

  /** Entries that fit the filter, the newest first, those before the entry `before`. */
  page(filter: HistoryFilter, before: number | null, limit: number): HistoryPage {
    const all = this.#index.entries();
    const fitting = this.#fitting(filter);
    const entries: HistoryEntry[] = [];
    for (let at = fitting.length - 1; at >= 0 && entries.length < limit; at--) {
      const entry = fitting[at] as IndexedEntry;
      if (before === null || entry.id < before) entries.push(this.#index.shown(entry));
    }
    return {
      entries,
      found: fitting.length,
      total: all.length,
      ...this.#choices(all),
      findings: this.#fault?.findings ?? [],
    };
  }

  /** Entries that fit the filter, the oldest first, for writing them out. */
  found(filter: HistoryFilter): HistoryEntry[] {
    this.#index.entries();
    return this.#fitting(filter).map((entry) => this.#index.shown(entry));
  }

  /** The cells of an entry from the `from`-th, counted from 0, at most `count`. */
  cells(id: number, from: number, count: number): EntryCells {
    const entry = this.#index.entries().find((one) => one.id === id);
    if (!entry) throw unknownEntry();
    const cells: HistoryCell[] = [];
    let at = 0;
    for (const cell of this.#cellsOf(id)) {
      if (at >= from + count) break;
      if (at >= from) cells.push(cell);
      at++;
    }
    return { entry: this.#index.shown(entry), cells, total: entry.cells };
  }

  /** Every cell of an entry, one after the other. */
  allCells(id: number): Iterable<HistoryCell> {
    this.#index.entries();
    return this.#cellsOf(id);
  }

  /** A scenario as it was just before or after an entry, made ready as a change; a sentence where it cannot be. */
  restoration(id: number, side: Side, scenario: number, made: Made): Restoration | string {
    const entry = this.#index.entries().find((one) => one.id === id);
    if (!entry) throw unknownEntry();
    const then = modelAt(this.#model, this.#opsBack(side === 'before' ? id : id + 1));
    const restoration = restoreScenario(this.#model, then, scenario, { entry, side }, made);
    if (typeof restoration === 'string' || !this.#fault) return restoration;
    const plan = { ...restoration.plan, differs: [ALTERED, ...restoration.plan.differs] };
    return { ...restoration, plan };
  }

  /** Scenarios of the document just before or after an entry. */
  scenariosAt(id: number, side: Side): readonly HistoryChoice[] {
    const then = modelAt(this.#model, this.#opsBack(side === 'before' ? id : id + 1));
    return then.ordered('scenario').map((row) => ({ value: String(row.id), label: row.name }));
  }

  /** Ops of entries down to and with `least`, the newest first. */
  *#opsBack(least: number): Generator<readonly RowOp[]> {
    for (const row of streamLogBack(this.#db, least)) {
      const ops = tryReadOps(row.ops);
      if (!ops) {
        throw new AllotError(
          'history-broken',
          `Entry ${row.id} of the history cannot be read any more, because another program changed it. Nothing was restored; choose a moment after it, or open an earlier copy of the document.`,
        );
      }
      yield ops;
    }
  }

  *#cellsOf(id: number): Generator<HistoryCell> {
    const row = readLogRow(this.#db, id);
    for (const op of (row && tryReadOps(row.ops)) ?? []) yield* cellsOf(op, this.#index.names);
  }

  #fitting(filter: HistoryFilter): readonly IndexedEntry[] {
    const fits = entryTest(filter, this.#model, this.#index);
    return this.#index.entries().filter(fits);
  }

  #choices(all: readonly IndexedEntry[]): Pick<HistoryPage, 'people' | 'sheets' | 'sources' | 'scenarios'> {
    const people = new Set<string>();
    const sheets = new Set<string>();
    const sources = new Set<string>();
    const scenarios = new Map<number, string>();
    for (const entry of all) {
      people.add(entry.by);
      for (const sheet of entry.sheets) sheets.add(sheet);
      for (const source of entry.sources) sources.add(source);
      for (const scenario of entry.scenarios) scenarios.set(scenario, this.#index.names.of('scenario', scenario));
    }
    const choice = (value: string | number, label: string): HistoryChoice => ({ value: String(value), label });
    return {
      people: [...people].sort(compareCodes),
      sheets: [...sheets],
      sources: [...sources].sort(compareCodes).map((code) => choice(code, this.#index.names.of('source', code))),
      scenarios: [...scenarios].map(([id, name]) => choice(id, name)),
    };
  }
}

const ALTERED =
  'This document was changed outside of Allot; what is restored is what its history says, altered entries included.';

const unknownEntry = (): AllotError =>
  new AllotError('unknown-change', 'This entry is not in the history of the document.');

/** Whether an entry fits all parts of a filter. */
function entryTest(filter: HistoryFilter, model: Model, index: HistoryIndex): (entry: IndexedEntry) => boolean {
  const { by, sheet, source, scenario, from, until } = filter;
  const { names } = index;
  const words = filter.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const school = filter.school.trim().toLowerCase();
  const held = typeof scenario === 'number' ? model.get('scenario', scenario) : undefined;
  const pins = new Set(held ? INPUT_KINDS.map((kind) => pinnedVersion(held, kind)) : []);
  // One school is asked of every entry that touched it, so names are looked up once.
  const known = new Map<string, boolean>();
  const isWanted = (code: string): boolean => {
    let wanted = known.get(code);
    if (wanted === undefined) {
      wanted = code.toLowerCase() === school || names.of('school', code).toLowerCase().includes(school);
      known.set(code, wanted);
    }
    return wanted;
  };
  const spoken = new Map<string, string>();
  const spokenOf = (table: 'school' | 'source', code: string): string => {
    const key = `${table} ${code}`;
    let text = spoken.get(key);
    if (text === undefined) {
      text = `${code} ${names.of(table, code)}`.toLowerCase();
      spoken.set(key, text);
    }
    return text;
  };
  const holds = (entry: IndexedEntry, word: string): boolean => {
    if (`${entry.label}\n${entry.by}\n${entry.scenarioName ?? ''}`.toLowerCase().includes(word)) return true;
    for (const code of entry.sources) if (spokenOf('source', code).includes(word)) return true;
    for (const code of entry.schools) if (spokenOf('school', code).includes(word)) return true;
    return false;
  };
  return (entry) => {
    if (by !== null && entry.by !== by) return false;
    if (sheet !== null && !entry.sheets.includes(sheet)) return false;
    if (source !== null && !entry.sources.has(source)) return false;
    if (from !== null && entry.at < from) return false;
    if (until !== null && entry.at >= until) return false;
    if (scenario === 'shared' && !(entry.isShared || entry.versions.size > 0)) return false;
    if (
      typeof scenario === 'number' &&
      !entry.scenarios.has(scenario) &&
      ![...entry.versions].some((version) => pins.has(version))
    ) {
      return false;
    }
    if (school !== '' && ![...entry.schools].some(isWanted)) return false;
    return words.every((word) => holds(entry, word));
  };
}
