import { EXACT } from '../integers.ts';
import { apportion, type Portions } from '../largestRemainder.ts';
import type { Rational } from '../rational.ts';

/** Whole parts ≥ 0 as portions of a pool. */
export function wholePortions(parts: Float64Array): Portions {
  let sum = 0;
  for (let at = 0; at < parts.length; at++) sum += parts[at]!;
  const isExact = sum <= EXACT;
  let total = 0n;
  if (isExact) total = BigInt(sum);
  else for (const part of parts) total += BigInt(part);
  return {
    approximate: parts,
    approximateTotal: Number(total),
    relativeError: isExact ? 0 : 2 ** -53,
    isExact: true,
    exact: (at) => BigInt(parts[at]!),
    total,
  };
}

/** What everyone together gives, and the fraction of its part that whoever is not at its limit gives. */
export interface Taken {
  readonly cents: number;
  readonly fraction: Rational;
}

/**
 * Takes `target` cents from everyone as the same fraction of its part, nobody more than its limit; limits are at most
 * the parts. Exact on the last cent: largest remainder, ties to the lowest index. Where the limits together do not
 * suffice, everyone gives its limit.
 *
 * $100.00 from parts of $300, $200 and $100 is $50.00, $33.33 and $16.67; if the first can give only $20.00, the
 * others give $53.33 and $26.67, which is 26.6…% of their parts.
 *
 * Why whoever exceeds its limit is fixed at it at once: the fraction only grows when others are held to their limits,
 * so it would exceed its limit at the end as well. It is the exact part that is held against the limit, not the cents.
 */
export function takeEvenly(parts: Float64Array, limits: Float64Array, target: number, out: Float64Array): Taken {
  let most = 0;
  for (let at = 0; at < limits.length; at++) most += limits[at]!;
  if (target >= most) {
    out.set(limits);
    return { cents: most, fraction: { numerator: 1n, denominator: 1n } };
  }
  const free = parts.slice();
  const isAtLimit = new Uint8Array(parts.length);
  let rest = target;
  for (;;) {
    const portions = wholePortions(free);
    apportion(rest, portions, out);
    let isExceeded = false;
    const shared = rest;
    for (let at = 0; at < out.length; at++) {
      if (free[at] === 0 || out[at]! < limits[at]!) continue;
      // As many cents as the limit: the exact part may be a little more or less.
      if (out[at] === limits[at]) {
        const exact = BigInt(shared) * BigInt(free[at]!);
        if (exact <= BigInt(limits[at]!) * portions.total) continue;
      }
      isAtLimit[at] = 1;
      free[at] = 0;
      rest -= limits[at]!;
      isExceeded = true;
    }
    if (isExceeded) continue;
    for (let at = 0; at < out.length; at++) if (isAtLimit[at] === 1) out[at] = limits[at]!;
    return { cents: target, fraction: { numerator: BigInt(rest), denominator: portions.total || 1n } };
  }
}
