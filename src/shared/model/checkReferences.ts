import type { Model, RowOp } from './Model.ts';
import { isPseudoCode } from './pseudoCodes.ts';
import type { InputKind, TableName } from './rows.ts';
import { keyOf, rowKey, TABLE_NAMES, TABLES } from './tables.ts';

/** What one row and several rows of a table are called in a sentence. */
const WORDS: { readonly [T in TableName]: readonly [string, string] } = {
  district: ['district entry', 'district entries'],
  level: ['level', 'levels'],
  need: ['need', 'needs'],
  school: ['school', 'schools'],
  schoolColumn: ['column', 'columns'],
  tag: ['tag', 'tags'],
  inputVersion: ['input version', 'input versions'],
  enrollment: ['enrollment count', 'enrollment counts'],
  measure: ['measure', 'measures'],
  currentBudget: ['current budget', 'current budgets'],
  source: ['source', 'sources'],
  revenue: ['revenue amount', 'revenue amounts'],
  scenario: ['scenario', 'scenarios'],
  weightSet: ['weight set', 'weight sets'],
  decision: ['decision about a source', 'decisions about sources'],
  weight: ['weight', 'weights'],
  share: ['share', 'shares'],
  rate: ['rate', 'rates'],
  tableAmount: ['typed amount', 'typed amounts'],
  acceptedFinding: ['accepted finding', 'accepted findings'],
  levelMinimum: ['minimum of a level', 'minimums of levels'],
  schoolMinimum: ['minimum of a school', 'minimums of schools'],
  floorDecision: ['decision about floors', 'decisions about floors'],
  payingSource: ['choice of a source that pays top-ups', 'choices of sources that pay top-ups'],
  exemption: ['exemption from floors', 'exemptions from floors'],
  shock: ['shock of an input', 'shocks of inputs'],
  adoption: ['adoption', 'adoptions'],
  goalWeight: ['goal weight', 'goal weights'],
  pathShare: ['share of a path', 'shares of a path'],
  revenueTrigger: ['revenue trigger', 'revenue triggers'],
  growth: ['growth assumption', 'growth assumptions'],
  accountSegment: ['account segment', 'account segments'],
  accountRule: ['account rule', 'account rules'],
  allocationTemplate: ['allocation template', 'allocation templates'],
  rationale: ['rationale', 'rationales'],
  picture: ['picture', 'pictures'],
  yearMeasure: ['measure by year', 'measures by year'],
  yearValue: ['value of a year', 'values of years'],
  boardSession: ['board session', 'board sessions'],
  slide: ['slide', 'slides'],
  lever: ['lever', 'levers'],
};

/** One place where a row names another: the table named and the key it is named by; null where it names none. */
interface Link {
  readonly to: TableName;
  /** The column that names it, where one alone does. */
  readonly column: string | null;
  readonly key: (row: Record<string, string | number | null>) => string | null;
  /** Where only some rows of the other table will do: a measure needs a column of numbers. */
  readonly kind?: string;
}

const PINS: readonly (readonly [TableName, string, InputKind])[] = [
  ['enrollment', 'version', 'enrollment'],
  ['measure', 'version', 'measures'],
  ['currentBudget', 'version', 'current'],
  ['revenue', 'version', 'revenues'],
  ['scenario', 'enrollmentVersion', 'enrollment'],
  ['scenario', 'revenuesVersion', 'revenues'],
  ['scenario', 'currentVersion', 'current'],
  ['scenario', 'measuresVersion', 'measures'],
];

function kindOf(table: TableName, column: string): string | undefined {
  if (table === 'tag' && column === 'tag') return 'tag';
  if (table === 'measure' && column === 'measure') return 'measure';
  return PINS.find(([name, pin]) => name === table && pin === column)?.[2];
}

/** Columns in which an empty text stands for the whole level, or for every level, need or source. */
const MAY_BE_EVERY: { readonly [T in TableName]?: readonly ('level' | 'need' | 'source' | 'school')[] } = {
  share: ['need'],
  shock: ['level', 'need', 'source'],
  growth: ['level', 'source'],
  accountRule: ['school', 'level', 'need', 'source'],
};

/** Single columns come from the table description; three references that span columns or allow empty stand here. */
function linksOf(table: TableName): Link[] {
  const links: Link[] = [];
  for (const column of TABLES[table].columns) {
    if (!column.references) continue;
    const kind = kindOf(table, column.name);
    links.push({
      to: column.references,
      column: column.name,
      key: (row) => (row[column.name] === null ? null : String(row[column.name])),
      ...(kind ? { kind } : {}),
    });
  }
  if (table === 'weight' || table === 'goalWeight' || table === 'decision') {
    links.push({
      to: 'weightSet',
      column: null,
      key: (row) => (row.weightSet === null ? null : keyOf(row.scenario as number, row.weightSet as string)),
    });
  }
  for (const column of MAY_BE_EVERY[table] ?? []) {
    const isFree = (code: string): boolean => code === '' || (table === 'accountRule' && isPseudoCode(column, code));
    links.push({ to: column, column, key: (row) => (isFree(String(row[column])) ? null : String(row[column])) });
  }
  return links;
}

const LINKS = Object.fromEntries(TABLE_NAMES.map((table) => [table, linksOf(table)])) as Record<TableName, Link[]>;

type PlainRow = Record<string, string | number | null>;

function say(key: string): string {
  return key.split('\u001f').join(' · ');
}

/** The first reference of one row that leads nowhere, as a sentence. */
function brokenLink(model: Model, table: TableName, key: string, row: PlainRow): string | null {
  for (const link of LINKS[table]) {
    const target = link.key(row);
    if (target === null) continue;
    const held = model.table(link.to).get(target) as { kind?: string } | undefined;
    const [one] = WORDS[link.to];
    if (!held) return `The ${WORDS[table][0]} ${say(key)} refers to the ${one} ${say(target)}, which does not exist.`;
    if (link.kind !== undefined && held.kind !== link.kind) {
      return `The ${WORDS[table][0]} ${say(key)} refers to the ${one} ${say(target)}, which is of another kind.`;
    }
  }
  return null;
}

/**
 * Passes rows of one table whose references have been followed before: of the rows of an import, thousands name the
 * same version, and those of one school follow one another. Only names in columns of their own are remembered, and
 * only while the model stands still.
 */
class FollowedNames {
  readonly #columns: readonly string[];
  readonly #names: Set<unknown>[];
  /** The names of the row before, which are mostly those of the next. */
  readonly #last: unknown[];
  readonly #isWhole: boolean;

  constructor(table: TableName) {
    const links = LINKS[table];
    this.#isWhole = links.every((link) => link.column !== null);
    this.#columns = links.flatMap((link) => (link.column === null ? [] : [link.column]));
    this.#names = this.#columns.map(() => new Set());
    this.#last = this.#columns.map(() => this);
  }

  /** Whether every name of the row has led somewhere before. */
  knows(row: PlainRow): boolean {
    if (!this.#isWhole) return false;
    for (let at = 0; at < this.#columns.length; at++) {
      const name = row[this.#columns[at] as string];
      if (name === this.#last[at]) continue;
      if (!this.#names[at]?.has(name)) return false;
      this.#last[at] = name;
    }
    return true;
  }

  /** All names of the row lead somewhere. */
  add(row: PlainRow): void {
    for (let at = 0; at < this.#columns.length; at++) {
      const name = row[this.#columns[at] as string];
      this.#names[at]?.add(name);
      this.#last[at] = name;
    }
  }
}

/**
 * The first broken reference after `ops` were put into `model`, as a sentence, or null. New and changed rows are
 * looked at one by one; when rows have gone or changed their kind, tables that name them are read through once.
 * SQLite checks the same with its foreign keys; the two must agree. `keys` are those of the ops, where at hand.
 */
export function findBrokenReference(model: Model, ops: readonly RowOp[], keys?: readonly string[]): string | null {
  const shaken = new Map<TableName, Set<string>>();
  // Where every op of a table is a new row, none is about a row of another: each stands as it was put.
  const edited = new Set<TableName>();
  for (const op of ops) if (op.before) edited.add(op.table);
  const followed = new Map<TableName, FollowedNames>();
  for (let at = 0; at < ops.length; at++) {
    const op = ops[at] as RowOp;
    const row = op.after ?? op.before;
    if (!row) continue;
    const key = keys?.[at] ?? rowKey(op.table, row as never);
    const now = (edited.has(op.table) ? model.table(op.table).get(key) : row) as unknown as PlainRow | undefined;
    if (!now || (op.before && now.kind !== (op.before as { kind?: string }).kind)) {
      const gone = shaken.get(op.table) ?? new Set();
      shaken.set(op.table, gone.add(key));
    }
    if (!now || (now as unknown) !== op.after) continue;
    const names = followed.get(op.table) ?? new FollowedNames(op.table);
    if (names.knows(now)) continue;
    const problem = brokenLink(model, op.table, key, now);
    if (problem) return problem;
    names.add(now);
    followed.set(op.table, names);
  }
  return shaken.size === 0 ? null : findOrphan(model, shaken);
}

/** Rows that still name something removed: `The level MS cannot be removed: 14 schools still refer to it.` */
function findOrphan(model: Model, shaken: ReadonlyMap<TableName, ReadonlySet<string>>): string | null {
  for (const table of TABLE_NAMES) {
    for (const link of LINKS[table]) {
      const keys = shaken.get(link.to);
      if (!keys) continue;
      const targets = model.table(link.to) as ReadonlyMap<string, { kind?: string }>;
      let first: string | null = null;
      let count = 0;
      for (const row of model.table(table).values()) {
        const target = link.key(row as unknown as PlainRow);
        if (target === null || !keys.has(target)) continue;
        const held = targets.get(target);
        if (held && (link.kind === undefined || held.kind === link.kind)) continue;
        first ??= target;
        if (target === first) count++;
      }
      if (first === null) continue;
      const verb = targets.has(first) ? 'change its kind' : 'be removed';
      const [one, many] = WORDS[table];
      return `The ${WORDS[link.to][0]} ${say(first)} cannot ${verb}: ${count} ${count === 1 ? one : many} still ${
        count === 1 ? 'refers' : 'refer'
      } to it.`;
    }
  }
  return null;
}
