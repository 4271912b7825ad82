import type { LevelMinimumRow } from '../model/rows.ts';
import { type CalculatorDraft, COLUMN, dollarsOr } from './CalculatorDraft.ts';
import { countsOf } from './countsPart.ts';
import { clean, type Expression, literal, plus, roundToCent, snapPlaces, times, when } from './expressions.ts';
import { isNone, NONE } from './none.ts';

/**
 * The minimum operational budget (MOB): dollars per pupil by level, an amount for each school of a level, or the
 * school's own. Null where minimums are not in use.
 */
export function layOutMinimum(draft: CalculatorDraft): Expression | null {
  const { sheet, figures } = draft;
  const { calculation } = figures;
  const { model, scenarioId, schools, levels, results, topUps } = calculation;
  if (topUps.floors.decision.useMinimums !== 'yes') return null;
  const ownOf = (school: number) => model.get('schoolMinimum', scenarioId, schools[school]!.code);
  const levelOf = (code: string): LevelMinimumRow | undefined => model.get('levelMinimum', scenarioId, code);
  const cents = results.topUps.minimum;
  const isExempt = (school: number): boolean => topUps.floors.isExempt[school] === 1;
  const has = (school: number): boolean => !Number.isNaN(cents[school]!) && !isExempt(school);

  const fixedOf = (school: number): number | string => {
    if (!has(school)) return NONE;
    const own = ownOf(school);
    if (own) return own.kind === 'amount' ? own.value / 100 : 0;
    const level = levelOf(schools[school]!.level);
    return level?.kind === 'amount' ? level.value / 100 : 0;
  };
  sheet.put(COLUMN.label, 'Minimum for the school', 'label');
  const fixed = draft.given(COLUMN.amount, 'Minimum: amount', fixedOf, 'moneyDim');
  sheet.row++;

  const ownRateOf = (school: number): number => {
    const own = ownOf(school);
    return own?.kind === 'per_pupil' ? own.value / 1_000_000 : 0;
  };
  let perPupil: Expression = literal(0);
  if (draft.some((school) => ownRateOf(school) !== 0)) {
    sheet.put(COLUMN.label, 'Minimum per pupil, the school’s own', 'label');
    const rate = draft.given(COLUMN.rate, 'Minimum: own rate', ownRateOf, 'rate');
    sheet.row++;
    perPupil = times(draft.pupils ?? literal(0), rate);
  }
  const byLevel = layOutLevels(
    draft,
    (school) => has(school) && !ownOf(school),
    levels.map(({ code }) => levelOf(code)),
  );
  if (byLevel) perPupil = perPupil.text === '0' ? byLevel : plus(perPupil, byLevel);

  sheet.put(COLUMN.label, 'Minimum operational budget', 'label');
  const size = draft.largest((school) => (has(school) ? cents[school]! : 0)) / 100;
  const sum = clean(plus(fixed, roundToCent(perPupil, snapPlaces(size, 6))));
  const lacking = draft.some((school) => !has(school));
  const odd = figures.odd(
    'Rounding: minimum',
    (school) => (has(school) ? cents[school]! : 0),
    has(figures.shown) ? sum : literal(0),
  );
  const exact = odd ? clean(plus(sum, odd.expression)) : sum;
  const computed = lacking ? when(isNone(fixed), literal(NONE), exact) : exact;
  const cell = sheet.compute(COLUMN.amount, computed, 'money');
  const plannedOf = (school: number): number => (has(school) ? cents[school]! : Number.NaN);
  draft.place(
    COLUMN.plannedAmount,
    figures.given('Minimum', (school) => dollarsOr(plannedOf(school), NONE)),
    'moneyDim',
  );
  sheet.row++;
  return cell;
}

/** Pupils of each level × its minimum per pupil; null where no level has one here. */
function layOutLevels(
  draft: CalculatorDraft,
  applies: (school: number) => boolean,
  rows: readonly (LevelMinimumRow | undefined)[],
): Expression | null {
  const { sheet, figures } = draft;
  const levels = [...new Set(draft.counts.map(({ level }) => level))].filter((at) => rows[at]?.kind === 'per_pupil');
  if (levels.length === 0 || !draft.some(applies)) return null;
  let factor: Expression | null = null;
  if (draft.some((school) => !applies(school))) {
    sheet.put(COLUMN.label, 'Minimums of levels apply (1 yes, 0 no)', 'dim');
    factor = draft.given(COLUMN.own, 'Minimum: by level', (school) => (applies(school) ? 1 : 0), 'countDim');
    sheet.row++;
  }
  const parts = levels.map((at) => {
    sheet.put(COLUMN.label, `Minimum per pupil`, 'label');
    sheet.put(COLUMN.level, figures.calculation.levels[at]!.name, 'dim');
    const pupils = countsOf(draft, ({ need, level }) => need === 0 && level === at);
    const used = sheet.compute(COLUMN.own, factor ? times(pupils, factor) : pupils, 'count');
    const rate = sheet.put(COLUMN.rate, rows[at]!.value / 1_000_000, 'rate');
    sheet.row++;
    return times(used, rate);
  });
  return parts.reduce(plus);
}
