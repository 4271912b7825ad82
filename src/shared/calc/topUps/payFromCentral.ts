import { takeEvenly } from './evenly.ts';

/** A source whose central part pays. Money in cents. */
export interface CentralPayer {
  readonly centralCents: number;
  /** Schools it may top up; null is every school: restricted money tops up only schools eligible for it. */
  readonly eligible: Uint8Array | null;
}

/** Schools that the same sources may top up, and what they need together. */
interface Group {
  readonly payers: readonly number[];
  readonly needCents: number;
}

/**
 * Takes top-ups from central parts (domain text, section 3: reserve, central share). A central part is all that stays
 * central: of a lock what it does not commit, otherwise the central share and rounding left central. `payers` stand in the order of
 * their codes. Each pays pro rata to its central part, exact cents by largest remainder; where a restricted source
 * finds too few schools eligible for it, the unrestricted ones take over, again pro rata, and last whoever can. What
 * is paid together is the most that can be paid at all. Returns what each pays, in cents.
 *
 * $90.00 of top-ups from central parts of $200.00 and $100.00 takes $60.00 and $30.00.
 */
export function payFromCentral(gaps: Float64Array, payers: readonly CentralPayer[]): Float64Array {
  const groups = groupSchools(gaps, payers);
  const flow = new Flow(payers.length, groups);
  const central = Float64Array.from(payers, (payer) => Math.max(0, payer.centralCents));
  const need = groups.reduce((sum, group) => sum + group.needCents, 0);
  const quota = new Float64Array(payers.length);
  takeEvenly(central, central, need, quota);
  flow.place(quota);
  const spare = payers.map((payer, at) => (payer.eligible === null ? central[at]! - flow.paid[at]! : 0));
  const more = new Float64Array(payers.length);
  takeEvenly(Float64Array.from(spare), Float64Array.from(spare), flow.missing, more);
  flow.place(flow.paid.map((paid, at) => paid + more[at]!));
  flow.place(central);
  return flow.paid;
}

function groupSchools(gaps: Float64Array, payers: readonly CentralPayer[]): Group[] {
  const needs = new Map<string, number>();
  for (let school = 0; school < gaps.length; school++) {
    if (gaps[school] === 0) continue;
    let mark = '';
    for (const { eligible } of payers) mark += eligible === null || eligible[school] === 1 ? '1' : '0';
    needs.set(mark, (needs.get(mark) ?? 0) + gaps[school]!);
  }
  // In the order of their marks, so that nothing depends on which school came first (I5).
  return [...needs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([mark, needCents]) => ({
      payers: payers.flatMap((_, at) => (mark[at] === '1' ? [at] : [])),
      needCents,
    }));
}

/** A flow of cents from few payers to few groups, grown along augmenting paths: the most that limits allow. */
class Flow {
  readonly paid: Float64Array;
  readonly #groups: readonly Group[];
  /** Cents from payer to group, payer × groups + group. */
  readonly #cents: Float64Array;
  readonly #needs: Float64Array;

  constructor(payers: number, groups: readonly Group[]) {
    this.paid = new Float64Array(payers);
    this.#groups = groups;
    this.#cents = new Float64Array(payers * groups.length);
    this.#needs = Float64Array.from(groups, (group) => group.needCents);
  }

  get missing(): number {
    return this.#needs.reduce((sum, need) => sum + need, 0);
  }

  /** Pays as much more as each payer's limit allows; what a payer has paid once it never takes back. */
  place(limits: Float64Array): void {
    for (let payer = 0; payer < this.paid.length; payer++) {
      while (this.paid[payer]! < limits[payer]! && this.#augment(payer, limits[payer]! - this.paid[payer]!));
    }
  }

  /** Finds a way from a payer to a group in need, over groups that another payer could take instead. */
  #augment(payer: number, mostCents: number): boolean {
    const groups = this.#groups.length;
    const cameFrom = new Int32Array(groups).fill(-1);
    const payerCameFrom = new Int32Array(this.paid.length).fill(-1);
    const queue = [payer];
    for (let next = 0; next < queue.length; next++) {
      const at = queue[next]!;
      for (let group = 0; group < groups; group++) {
        if (cameFrom[group]! >= 0 || !this.#groups[group]!.payers.includes(at)) continue;
        cameFrom[group] = at;
        if (this.#needs[group]! > 0) {
          this.#send(payer, group, mostCents, cameFrom, payerCameFrom);
          return true;
        }
        for (let other = 0; other < this.paid.length; other++) {
          if (other === payer || payerCameFrom[other]! >= 0 || this.#cents[other * groups + group] === 0) continue;
          payerCameFrom[other] = group;
          queue.push(other);
        }
      }
    }
    return false;
  }

  #send(payer: number, group: number, most: number, cameFrom: Int32Array, payerCameFrom: Int32Array): void {
    const groups = this.#groups.length;
    let cents = Math.min(most, this.#needs[group]!);
    for (let at = cameFrom[group]!; at !== payer; at = cameFrom[payerCameFrom[at]!]!) {
      cents = Math.min(cents, this.#cents[at * groups + payerCameFrom[at]!]!);
    }
    this.#needs[group]! -= cents;
    this.paid[payer]! += cents;
    let to = group;
    for (;;) {
      const from = cameFrom[to]!;
      this.#cents[from * groups + to]! += cents;
      if (from === payer) return;
      const over = payerCameFrom[from]!;
      this.#cents[from * groups + over]! -= cents;
      to = over;
    }
  }
}
