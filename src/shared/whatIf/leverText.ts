import type { Model } from '../model/Model.ts';
import { shockSubject, signedPercent } from '../scenarios/shockWords.ts';
import {
  formatDollars,
  formatMoney,
  formatPercent,
  formatRate,
  formatScaling,
  formatWeight,
} from '../text/formatNumber.ts';
import {
  type Parsed,
  parseFloorPercent,
  parsePercent,
  parsePositiveMoney,
  parseRate,
  parseScaling,
  parseShockPercent,
  parseWeight,
} from '../text/parseNumber.ts';
import { type LeverTarget, type LeverUnit, leverUnit } from './LeverTarget.ts';

/** How a floor reads that nobody is held to. */
export const FLOOR_OFF = 'off';

const WRITE: Readonly<Record<LeverUnit, (value: number) => string>> = {
  weight: formatWeight,
  percent: formatPercent,
  floorPercent: formatPercent,
  shock: signedPercent,
  scaling: formatScaling,
  cents: (cents) => `$${cents % 100 === 0 ? formatDollars(cents) : formatMoney(cents)}`,
  rate: (millionths) => `$${formatRate(millionths).replace(/\.00$/, '')}`,
};

const READ: Readonly<Record<LeverUnit, (text: string) => Parsed<number>>> = {
  weight: parseWeight,
  percent: parsePercent,
  floorPercent: parseFloorPercent,
  shock: parseShockPercent,
  scaling: parseScaling,
  cents: parsePositiveMoney,
  rate: parseRate,
};

/** A lever's value as people read it: `0.34`, `45%`, `98.5%`, `−3%`, `$12,500`; a floor of nothing is `off`. */
export function leverText(target: LeverTarget, value: number): string {
  if (target.kind === 'holdHarmless' && value === 0) return FLOOR_OFF;
  return WRITE[leverUnit(target)](value);
}

/** A distance in the unit of a lever, such as its step: never `off`, and without the sign a shock has. */
export function leverDistanceText(target: LeverTarget, distance: number): string {
  return WRITE[leverUnit(target)](distance).replace(/^\+/, '');
}

/** The value of what is typed beside the slider, or a sentence that says what is expected. */
export function parseLeverText(target: LeverTarget, text: string): number | string {
  if (target.kind === 'holdHarmless' && text.trim().toLowerCase() === FLOOR_OFF) return 0;
  const read = READ[leverUnit(target)](text);
  return read.ok ? read.value : read.sentence;
}

const nameOf = (model: Model, table: 'level' | 'need' | 'source', code: string): string =>
  model.table(table).get(code)?.name ?? code;

function hasSeveralSets(model: Model, one: string): boolean {
  for (const { weightSet } of model.table('weightSet').values()) if (weightSet !== one) return true;
  return false;
}

/**
 * What a lever is called where nobody gave it a name: `Poverty weight, High`, `Central share of General fund`,
 * `Floor`, `Enrollment, High`. A weight names its set only where the document has several.
 */
export function leverLabel(model: Model, target: LeverTarget): string {
  const { kind, level, need, source } = target;
  switch (kind) {
    case 'weight': {
      const of = hasSeveralSets(model, target.weightSet) ? ` (${target.weightSet})` : '';
      const at = level === '' ? 'every level' : nameOf(model, 'level', level);
      return `${nameOf(model, 'need', need)} weight, ${at}${of}`;
    }
    case 'share': {
      const at = nameOf(model, 'level', level);
      const what = need === '' ? at : `${nameOf(model, 'need', need)}, ${at}`;
      return `Share of ${what} in ${nameOf(model, 'source', source)}`;
    }
    case 'central':
      return `Central share of ${nameOf(model, 'source', source)}`;
    case 'holdHarmless':
      return 'Floor';
    case 'minimum':
      return `Minimum ${leverUnit(target) === 'cents' ? 'a school' : 'per pupil'}, ${nameOf(model, 'level', level)}`;
    case 'cap':
      return 'Cap on gains';
    case 'scaling':
      return 'Scaling of gains';
    case 'enrollment':
      if (need === '') return level === '' ? 'Enrollment' : `Enrollment, ${nameOf(model, 'level', level)}`;
      return shockSubject(model, { kind: 'enrollment', level, need, source: '' });
    case 'revenue':
      return shockSubject(model, { kind: 'revenue', level: '', need: '', source });
  }
}

function levelsDiffer(model: Model, scenario: number, { weightSet, need }: LeverTarget): boolean {
  const weights = model
    .ordered('level')
    .map(({ code }) => model.get('weight', scenario, weightSet, code, need)?.weight ?? 0);
  return weights.some((weight) => weight !== weights[0]);
}

/**
 * What moves along with a lever, for a line under the slider; null where nothing does. With a scenario it also says
 * where nobody pays yet for what a floor costs.
 */
export function leverNote(model: Model, target: LeverTarget, scenario?: number): string | null {
  const { kind, level, need } = target;
  const isFloor = kind === 'holdHarmless' || kind === 'minimum';
  if (isFloor && scenario !== undefined && !model.get('floorDecision', scenario)?.payer) {
    return 'Nobody pays for floors yet, so what they cost is shown as short. Choose who pays in the Floors sheet.';
  }
  if (kind === 'weight' && level === '') {
    const differ = scenario !== undefined && levelsDiffer(model, scenario, target);
    return `Sets the same weight at every level${differ ? ', where they differ now' : ''}.`;
  }
  if (kind !== 'share') return null;
  return need === ''
    ? 'The other levels keep their proportions, so that shares still total 100%.'
    : `The other needs of ${nameOf(model, 'level', level)} keep their proportions, so that shares still total 100%.`;
}
