import { divideHalfUp } from '../calc/integers.ts';
import { WHOLE_PERCENT } from '../model/units.ts';

/**
 * A weight on its way (domain text, section 3, *Gradual change*): now + share × (goal − now), exact, then half-up to
 * ten-thousandths. Weights in ten-thousandths, the share in percent units.
 *
 * From 0.23 to 0.34 with half of the way gone: 0.23 + 50 % × 0.11 = 0.285. With 33.3333 % of it: 0.26666… → 0.2667.
 * A share of 100 % is the goal itself, a share of 0 % what is now.
 */
export function weightOnPath(now: number, goal: number, share: number): number {
  // At most 10⁷ × 10⁶ = 10¹³: exact in a double.
  return divideHalfUp(now * WHOLE_PERCENT + share * (goal - now), 1, WHOLE_PERCENT);
}
