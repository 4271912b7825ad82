import type { Model } from '../model/Model.ts';
import type { CentralKind, Method } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { formatMoney, formatPercent } from '../text/formatNumber.ts';
import { type Change, removeRow } from './Change.ts';
import { defaultDecision, setDecision } from './sources.ts';

/** Method names as they read in a sentence and on a sheet. */
export const METHOD_WORDS: Readonly<Record<Method, string>> = {
  none: 'None',
  weights: 'Weights',
  shares: 'Shares',
  rates: 'Rates',
  proportional: 'Proportional',
  per_school: 'Per school',
  table: 'Typed amounts',
};

/** How a source reaches schools. With weights it takes the first weight set, so that it pays at once. */
export function setMethod(model: Model, scenario: number, source: string, method: Method): Change {
  const held = model.get('decision', scenario, source) ?? defaultDecision(scenario, source);
  const firstSet = model.ordered('weightSet').find((set) => set.scenario === scenario)?.weightSet ?? null;
  const weightSet = method === 'weights' ? (held.weightSet ?? firstSet) : held.weightSet;
  return setDecision(model, scenario, source, { method, weightSet }, `method → ${METHOD_WORDS[method].toLowerCase()}`);
}

/** The central share, in percent units (450000 is 45 %) or cents. */
export function setCentralShare(
  model: Model,
  scenario: number,
  source: string,
  centralKind: CentralKind,
  centralValue: number,
): Change {
  const shown = centralKind === 'percent' ? formatPercent(centralValue) : `$${formatMoney(centralValue)}`;
  return setDecision(model, scenario, source, { centralKind, centralValue }, `central share → ${shown}`);
}

/** A plain list as an eligibility text: `oneOfText('code', ['0042'])` is `oneOf(code, "0042")`. */
export function oneOfText(name: 'code' | 'level', codes: readonly string[]): string {
  return `oneOf(${name}, ${codes.map((code) => JSON.stringify(code)).join(', ')})`;
}

/** Which schools a source reaches, as its eligibility text; empty is every school. */
export function setEligibility(model: Model, scenario: number, source: string, eligibility: string): Change {
  const shown = eligibility.length > 60 ? `${eligibility.slice(0, 59)}…` : eligibility;
  return setDecision(model, scenario, source, { eligibility }, `eligibility → ${shown || 'every school'}`);
}

/** Moves a source one place up (−1) or down (+1). A formula may ask for amounts of earlier sources only. */
export function moveSource(model: Model, code: string, by: -1 | 1): Change {
  const list = model.ordered('source');
  const at = list.findIndex((row) => row.code === code);
  const one = list[at];
  const other = list[at + by];
  const label = `Move ${one?.name ?? code} ${by < 0 ? 'up' : 'down'}`;
  if (!one || !other) return { kind: 'revenues', label, scenario: null, ops: [] };
  // Imported sources may share a position; then only a list numbered anew tells which comes first.
  const order = list.map((row) => row.code);
  order[at] = other.code;
  order[at + by] = one.code;
  const ops = list.flatMap((row) => {
    const position = order.indexOf(row.code);
    return row.position === position ? [] : [{ table: 'source' as const, before: row, after: { ...row, position } }];
  });
  return { kind: 'revenues', label, scenario: null, ops };
}

/** Removes the counts a school has at one level: its row in the enrollment sheet. */
export function removeCounts(model: Model, version: number, school: string, level: string): Change {
  const needs = [...model.table('need').keys()];
  const ops = needs.flatMap((need) => removeRow(model, 'enrollment', keyOf(version, school, level, need)));
  const name = model.table('school').get(school)?.name ?? school;
  const at = model.table('level').get(level)?.name ?? level;
  return { kind: 'enrollment', label: `Remove the pupils of ${name} at ${at}`, scenario: null, ops };
}
