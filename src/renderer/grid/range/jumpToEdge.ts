/**
 * Where Ctrl+arrow goes: from a filled cell to the last filled one before a gap, and otherwise over the gap to the
 * next filled cell, or to the edge where there is none. `isFilled` is asked about places from 0 to `last`.
 */
export function jumpToEdge(isFilled: (at: number) => boolean, from: number, step: 1 | -1, last: number): number {
  const end = step === 1 ? last : 0;
  if (from === end) return from;
  let at = from + step;
  if (isFilled(from) && isFilled(at)) {
    while (at !== end && isFilled(at + step)) at += step;
    return at;
  }
  while (at !== end && !isFilled(at)) at += step;
  return at;
}
