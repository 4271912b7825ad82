import type { Change, ChangeKind } from '../changes/Change.ts';
import { createScenario, type MadeScenario } from '../changes/scenarios.ts';
import type { Model, RowOp } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import { rowKey } from '../model/tables.ts';
import { quoted } from '../text/quoted.ts';
import { leverLabel, leverText } from './leverText.ts';
import type { WhatIf } from './WhatIf.ts';

/** What was moved, as one reads it: `Poverty weight, High 0.23 → 0.34; Floor off → 98.5%`. */
export function movedText(model: Model, whatIf: Pick<WhatIf, 'moved'>): string {
  return whatIf.moved
    .map(({ target, from, to }) => {
      return `${leverLabel(model, target)} ${leverText(target, from)} → ${leverText(target, to)}`;
    })
    .join('; ');
}

/**
 * The what-if as a new draft beside the scenario it started from, on the same versions of the inputs: levers move
 * decisions alone. Its budgets are those of the what-if, to the cent. Without a description it says what was moved.
 * Returns a sentence where the name is taken or the document is full.
 */
export function markScenario(model: Model, whatIf: WhatIf, name: string, description?: string): MadeScenario | string {
  const base = model.get('scenario', whatIf.scenario);
  const text = movedText(model, whatIf);
  const told = description ?? (base && text ? `What if, from ${base.name}: ${text}.` : '');
  const made = createScenario(model, whatIf.scenario, name, told);
  if (typeof made === 'string') return made;
  const ops = withMoves(made.change.ops, whatIf.opsFor(model), made.id);
  const label = `Mark scenario ${name.trim()}, what-if of ${base?.name ?? ''}`;
  return { id: made.id, change: { ...made.change, label, ops } };
}

/** The rows of a copied scenario with those that levers moved in their place, each touched once. */
function withMoves(created: readonly RowOp[], moves: readonly RowOp[], scenario: number): RowOp[] {
  const moved = new Map<string, RowOp>();
  for (const op of moves) {
    const row = { ...(op.after ?? op.before), scenario };
    const after = op.after && { ...op.after, scenario };
    moved.set(placeKey(op.table, row), { table: op.table, before: null, after } as RowOp);
  }
  const ops: RowOp[] = [];
  for (const op of created) {
    const key = placeKey(op.table, op.after ?? op.before);
    const move = moved.get(key);
    moved.delete(key);
    if (!move) ops.push(op);
    else if (move.after) ops.push(move);
  }
  for (const move of moved.values()) if (move.after) ops.push(move);
  return ops;
}

const placeKey = (table: RowOp['table'], row: object | null): string => `${table} ${rowKey(table, row as never)}`;

const KINDS: { readonly [T in RowOp['table']]?: ChangeKind } = {
  decision: 'sources',
  weight: 'weights',
  share: 'shares',
  floorDecision: 'floors',
  levelMinimum: 'minimums',
};

/** Longest label that a change gets from what was moved. */
const LABEL_LENGTH = 300;

/**
 * The what-if as one change of the scenario it started from, labelled with what was moved. Returns a sentence where
 * the scenario is adopted, or nothing was moved.
 */
export function applyWhatIf(model: Model, whatIf: WhatIf): Change | string {
  const scenario = model.get('scenario', whatIf.scenario);
  if (!scenario) return 'The scenario this started from is no longer in the document. Mark it as a new one instead.';
  if (scenario.status === 'adopted') return adoptedSentence(scenario);
  const ops = whatIf.opsFor(model);
  const text = movedText(model, whatIf);
  if (ops.length === 0 || text === '') return 'No lever is moved, so there is nothing to apply.';
  const kinds = new Set(ops.map(({ table }) => KINDS[table] ?? 'scenario'));
  const [kind = 'scenario'] = kinds.size === 1 ? kinds : [];
  const label = text.length > LABEL_LENGTH ? `${text.slice(0, LABEL_LENGTH - 1)}…` : text;
  return { kind, label, scenario: whatIf.scenario, ops };
}

const adoptedSentence = ({ name }: ScenarioRow): string =>
  `${quoted(name)} is adopted, so it stays as it is. Mark what you see as a new scenario instead.`;
