import type { Model, RowOp } from '../model/Model.ts';
import type { BoardSessionRow, LeverRow, SlideRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import { DEFAULT_MINIMUM_PUPILS, readHidden } from '../session/Audience.ts';
import { isSlideKind, SLIDE_NAMES, type SlideKind } from '../session/slideKinds.ts';
import { quoted } from '../text/quoted.ts';
import { type Change, removeRow, setRow } from './Change.ts';
import type { NewLever } from './levers.ts';

/** A change that makes a session, slide or lever, and the id it will have. */
export interface MadeRow {
  readonly id: number;
  readonly change: Change;
}

export const GONE = {
  session: 'This board session is no longer in the document.',
  slide: 'This slide is no longer in the document.',
  lever: 'This lever is no longer in the document.',
} as const;

export const of = (label: string, ops: readonly RowOp[]): Change => ({ kind: 'session', label, scenario: null, ops });

type Placed = { readonly id: number; readonly position: number };

export const inOrder = <Row extends Placed>(rows: Iterable<Row>): Row[] =>
  [...rows].sort((left, right) => left.position - right.position || left.id - right.id);

export const nextId = (rows: ReadonlyMap<string, Placed>): number => {
  let highest = 0;
  for (const { id } of rows.values()) highest = Math.max(highest, id);
  return highest + 1;
};

/** Positions 0, 1, 2 … for a list in its new order. */
export function placed<T extends 'boardSession' | 'slide' | 'lever'>(
  model: Model,
  table: T,
  order: readonly Extract<RowOp, { table: T }>['after'][],
): RowOp[] {
  return order.flatMap((row, position) => setRow(model, table, { ...(row as object), position } as never));
}

/** The sessions of the document in their order. */
export const orderedSessions = (model: Model): BoardSessionRow[] => inOrder(model.table('boardSession').values());

/** The slides of a session in the order in which they are shown. */
export const orderedSlides = (model: Model, session: number): SlideRow[] =>
  inOrder([...model.table('slide').values()].filter((row) => row.session === session));

/** The levers of a session in their order. */
export const orderedLevers = (model: Model, session: number): LeverRow[] =>
  inOrder([...model.table('lever').values()].filter((row) => row.session === session));

/** Why a name cannot be given, or null. */
export function sessionNameFault(model: Model, name: string, but: number | null): string | null {
  const wanted = name.trim();
  if (wanted === '') return 'A board session needs a name.';
  if (wanted.length > LIMITS.nameLength) return `A board session's name has at most ${LIMITS.nameLength} characters.`;
  const folded = wanted.toLowerCase();
  const twin = orderedSessions(model).find((row) => row.id !== but && row.name.toLowerCase() === folded);
  return twin ? `There is a board session called ${quoted(twin.name)} already.` : null;
}

/** A name no other session has: `Board session`, `Board session 2`. */
export function freeSessionName(model: Model, wanted: string): string {
  const stem = wanted.trim().slice(0, LIMITS.nameLength - 8) || 'Board session';
  let name = stem;
  for (let number = 2; sessionNameFault(model, name, null) !== null; number++) name = `${stem} ${number}`;
  return name;
}

/**
 * What a new session shows: what it comes to, who wins and loses, whether need is followed, and at the end that every
 * dollar is accounted for and how it was shared out. Scenarios are compared only where there are several.
 */
export function defaultSlides(model: Model): readonly SlideKind[] {
  const compared: readonly SlideKind[] = model.table('scenario').size > 1 ? ['scenarios'] : [];
  return ['headline', 'winnersAndLosers', 'needAndSpending', 'deciles', ...compared, 'matrix', 'tieOut', 'formula'];
}

const full = `A document holds at most ${LIMITS.boardSessions} board sessions. Remove one first.`;

/**
 * A new session with the default slides and the levers given (see `defaultLevers`), light, names shown, schools and groups of fewer than ten pupils held back.
 * `nameSeed` is drawn by the caller, a whole number below 2³¹, and decides which number an anonymous school gets.
 */
export function addSession(
  model: Model,
  name: string,
  nameSeed: number,
  levers: readonly NewLever[] = [],
): MadeRow | string {
  const fault = sessionNameFault(model, name, null);
  if (fault) return fault;
  const sessions = orderedSessions(model);
  if (sessions.length >= LIMITS.boardSessions) return full;
  const id = nextId(model.table('boardSession'));
  const row: BoardSessionRow = {
    id,
    name: name.trim(),
    position: (sessions.at(-1)?.position ?? -1) + 1,
    appearance: 'light',
    minimumPupils: DEFAULT_MINIMUM_PUPILS,
    schoolNames: 'shown',
    scenarioNames: 'shown',
    hidden: '[]',
    nameSeed: Math.abs(Math.trunc(nameSeed)) % 2 ** 31,
  };
  const ops = setRow(model, 'boardSession', row);
  const first = nextId(model.table('slide'));
  for (const [position, kind] of defaultSlides(model).entries()) {
    const slide = { id: first + position, session: id, position, kind, title: '', options: '{}', notes: '' };
    ops.push(...setRow(model, 'slide', slide));
  }
  const lever = nextId(model.table('lever'));
  for (const [position, row] of levers.slice(0, LIMITS.levers).entries()) {
    ops.push(...setRow(model, 'lever', { ...row, id: lever + position, session: id, position }));
  }
  return { id, change: of(`Add board session ${quoted(row.name)}`, ops) };
}

/** A session with all its slides and levers once more, behind it, under a free name. */
export function duplicateSession(model: Model, id: number): MadeRow | string {
  const held = model.get('boardSession', id);
  if (!held) return GONE.session;
  const sessions = orderedSessions(model);
  if (sessions.length >= LIMITS.boardSessions) return full;
  const copy = {
    ...held,
    id: nextId(model.table('boardSession')),
    name: freeSessionName(model, `${held.name.slice(0, LIMITS.nameLength - 13)} copy`),
  };
  const ops: RowOp[] = placed(
    model,
    'boardSession',
    sessions.flatMap((row) => (row.id === id ? [row, copy] : [row])),
  );
  const slide = nextId(model.table('slide'));
  for (const [at, row] of orderedSlides(model, id).entries()) {
    ops.push(...setRow(model, 'slide', { ...row, id: slide + at, session: copy.id }));
  }
  const lever = nextId(model.table('lever'));
  for (const [at, row] of orderedLevers(model, id).entries()) {
    ops.push(...setRow(model, 'lever', { ...row, id: lever + at, session: copy.id }));
  }
  return { id: copy.id, change: of(`Duplicate board session ${quoted(held.name)}`, ops) };
}

export function renameSession(model: Model, id: number, name: string): Change | string {
  const held = model.get('boardSession', id);
  if (!held) return GONE.session;
  const fault = sessionNameFault(model, name, id);
  if (fault) return fault;
  const to = name.trim();
  return of(
    `Name of board session ${quoted(held.name)} → ${quoted(to)}`,
    setRow(model, 'boardSession', { ...held, name: to }),
  );
}

/** Removes a session with its slides and levers, as one change that one undo takes back. */
export function removeSession(model: Model, id: number): Change | string {
  const held = model.get('boardSession', id);
  if (!held) return GONE.session;
  const ops = [
    ...orderedLevers(model, id).flatMap((row) => removeRow(model, 'lever', String(row.id))),
    ...orderedSlides(model, id).flatMap((row) => removeRow(model, 'slide', String(row.id))),
    ...removeRow(model, 'boardSession', String(id)),
  ];
  return of(`Remove board session ${quoted(held.name)}`, ops);
}

/** Moves a session to the place `to`, counted from 0. */
export function moveSession(model: Model, id: number, to: number): Change | string {
  const held = model.get('boardSession', id);
  if (!held) return GONE.session;
  return of(
    `Move board session ${quoted(held.name)}`,
    placed(model, 'boardSession', reordered(orderedSessions(model), id, to)),
  );
}

/** A list with one of its rows at another place. */
export function reordered<Row extends Placed>(rows: readonly Row[], id: number, to: number): Row[] {
  const rest = rows.filter((row) => row.id !== id);
  const moved = rows.filter((row) => row.id === id);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), ...moved, ...rest.slice(place)];
}

/** What of a session can be chosen besides its name. */
export type SessionFields = Partial<Omit<BoardSessionRow, 'id' | 'name' | 'position'>>;

/** Look, and what may be seen; `what` is the label's end, `fewest pupils shown → 20`. */
export function editSession(model: Model, id: number, fields: SessionFields, what: string): Change | string {
  const held = model.get('boardSession', id);
  if (!held) return GONE.session;
  const { minimumPupils = held.minimumPupils, hidden = held.hidden } = fields;
  if (!Number.isInteger(minimumPupils) || minimumPupils < 0 || minimumPupils > LIMITS.suppressedPupils) {
    return `The fewest pupils shown are a whole number from 0 to ${LIMITS.suppressedPupils.toLocaleString('en-US')}.`;
  }
  if (hidden.length > LIMITS.noteLength) return 'That is too much to be hidden one by one. Hide less.';
  if (!isReadable(hidden)) return 'What is to be hidden cannot be read. Choose it again.';
  return of(`Board session ${held.name}: ${what}`, setRow(model, 'boardSession', { ...held, ...fields }));
}

/** What cannot be read would be shown to nobody, and nothing else either. */
function isReadable(hidden: string): boolean {
  try {
    readHidden(hidden);
    return true;
  } catch {
    return false;
  }
}

/** What a slide is called in a list: its own title, else what its kind is called. */
export function slideName({ title, kind }: Pick<SlideRow, 'title' | 'kind'>): string {
  if (title !== '') return title;
  return isSlideKind(kind) ? SLIDE_NAMES[kind] : kind;
}
