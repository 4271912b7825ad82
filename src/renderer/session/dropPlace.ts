/**
 * The place at which something dragged from `from` comes to stand when it is dropped above or below the one at `over`.
 *
 * @example dropPlace(0, 2, true) // 2: the first of three, dropped below the last, is the last
 */
export function dropPlace(from: number, over: number, isBelow: boolean): number {
  const gap = over + (isBelow ? 1 : 0);
  return from < gap ? gap - 1 : gap;
}
