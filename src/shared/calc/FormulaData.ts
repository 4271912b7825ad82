import type { SchoolColumnRow } from '../model/rows.ts';
import { countOf } from './counts.ts';
import type { FormulaDistrict } from './formula/formula.ts';
import type { Plan } from './plan.ts';
import { parseDecimal, type Rational } from './rational.ts';

/**
 * What formulas may ask of a plan: names of schools, counts, measures, tags. Measures and tags are read from the
 * model when first asked for, and kept until an edit touches them.
 */
export class FormulaData {
  #plan: Plan | null = null;
  readonly #measures = new Map<string, (Rational | null)[]>();
  readonly #tags = new Map<string, (string | null)[]>();

  attach(plan: Plan): void {
    this.#plan = plan;
  }

  /** Forgets measures and tags, after an edit of either. */
  forget(): void {
    this.#measures.clear();
    this.#tags.clear();
  }

  /** The district as a formula of one source sees it: `amount` reaches earlier sources only. */
  districtFor(amount: FormulaDistrict['amount']): FormulaDistrict {
    const plan = this.#plan;
    if (!plan) throw new Error('FormulaData is used before its plan is attached');
    const { schools, levels, needs } = plan;
    return {
      schoolCount: schools.length,
      code: (school) => schools[school]!.code,
      name: (school) => schools[school]!.name,
      level: (school) => schools[school]!.level,
      count: (school, need, level) => countPupils(plan, school, need, level),
      findNeed: (text) => findByCodeOrName(needs, text),
      findLevel: (text) => findByCodeOrName(levels, text),
      measure: (name) => {
        const values = this.#measure(plan, name);
        return values && ((school) => values[school] ?? null);
      },
      tag: (name) => {
        const values = this.#tag(plan, name);
        return values && ((school) => values[school] ?? null);
      },
      amount,
    };
  }

  #measure(plan: Plan, written: string): (Rational | null)[] | null {
    const name = columnCalled(plan, written, 'measure');
    if (name === null) return null;
    let values = this.#measures.get(name);
    if (!values) {
      values = new Array<Rational | null>(plan.schools.length).fill(null);
      for (const row of plan.model.table('measure').values()) {
        if (row.version !== plan.scenario.measuresVersion || row.measure !== name) continue;
        const school = plan.schoolIndex.get(row.school);
        if (school !== undefined) values[school] = parseDecimal(row.value);
      }
      this.#measures.set(name, values);
    }
    return values;
  }

  #tag(plan: Plan, written: string): (string | null)[] | null {
    const name = columnCalled(plan, written, 'tag');
    if (name === null) return null;
    let values = this.#tags.get(name);
    if (!values) {
      values = new Array<string | null>(plan.schools.length).fill(null);
      for (const row of plan.model.table('tag').values()) {
        const school = row.tag === name ? plan.schoolIndex.get(row.school) : undefined;
        if (school !== undefined) values[school] = row.value;
      }
      this.#tags.set(name, values);
    }
    return values;
  }
}

/**
 * The column a formula means: by its very name, else the only one that is the same without regard to case, spaces and
 * underscores, as headers of a workbook are matched. `opportunity_index` finds a column headed `Opportunity Index`;
 * where two columns are so alike, neither is guessed.
 */
function columnCalled(plan: Plan, written: string, kind: SchoolColumnRow['kind']): string | null {
  if (plan.model.get('schoolColumn', written)?.kind === kind) return written;
  const folded = foldName(written);
  const alike = [...plan.model.table('schoolColumn').values()].filter((column) => foldName(column.name) === folded);
  return alike.length === 1 && alike[0]?.kind === kind ? alike[0].name : null;
}

function foldName(name: string): string {
  return name.toLowerCase().replace(/[\s_]+/g, '');
}

/** The code of the row so called: by code, else by name, else by either without regard to case. */
function findByCodeOrName(rows: readonly { code: string; name: string }[], text: string): string | null {
  const folded = text.toLowerCase();
  const row =
    rows.find((each) => each.code === text) ??
    rows.find((each) => each.name === text) ??
    rows.find((each) => each.code.toLowerCase() === folded || each.name.toLowerCase() === folded);
  return row?.code ?? null;
}

/** Hundredths of a pupil of one need (null: the first) at one level (null: all). */
function countPupils(plan: Plan, school: number, needCode: string | null, levelCode: string | null): number {
  const need = needCode === null ? 0 : plan.needIndex.get(needCode);
  if (need === undefined || plan.needs.length === 0) return 0;
  if (levelCode !== null) {
    const level = plan.levelIndex.get(levelCode);
    return level === undefined ? 0 : countOf(plan.counts, school, level * plan.needs.length + need);
  }
  const { start, cell, count } = plan.counts;
  let sum = 0;
  for (let line = start[school]!; line < start[school + 1]!; line++) {
    if (cell[line]! % plan.needs.length === need) sum += count[line]!;
  }
  return sum;
}
