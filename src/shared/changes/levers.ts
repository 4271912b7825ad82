import type { Model } from '../model/Model.ts';
import type { LeverRow } from '../model/rows.ts';
import { LIMITS } from '../model/units.ts';
import {
  type LeverTarget,
  leverDistanceText,
  leverKey,
  leverLabel,
  leverText,
  leverUnit,
  UNIT_BOUNDS,
} from '../whatIf/leverTargets.ts';
import { GONE, type MadeRow, nextId, of, orderedLevers, placed, reordered } from './boardSessions.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** A lever before it has an id and a place, as `suggestLever` gives it. */
export type NewLever = Omit<LeverRow, 'id' | 'session' | 'position'>;

/** What a lever is called: its own label, else what it moves. */
export const leverName = (model: Model, lever: LeverTarget & Pick<LeverRow, 'label'>): string =>
  lever.label || leverLabel(model, lever);

/** Why limits and step do not make a slider, as a sentence, or null. */
export function leverLimitsFault(lever: LeverTarget & Pick<LeverRow, 'minimum' | 'maximum' | 'step'>): string | null {
  const { minimum, maximum, step } = lever;
  const [least, most] = UNIT_BOUNDS[leverUnit(lever)];
  const shown = (value: number): string => leverText(lever, value);
  if (![minimum, maximum, step].every(Number.isSafeInteger)) return 'The limits and the step of a lever are numbers.';
  if (minimum < least || maximum > most) {
    return `A lever of this kind moves between ${shown(least)} and ${shown(most)}. Choose limits within them.`;
  }
  if (minimum >= maximum) return `The upper limit must be above the lower, which is ${shown(minimum)}.`;
  if (step < 1 || step > maximum - minimum) {
    return `The step must be more than nothing and at most the whole way, ${leverDistanceText(lever, maximum - minimum)}.`;
  }
  return null;
}

const full = `A board session holds at most ${LIMITS.levers} levers. Remove one first.`;

/** Puts a lever at the end of a session. A number that has a lever there already gets no second one. */
export function addLever(model: Model, session: number, lever: NewLever): MadeRow | string {
  if (!model.get('boardSession', session)) return GONE.session;
  const levers = orderedLevers(model, session);
  if (levers.length >= LIMITS.levers) return full;
  const fault = leverLimitsFault(lever) ?? labelFault(lever.label);
  if (fault) return fault;
  const name = leverName(model, lever);
  if (levers.some((held) => leverKey(held) === leverKey(lever))) return `${name} has a lever in this session already.`;
  const id = nextId(model.table('lever'));
  const row: LeverRow = { ...lever, id, session, position: (levers.at(-1)?.position ?? -1) + 1 };
  return { id, change: of(`Add lever ${name}`, setRow(model, 'lever', row)) };
}

const labelFault = (label: string): string | null =>
  label.length > LIMITS.nameLength ? `A lever's name has at most ${LIMITS.nameLength} characters.` : null;

/** Name, limits or step of a lever. What it moves stays: another number is another lever. */
export type LeverFields = Partial<Pick<LeverRow, 'label' | 'minimum' | 'maximum' | 'step'>>;

export function editLever(model: Model, id: number, fields: LeverFields): Change | string {
  const held = model.get('lever', id);
  if (!held) return GONE.lever;
  const row = { ...held, ...fields };
  const fault = leverLimitsFault(row) ?? labelFault(row.label);
  if (fault) return fault;
  const parts: string[] = [];
  if (row.label !== held.label) parts.push(`name → ${leverName(model, row)}`);
  if (row.minimum !== held.minimum) parts.push(`from ${leverText(row, row.minimum)}`);
  if (row.maximum !== held.maximum) parts.push(`to ${leverText(row, row.maximum)}`);
  if (row.step !== held.step) parts.push(`step ${leverDistanceText(row, row.step)}`);
  return of(`Lever ${leverName(model, held)}: ${parts.join(', ') || 'as it was'}`, setRow(model, 'lever', row));
}

export function removeLever(model: Model, id: number): Change | string {
  const held = model.get('lever', id);
  if (!held) return GONE.lever;
  return of(`Remove lever ${leverName(model, held)}`, removeRow(model, 'lever', String(id)));
}

/** Moves a lever to the place `to`, counted from 0. */
export function moveLever(model: Model, id: number, to: number): Change | string {
  const held = model.get('lever', id);
  if (!held) return GONE.lever;
  const order = reordered(orderedLevers(model, held.session), id, to);
  return of(`Move lever ${leverName(model, held)}`, placed(model, 'lever', order));
}
