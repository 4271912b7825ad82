import type { Seen } from './SlideContext.ts';

interface Held {
  readonly revision: number;
  /** Another one as soon as other schools are seen: an enrollment lever may hide a school everywhere. */
  readonly rows: object;
  readonly value: unknown;
}

const held = new WeakMap<Seen, Map<string, Held>>();

/**
 * What was made of a district as seen, until its calculation moves. While a lever moves, only the what-if does: what is
 * known of the scenario it began from is reckoned once. `key` names the maker and everything else it depends on.
 */
export function remember<Value>(seen: Seen, key: string, make: () => Value): Value {
  let all = held.get(seen);
  if (!all) {
    all = new Map();
    held.set(seen, all);
  }
  const { revision } = seen.calculation;
  const known = all.get(key);
  // Only `make` of the same key has ever written here.
  if (known?.revision === revision && known.rows === seen.equityData()) return known.value as Value;
  const value = make();
  all.set(key, { revision, rows: seen.equityData(), value });
  return value;
}
