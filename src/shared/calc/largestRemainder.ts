/**
 * Each school's part of a pool, as non-negative whole numbers that need not fit a double. `approximate` is the same
 * in doubles: approximate[s] ÷ approximateTotal differs from exact(s) ÷ total by at most `relativeError` of itself.
 */
export interface Portions {
  readonly approximate: Float64Array;
  readonly approximateTotal: number;
  readonly relativeError: number;
  /** Equal doubles mean equal parts: true where `approximate` holds the very numbers. */
  readonly isExact: boolean;
  exact(school: number): bigint;
  readonly total: bigint;
}

const BUCKETS = 2048;
const BUCKET_COUNTS = new Int32Array(BUCKETS);
/** Scratch kept between calls, so that twenty pools in a row leave no garbage; nothing here outlives a call. */
let REMAINDERS = new Float64Array(0);

function remaindersOf(schools: number): Float64Array {
  if (REMAINDERS.length < schools) REMAINDERS = new Float64Array(schools);
  return REMAINDERS.subarray(0, schools);
}

/**
 * Largest remainder (Hamilton) on exact quotas: pool × part ÷ total, cut down, and the odd units one by one to the
 * largest remainders, ties to the lowest index, that is the lowest school code (domain text, section 2; I3).
 * The pool is a whole number of cents (or dollars) up to 9·10¹³; the result equals exact rational arithmetic always.
 *
 * $100.00 over three equal schools: 33.34, 33.33, 33.33.
 *
 * How it is fast: quotas are computed in doubles with a bound on their error. A floor is certain unless the quota
 * lies within the bound of a whole number; the order of two remainders is certain unless they lie within twice the
 * bound. Only doubtful ones are decided in BigInt. The n-th largest remainder is found by counting into buckets, so
 * only the schools of one bucket (and its doubtful neighbours) are sorted.
 */
export function apportion(pool: number, portions: Portions, out: Float64Array): void {
  const { approximate, approximateTotal } = portions;
  const schools = approximate.length;
  const scale = pool / approximateTotal;
  // Three roundings at most: the division above, the product below, and second-order terms; 2^−51 covers them.
  const relative = portions.relativeError + 2 ** -51;
  let largest = 0;
  for (let school = 0; school < schools; school++) if (approximate[school]! > largest) largest = approximate[school]!;
  // Not below 2^−52: remainders decided in BigInt come back as doubles with an error of their own.
  const error = Math.max(largest * scale * relative * 1.01, 2 ** -52);
  if (!(error < 1 / 64) || !(approximateTotal < 1e300)) {
    apportionExactly(pool, portions, out);
    return;
  }
  const exactPool = BigInt(pool);
  const remainders = remaindersOf(schools);
  const buckets = BUCKET_COUNTS.fill(0);
  let given = 0;
  for (let school = 0; school < schools; school++) {
    const quota = approximate[school]! * scale;
    const bound = quota * relative * 1.01;
    let units = Math.floor(quota);
    let remainder = quota - units;
    if (bound > 0 && (remainder <= bound || 1 - remainder <= bound)) {
      const product = exactPool * portions.exact(school);
      const quotient = product / portions.total;
      units = Number(quotient);
      remainder = Number(((product - quotient * portions.total) << 53n) / portions.total) / 2 ** 53;
    }
    out[school] = units;
    given += units;
    remainders[school] = remainder;
    buckets[Math.floor(remainder * BUCKETS)]!++;
  }
  const odd = pool - given;
  if (odd > 0) giveOddUnits(odd, exactPool, portions, remainders, buckets, error, out);
}

/**
 * Gives one unit each to the `odd` largest remainders. With the boundary bucket [low, high): fewer than `odd` schools
 * have an approximate remainder of at least `high`, and at least `odd` have one of at least `low`. A school more than
 * twice the error above `high` can be beaten by those few only, so it is in; one more than twice the error below
 * `low` is beaten by at least `odd` schools, so it is out; the rest are candidates and are sorted exactly.
 */
function giveOddUnits(
  odd: number,
  exactPool: bigint,
  portions: Portions,
  remainders: Float64Array,
  buckets: Int32Array,
  error: number,
  out: Float64Array,
): void {
  let bucket = BUCKETS - 1;
  for (let counted = buckets[bucket]!; counted < odd && bucket > 0; counted += buckets[bucket]!) bucket--;
  const low = bucket / BUCKETS - 2 * error;
  const high = (bucket + 1) / BUCKETS + 2 * error;
  const candidates: number[] = [];
  let left = odd;
  for (let school = 0; school < remainders.length; school++) {
    const remainder = remainders[school]!;
    if (remainder > high) {
      out[school]!++;
      left--;
    } else if (remainder >= low) candidates.push(school);
  }
  const exactRemainders = new Map<number, bigint>();
  const exactly = (school: number): bigint => {
    let remainder = exactRemainders.get(school);
    if (remainder === undefined) {
      remainder = (exactPool * portions.exact(school)) % portions.total;
      exactRemainders.set(school, remainder);
    }
    return remainder;
  };
  candidates.sort((a, b) => {
    const difference = remainders[b]! - remainders[a]!;
    if (Math.abs(difference) > 2 * error) return difference;
    if (portions.isExact && portions.approximate[a] === portions.approximate[b]) return a - b;
    const ofA = exactly(a);
    const ofB = exactly(b);
    return ofA > ofB ? -1 : ofA < ofB ? 1 : a - b;
  });
  for (let at = 0; at < left; at++) out[candidates[at]!]!++;
}

/** The same wholly in BigInt: for pools and parts where doubles leave too much in doubt. */
function apportionExactly(pool: number, portions: Portions, out: Float64Array): void {
  const exactPool = BigInt(pool);
  const remainders: { school: number; remainder: bigint }[] = [];
  let given = 0;
  for (let school = 0; school < out.length; school++) {
    const product = exactPool * portions.exact(school);
    const quotient = product / portions.total;
    const units = Number(quotient);
    out[school] = units;
    given += units;
    const remainder = product - quotient * portions.total;
    if (remainder > 0n) remainders.push({ school, remainder });
  }
  remainders.sort((a, b) => (a.remainder > b.remainder ? -1 : a.remainder < b.remainder ? 1 : a.school - b.school));
  for (let at = 0; at < pool - given; at++) out[remainders[at]!.school]!++;
}
