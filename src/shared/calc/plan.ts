import { AllotError } from '../contract/errors.ts';
import type { Model } from '../model/Model.ts';
import type { LevelRow, NeedRow, ScenarioRow, SchoolRow, SourceRow } from '../model/rows.ts';
import { compareCodes } from '../model/tables.ts';
import { isSourceKnown, schoolsKnown } from '../scenarios/partsOf.ts';
import { buildCounts, type Counts, pupilsBySchool, readWhole } from './counts.ts';
import { FormulaData } from './FormulaData.ts';
import type { Finding } from './results.ts';
import { readShocks, type Shocks, shockLines } from './shocks.ts';

/** A weight set as the methods read it: weights by cell in ten-thousandths, zero where none is typed. */
export interface WeightSet {
  readonly name: string;
  readonly weights: Float64Array;
  /** 1 where a weight is typed, be it zero. */
  readonly typed: Uint8Array;
}

/** A model seen by one scenario, in typed arrays: what does not change while decisions and weights are edited. */
export interface Plan {
  readonly model: Model;
  readonly scenario: ScenarioRow;
  /** By code; a school's index is its place here, and ties go to the lowest. */
  readonly schools: readonly SchoolRow[];
  readonly schoolIndex: ReadonlyMap<string, number>;
  /** 1 for schools that came after this scenario was adopted and are no part of it; null where none did. */
  readonly isLater: Uint8Array | null;
  readonly levels: readonly LevelRow[];
  readonly levelIndex: ReadonlyMap<string, number>;
  readonly needs: readonly NeedRow[];
  readonly needIndex: ReadonlyMap<string, number>;
  readonly sourceRows: readonly SourceRow[];
  /** After the scenario's shocks. */
  counts: Counts;
  /** Counts by line as the input has them; null while no shock has ever made them another thing than `counts`. */
  given: Int32Array | null;
  /** What the scenario supposes about enrollment; null where nothing. */
  shocks: Shocks | null;
  /** Counts that shocks would raise above what a document holds. */
  readonly cappedCounts: number;
  readonly pupils: Float64Array;
  /** Current budget in cents; NaN where there is none. */
  readonly current: Float64Array;
  readonly weightSets: ReadonlyMap<string, WeightSet>;
  readonly formulaData: FormulaData;
  readonly findings: readonly Finding[];
}

/** Positions order the lists; the code decides between equal ones, so that no order depends on how rows arrived. */
function inOrder<Row extends { readonly code: string; readonly position: number }>(rows: Iterable<Row>): Row[] {
  return [...rows].sort((a, b) => a.position - b.position || compareCodes(a.code, b.code));
}

function indexOf(rows: readonly { readonly code: string }[]): Map<string, number> {
  return new Map(rows.map((row, at) => [row.code, at]));
}

/** Compiles a model and one of its scenarios. Throws an AllotError when there is no such scenario. */
export function compilePlan(model: Model, scenarioId: number): Plan {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario) {
    throw new AllotError(
      'scenario-unknown',
      `There is no scenario number ${scenarioId} in this document. Nothing was changed; choose another scenario.`,
    );
  }
  const schools = [...model.table('school').values()].sort((a, b) => compareCodes(a.code, b.code));
  const schoolIndex = indexOf(schools);
  const levels = inOrder(model.table('level').values());
  const levelIndex = indexOf(levels);
  const needs = inOrder(model.table('need').values());
  const needIndex = indexOf(needs);
  const { counts, unknownRows } = buildCounts(model, scenario.enrollmentVersion, schoolIndex, levelIndex, needIndex);
  const shocks = readShocks(model, scenario.id, levels, needs);
  const given = shocks ? counts.count.slice() : null;
  const cappedCounts = given ? shockLines(counts, given, shocks) : 0;
  readWhole(counts);
  const findings: Finding[] = [];
  if (cappedCounts > 0) {
    findings.push({
      severity: 'warns',
      rule: 'shock-beyond-limits',
      sentence: `Shocks raise ${cappedCounts} counts above ten million pupils, the most a document holds, and they are held there. Lower the percent.`,
    });
  }
  if (unknownRows > 0) {
    findings.push({
      severity: 'warns',
      rule: 'enrollment-of-unknown',
      sentence: `${unknownRows} enrollment rows name a school, level or need that is not in this district and are not counted. Remove them or add what they name.`,
    });
  }
  const plan: Plan = {
    model,
    scenario,
    schools,
    schoolIndex,
    isLater: laterSchools(model, scenario, schools),
    levels,
    levelIndex,
    needs,
    needIndex,
    sourceRows: inOrder(model.table('source').values()).filter(
      ({ code }) => scenario.status !== 'adopted' || isSourceKnown(model, scenario, code),
    ),
    counts,
    given,
    shocks,
    cappedCounts,
    pupils: new Float64Array(schools.length),
    current: new Float64Array(schools.length),
    weightSets: readWeightSets(model, scenario.id, levelIndex, needIndex),
    formulaData: new FormulaData(),
    findings,
  };
  plan.formulaData.attach(plan);
  readPupils(plan);
  readCurrent(plan);
  return plan;
}

/**
 * Schools are shared by all scenarios. What is adopted stays as it was decided, so a school that its inputs and
 * decisions do not know gets nothing there, not even from a formula that pays every school.
 */
function laterSchools(model: Model, scenario: ScenarioRow, schools: readonly SchoolRow[]): Uint8Array | null {
  if (scenario.status !== 'adopted') return null;
  const known = schoolsKnown(model, scenario);
  if (schools.every(({ code }) => known.has(code))) return null;
  return Uint8Array.from(schools, ({ code }) => (known.has(code) ? 0 : 1));
}

/**
 * Takes every count to what the scenario supposes now. False where one comes above what a document holds: a finding
 * says how many do, and only compiling anew writes it.
 */
export function rereadShocks(plan: Plan): boolean {
  plan.given ??= plan.counts.count.slice();
  plan.shocks = readShocks(plan.model, plan.scenario.id, plan.levels, plan.needs);
  return plan.cappedCounts === 0 && shockLines(plan.counts, plan.given, plan.shocks) === 0;
}

/** Pupils of each school from the counts: the first need over all levels. */
export function readPupils(plan: Plan): void {
  if (plan.needs.length > 0) plan.pupils.set(pupilsBySchool(plan.counts, plan.needs.length));
}

/** Current budgets of the pinned version; NaN for a school without one. */
export function readCurrent(plan: Plan): void {
  plan.current.fill(Number.NaN);
  for (const row of plan.model.table('currentBudget').values()) {
    if (row.version !== plan.scenario.currentVersion) continue;
    const school = plan.schoolIndex.get(row.school);
    if (school !== undefined) plan.current[school] = row.amountCents;
  }
}

function readWeightSets(
  model: Model,
  scenario: number,
  levelIndex: ReadonlyMap<string, number>,
  needIndex: ReadonlyMap<string, number>,
): Map<string, WeightSet> {
  const sets = new Map<string, WeightSet>();
  const cells = levelIndex.size * needIndex.size;
  for (const row of model.table('weightSet').values()) {
    if (row.scenario !== scenario) continue;
    sets.set(row.weightSet, {
      name: row.weightSet,
      weights: new Float64Array(cells),
      typed: new Uint8Array(cells),
    });
  }
  for (const row of model.table('weight').values()) {
    if (row.scenario !== scenario) continue;
    const set = sets.get(row.weightSet);
    const level = levelIndex.get(row.level);
    const need = needIndex.get(row.need);
    if (!set || level === undefined || need === undefined) continue;
    const cell = level * needIndex.size + need;
    set.weights[cell] = row.weight;
    set.typed[cell] = 1;
  }
  return sets;
}
