/**
 * The number of each school among all of them, from 1: a permutation by a hash of the seed and the school's code, so that
 * neither the order of codes nor of pupils can be read from it, and the same in every scenario. Equal codes cannot be;
 * should two hashes agree, the lower code comes first. Which numbers fall out because their schools are not seen tells
 * nothing of them.
 *
 * Codes 101, 102, 103 may get 2, 3, 1; with the same seed they always do.
 */
export function anonymousNumbers(codes: readonly string[], seed: number): Int32Array {
  const keys = Float64Array.from(codes, (code) => keyOf(code, seed));
  const order = [...codes.keys()].sort((a, b) => keys[a]! - keys[b]! || (codes[a]! < codes[b]! ? -1 : 1));
  const numbers = new Int32Array(codes.length);
  for (const [at, school] of order.entries()) numbers[school] = at + 1;
  return numbers;
}

/** 53 bits of two lanes that are stirred to the end, so that codes that differ in their last digit stand far apart. */
function keyOf(code: string, seed: number): number {
  let first = stir(seed | 0) ^ 0x2f0b4c47;
  let second = stir((seed / 0x1_0000_0000) | 0) ^ stir(seed | 0) ^ 0x811c9dc5;
  for (let at = 0; at < code.length; at++) {
    const unit = code.charCodeAt(at);
    first = stir(first ^ Math.imul(unit, 0x9e3779b1));
    second = stir(second + Math.imul(unit ^ 0x5bd1e995, 0x85ebca6b));
  }
  return (stir(first) >>> 0) * 0x20_0000 + (stir(second) >>> 11);
}

function stir(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/** `S017` of 640 schools, `S00017` of 10,000: as many digits as the last one has, at least three. */
export const anonymousCode = (number: number, count: number): string =>
  `S${String(number).padStart(Math.max(3, String(count).length), '0')}`;
