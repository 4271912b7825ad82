import type { Model, RowOp } from '../model/Model.ts';
import type { FloorBasis, FloorDecisionRow, MinimumKind, Payer, Solve } from '../model/rows.ts';
import { keyOf } from '../model/tables.ts';
import { formatMoney, formatPercent, formatRate, formatScaling } from '../text/formatNumber.ts';
import { type Change, removeRow, setRow } from './Change.ts';

/** Who pays, as it reads in a sentence and on a sheet. */
export const PAYER_WORDS: Readonly<Record<Payer, string>> = {
  reserve: 'A reserve',
  central: 'Central share',
  gainers: 'Gainers',
  above_floor: 'Everyone above the floor',
  formula: 'The formula',
};

export const BASIS_WORDS: Readonly<Record<FloorBasis, string>> = { total: 'In total', per_pupil: 'Per pupil' };

/** What holds until somebody decides: no floors, and nobody named who pays. */
export function defaultFloorDecision(scenario: number): FloorDecisionRow {
  return {
    scenario,
    holdHarmlessPercent: null,
    basis: 'total',
    useMinimums: 'no',
    payer: null,
    reserveSource: null,
    capPercent: null,
    scaling: null,
    solve: null,
  };
}

export type FloorFields = Partial<Omit<FloorDecisionRow, 'scenario'>>;

/** Any part of what a scenario decides about floors; `what` is the label's end, `payer → Gainers`. */
export function setFloorDecision(model: Model, scenario: number, fields: FloorFields, what: string): Change {
  const held = model.get('floorDecision', scenario) ?? defaultFloorDecision(scenario);
  const ops = setRow(model, 'floorDecision', { ...held, ...fields });
  return { kind: 'floors', label: `Floors: ${what}`, scenario, ops };
}

/** The hold-harmless percent in percent units (985000 is 98.5 %); null holds nobody harmless. */
export function setHoldHarmless(model: Model, scenario: number, percent: number | null): Change {
  const shown = percent === null ? 'nobody' : formatPercent(percent);
  return setFloorDecision(model, scenario, { holdHarmlessPercent: percent }, `hold harmless → ${shown}`);
}

export function setFloorBasis(model: Model, scenario: number, basis: FloorBasis): Change {
  return setFloorDecision(model, scenario, { basis }, `basis → ${BASIS_WORDS[basis].toLowerCase()}`);
}

/** Whether minimum operational budgets are floors. */
export function setUseMinimums(model: Model, scenario: number, isUsed: boolean): Change {
  const useMinimums = isUsed ? 'yes' : 'no';
  return setFloorDecision(model, scenario, { useMinimums }, `minimums ${isUsed ? 'on' : 'off'}`);
}

/** Who pays. The reserve needs a source as well; with gainers the scaling is solved until somebody types one. */
export function setPayer(model: Model, scenario: number, payer: Payer | null): Change {
  const held = model.get('floorDecision', scenario);
  const solves = payer === 'gainers' && !held?.solve && held?.scaling == null;
  const fields: FloorFields = solves ? { payer, solve: 'scaling' } : { payer };
  return setFloorDecision(model, scenario, fields, `payer → ${payer ? PAYER_WORDS[payer] : 'nobody'}`);
}

/** The source whose central part is the reserve. */
export function setReserveSource(model: Model, scenario: number, source: string | null): Change {
  const name = source === null ? 'none' : (model.table('source').get(source)?.name ?? source);
  return setFloorDecision(model, scenario, { reserveSource: source }, `reserve → ${name}`);
}

/** The cap on gains in percent units; typing one stops solving it. */
export function setCap(model: Model, scenario: number, capPercent: number | null): Change {
  const solve = model.get('floorDecision', scenario)?.solve ?? null;
  const fields: FloorFields = solve === 'cap' ? { capPercent, solve: null } : { capPercent };
  return setFloorDecision(model, scenario, fields, `cap → ${capPercent === null ? 'none' : formatPercent(capPercent)}`);
}

/** The scaling in millionths; typing one stops solving it. */
export function setScaling(model: Model, scenario: number, scaling: number | null): Change {
  const solve = model.get('floorDecision', scenario)?.solve ?? null;
  const fields: FloorFields = solve === 'scaling' ? { scaling, solve: null } : { scaling };
  return setFloorDecision(model, scenario, fields, `scaling → ${scaling === null ? 'none' : formatScaling(scaling)}`);
}

/** What is solved so that deductions equal top-ups to the cent. */
export function setSolve(model: Model, scenario: number, solve: Solve | null): Change {
  return setFloorDecision(model, scenario, { solve }, `solve → ${solve ?? 'nothing'}`);
}

/** Whether the central part of a source pays under the payer *central share*. */
export function setPayingSource(model: Model, scenario: number, source: string, isPaying: boolean): Change {
  const name = model.table('source').get(source)?.name ?? source;
  const ops = isPaying
    ? setRow(model, 'payingSource', { scenario, source })
    : removeRow(model, 'payingSource', keyOf(scenario, source));
  return { kind: 'floors', label: `Floors: ${name} ${isPaying ? 'pays' : 'does not pay'}`, scenario, ops };
}

/** Exempts a school from floors with a reason; null takes the exemption back. */
export function setExemption(model: Model, scenario: number, school: string, reason: string | null): Change {
  const name = model.table('school').get(school)?.name ?? school;
  const ops =
    reason === null
      ? removeRow(model, 'exemption', keyOf(scenario, school))
      : setRow(model, 'exemption', { scenario, school, reason });
  return { kind: 'floors', label: `Floors: ${name} ${reason === null ? 'not exempt' : 'exempt'}`, scenario, ops };
}

/** A minimum: millionths of a dollar per pupil, or cents, by its kind. */
export interface Minimum {
  readonly kind: MinimumKind;
  readonly value: number;
}

const shown = (minimum: Minimum | null): string =>
  minimum === null
    ? 'none'
    : minimum.kind === 'amount'
      ? formatMoney(minimum.value)
      : `${formatRate(minimum.value)} per pupil`;

/** The minimum operational budget of a level's schools; null removes it. */
export function setLevelMinimum(model: Model, scenario: number, level: string, minimum: Minimum | null): Change {
  const name = model.table('level').get(level)?.name ?? level;
  const ops: RowOp[] =
    minimum === null
      ? removeRow(model, 'levelMinimum', keyOf(scenario, level))
      : setRow(model, 'levelMinimum', { scenario, level, ...minimum });
  return { kind: 'minimums', label: `Minimum of ${name} → ${shown(minimum)}`, scenario, ops };
}

/** A school's own minimum operational budget; null gives it its levels' again. */
export function setSchoolMinimum(model: Model, scenario: number, school: string, minimum: Minimum | null): Change {
  const name = model.table('school').get(school)?.name ?? school;
  const ops: RowOp[] =
    minimum === null
      ? removeRow(model, 'schoolMinimum', keyOf(scenario, school))
      : setRow(model, 'schoolMinimum', { scenario, school, ...minimum });
  return { kind: 'minimums', label: `Minimum of ${name} → ${shown(minimum)}`, scenario, ops };
}
