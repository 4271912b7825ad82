/** A sum of whole numbers that never loses a unit: doubles as long as they are exact, beyond that big integers. */
export class ExactSum {
  #near = 0;
  #far = 0n;

  add(units: number): void {
    const next = this.#near + units;
    if (Number.isSafeInteger(next)) {
      this.#near = next;
    } else {
      this.#far += BigInt(this.#near) + BigInt(Math.round(units));
      this.#near = 0;
    }
  }

  get units(): bigint {
    return this.#far + BigInt(this.#near);
  }
}

/** Half away from zero. */
export function averageOf(sum: bigint, count: number): bigint {
  const n = BigInt(count);
  const size = ((sum < 0n ? -sum : sum) * 2n + n) / (2n * n);
  return sum < 0n ? -size : size;
}
