import { Calculation } from '../calc/Calculation.ts';
import { applyOps, type Change, invertOps } from '../changes/Change.ts';
import { copyNameOf, scenarioNameFault } from '../changes/scenarios.ts';
import type { LogEntry } from '../contract/requests.ts';
import type { Model, RowOp } from '../model/Model.ts';
import type { InputKind, InputVersionRow, ScenarioRow } from '../model/rows.ts';
import { DECISION_TABLES } from '../model/scenarioTables.ts';
import { LIMITS } from '../model/units.ts';
import { quoted } from '../text/quoted.ts';
import { INPUT_KINDS, nextVersionId, PIN_OF_KIND, pinnedVersion, TABLE_OF_KIND } from '../versions/inputVersions.ts';
import { disturbedBy, missingOps, namedIn, refersToHeld } from './bringBack.ts';
import type { RestorePlan, Side } from './HistoryEntry.ts';
import { momentText } from './momentText.ts';
import { sameBudgets } from './sameBudgets.ts';
import { sharedDifferences } from './sharedDifferences.ts';

/** The moment that is wanted: just before or just after an entry. */
export interface Moment {
  readonly entry: LogEntry;
  readonly side: Side;
}

export interface Restoration {
  readonly plan: RestorePlan;
  readonly change: Change;
  /** The id of the new scenario. */
  readonly id: number;
}

/** When and by whom it is restored. */
export interface Made {
  readonly at: string;
  readonly by: string;
}

type PlainRow = Readonly<Record<string, string | number | null>>;

/**
 * A scenario as it was at a moment, as a new draft: all it decided then, with copies of the four inputs as they stood,
 * which nothing else uses. Nothing that exists is changed. What all scenarios share stays as it is now; what of it is
 * gone and was used then is brought back, but only where that moves no other scenario by a cent and breaks no stamp of
 * an adopted one. The plan says what differs, and whether the budgets come out as they were.
 *
 * `then` is the whole model at that moment. Returns a sentence where the scenario was not there, or there is no room.
 */
export function restoreScenario(
  now: Model,
  then: Model,
  scenarioId: number,
  moment: Moment,
  made: Made,
): Restoration | string {
  const was = then.get('scenario', scenarioId);
  if (!was) return 'This scenario was not in the document at that moment. Choose another scenario or another moment.';
  if (now.table('scenario').size >= LIMITS.scenarios) {
    return `A document holds at most ${LIMITS.scenarios} scenarios. Delete one first.`;
  }
  const owned = rowsOf(then, was);
  const ofRows = missingOps(
    now,
    then,
    owned.map(({ row }) => row),
  );
  const part = build(now, then, was, moment, made, owned, ofRows);
  if (part.plan.isExact) return part;
  // A formula may pay a school, or read a column, that none of the scenario's rows names.
  const all = missingOps(now, then, null);
  if (all.length === ofRows.length) return part;
  const whole = build(now, then, was, moment, made, owned, all);
  return whole.plan.isExact ? whole : part;
}

interface OwnedRow {
  readonly table: RowOp['table'];
  readonly row: PlainRow;
  /** The kind of input it belongs to; null for decisions. */
  readonly kind: InputKind | null;
}

/** All rows that a scenario decides, and those of the inputs it used. */
function rowsOf(then: Model, was: ScenarioRow): OwnedRow[] {
  const owned: OwnedRow[] = [];
  const add = (table: OwnedRow['table'], kind: OwnedRow['kind'], rows: Iterable<object>): void => {
    for (const row of rows) owned.push({ table, kind, row: row as PlainRow });
  };
  for (const kind of INPUT_KINDS) {
    const table = TABLE_OF_KIND[kind];
    const pinned = pinnedVersion(was, kind);
    add(
      table,
      kind,
      [...then.table(table).values()].filter((row) => row.version === pinned),
    );
  }
  for (const table of DECISION_TABLES) {
    add(
      table,
      null,
      [...then.table(table).values()].filter((row) => row.scenario === was.id),
    );
  }
  return owned;
}

function build(
  now: Model,
  then: Model,
  was: ScenarioRow,
  moment: Moment,
  made: Made,
  owned: readonly OwnedRow[],
  missing: readonly RowOp[],
): Restoration {
  const disturbed = disturbedBy(now, missing);
  const shared = disturbed === null ? missing : [];
  const id = Math.max(...[...now.table('scenario').values()].map((row) => row.id)) + 1;
  const name = freeName(now, moment);
  const versions = copiedVersions(now, then, was, moment, made);
  const scenario: ScenarioRow = {
    ...was,
    id,
    name,
    description: describe(was, moment).slice(0, LIMITS.noteLength),
    basedOn: now.get('scenario', was.id) ? was.id : null,
    status: 'draft',
    position: Math.max(...now.ordered('scenario').map((row) => row.position)) + 1,
  };
  for (const kind of INPUT_KINDS) scenario[PIN_OF_KIND[kind]] = versions[kind].id;
  const ops: RowOp[] = [
    ...shared,
    ...INPUT_KINDS.map((kind): RowOp => ({ table: 'inputVersion', before: null, after: versions[kind] })),
    { table: 'scenario', before: null, after: scenario },
  ];
  applyOps(now, ops);
  let left = 0;
  try {
    const rows: RowOp[] = [];
    for (const { table, row, kind } of owned) {
      if (!refersToHeld(now, row)) {
        left++;
        continue;
      }
      const after = kind ? { ...row, version: versions[kind].id } : { ...row, scenario: id };
      rows.push({ table, before: null, after } as unknown as RowOp);
    }
    applyOps(now, rows);
    ops.push(...rows);
    const [before, after] = [new Calculation(then, was.id), new Calculation(now, id)];
    const isExact = sameBudgets(before, after);
    const plan: RestorePlan = {
      scenarioName: was.name,
      name,
      at: moment.entry.at,
      thenCents: totalOf(before),
      restoredCents: totalOf(after),
      isExact,
      broughtBack: namedIn(shared),
      differs: [
        ...leftOut(missing, disturbed, left),
        ...(was.status === 'adopted' && !isExact ? [ADOPTED_THEN] : []),
        ...sharedDifferences(now, then),
      ],
    };
    const label = `Restore ${was.name} ${moment.side === 'after' ? 'as of' : 'before'} ${momentText(moment.entry.at)}`;
    return { plan, id, change: { kind: 'scenario', label, scenario: null, ops } };
  } finally {
    applyOps(now, invertOps(ops));
  }
}

const ADOPTED_THEN =
  'As it was adopted then, it paid only what it was adopted with; its copy is a draft, which counts every school and source.';

const totalOf = ({ results }: Calculation): number => results.total.reduce((sum, cents) => sum + cents, 0);

function leftOut(missing: readonly RowOp[], disturbed: string | null, rows: number): string[] {
  const sentences: string[] = [];
  if (disturbed !== null) {
    sentences.push(
      `${namedIn(missing).join(' and ')} cannot be brought back: that would touch the scenario ${quoted(disturbed)}.`,
    );
  }
  if (rows > 0) {
    const [verb, noun] = rows === 1 ? ['is', 'value'] : ['are', 'values'];
    sentences.push(`${rows.toLocaleString('en-US')} ${noun} of what is no longer in the document ${verb} left out.`);
  }
  return sentences;
}

function freeName(now: Model, { entry, side }: Moment): string {
  const name = `${side === 'after' ? 'As of' : 'Before'} ${momentText(entry.at)}`;
  return scenarioNameFault(now, name, null) ? copyNameOf(now, name) : name;
}

const describe = (was: ScenarioRow, { entry, side }: Moment): string =>
  `${was.name} as it was just ${side} entry ${entry.id} of the history, “${entry.label}” (${entry.by}, ${momentText(entry.at)}).`;

/** A version of its own for each input, named after the one that was in use. */
function copiedVersions(
  now: Model,
  then: Model,
  was: ScenarioRow,
  { entry }: Moment,
  made: Made,
): Record<InputKind, InputVersionRow> {
  let id = nextVersionId(now);
  const copy = (kind: InputKind): InputVersionRow => {
    const version = then.get('inputVersion', pinnedVersion(was, kind)) as InputVersionRow;
    const end = `, ${momentText(entry.at)}`;
    return {
      ...version,
      id: id++,
      name: `${version.name.slice(0, LIMITS.nameLength - end.length)}${end}`,
      createdAt: made.at,
      createdBy: made.by,
      note: `Copy of “${version.name}” as it was at that moment, for a restored scenario.`.slice(0, LIMITS.noteLength),
    };
  };
  return Object.fromEntries(INPUT_KINDS.map((kind) => [kind, copy(kind)])) as Record<InputKind, InputVersionRow>;
}
