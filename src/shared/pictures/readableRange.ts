/** Where an axis begins and ends. */
export interface ReadableRange {
  readonly least: number;
  readonly most: number;
}

/** So many times the width of the middle 98 of 100 an axis reaches beyond them, at most. */
const BEYOND = 1.5;

function sortedOf(values: Iterable<number>): Float64Array {
  const sorted = Float64Array.from(values);
  let count = 0;
  for (let place = 0; place < sorted.length; place++) {
    const value = sorted[place]!;
    if (Number.isFinite(value)) sorted[count++] = value;
  }
  return sorted.subarray(0, count).sort();
}
const at = (sorted: Float64Array, part: number): number => sorted[Math.round(part * (sorted.length - 1))] ?? Number.NaN;

/**
 * An axis on which most of `shown` can be told apart. One school of twelve pupils and $136,000 each would press all
 * others into a line; it is drawn at the edge instead, and the picture says so. `besides` — where schools come from —
 * may widen the range as far as its middle 96 of 100 do, never for its extremes.
 */
export function readableRange(shown: Iterable<number>, besides: Iterable<number> = []): ReadableRange {
  const sorted = sortedOf(shown);
  const [low, high] = [at(sorted, 0.01), at(sorted, 0.99)];
  const room = BEYOND * (high - low);
  const isWide = room > 0;
  let least = isWide ? Math.max(sorted[0] ?? Number.NaN, low - room) : (sorted[0] ?? Number.NaN);
  let most = isWide ? Math.min(sorted.at(-1) ?? Number.NaN, high + room) : (sorted.at(-1) ?? Number.NaN);
  const others = sortedOf(besides);
  if (others.length > 0) {
    const width = most - least;
    least = Math.min(least, Math.max(at(others, 0.02), least - width / 2));
    most = Math.max(most, Math.min(at(others, 0.98), most + width / 2));
  }
  return { least, most };
}
