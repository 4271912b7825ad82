import type { AmountId } from '../equity/columnIds.ts';
import { type FittedLine, fitLine } from '../equity/fitLine.ts';
import { decimalText, dollarText, probabilityText, schoolsText } from '../equity/words.ts';
import type { Model } from '../model/Model.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { heldForYears } from './heldForYears.ts';
import type { YearScope } from './YearScope.ts';
import { YearData, type YearDistrict, yearDistrict } from './yearDistrict.ts';
import { firstOfKind, groupName, YearValues } from './yearRows.ts';
import { distanceText, type LineUnit, lineText } from './yearUnits.ts';

export interface OutcomeOptions {
  readonly outcome: string;
  /** Empty for all pupils. */
  readonly group: string;
  readonly year: string;
  /** Changes since this year are held against one another; empty for the year as it stands. */
  readonly since: string;
  /** What spending is where the year has no budgets of its own. */
  readonly amount: AmountId;
  /** Whether the line counts schools by their pupils. */
  readonly isByPupils: boolean;
}

export interface OutcomePoint {
  /** Row in the scenario's data. */
  readonly row: number;
  /** Dollars per pupil, or their change. */
  readonly x: number;
  /** The outcome, or its change in points. */
  readonly y: number;
  /** Hundredths: of the year where they are known, else of the scenario. */
  readonly pupils: number;
}

/** Spending against an outcome (the guidebook's *What is the relationship between spending and outcomes?*). */
export interface SpendingAndOutcome {
  readonly spendingLabel: string;
  readonly outcomeLabel: string;
  readonly unit: LineUnit;
  readonly isChange: boolean;
  readonly points: readonly OutcomePoint[];
  readonly fit: FittedLine | null;
  readonly sentence: string;
  readonly problem: string | null;
  readonly notes: readonly string[];
}

/**
 * Each school's dollars per pupil of a year against its outcome of that year; or, with `since`, the change of the one
 * against the change of the other. Where a year has no budgets, the scenario's amount stands for them and a note says
 * so; changes need budgets of both years. Nothing is said of cause: money is sent where outcomes are low.
 *
 * Schools at $5,000, $6,000 and $7,000 with 40%, 45% and 56%: 8.0 points for each $1,000.
 */
export function spendingAndOutcome(model: Model, scope: YearScope, options: OutcomeOptions): SpendingAndOutcome {
  const { data } = scope;
  const row = model.table('yearMeasure').get(options.outcome);
  const isChange = options.since !== '' && options.since !== options.year;
  const unit: LineUnit = row?.unit ?? 'points';
  const group = options.group === '' ? '' : `, ${groupName(model, options.group)}`;
  const span = isChange ? `${options.since} to ${options.year}` : options.year;
  const outcomeLabel = `${options.outcome}${group}${isChange ? `, change ${span}` : ` ${options.year}`}`;
  const notes: string[] = [];
  const none = (problem: string, spendingLabel = 'Spending'): SpendingAndOutcome => ({
    ...{ spendingLabel, outcomeLabel, unit, isChange, points: [], fit: null, sentence: problem, problem, notes: [] },
  });
  if (row?.kind !== 'outcome') return none('No outcome is chosen. Import outcomes in Years and outcomes.');
  if (options.year === '') return none(`There are no values of ${options.outcome}.`);

  if (scope.isHidden('current')) return none('Budgets of this and earlier years are not shown to this audience.');
  const spending = spendingOf(model, scope, options, isChange);
  if (typeof spending === 'string') return none(spending);
  const values = heldForYears(model, `values ${row.measure}`, () => {
    return new YearValues(model, [{ measure: row.measure }, { measure: firstOfKind(model, 'pupils')?.measure ?? '' }]);
  });
  const now = values.of(row.measure, options.group, options.year);
  const then = isChange ? values.of(row.measure, options.group, options.since) : null;
  const pupilsMeasure = firstOfKind(model, 'pupils')?.measure ?? '';
  const pupilsOf = (of: string, code: string): number | null => {
    const pupils = values.of(pupilsMeasure, of, options.year).get(code);
    return pupils === undefined ? null : pupils * COUNT_SCALE;
  };
  /** Nor where the few who are not of the group could be had from all pupils less the group. */
  const seesGroupOf = (own: number | null, all: number | null): boolean =>
    scope.seesGroup(own) && (own === null || all === null || own === all || scope.seesGroup(all - own));
  const points: OutcomePoint[] = [];
  let missing = 0;
  let hidden = 0;
  for (let at = 0; at < data.count; at++) {
    const code = data.calculation.schools[data.rows[at] ?? -1]?.code ?? '';
    const pupils = pupilsOf('', code);
    if (!scope.seesSchool(code, pupils)) continue;
    const y = (now.get(code) ?? Number.NaN) - (then ? (then.get(code) ?? Number.NaN) : 0);
    const x = spending.of(at, code);
    if (!Number.isFinite(x + y)) missing++;
    else if (options.group !== '' && !seesGroupOf(pupilsOf(options.group, code), pupils)) hidden++;
    else points.push({ row: at, x, y, pupils: pupils ?? data.pupils[at] ?? 0 });
  }
  if (spending.note) notes.push(spending.note);
  if (missing > 0) {
    notes.push(`${schoolsText(missing)} without both values ${missing === 1 ? 'is' : 'are'} left out.`);
  }
  if (hidden > 0) notes.push('Groups of too few pupils are not shown.');
  if (points.length === 0) {
    return none(`No school has both ${outcomeLabel} and spending. Choose another year or outcome.`, spending.label);
  }
  const fit = fitLine(
    Float64Array.from(points, ({ x }) => x),
    Float64Array.from(points, ({ y }) => y),
    options.isByPupils ? Float64Array.from(points, ({ pupils }) => pupils) : null,
  );
  if (options.isByPupils) notes.push('Each school counts by its pupils.');
  const said = sentenceOf({ points, fit, unit, isChange, outcomeLabel, spendingLabel: spending.label });
  notes.push('This says nothing of cause: money is sent where outcomes are low.');
  return {
    spendingLabel: spending.label,
    outcomeLabel,
    unit,
    isChange,
    points,
    fit,
    notes,
    problem: null,
    sentence: said,
  };
}

interface Spending {
  readonly label: string;
  readonly note: string | null;
  /** By row of the scenario's data and the school's own code. */
  readonly of: (row: number, code: string) => number;
}

function spendingOf(model: Model, scope: YearScope, options: OutcomeOptions, isChange: boolean): Spending | string {
  const { data } = scope;
  const districtOf = (year: string): YearDistrict | string =>
    heldForYears(model, `district ${data.calculation.scenarioId} ${year}`, () =>
      yearDistrict(model, year, data.calculation.scenarioId),
    );
  const perPupil = (district: YearDistrict): ((code: string) => number) => {
    const rows = new YearData(district);
    const values = rows.column('current');
    return (code) => values[rows.rowOf(district.calculation.schoolIndex(code))] ?? Number.NaN;
  };
  const now = districtOf(options.year);
  if (isChange) {
    const then = districtOf(options.since);
    if (typeof now === 'string') return now;
    if (typeof then === 'string') return then;
    const [to, from] = [perPupil(now), perPupil(then)];
    return {
      label: `${now.amount} per pupil, change ${options.since} to ${options.year}`,
      note: null,
      of: (_, code) => to(code) - from(code),
    };
  }
  if (typeof now !== 'string') {
    const of = perPupil(now);
    return { label: `${now.amount} per pupil ${options.year}`, note: null, of: (_, code) => of(code) };
  }
  const values = data.column(options.amount);
  return {
    label: `${data.label(options.amount)} per pupil, ${data.name}`,
    note: `Budgets or pupils of ${options.year} are not given, so spending is that of ${data.name}.`,
    of: (row) => values[row] ?? Number.NaN,
  };
}

function sentenceOf({
  points,
  fit,
  unit,
  isChange,
  outcomeLabel,
  spendingLabel,
}: Pick<SpendingAndOutcome, 'points' | 'fit' | 'unit' | 'isChange' | 'outcomeLabel' | 'spendingLabel'>): string {
  if (points.length === 1) return `Only one school has both ${outcomeLabel} and spending; nothing can be compared.`;
  if (!fit) return `${spendingLabel} is the same at every school, so no line can be drawn.`;
  if (points.every(({ y }) => y === points[0]?.y)) return `${outcomeLabel} is the same at every school.`;
  const per = distanceText(fit.slope * 1_000, unit);
  const way = fit.slope < 0 ? 'lower' : 'higher';
  const proof =
    points.length > 2 ? ` (correlation ${decimalText(fit.correlation, 2)}, ${probabilityText(fit.slopeP)})` : '';
  const more = isChange ? 'gained $1,000 more per pupil' : 'have $1,000 more per pupil';
  const what = isChange ? `the change of ${outcomeLabel.split(', change ')[0]}` : outcomeLabel;
  const flat = lineText(fit.slope * 1_000, unit) === lineText(0, unit);
  return flat
    ? `Schools that ${more} have no other ${what}${proof}.`
    : `Where schools ${more}, ${what} is ${per} ${way}${proof}.`;
}

/** A value of the picture's axes. */
export const spendingText = (value: number, isChange: boolean): string =>
  isChange && value > 0 ? `+${dollarText(value)}` : dollarText(value);
