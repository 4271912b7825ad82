import type { Model } from '../model/Model.ts';
import type { DecisionRow, Method, Rounding, ScenarioRow, ShockRow, SourceRow, Status } from '../model/rows.ts';
import { LIMITS, WHOLE_PERCENT } from '../model/units.ts';
import { stops, warns } from './findings.ts';
import type { Finding } from './results.ts';
import { revenueShocks, shockRevenue } from './shocks.ts';

/** What is decided about one source, with every default filled in. Money in cents. */
export interface Decided {
  readonly decision: DecisionRow;
  /** As projected, before the scenario's shocks. */
  readonly projectedCents: number;
  readonly shocks: readonly ShockRow[];
  readonly amountCents: number;
  /** K: the central part, half-up to the cent; of a lock 0 here, since a lock's central part is what it does not commit. */
  readonly heldCents: number;
  /** S = V − K, what goes to schools. */
  readonly poolCents: number;
  readonly rounding: Rounding;
  readonly inComparison: boolean;
  readonly stopped: Finding | null;
  readonly warnings: readonly Finding[];
}

const METHODS: { readonly [S in Status]: readonly Method[] } = {
  lock: ['none', 'table'],
  unlock: ['weights', 'shares', 'rates', 'proportional', 'per_school'],
  grant: ['table', 'per_school', 'proportional', 'rates'],
};

/**
 * The rounding a method works with: weights and shares default to published rates, all others to the cent.
 * Typed rates and per-school amounts have no pool to publish rates from, so `rates` is read as `cent` there.
 */
function roundingOf(method: Method, chosen: Rounding | null): Rounding {
  if (method === 'weights' || method === 'shares') return chosen ?? 'rates';
  if (method === 'proportional') return chosen ?? 'cent';
  return chosen === 'dollar' && method !== 'table' && method !== 'none' ? 'dollar' : 'cent';
}

/**
 * K, half-up to the cent: 45 % of $3,977,864,579.01 is $1,790,039,060.55 (…060.5545).
 */
export function centralPart(amountCents: number, decision: DecisionRow): number {
  if (decision.centralKind === 'amount') return decision.centralValue;
  const product = BigInt(amountCents) * BigInt(decision.centralValue);
  const whole = BigInt(WHOLE_PERCENT);
  return Number((2n * product + whole) / (2n * whole));
}

/** Reads amount and decision of a source. A source nobody has decided about stays under central control, and says so. */
export function decide(model: Model, scenario: ScenarioRow, source: SourceRow): Decided {
  const warnings: Finding[] = [];
  const revenue = model.get('revenue', scenario.revenuesVersion, source.code);
  if (!revenue)
    warnings.push(warns(source, 'no-amount', 'has no projected amount and counts as 0.00. Type its amount.'));
  const projectedCents = revenue?.amountCents ?? 0;
  const shocks = revenueShocks(model, scenario.id, source.code);
  const shockedCents = shockRevenue(projectedCents, shocks);
  const amountCents = Math.min(shockedCents, LIMITS.moneyCents);
  let decision = model.get('decision', scenario.id, source.code);
  if (!decision) {
    warnings.push(warns(source, 'undecided', 'is not decided yet and stays under central control. Choose its status.'));
    decision = {
      scenario: scenario.id,
      source: source.code,
      status: 'lock',
      centralKind: 'percent',
      centralValue: 0,
      method: 'none',
      weightSet: null,
      formula: null,
      eligibility: '',
      rounding: null,
      compare: null,
    };
  }
  const heldCents = decision.status === 'lock' ? 0 : centralPart(amountCents, decision);
  return {
    decision,
    projectedCents,
    shocks,
    amountCents,
    heldCents,
    poolCents: amountCents - heldCents,
    rounding: roundingOf(decision.method, decision.rounding),
    inComparison: (decision.compare ?? (decision.status === 'grant' ? 'out' : 'in')) === 'in',
    stopped:
      shockedCents > amountCents
        ? stops(
            source,
            'shock-beyond-limits',
            'pays no school: its shocks raise it above 900 billion dollars, the most a document holds. Lower the percent.',
          )
        : refuse(source, decision, amountCents, heldCents),
    warnings,
  };
}

function refuse(source: SourceRow, decision: DecisionRow, amountCents: number, heldCents: number): Finding | null {
  if (heldCents > amountCents) {
    return stops(
      source,
      'central-above-amount',
      'pays no school: its central share is more than its amount. Lower the central share.',
    );
  }
  if (!METHODS[decision.status].includes(decision.method)) {
    return decision.method === 'none'
      ? stops(source, 'no-method', 'pays no school: no method is chosen. Choose how its dollars reach schools.')
      : stops(
          source,
          'method-not-for-status',
          `pays no school: the method ${decision.method.replace('_', ' ')} cannot be used with the status ${decision.status}. Choose one of ${METHODS[decision.status].join(', ').replace('_', ' ')}.`,
        );
  }
  return null;
}
