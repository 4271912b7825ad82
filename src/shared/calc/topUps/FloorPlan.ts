import { defaultFloorDecision } from '../../changes/floors.ts';
import type { FloorDecisionRow, LevelMinimumRow } from '../../model/rows.ts';
import { WHOLE_PERCENT } from '../../model/units.ts';
import { EXACT } from '../integers.ts';
import type { Plan } from '../plan.ts';
import type { Finding } from '../results.ts';
import { noBaselinePupils, noMinimums } from './floorFindings.ts';
import { scaleHalfUp, scaleUp } from './scaleMoney.ts';

/**
 * A school's baseline on the basis of the floors: this year's budget, times pupils now over pupils then where the
 * basis is per pupil (both 1 in total). `amount` is NaN where a school has none: it has no current budget, a negative
 * one, no pupils for it on the basis per pupil, or is exempt.
 */
export interface Baselines {
  /** Cents. */
  readonly amount: Float64Array;
  readonly now: Float64Array;
  readonly then: Float64Array;
}

/** What floors are made of. Money in cents by school; NaN is no value. */
interface FloorInputs {
  readonly isExempt: Uint8Array;
  /** Minimum operational budget (MOB), in use or not, half-up and rounded up. */
  readonly minimum: Float64Array;
  readonly minimumUp: Float64Array;
  readonly baselines: Baselines;
  /** Codes of the sources chosen to pay; none chosen is every source. */
  readonly payingSources: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/** Floors of a scenario: what does not change while weights are edited. Money in cents by school; NaN is no value. */
export interface FloorPlan extends FloorInputs {
  readonly decision: FloorDecisionRow;
  /** Whether there are floors at all: hold harmless, or minimums in use. */
  readonly isOn: boolean;
  readonly holdHarmless: Float64Array;
  /** The highest active floor, half-up. */
  readonly floor: Float64Array;
  /** The same rounded up: what a school that gives must keep. */
  readonly floorUp: Float64Array;
}

/**
 * Reads minimums, current budgets and the decision about floors (domain text, section 3).
 *
 * Hold harmless at 98.5 % per pupil: $3,729,668.00 for 766 pupils and 729 now is a floor of $3,496,271.61. Minimums
 * of $4,000.00 per elementary and $4,300.00 per middle pupil give a K-8 school of 300 and 150 pupils $1,845,000.00.
 */
export function readFloorPlan(plan: Plan): FloorPlan {
  const decision = floorDecisionOf(plan);
  // A school that came after the scenario was adopted has no floor there, as if it were exempt.
  const isExempt = plan.isLater?.slice() ?? new Uint8Array(plan.schools.length);
  for (const row of plan.model.table('exemption').values()) {
    const school = row.scenario === plan.scenario.id ? plan.schoolIndex.get(row.school) : undefined;
    if (school !== undefined) isExempt[school] = 1;
  }
  const baselines = readBaselines(plan, decision, isExempt);
  const minimums = readMinimums(plan);
  const paying = [...plan.model.table('payingSource').values()].filter((row) => row.scenario === plan.scenario.id);
  const findings: Finding[] = [];
  if (decision.holdHarmlessPercent !== null && decision.basis === 'per_pupil') {
    findings.push(...noBaselinePupils(plan, isExempt));
  }
  if (decision.useMinimums === 'yes' && minimums.halfUp.every(Number.isNaN)) findings.push(noMinimums());
  const read: FloorInputs = {
    isExempt,
    minimum: minimums.halfUp,
    minimumUp: minimums.up,
    baselines,
    payingSources: new Set(paying.map((row) => row.source)),
    findings,
  };
  return { ...read, ...composeFloors(read, decision) };
}

/** The same district under another decision of the same basis, for a trade-off curve. */
export function withDecision(floors: FloorPlan, decision: FloorDecisionRow): FloorPlan {
  return { ...floors, ...composeFloors(floors, decision) };
}

/** The hold-harmless level of every school, and the highest active floor, half-up and rounded up. */
function composeFloors(read: FloorInputs, decision: FloorDecisionRow): Omit<FloorPlan, keyof FloorInputs> {
  const { isExempt, baselines, minimum, minimumUp } = read;
  const schools = isExempt.length;
  const percent = decision.holdHarmlessPercent;
  const usesMinimums = decision.useMinimums === 'yes';
  const holdHarmless = new Float64Array(schools).fill(Number.NaN);
  const floor = new Float64Array(schools).fill(Number.NaN);
  const floorUp = new Float64Array(schools).fill(Number.NaN);
  for (let school = 0; school < schools; school++) {
    if (isExempt[school] === 1) continue;
    const amount = baselines.amount[school]!;
    if (percent !== null && !Number.isNaN(amount)) {
      const now = baselines.now[school]!;
      const then = baselines.then[school]!;
      holdHarmless[school] = scaleHalfUp(amount, percent, WHOLE_PERCENT, now, then);
      floor[school] = holdHarmless[school]!;
      floorUp[school] = scaleUp(amount, percent, WHOLE_PERCENT, now, then);
    }
    if (!usesMinimums || Number.isNaN(minimum[school]!)) continue;
    if (!(floor[school]! >= minimum[school]!)) floor[school] = minimum[school]!;
    if (!(floorUp[school]! >= minimumUp[school]!)) floorUp[school] = minimumUp[school]!;
  }
  return { decision, isOn: percent !== null || usesMinimums, holdHarmless, floor, floorUp };
}

export function floorDecisionOf(plan: Plan): FloorDecisionRow {
  return plan.model.get('floorDecision', plan.scenario.id) ?? defaultFloorDecision(plan.scenario.id);
}

function readBaselines(plan: Plan, decision: FloorDecisionRow, isExempt: Uint8Array): Baselines {
  const amount = new Float64Array(plan.schools.length).fill(Number.NaN);
  const now = new Float64Array(plan.schools.length).fill(1);
  const then = new Float64Array(plan.schools.length).fill(1);
  for (const row of plan.model.table('currentBudget').values()) {
    if (row.version !== plan.scenario.currentVersion || row.amountCents < 0) continue;
    const school = plan.schoolIndex.get(row.school);
    if (school === undefined || isExempt[school] === 1) continue;
    if (decision.basis === 'per_pupil') {
      if (!row.pupils) continue;
      now[school] = plan.pupils[school]!;
      then[school] = row.pupils;
    }
    amount[school] = row.amountCents;
  }
  return { amount, now, then };
}

/** Millionths of a dollar × hundredths of a pupil are 10⁻⁶ of a cent. */
const PER_CENT = 1_000_000;

/**
 * Minimums in cents, half-up and rounded up. A school's own minimum takes the place of its levels'. Decisions where
 * the domain text is silent: a level's amount is for each school whose own level it is; a level's dollars per pupil
 * are for the pupils at that level wherever they are; the two add up in a school that has both. A school that no
 * minimum reaches has none, which is not a minimum of zero.
 */
function readMinimums(plan: Plan): { halfUp: Float64Array; up: Float64Array } {
  const { counts, needs, levels, schools } = plan;
  const halfUp = new Float64Array(schools.length).fill(Number.NaN);
  const up = new Float64Array(schools.length).fill(Number.NaN);
  const ofScenario = <Row extends { scenario: number }>(rows: Iterable<Row>): Row[] =>
    [...rows].filter((row) => row.scenario === plan.scenario.id);
  const byLevel: (LevelMinimumRow | undefined)[] = new Array(levels.length);
  const levelRows = ofScenario(plan.model.table('levelMinimum').values());
  for (const row of levelRows) {
    const level = plan.levelIndex.get(row.level);
    if (level !== undefined) byLevel[level] = row;
  }
  const set = (school: number, cents: number, parts: bigint): void => {
    halfUp[school] = cents + Number((2n * parts + BigInt(PER_CENT)) / BigInt(2 * PER_CENT));
    up[school] = cents + Number((parts + BigInt(PER_CENT - 1)) / BigInt(PER_CENT));
  };
  if (levelRows.length > 0) {
    for (let school = 0; school < schools.length; school++) {
      const own = byLevel[plan.levelIndex.get(schools[school]!.level) ?? -1];
      const cents = own?.kind === 'amount' ? own.value : 0;
      let isReached = own?.kind === 'amount';
      let parts = 0;
      let exact = 0n;
      for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
        const cell = counts.cell[line]!;
        const row = cell % needs.length === 0 ? byLevel[Math.floor(cell / needs.length)] : undefined;
        if (row?.kind !== 'per_pupil' || counts.count[line] === 0) continue;
        isReached = true;
        const product = row.value * counts.count[line]!;
        if (parts + product <= EXACT) parts += product;
        else exact += BigInt(row.value) * BigInt(counts.count[line]!);
      }
      if (isReached) set(school, cents, exact + BigInt(parts));
    }
  }
  for (const row of ofScenario(plan.model.table('schoolMinimum').values())) {
    const school = plan.schoolIndex.get(row.school);
    if (school === undefined) continue;
    if (row.kind === 'amount') set(school, row.value, 0n);
    else if (plan.pupils[school]! > 0) set(school, 0, BigInt(row.value) * BigInt(plan.pupils[school]!));
    else {
      halfUp[school] = Number.NaN;
      up[school] = Number.NaN;
    }
  }
  return { halfUp, up };
}
