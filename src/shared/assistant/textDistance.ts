/**
 * How many letters must be added, dropped, changed or exchanged with a neighbor to make one text of the other, or
 * `most + 1` as soon as it is more than that. `editDistance('enrolment', 'enrollment', 2)` is 1.
 */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1;
  if (left === right) return 0;
  let before: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] as number) + 1,
        (current[column - 1] as number) + 1,
        (previous[column - 1] as number) + (isSame ? 0 : 1),
      );
      const isExchanged =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isExchanged) cost = Math.min(cost, (before[column - 2] as number) + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = previous;
    previous = current;
  }
  return Math.min(previous[right.length] as number, most + 1);
}

/** Whether two words are the same but for a slip: one letter in words of five and more, two in words of nine and more. */
export function isSameWord(left: string, right: string): boolean {
  if (left === right) return true;
  const length = Math.min(left.length, right.length);
  const most = length >= 9 ? 2 : length >= 5 ? 1 : 0;
  return most > 0 && editDistance(left, right, most) <= most;
}

/** How alike two lists of words are, 0 to 1: the words they share, by twice their number over all words. */
export function wordLikeness(left: readonly string[], right: readonly string[]): number {
  if (left.length === 0 || right.length === 0) return 0;
  const open = [...right];
  let shared = 0;
  for (const word of left) {
    const at = open.findIndex((candidate) => isSameWord(word, candidate));
    if (at < 0) continue;
    open.splice(at, 1);
    shared++;
  }
  return (2 * shared) / (left.length + right.length);
}
