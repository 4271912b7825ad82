import { revenueShocks, shockRevenue } from '../calc/shocks.ts';
import type { Model } from '../model/Model.ts';
import { grown, growthFactor, readGrowth } from './growth.ts';

/** Where a year stands on the way to the goal weights. */
export interface PathYear {
  /** Years after this one; 0 is this year. */
  readonly year: number;
  /** What is typed for the year, or carried on from the last year before it that has one; percent units. */
  readonly plannedShare: number;
  /** The planned share, or 0 until the revenue trigger is reached. */
  readonly share: number;
  /** Projected unrestricted revenue of the year, in cents, after growth and what the scenario supposes. */
  readonly unrestrictedCents: number;
  /** Whether the trigger was reached in this year or before; true without a trigger. */
  readonly isTriggered: boolean;
}

/**
 * The path of a scenario from this year on, `years` years ahead. Before the first year with a share the share is 0. A
 * trigger keeps it at 0 until unrestricted revenue reaches the amount; once reached, the way goes on as planned, also
 * when revenue falls again.
 *
 * Shares of 0 %, 50 %, 100 % and a trigger of $100 million: with unrestricted revenue of $98, $101 and $99 million the
 * shares are 0 %, 50 % and 100 %.
 */
export function pathOf(model: Model, scenarioId: number, years: number): PathYear[] {
  const trigger = model.get('revenueTrigger', scenarioId)?.amountCents ?? null;
  const path: PathYear[] = [];
  let plannedShare = 0;
  let isTriggered = trigger === null;
  for (let year = 0; year <= years; year++) {
    plannedShare = model.get('pathShare', scenarioId, year)?.share ?? plannedShare;
    const unrestrictedCents = unrestrictedRevenue(model, scenarioId, year);
    isTriggered ||= unrestrictedCents >= (trigger ?? 0);
    path.push({ year, plannedShare, share: isTriggered ? plannedShare : 0, unrestrictedCents, isTriggered });
  }
  return path;
}

/** Σ over unrestricted sources, whatever is decided about them, in cents. */
export function unrestrictedRevenue(model: Model, scenarioId: number, year: number): number {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario) return 0;
  const growth = readGrowth(model, scenarioId);
  let cents = 0;
  for (const source of model.table('source').values()) {
    if (source.restriction !== 'unrestricted') continue;
    const projected = model.get('revenue', scenario.revenuesVersion, source.code)?.amountCents ?? 0;
    const later = grown(projected, growthFactor(growth.revenue(source.code), year), 'moneyCents');
    cents += shockRevenue(later, revenueShocks(model, scenarioId, source.code));
  }
  return cents;
}
