import { Calculation } from '../calc/Calculation.ts';
import type { ColumnId } from '../equity/columnIds.ts';
import { EquityData } from '../equity/EquityData.ts';
import type { Baseline } from '../equity/equityMeasures.ts';
import { Model } from '../model/Model.ts';
import type { CurrentBudgetRow, EnrollmentRow, SchoolRow } from '../model/rows.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { firstOfKind, orderedYearMeasures, orderedYears, YearValues } from './yearRows.ts';

/** The district as it was in a year: its own budgets, pupils and needs, in the form in which a scenario is drawn. */
export interface YearDistrict {
  readonly year: string;
  /** The measures that budgets and pupils are read from. */
  readonly amount: string;
  readonly pupils: string;
  readonly calculation: Calculation;
  /** Needs whose pupils are known in this year, by school. */
  readonly knownNeeds: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The measure of money that has values in a year: the first one of the district's order. */
function amountOf(model: Model, year: string, values: YearValues): string | null {
  return (
    orderedYearMeasures(model).find(({ kind, measure }) => kind === 'amount' && values.of(measure, '', year).size > 0)
      ?.measure ?? null
  );
}

/**
 * An earlier year as a district of its own, so that every picture and measure of the equity board can be drawn of it:
 * budgets are the year's current budgets, pupils and needs its enrollment. It has no sources and nothing to decide.
 * Schools that were closed since stand in it without a level. `scenario` pins the measures of schools, which are known
 * only as they are now; `amountMeasure` says which budgets, where there are several. A sentence where budgets or pupils of the year are not given.
 *
 * A school of $8,940,075.76 and 1,480 pupils in 2023-24 has $6,040.59 per pupil there.
 */
export function yearDistrict(
  model: Model,
  year: string,
  scenario: number,
  amountMeasure?: string,
): YearDistrict | string {
  const pupilsMeasure = firstOfKind(model, 'pupils');
  const wanted = orderedYearMeasures(model).filter(({ kind }) => kind !== 'outcome');
  const values = new YearValues(model, wanted);
  const amount = amountMeasure ?? amountOf(model, year, values);
  const held = model.get('scenario', scenario);
  if (amount === null) return `There are no budgets of ${year}. Add them in Years and outcomes.`;
  const pupils = pupilsMeasure ? values.of(pupilsMeasure.measure, '', year) : new Map<string, number>();
  if (!pupilsMeasure || pupils.size === 0)
    return `There are no pupils of ${year}, so nothing per pupil. Add them in Years and outcomes.`;
  const needs = model.ordered('need');
  const [all, ...further] = needs;
  if (!held || !all) return 'The district has no needs yet, and so no pupils.';

  const firstLevel = model.ordered('level')[0]?.code ?? '';
  const schools: SchoolRow[] = [...model.table('school').values()];
  const enrollment: EnrollmentRow[] = [];
  const knownNeeds = new Map<string, Set<string>>();
  const count = (school: string, need: string, number: number): void => {
    const level = model.table('school').get(school)?.level ?? firstLevel;
    enrollment.push({ version: held.enrollmentVersion, school, level, need, count: Math.round(number * COUNT_SCALE) });
  };
  for (const [school, number] of pupils) {
    if (!model.table('school').has(school)) schools.push({ code: school, name: school, level: '' });
    count(school, all.code, number);
    knownNeeds.set(school, new Set());
  }
  for (const { code } of further) {
    for (const [school, number] of values.of(pupilsMeasure.measure, code, year)) {
      const known = knownNeeds.get(school);
      if (!known) continue;
      known.add(code);
      count(school, code, number);
    }
  }
  const currentBudget: CurrentBudgetRow[] = [];
  for (const [school, dollars] of values.of(amount, '', year)) {
    const number = pupils.get(school);
    if (number === undefined) continue;
    currentBudget.push({
      version: held.currentVersion,
      school,
      amountCents: Math.round(dollars * 100),
      pupils: Math.round(number * COUNT_SCALE),
    });
  }
  const rows = <Row>(table: ReadonlyMap<string, Row>): Row[] => [...table.values()];
  const district = new Model({
    district: rows(model.table('district')),
    level: rows(model.table('level')),
    need: needs,
    school: schools,
    schoolColumn: rows(model.table('schoolColumn')),
    tag: rows(model.table('tag')),
    measure: rows(model.table('measure')),
    inputVersion: rows(model.table('inputVersion')),
    scenario: [{ ...held, name: year, status: 'draft' }],
    enrollment,
    currentBudget,
  });
  return {
    year,
    amount,
    pupils: pupilsMeasure.measure,
    calculation: new Calculation(district, scenario),
    knownNeeds,
  };
}

/** The rows of a year as the equity board draws them. A need that is not known of a school is no share of zero. */
export class YearData extends EquityData {
  readonly district: YearDistrict;
  readonly #includesCode: (code: string) => boolean;
  readonly #masked = new WeakSet<Float64Array>();

  /** `smallestGroup` as of any data: needs of fewer pupils are told only as such. */
  constructor(district: YearDistrict, includesCode: (code: string) => boolean = () => true, smallestGroup = 0) {
    const { schools } = district.calculation;
    super(district.calculation, {
      name: district.year,
      includes: (school) => includesCode(schools[school]?.code ?? ''),
      smallestGroup,
    });
    this.district = district;
    this.#includesCode = includesCode;
  }

  override column(id: ColumnId): Float64Array {
    const values = super.column(id);
    const needs = neededFor(this, id);
    if (needs.length === 0 || this.#masked.has(values)) return values;
    this.#masked.add(values);
    for (let row = 0; row < values.length; row++) {
      const known = this.district.knownNeeds.get(this.code(row));
      if (!needs.every((need) => known?.has(need))) values[row] = Number.NaN;
    }
    return values;
  }

  override order(id: ColumnId): Int32Array {
    this.column(id);
    return super.order(id);
  }

  override label(id: ColumnId): string {
    return id === 'current' ? `${this.district.amount} ${this.district.year}` : super.label(id);
  }

  override part(rows: readonly number[]): EquityData {
    if (rows.length === this.count) return this;
    const codes = new Set(rows.map((row) => this.code(row)));
    return new YearData(this.district, (code) => codes.has(code) && this.#includesCode(code), this.smallestGroup);
  }
}

/** The needs that a column is made of, beyond the first. */
function neededFor(data: EquityData, id: ColumnId): string[] {
  if (id === 'allNeeds') return data.needs.map(({ code }) => code);
  const need = id.startsWith('need:') ? id.slice('need:'.length) : null;
  return need !== null && data.needs.some(({ code }) => code === need) ? [need] : [];
}

/** A year as what a scenario is held against. `includesCode` leaves out schools that may not be seen. */
export function yearBaseline(
  district: YearDistrict,
  includesCode?: (code: string) => boolean,
  smallestGroup = 0,
): Baseline {
  return { data: new YearData(district, includesCode, smallestGroup), amount: 'current', name: district.year };
}

/** The years that can be held against a scenario: those with budgets and pupils. */
export function yearsWithBudgets(model: Model): string[] {
  const pupils = firstOfKind(model, 'pupils');
  if (!pupils) return [];
  const values = new YearValues(
    model,
    orderedYearMeasures(model)
      .filter(({ kind }) => kind !== 'outcome')
      .map(({ measure }) => ({ measure, group: '' })),
  );
  return orderedYears(model).filter(
    (year) => amountOf(model, year, values) !== null && values.of(pupils.measure, '', year).size > 0,
  );
}
