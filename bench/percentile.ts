/** The value below which `share` of the measurements lie. `percentile([1, 2, 3, 4], 0.5)` is 2. */
export function percentile(measurements: readonly number[], share: number): number {
  const sorted = [...measurements].sort((left, right) => left - right);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
