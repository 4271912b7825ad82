import type { LogEntry } from '../contract/requests.ts';
import type { TableName } from '../model/rows.ts';
import type { TamperFinding } from './LogFault.ts';

/** One entry of the change log with what it takes to find it again. */
export interface HistoryEntry extends LogEntry {
  /** The scenario's name when the entry was made; null for what all scenarios share. */
  readonly scenarioName: string | null;
  /** Ids of the window's sheets on which something moved, the one with most cells first. */
  readonly sheets: readonly string[];
  readonly cells: number;
  /** An undo has taken it back, and no redo has brought it back since. */
  readonly isTakenBack: boolean;
}

/** What entries are wanted; a null or empty part wants all. */
export interface HistoryFilter {
  readonly by: string | null;
  readonly sheet: string | null;
  /** A school's code, or part of its name. */
  readonly school: string;
  readonly source: string | null;
  /** What the scenario decides and the inputs it uses; `shared` is what belongs to no scenario alone. */
  readonly scenario: number | 'shared' | null;
  /** ISO times: from the first on, and before the second. */
  readonly from: string | null;
  readonly until: string | null;
  /** Looked for in labels, people, scenarios, schools and sources; several words must all be there. */
  readonly text: string;
}

export const EVERYTHING: HistoryFilter = {
  by: null,
  sheet: null,
  school: '',
  source: null,
  scenario: null,
  from: null,
  until: null,
  text: '',
};

/** A choice of a filter: the value asked for and how it reads. */
export interface HistoryChoice {
  readonly value: string;
  readonly label: string;
}

/** A page of entries, the newest first. */
export interface HistoryPage {
  readonly entries: readonly HistoryEntry[];
  /** How many entries fit the filter, and how many there are. */
  readonly found: number;
  readonly total: number;
  /** What occurs anywhere in the log, for the filters. */
  readonly people: readonly string[];
  readonly sheets: readonly string[];
  readonly sources: readonly HistoryChoice[];
  readonly scenarios: readonly HistoryChoice[];
  readonly findings: readonly TamperFinding[];
}

/** One cell that an entry moved, in words. An empty text is no value. */
export interface HistoryCell {
  /** Id of the sheet where a person finds the cell; null where it has none. */
  readonly sheet: string | null;
  /** `Poverty, High` */
  readonly item: string;
  /** `weight` */
  readonly field: string;
  readonly before: string;
  readonly after: string;
  /** The same as plain decimals; null where the value is a text or there is none. */
  readonly beforeNumber: string | null;
  readonly afterNumber: string | null;
  /** What the number counts: `dollars`, `pupils`, `percent`, `weight`; empty for texts. */
  readonly unit: string;
  readonly school: string | null;
  readonly source: string | null;
  /** The scenario or input version it belongs to. */
  readonly scenario: number | null;
  readonly version: number | null;
  /** Where it is kept, for going there: the values of the row's key, and the column. */
  readonly table: TableName;
  readonly key: readonly string[];
  readonly column: string;
}

/** Which side of an entry: the document just before it was made, or just after. */
export type Side = 'before' | 'after';

/** What a restoration would do, told before it is done. */
export interface RestorePlan {
  /** The scenario as it was called then. */
  readonly scenarioName: string;
  /** What the new one will be called. */
  readonly name: string;
  /** ISO time of the moment. */
  readonly at: string;
  /** All schools' budgets as they were then and as they will be restored, in cents. */
  readonly thenCents: number;
  readonly restoredCents: number;
  /** Every school's budget comes out to the cent as it was. */
  readonly isExact: boolean;
  /** What is brought back because it is gone. */
  readonly broughtBack: readonly string[];
  /** What all scenarios share and is otherwise now, and what could not be brought back. */
  readonly differs: readonly string[];
}
