import type { Change } from '../changes/Change.ts';
import type {
  HistoryCell,
  HistoryChoice,
  HistoryEntry,
  HistoryFilter,
  HistoryPage,
  RestorePlan,
  Side,
} from '../history/HistoryEntry.ts';
import type { LogFault } from '../history/LogFault.ts';
import type { ModelRows, RowOp } from '../model/Model.ts';
import type { AdoptionRow, PictureRow } from '../model/rows.ts';
import type { AllocationOutcome, ReadTemplate } from './allocation.ts';
import { ASSISTANT_REQUEST_NAMES, type AssistantRequests } from './assistant.ts';
import type { AllotErrorData, Fault } from './errors.ts';
import { YEARS_REQUEST_NAMES, type YearsRequests } from './years.ts';

/**
 * Everything the window may ask of the main process, and all that comes back. No request carries a path or URL:
 * where a file is needed, main opens the dialog and keeps the path.
 */
export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'browser';
  readonly platform: string;
  readonly user: string;
}

/** What the window may know of the document that is open. */
export interface DocumentInfo {
  /** File name without folder; `Untitled` for a document that was never saved. */
  readonly name: string;
  /** Folder, for a person to read; null for an untitled document. Never sent back. */
  readonly folder: string | null;
  readonly isUntitled: boolean;
  readonly isModified: boolean;
  /** A sentence why Save is not possible here (someone else has it open, read-only folder), or null. */
  readonly readOnlyReason: string | null;
  /** One-sentence notices to show once: recovered after a crash, on a synced folder, backup made before migration. */
  readonly notices: readonly string[];
  /** Set where the document was changed outside of the program; told for as long as it is open. */
  readonly logFault: LogFault | null;
}

/** One row of the change log, the audit trail. */
export interface LogEntry {
  readonly id: number;
  /** ISO time. */
  readonly at: string;
  readonly by: string;
  readonly kind: Change['kind'];
  readonly label: string;
  readonly scenario: number | null;
  /** The log id this entry undoes or redoes. */
  readonly of: number | null;
}

/** Session state of a window, kept with the document but never logged and never undone: widths, sort, sheet. */
export type SessionState = Record<string, string>;

export interface OpenedDocument {
  readonly info: DocumentInfo;
  readonly rows: ModelRows;
  readonly session: SessionState;
}

/** An unsaved working copy found after a crash. `token` names it; it is not a path. */
export interface Recovery {
  readonly token: string;
  readonly name: string;
  readonly folder: string | null;
  readonly lastChangeAt: string;
  readonly lastChangeLabel: string;
}

export interface Committed {
  readonly logId: number;
  /** Main's own recalculation of the scenario after the change; the window compares it with its own. */
  readonly digest: string;
  readonly isModified: boolean;
}

export interface ImportOutcome {
  /** Empty when the import was applied. */
  readonly faults: readonly Fault[];
  /** Set when it was applied: the change as logged, and how to name it. */
  readonly change: Change | null;
  readonly committed: Committed | null;
  readonly fileName: string;
  /** Counts for the person: `515 schools, 5 revenue sources, …`. */
  readonly summary: string;
}

/** An adoption held against what the scenario is now. */
export interface AdoptionCheck {
  readonly adoption: AdoptionRow;
  readonly sameInputs: boolean;
  readonly sameResults: boolean;
}

export interface Requests extends AssistantRequests, YearsRequests {
  'app/info': { params: null; result: AppInfo };
  'document/current': { params: null; result: OpenedDocument | null };
  'document/recoveries': { params: null; result: readonly Recovery[] };
  'document/recover': { params: { token: string }; result: OpenedDocument };
  'document/discardRecovery': { params: { token: string }; result: null };
  'document/new': { params: null; result: OpenedDocument };
  'document/openSample': { params: null; result: OpenedDocument };
  /** Null when the person closed the dialog. */
  'document/open': { params: null; result: OpenedDocument | null };
  'document/save': { params: null; result: DocumentInfo | null };
  'document/saveAs': { params: null; result: DocumentInfo | null };
  /** Leaves the document. `discard` says that unsaved changes may go. */
  'document/close': { params: { discard: boolean }; result: null };
  'change/commit': { params: { change: Change; calculatedScenario: number }; result: Committed };
  'change/log': { params: { limit: number; before: number | null }; result: readonly LogEntry[] };
  /** The logged change itself, for undo across a reload of the window. */
  'change/read': { params: { id: number }; result: Change };
  /** Entries of the history that fit a filter, the newest first, those before the entry `before`. */
  'history/list': {
    params: { filter: HistoryFilter; before: number | null; limit: number };
    result: HistoryPage;
  };
  /** Cells of one entry, from the `from`-th, counted from 0. */
  'history/read': {
    params: { id: number; from: number; count: number };
    result: { entry: HistoryEntry; cells: readonly HistoryCell[]; total: number };
  };
  /** The scenarios of the document just before or after an entry. */
  'history/scenarios': { params: { id: number; side: Side }; result: readonly HistoryChoice[] };
  /** What restoring a scenario as it was then would do. Nothing is changed. */
  'history/planRestore': { params: { id: number; side: Side; scenario: number }; result: RestorePlan };
  'history/restore': {
    params: { id: number; side: Side; scenario: number };
    result: { change: Change; committed: Committed };
  };
  /** Every cell of the entries that fit the filter; null when the person closed the dialog. */
  'history/export': { params: { filter: HistoryFilter; as: 'csv' | 'xlsx' }; result: { fileName: string } | null };
  'session/set': { params: { key: string; value: string }; result: null };
  /** Main asks for the file or folder; null when the person closed the dialog. */
  'workbook/import': { params: { scenario: number; as: 'file' | 'folder' }; result: ImportOutcome | null };
  'workbook/export': {
    params: { scenario: number; as: 'xlsx' | 'folder'; digest: string };
    result: { fileName: string } | null;
  };
  /**
   * Adopts a scenario that ties out: main stamps it with time, user and the hashes of its inputs and results. `digest`
   * is the window's own, as for an export.
   */
  'scenario/adopt': {
    params: { scenario: number; digest: string };
    result: { change: Change; committed: Committed };
  };
  /** Whether an adopted scenario still is what was adopted; null where it is not adopted. */
  'scenario/checkAdoption': { params: { scenario: number }; result: AdoptionCheck | null };
  /**
   * Scenarios side by side as the window shows them: a CSV file of the schools, or a workbook with totals and what
   * differs as well. `digests` are the window's own, one for each scenario; `measure` and `group` are keys.
   */
  'scenario/exportComparison': {
    params: {
      scenarios: readonly number[];
      digests: readonly string[];
      base: number;
      measure: string;
      group: string;
      as: 'csv' | 'xlsx';
    };
    result: { fileName: string } | null;
  };
  /** The shadow statement as CSV; null when the person closed the dialog. */
  'gradual/exportShadow': { params: { scenario: number; digest: string }; result: { fileName: string } | null };
  /** This year and so many years after it along the path, as CSV. */
  'gradual/exportYears': {
    params: { scenario: number; digest: string; years: number };
    result: { fileName: string } | null;
  };
  'budgets/export': { params: { scenario: number; digest: string }; result: { fileName: string } | null };
  /** One input version as a CSV file, with the columns of its sheet in the workbook. */
  'versions/export': { params: { version: number }; result: { fileName: string } | null };
  /**
   * An allocation file by a template of the document (its id) or by a built-in one (its name). It is checked before
   * main asks for a file, written, read back and compared; null when the person closed the dialog.
   */
  'allocation/export': {
    params: { scenario: number; template: number | string; digest: string };
    result: AllocationOutcome | null;
  };
  /** The account rules as the sheets of the workbook: both in an .xlsx, the rules alone as .csv. */
  'allocation/exportAccounts': { params: { as: 'xlsx' | 'csv' }; result: { fileName: string } | null };
  /** Account rules from an .xlsx or .csv of the same columns, all or nothing. `scenario` is the one shown. */
  'allocation/importAccounts': { params: { scenario: number }; result: ImportOutcome | null };
  /** A template of the document as a file that other documents can take. */
  'allocation/exportTemplate': { params: { template: number }; result: { fileName: string } | null };
  'allocation/readTemplate': { params: null; result: ReadTemplate | null };
  /**
   * Calculator workbooks: of one school (`school` is its code), of all into a folder, or one for the whole district. A
   * long job; null when the person closed the dialog.
   */
  'calculators/export': {
    params: { scenario: number; digest: string; what: 'school' | 'all' | 'district'; school: string | null };
    result: { fileName: string; count: number } | null;
  };
  /** The budgets for board and staff, with `scenarios` side by side. A long job. */
  'districtWorkbook/export': {
    params: { scenario: number; digest: string; scenarios: readonly number[] };
    result: { fileName: string } | null;
  };
  /**
   * Two-year statements as one PDF or HTML file: of one school by code, or of all. `longer` is how many take more than
   * one page; null when the person closed the dialog.
   */
  'statements/export': {
    params: { scenario: number; digest: string; school: string | null; as: 'pdf' | 'html'; paper: 'letter' | 'a4' };
    result: { fileName: string; statements: number; pages: number; longer: number } | null;
  };
  'formulaBook/export': {
    params: { scenario: number; digest: string; as: 'pdf' | 'html'; paper: 'letter' | 'a4' };
    result: { fileName: string } | null;
  };
  /**
   * A board session as it may be seen: a packet to print, one web page, or a folder of SVG pictures. `levers` says where
   * levers stand, by their ids and in their units, `ops` what that changes in the scenario, null where no lever was
   * moved; `whatIfDigest` is of what the window shows then, null where it shows
   * no what-if. A long job; null when the person closed the dialog.
   */
  'boardSession/export': {
    params: {
      session: number;
      scenario: number;
      digest: string;
      levers: readonly { readonly id: number; readonly value: number }[];
      ops: readonly RowOp[] | null;
      whatIfDigest: string | null;
      as: 'pdf' | 'html' | 'svg';
      paper: 'letter' | 'a4';
      tables: boolean;
    };
    result: { fileName: string; slides: number; pages: number } | null;
  };
  /**
   * A picture of the window as a file: the text of an SVG or of a CSV table, or a PNG in base64. `name` is its title;
   * null when the person closed the dialog.
   */
  'pictures/export': {
    params: { name: string; kind: 'svg' | 'png' | 'csv'; data: string };
    result: { fileName: string } | null;
  };
  /**
   * Desktop only: opens the window of the projector, in full screen where it has a screen of its own. `channel` names
   * the BroadcastChannel its frames come over, a random UUID. One that is open on this channel is brought to light.
   */
  'projector/open': { params: { channel: string }; result: { screen: 'second' | 'same' } };
  'projector/close': { params: null; result: null };
  /** Main asks for a picture and checks it; the window makes the change, so that it can be undone like any other. */
  'logo/choose': { params: null; result: Omit<PictureRow, 'name'> | null };
  /** Stops the long job that runs, which then fails with `job-cancelled`; without one, nothing happens. */
  'job/cancel': { params: null; result: null };
  /**
   * Loopback host only: the answer to an `ask/file` event. `entry` is an id from the event, never a path. With `open`
   * the host looks into that folder and asks again with the same `id`; without, the entry is chosen (a folder only when
   * the purpose is `folder`). `newName` names a file or folder in the folder shown; one that exists is asked about
   * once more. All empty closes the question. A refused answer leaves the question as it is.
   */
  'ask/answer': {
    params: { id: string; entry: string | null; newName: string | null; open: boolean };
    result: null;
  };
}

export type RequestName = keyof Requests;
export type Params<Name extends RequestName> = Requests[Name]['params'];
export type Result<Name extends RequestName> = Requests[Name]['result'];

/** What main tells a window unasked. */
export interface Events {
  'document/info': DocumentInfo;
  'progress/step': { readonly label: string; readonly done: number; readonly total: number | null };
  /** A menu item of the desktop host: the name of a command of the window. */
  'command/run': { readonly name: string };
  /** Loopback host: choose among the entries of a folder the host shows. */
  'ask/file': {
    readonly id: string;
    readonly title: string;
    readonly purpose: 'open' | 'save' | 'folder';
    readonly folder: string;
    readonly suggestedName: string;
    readonly entries: readonly { readonly entry: string; readonly name: string; readonly isFolder: boolean }[];
  };
}
export type EventName = keyof Events;

/** What a host puts into the window as `window.allot`: two named functions, nothing of Electron. */
export interface AllotBridge {
  ask<Name extends RequestName>(name: Name, params: Params<Name>): Promise<Reply<Result<Name>>>;
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
}

/** Errors cross as data, never as exceptions, so that no host can add a stack or lose a code. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AllotErrorData };

/** Every request by name; a test compares it with the handlers. */
export const REQUEST_NAMES = [
  'app/info',
  'document/current',
  'document/recoveries',
  'document/recover',
  'document/discardRecovery',
  'document/new',
  'document/openSample',
  'document/open',
  'document/save',
  'document/saveAs',
  'document/close',
  'change/commit',
  'change/log',
  'change/read',
  'history/list',
  'history/read',
  'history/scenarios',
  'history/planRestore',
  'history/restore',
  'history/export',
  'session/set',
  'workbook/import',
  'workbook/export',
  'scenario/adopt',
  'scenario/checkAdoption',
  'scenario/exportComparison',
  'gradual/exportShadow',
  'gradual/exportYears',
  'budgets/export',
  ...ASSISTANT_REQUEST_NAMES,
  ...YEARS_REQUEST_NAMES,
  'versions/export',
  'allocation/export',
  'allocation/exportAccounts',
  'allocation/importAccounts',
  'allocation/exportTemplate',
  'allocation/readTemplate',
  'calculators/export',
  'districtWorkbook/export',
  'statements/export',
  'formulaBook/export',
  'boardSession/export',
  'pictures/export',
  'projector/open',
  'projector/close',
  'logo/choose',
  'job/cancel',
  'ask/answer',
] as const satisfies readonly RequestName[];
export const EVENT_NAMES = [
  'document/info',
  'progress/step',
  'command/run',
  'ask/file',
] as const satisfies readonly EventName[];
