import type { RowOp } from '../model/Model.ts';
import type { EnrollmentRow } from '../model/rows.ts';
import { lineOf } from './counts.ts';
import { type Plan, rereadShocks } from './plan.ts';
import type { SourceState } from './SourceState.ts';
import { shockCount } from './shocks.ts';

/** What an edit makes necessary, short of compiling everything anew. Sources by index. */
export interface Work {
  /** Sources to compute again. */
  readonly pay: Set<number>;
  /** Sources whose amount or decision is to be read again. */
  readonly read: Set<number>;
  /** Current budgets are to be read again. */
  current: boolean;
  /** Sources with a rule or formula are to be computed again: what formulas read has moved. */
  formulas: boolean;
  /** Floors, minimums, payers or exemptions are to be read again. */
  floors: boolean;
  /** All counts may have moved, because enrollment shocks did; they are in the plan already. */
  allCounts: boolean;
  /** Counts that moved, in hundredths; they are in the plan already. */
  readonly counts: { readonly school: number; readonly cell: number; readonly difference: number }[];
}

/** Whether an edit moves nothing at all. */
export function isIdle(work: Work): boolean {
  const { pay, read, current, formulas, floors } = work;
  return pay.size === 0 && read.size === 0 && !current && !formulas && !floors && !movesCounts(work);
}

/** Whether pupils are others than before. */
export const movesCounts = ({ allCounts, counts }: Work): boolean => allCounts || counts.length > 0;

/** Work in which nothing is to be done yet. */
export const noWork = (): Work => ({
  pay: new Set(),
  read: new Set(),
  current: false,
  formulas: false,
  floors: false,
  allCounts: false,
  counts: [],
});

/**
 * Sorts the ops of an edit into the least work. Weights are written into the plan at once: they are the edit that
 * repeats with every keystroke. Anything structural, and anything of which this function does not know better, asks
 * for compiling anew.
 */
export function findWork(plan: Plan, states: readonly SourceState[], ops: readonly RowOp[]): Work | 'compile' {
  const work = noWork();
  for (const op of ops) {
    const row = op.after ?? op.before;
    if (!row) continue;
    // Nothing that another scenario decides moves this one.
    if ('scenario' in row && row.scenario !== plan.scenario.id) continue;
    switch (op.table) {
      case 'district':
      case 'inputVersion':
      case 'acceptedFinding':
      case 'adoption':
      case 'goalWeight':
      case 'pathShare':
      case 'revenueTrigger':
      case 'growth':
      case 'accountSegment':
      case 'accountRule':
      case 'allocationTemplate':
      case 'rationale':
      case 'picture':
      case 'yearMeasure':
      case 'yearValue':
      case 'boardSession':
      case 'slide':
      case 'lever':
        break;
      case 'scenario':
        if ((op.after ?? op.before)!.id === plan.scenario.id) return 'compile';
        break;
      case 'shock': {
        const shock = op.after ?? op.before!;
        if (shock.kind === 'enrollment') {
          work.allCounts = true;
          break;
        }
        for (const [at, state] of states.entries()) {
          if (shock.source === '' || shock.source === state.row.code) work.read.add(at);
        }
        break;
      }
      case 'weight': {
        const weight = op.after ?? op.before!;
        if (weight.scenario !== plan.scenario.id) break;
        if (!setWeight(plan, weight.weightSet, weight.level, weight.need, op.after?.weight)) return 'compile';
        for (const [at, state] of states.entries()) if (state.usesSet(weight.weightSet)) work.pay.add(at);
        break;
      }
      case 'share':
      case 'rate':
      case 'tableAmount': {
        const cell = op.after ?? op.before!;
        if (cell.scenario === plan.scenario.id) addSource(states, cell.source, work.pay);
        break;
      }
      case 'decision': {
        const decision = op.after ?? op.before!;
        if (decision.scenario === plan.scenario.id) addSource(states, decision.source, work.read);
        break;
      }
      case 'revenue': {
        const revenue = op.after ?? op.before!;
        if (revenue.version === plan.scenario.revenuesVersion) addSource(states, revenue.source, work.read);
        break;
      }
      case 'currentBudget': {
        const current = op.after ?? op.before!;
        if (current.version === plan.scenario.currentVersion) work.current = true;
        break;
      }
      case 'enrollment': {
        const count = op.after ?? op.before!;
        if (count.version !== plan.scenario.enrollmentVersion) break;
        if (!setCount(plan, count, op.after?.count ?? 0, work)) return 'compile';
        break;
      }
      case 'measure': {
        const measure = op.after ?? op.before!;
        if (measure.version !== plan.scenario.measuresVersion) break;
        plan.formulaData.forget();
        work.formulas = true;
        break;
      }
      case 'levelMinimum':
      case 'schoolMinimum':
      case 'floorDecision':
      case 'payingSource':
      case 'exemption': {
        const decided = op.after ?? op.before!;
        if (decided.scenario === plan.scenario.id) work.floors = true;
        break;
      }
      case 'tag':
        plan.formulaData.forget();
        work.formulas = true;
        break;
      default:
        return 'compile';
    }
  }
  // After counts that were edited with them: those are in what is given by now.
  if (work.allCounts && !rereadShocks(plan)) return 'compile';
  return work;
}

function addSource(states: readonly SourceState[], code: string, to: Set<number>): void {
  const at = states.findIndex((state) => state.row.code === code);
  if (at >= 0) to.add(at);
}

/**
 * False where the plan has no line for the count: a new line means compiling. A count that is taken away leaves its
 * line in the plan with no pupils, which computes the same.
 */
function setCount(plan: Plan, row: EnrollmentRow, count: number, work: Work): boolean {
  const school = plan.schoolIndex.get(row.school);
  const level = plan.levelIndex.get(row.level);
  const need = plan.needIndex.get(row.need);
  if (school === undefined || level === undefined || need === undefined) return false;
  const cell = level * plan.needs.length + need;
  const line = lineOf(plan.counts, school, cell);
  if (line < 0) return false;
  const shocked = plan.shocks ? shockCount(plan.shocks, cell, count) : null;
  if (shocked && (shocked.isCapped || plan.cappedCounts > 0)) return false;
  const becomes = shocked?.count ?? count;
  if (plan.given) plan.given[line] = count;
  work.counts.push({ school, cell, difference: becomes - plan.counts.count[line]! });
  plan.counts.count[line] = becomes;
  return true;
}

/** False where the set, level or need is not of this plan. */
function setWeight(plan: Plan, name: string, level: string, need: string, weight: number | undefined): boolean {
  const set = plan.weightSets.get(name);
  const levelAt = plan.levelIndex.get(level);
  const needAt = plan.needIndex.get(need);
  if (!set || levelAt === undefined || needAt === undefined) return false;
  const cell = levelAt * plan.needs.length + needAt;
  set.weights[cell] = weight ?? 0;
  set.typed[cell] = weight === undefined ? 0 : 1;
  return true;
}
