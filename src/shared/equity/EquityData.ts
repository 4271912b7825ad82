import type { Calculation } from '../calc/Calculation.ts';
import type { Plan } from '../calc/plan.ts';
import { toNumber } from '../calc/rational.ts';
import { AllotError } from '../contract/errors.ts';
import { COUNT_SCALE } from '../model/units.ts';
import { afterPrefix, BUDGET_LABELS, type BudgetId, type ColumnId, type ColumnUnit, isBudgetId } from './columnIds.ts';
import { type ShareRange, shareRange, sumRange } from './shareRange.ts';

/** A school that is in no picture, and why. */
export interface LeftOut {
  readonly school: number;
  readonly code: string;
  readonly name: string;
  readonly reason: string;
}

export interface EquityOptions {
  /** What the data is called beside another: a scenario's name, a year. Without it, the scenario's name. */
  readonly name?: string;
  /** Whether a school is looked at; without it, every one with pupils. */
  readonly includes?: (school: number) => boolean;
  /** What a school is called by those who look, by school index; without them, its own code and name. */
  readonly codeOf?: (school: number) => string;
  readonly nameOf?: (school: number) => string;
  /** Rows stand from the least of these to the greatest; without it, by the schools' codes. */
  readonly placeOf?: (school: number) => number;
  /** Keys such as `need:EL`, `source:TITLE1`, `measure:ward`, `current` and `topUps` that are not for those who look. */
  readonly isHidden?: (key: string) => boolean;
  /** Hundredths of a pupil: a need of fewer pupils of a school, or of all but fewer, is shown only as being so. */
  readonly smallestGroup?: number;
}

/** `equityData(calculation)`: one row per school with pupils, of everything the equity board is drawn from. */
export function equityData(calculation: Calculation, options: EquityOptions = {}): EquityData {
  return new EquityData(calculation, options);
}

/**
 * The rows of the equity board: one per school with pupils, by code. Columns are typed arrays, read when first asked
 * for and rewritten in place after `refresh`, so that a picture follows a lever without new arrays.
 *
 * Amounts are dollars per pupil as doubles, unrounded: they are statistics and never paid. A school of $8,940,075.76
 * and 1,480 pupils is 6040.59173 here. Shares of a need are pupils of that need ÷ all pupils (0 to 1). NaN stands
 * where a school has no value, never zero.
 */
export class EquityData {
  readonly calculation: Calculation;
  readonly name: string;
  /** School index of each row. */
  rows: Int32Array = new Int32Array(0);
  /** Hundredths of a pupil by row: whole numbers, so that sums and halves of pupils are exact. */
  pupils: Float64Array = new Float64Array(0);
  /** Index of the school's own level in `calculation.levels` by row; −1 where it is unknown. */
  level: Int32Array = new Int32Array(0);
  leftOut: readonly LeftOut[] = [];
  #plan: Plan | null = null;
  #revision = -1;
  readonly #options: EquityOptions;
  /** Row of each school index; −1 where it has none. */
  #rowOf: Int32Array = new Int32Array(0);
  readonly #columns = new Map<ColumnId, HeldColumn>();
  readonly #shown = new Map<ColumnId, { readonly values: Float64Array; readonly revision: number }>();
  readonly #orders = new Map<ColumnId, { order: Int32Array; version: number }>();
  #parts: { readonly rows: readonly number[]; readonly data: EquityData }[] = [];

  constructor(calculation: Calculation, options: EquityOptions = {}) {
    this.calculation = calculation;
    this.name = options.name ?? calculation.plan.scenario.name;
    this.#options = options;
    this.refresh();
  }

  /** Reads the calculation again after an edit was applied to it. Columns follow when they are next asked for. */
  refresh(): void {
    const { plan, revision, results } = this.calculation;
    if (revision === this.#revision) return;
    this.#revision = revision;
    const { schools } = plan;
    const { includes, placeOf } = this.#options;
    const rows: number[] = [];
    const leftOut: LeftOut[] = [];
    for (let school = 0; school < schools.length; school++) {
      if (includes && !includes(school)) continue;
      const reason = plan.isLater?.[school]
        ? 'It came after this scenario was adopted and is no part of it.'
        : results.pupils[school]! > 0
          ? null
          : 'It has no pupils, and so no amount per pupil.';
      if (reason === null) rows.push(school);
      else leftOut.push({ school, code: this.#codeOf(school), name: this.#nameOf(school), reason });
    }
    this.leftOut = leftOut;
    // A lever moves dollars, seldom pupils and hardly ever schools: rows keep their order and levels until the plan is another.
    const isSame =
      plan === this.#plan && rows.length === this.rows.length && rows.every((school) => this.#rowOf[school]! >= 0);
    if (!isSame) this.#setRows(placeOf ? rows.sort((a, b) => placeOf(a) - placeOf(b)) : rows, plan);
    for (let row = 0; row < this.rows.length; row++) this.pupils[row] = results.pupils[this.rows[row]!]!;
  }

  #setRows(rows: readonly number[], plan: Plan): void {
    this.#columns.clear();
    this.#orders.clear();
    this.#parts = [];
    this.#plan = plan;
    this.rows = Int32Array.from(rows);
    this.pupils = new Float64Array(rows.length);
    this.level = Int32Array.from(rows, (school) => plan.levelIndex.get(plan.schools[school]!.level) ?? -1);
    this.#rowOf = new Int32Array(plan.schools.length).fill(-1);
    for (let row = 0; row < rows.length; row++) this.#rowOf[rows[row]!] = row;
  }

  /** The same data of some rows only, for comparing like with like. Ask again after `refresh`. */
  part(rows: readonly number[]): EquityData {
    if (rows.length === this.count) return this;
    const held = this.#parts.find(
      (part) => part.rows.length === rows.length && part.rows.every((row, at) => row === rows[at]),
    );
    if (held) {
      held.data.refresh();
      return held.data;
    }
    const schools = new Set(rows.map((row) => this.rows[row]!));
    const data = new EquityData(this.calculation, {
      ...this.#options,
      name: this.name,
      includes: (school) => schools.has(school),
    });
    this.#parts = [{ rows, data }, ...this.#parts].slice(0, PARTS_HELD);
    return data;
  }

  get count(): number {
    return this.rows.length;
  }
  /** The needs beyond the first, whose share is always one; of those, what may be seen. */
  get needs(): readonly { readonly code: string; readonly name: string }[] {
    return this.calculation.needs.slice(1).filter(({ code }) => !this.isHidden(`need:${code}`));
  }
  /** Whether there are needs that may not be seen. */
  get hidesNeeds(): boolean {
    return this.needs.length < this.calculation.needs.length - 1;
  }
  /** As those who look know the school; to find it again in other data use `rowIn`. */
  code(row: number): string {
    return this.#codeOf(this.rows[row]!);
  }
  schoolName(row: number): string {
    return this.#nameOf(this.rows[row]!);
  }
  #codeOf(school: number): string {
    return this.#options.codeOf?.(school) ?? this.calculation.schools[school]!.code;
  }
  #nameOf(school: number): string {
    return this.#options.nameOf?.(school) ?? this.calculation.schools[school]!.name;
  }
  /** The row of the same school in other data, whatever it is called there; −1 where it has none. */
  rowIn(other: EquityData, row: number): number {
    if (other === this) return row;
    return other.rowOf(other.calculation.schoolIndex(this.calculation.schools[this.rows[row]!]!.code));
  }
  isHidden(key: string): boolean {
    return this.#options.isHidden?.(key) ?? false;
  }
  levelName(level: number): string {
    return this.calculation.levels[level]?.name ?? 'No level';
  }
  /** A tag such as the region by row; null where a school has none. */
  tag(name: string): (string | null)[] {
    const read = this.calculation.plan.formulaData.districtFor(() => null).tag(name);
    if (!read) throw unknownColumn(name);
    return Array.from(this.rows, (school) => read(school));
  }

  /** A column by row. The array stays the same one until schools come or go. Throws an AllotError for unknown names. */
  column(id: ColumnId): Float64Array {
    return this.#column(id).values;
  }

  /**
   * A column as it may be shown school by school: where a need is of so few pupils that its share would tell of them, half
   * way into what the share is told to be (see `shareRange`). Statistics of many schools are of `column`.
   */
  shownColumn(id: ColumnId): Float64Array {
    const values = this.column(id);
    if (!this.#isLimited(id)) return values;
    const held = this.#shown.get(id);
    if (held?.revision === this.#revision && held.values.length === values.length) return held.values;
    const shown = held?.values.length === values.length ? held.values : new Float64Array(values.length);
    for (let row = 0; row < shown.length; row++) {
      const range = this.shareRange(row, id);
      shown[row] = range === null ? values[row]! : (range.from + range.to) / 2;
    }
    this.#shown.set(id, { values: shown, revision: this.#revision });
    return shown;
  }

  /**
   * What alone may be told of a share of few pupils, or of all but few: of 605 pupils 3 English learners are *under 1.7%*
   * where the smallest group shown has 10, and 600 in poverty *over 98.3%*. Null where the share may be told, and where
   * nothing is held back.
   */
  shareLimit(row: number, id: ColumnId): { readonly side: 'under' | 'over'; readonly share: number } | null {
    const range = this.shareRange(row, id);
    if (range === null) return null;
    return range.from > 0 && range.to === 1 ? { side: 'over', share: range.from } : { side: 'under', share: range.to };
  }

  /** Between what a share lies that may not be told; null where it may. All needs together hold every one of them. */
  shareRange(row: number, id: ColumnId): ShareRange | null {
    if (!this.#isLimited(id)) return null;
    const all = this.pupils[row]!;
    const countOf = (need: ColumnId): number => Math.round(this.column(need)[row]! * all);
    if (id !== 'allNeeds') return shareRange(countOf(id), all, this.smallestGroup);
    return sumRange(
      this.needs.map(({ code }) => countOf(`need:${code}`)),
      all,
      this.smallestGroup,
    );
  }

  /** Hundredths of a pupil: needs of fewer are told only as such; 0 where nothing is held back. */
  get smallestGroup(): number {
    return this.#options.smallestGroup ?? 0;
  }

  #isLimited(id: ColumnId): boolean {
    return (this.#options.smallestGroup ?? 0) > 0 && (id === 'allNeeds' || id.startsWith('need:'));
  }

  /** Rows from the least value to the greatest, equal ones by school code, those without a value last. */
  order(id: ColumnId): Int32Array {
    const { values, version } = this.#column(id);
    const held = this.#orders.get(id);
    if (held?.version === version) return held.order;
    // Array.prototype.sort is quick where the former order nearly holds, as it does while a lever moves.
    const rows = Array.from(held?.order ?? this.rows.keys());
    const order = Int32Array.from(rows.sort((a, b) => byValue(values[a]!, values[b]!) || a - b));
    this.#orders.set(id, { order, version });
    return order;
  }

  #column(id: ColumnId): HeldColumn {
    this.#refuseHidden(id);
    const held = this.#columns.get(id);
    if (held?.revision === this.#revision) return held;
    const values = held?.values ?? new Float64Array(this.count);
    const before = held ? values.slice() : null;
    this.#read(id, values);
    const isSame = before?.every((value, row) => Object.is(value, values[row])) ?? false;
    const column = { values, revision: this.#revision, version: held ? held.version + (isSame ? 0 : 1) : 0 };
    this.#columns.set(id, column);
    return column;
  }

  /** What a column is called in a picture. */
  label(id: ColumnId): string {
    this.#refuseHidden(id);
    if (isBudgetId(id)) return BUDGET_LABELS[id];
    if (id === 'allNeeds') return 'All needs together';
    if (id === 'pupils') return 'Pupils';
    const need = afterPrefix(id, 'need:');
    if (need !== null) return this.calculation.needs[this.#needIndex(need)]!.name;
    const source = afterPrefix(id, 'source:');
    if (source !== null) return this.calculation.results.sources[this.#sourceIndex(source)]!.name;
    return afterPrefix(id, 'measure:') ?? afterPrefix(id, 'perPupil:') ?? id;
  }

  unit(id: ColumnId): ColumnUnit {
    if (id === 'pupils') return 'pupils';
    if (id === 'allNeeds' || id.startsWith('need:')) return 'share';
    return id.startsWith('measure:') ? 'number' : 'dollars';
  }

  #read(id: ColumnId, values: Float64Array): void {
    const { rows, pupils } = this;
    const source = afterPrefix(id, 'source:');
    const need = afterPrefix(id, 'need:');
    const measure = afterPrefix(id, 'measure:');
    const perPupil = afterPrefix(id, 'perPupil:');
    if (isBudgetId(id)) this.#readBudget(id, values);
    else if (source !== null)
      this.#perPupil(this.calculation.results.sources[this.#sourceIndex(source)]!.amounts, values);
    else if (need !== null) this.#readNeeds(values, this.#needIndex(need));
    else if (id === 'allNeeds') this.#readNeeds(values, -1);
    else if (id === 'pupils') for (let row = 0; row < rows.length; row++) values[row] = pupils[row]! / COUNT_SCALE;
    else this.#readMeasure((measure ?? perPupil)!, values, perPupil !== null);
  }

  #readBudget(id: BudgetId, values: Float64Array): void {
    const { results } = this.calculation;
    if (id === 'current') {
      this.#readCurrent(values);
    } else if (id === 'topUps') {
      const { rows, pupils } = this;
      for (let row = 0; row < rows.length; row++) {
        const school = rows[row]!;
        values[row] = (results.topUp[school]! - results.deduction[school]!) / pupils[row]!;
      }
    } else this.#perPupil(results[id], values);
  }

  /** Cents ÷ hundredths of a pupil are dollars per pupil. */
  #perPupil(cents: Float64Array, values: Float64Array): void {
    const { rows, pupils } = this;
    for (let row = 0; row < rows.length; row++) values[row] = cents[rows[row]!]! / pupils[row]!;
  }

  /** By the pupils the current budget was for, where those are known; otherwise by the pupils now. */
  #readCurrent(values: Float64Array): void {
    const { plan, results } = this.calculation;
    this.#perPupil(results.current, values);
    for (const row of plan.model.table('currentBudget').values()) {
      if (row.version !== plan.scenario.currentVersion || row.pupils === null) continue;
      const at = this.rowOf(plan.schoolIndex.get(row.school) ?? -1);
      if (at >= 0) values[at] = row.pupils > 0 ? row.amountCents / row.pupils : Number.NaN;
    }
  }

  /** The row of a school index, or −1. */
  rowOf(school: number): number {
    return this.#rowOf[school] ?? -1;
  }

  /** The share of one need, or the sum of the shares of all further needs for −1. */
  #readNeeds(values: Float64Array, need: number): void {
    const { start, cell, count } = this.calculation.plan.counts;
    const needs = this.calculation.needs.length;
    for (let row = 0; row < values.length; row++) {
      const school = this.rows[row]!;
      let sum = 0;
      for (let line = start[school]!; line < start[school + 1]!; line++) {
        const at = cell[line]! % needs;
        if (need < 0 ? at !== 0 : at === need) sum += count[line]!;
      }
      values[row] = sum / this.pupils[row]!;
    }
  }

  #readMeasure(name: string, values: Float64Array, isWhole: boolean): void {
    const read = this.calculation.plan.formulaData.districtFor(() => null).measure(name);
    if (!read) throw unknownColumn(name);
    for (let row = 0; row < values.length; row++) {
      const value = read(this.rows[row]!);
      const number = value === null ? Number.NaN : toNumber(value);
      values[row] = isWhole ? (number * COUNT_SCALE) / this.pupils[row]! : number;
    }
  }

  /** Also the name of what is hidden is not for those who look; nor all needs together, less the others the hidden one. */
  #refuseHidden(id: ColumnId): void {
    const perPupil = afterPrefix(id, 'perPupil:');
    const isHidden =
      id === 'allNeeds' ? this.hidesNeeds : this.isHidden(perPupil === null ? id : `measure:${perPupil}`);
    if (!isHidden) return;
    throw new AllotError(
      'equity-column-hidden',
      'What this picture asks for is not shown to this audience. Nothing was changed; choose something else for it, or let it be seen.',
    );
  }

  #needIndex(code: string): number {
    const at = this.calculation.plan.needIndex.get(code) ?? -1;
    if (at < 0) throw unknownColumn(code);
    return at;
  }
  #sourceIndex(code: string): number {
    const at = this.calculation.sourceIndex(code);
    if (at < 0) throw unknownColumn(code);
    return at;
  }
}

interface HeldColumn {
  readonly values: Float64Array;
  readonly revision: number;
  /** Grows when a value moves. */
  readonly version: number;
}

/** Parts kept for the next time they are asked for: the board asks for the same two or three at every turn. */
const PARTS_HELD = 4;

/** NaN after every number. */
function byValue(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a - b;
}

function unknownColumn(name: string): AllotError {
  return new AllotError(
    'equity-column-unknown',
    `There is no need, source or measure “${name}” in this district. Nothing was changed; choose another one for the picture.`,
  );
}
