import type { Calculation } from '../calc/Calculation.ts';
import type { Plan } from '../calc/plan.ts';
import { COUNT_SCALE } from '../model/units.ts';
import type { Audience } from '../session/Audience.ts';
import { anonymousNumbers } from './anonymousNumbers.ts';
import { type CountedSchools, findUnseen, findUnseenLevels } from './findUnseen.ts';

/** How the schools of one calculation stand in the list of all. */
interface Member {
  readonly calculation: Calculation;
  revision: number;
  plan: Plan | null;
  codes: readonly string[];
  /** Place of each school index among all schools of the group. */
  places: Int32Array;
  /** Pupils and levels when it was last looked at. */
  counted: CountedSchools;
  /** Only of schools that have a current budget: what all have gained is told of these alone. */
  withCurrent: CountedSchools;
  unseenLevels: Uint8Array;
}

/**
 * What calculations that are shown together have in common: which schools are hidden, and the numbers of all. It looks
 * anew only when a calculation has moved, and decides anew only when pupils, levels or schools have: a lever that moves
 * weights costs a comparison of counts.
 */
export class SeenGroup {
  readonly audience: Audience;
  /** Grows when another school is hidden or shown, or a school comes or goes. */
  version = 0;
  count = 0;
  readonly #members: readonly Member[];
  #unseen: Uint8Array = new Uint8Array(0);
  #numbers: Int32Array = new Int32Array(0);
  #covers: ReadonlySet<number> = new Set();

  constructor(calculations: readonly Calculation[], audience: Audience) {
    this.audience = audience;
    this.#members = calculations.map((calculation) => ({
      calculation,
      revision: -1,
      plan: null,
      codes: [],
      places: new Int32Array(0),
      counted: NOBODY,
      withCurrent: NOBODY,
      unseenLevels: new Uint8Array(0),
    }));
    this.#lookAnew();
  }

  isSeen(member: number, school: number): boolean {
    this.#follow();
    const place = this.#members[member]!.places[school];
    return place !== undefined && this.#unseen[place] === 0;
  }

  /** From 1; 0 where there is no such school. */
  numberOf(member: number, school: number): number {
    this.#follow();
    return this.#numbers[this.#members[member]!.places[school] ?? -1] ?? 0;
  }

  seesLevel(member: number, level: number): boolean {
    this.#follow();
    return this.#members[member]!.unseenLevels[level] === 0;
  }

  unseenCount(member: number): number {
    this.#follow();
    let count = 0;
    for (const place of this.#members[member]!.places) count += this.#unseen[place]!;
    return count;
  }

  /** Whether some are hidden only to cover others. */
  get hasCovers(): boolean {
    this.#follow();
    return this.#covers.size > 0;
  }

  /** Decides anew if anything that decides has moved. */
  follow(): void {
    this.#follow();
  }

  #follow(): void {
    for (const { calculation, revision } of this.#members) {
      if (calculation.revision === revision) continue;
      this.#lookAnew();
      return;
    }
  }

  #lookAnew(): void {
    const isSame = this.#members.every(hasSameSchools);
    if (!isSame) this.#number();
    let isMoved = !isSame;
    for (const member of this.#members) {
      if (member.revision === member.calculation.revision && isSame) continue;
      member.revision = member.calculation.revision;
      if (isSame && hasSamePupils(member)) continue;
      member.plan = member.calculation.plan;
      const counted = countedOf(member, this.count);
      const withCurrent = withCurrentOf(member, counted);
      isMoved ||= !isEqual(counted, member.counted) || !isEqual(withCurrent, member.withCurrent);
      member.counted = counted;
      member.withCurrent = withCurrent;
    }
    if (isMoved) this.#decide(!isSame);
  }

  /** All schools of all calculations in one list, which is that of each where they are over one district. */
  #number(): void {
    const all = new Map<string, number>();
    for (const member of this.#members) {
      member.codes = member.calculation.schools.map(({ code }) => code);
      for (const code of member.codes) if (!all.has(code)) all.set(code, all.size);
      member.places = Int32Array.from(member.codes, (code) => all.get(code)!);
    }
    this.count = all.size;
    this.#numbers = anonymousNumbers([...all.keys()], this.audience.nameSeed);
    this.#covers = new Set();
  }

  #decide(isNumbered: boolean): void {
    const minimum = this.audience.minimumPupils * COUNT_SCALE;
    const counted = this.#members.map((member) => member.counted);
    const current = this.audience.hidden.has('current') ? [] : this.#members.map((member) => member.withCurrent);
    const { schools, covers } = findUnseen([...counted, ...current], minimum, this.#covers);
    const isSame = !isNumbered && schools.every((is, place) => is === this.#unseen[place]);
    this.#unseen = schools;
    this.#covers = covers;
    for (const member of this.#members) member.unseenLevels = findUnseenLevels(member.counted, schools, minimum);
    if (!isSame) this.version++;
  }
}

const NOBODY: CountedSchools = { pupils: new Float64Array(0), level: new Int32Array(0), levels: 0 };

function hasSameSchools({ calculation, codes, plan }: Member): boolean {
  const { schools } = calculation;
  if (calculation.plan === plan) return true;
  if (plan === null || schools.length !== codes.length) return false;
  for (let school = 0; school < codes.length; school++) if (schools[school]!.code !== codes[school]) return false;
  return true;
}

/** Within a plan only counts and current budgets move; what a weight does is none of this. */
function hasSamePupils({ calculation, plan, places, counted, withCurrent }: Member): boolean {
  if (calculation.plan !== plan) return false;
  const { pupils, current } = calculation.results;
  for (let school = 0; school < places.length; school++) {
    if (plan.isLater?.[school]) continue;
    const place = places[school]!;
    if (pupils[school] !== counted.pupils[place]) return false;
    if (withCurrent.pupils[place] !== (Number.isNaN(current[school]!) ? 0 : pupils[school])) return false;
  }
  return true;
}

function withCurrentOf({ calculation, places }: Member, counted: CountedSchools): CountedSchools {
  const pupils = counted.pupils.slice();
  const { current } = calculation.results;
  for (let school = 0; school < places.length; school++) {
    if (Number.isNaN(current[school]!)) pupils[places[school]!] = 0;
  }
  return { ...counted, pupils };
}

/** Schools that came after the scenario was adopted are no part of it, and so is what it pays no part of its totals. */
function countedOf({ calculation, places }: Member, count: number): CountedSchools {
  const { plan, results, levels } = calculation;
  const pupils = new Float64Array(count);
  const level = new Int32Array(count).fill(-1);
  for (let school = 0; school < places.length; school++) {
    const place = places[school]!;
    if (!plan.isLater?.[school]) pupils[place] = results.pupils[school]!;
    level[place] = plan.levelIndex.get(plan.schools[school]!.level) ?? -1;
  }
  return { pupils, level, levels: levels.length };
}

function isEqual(a: CountedSchools, b: CountedSchools): boolean {
  if (a.levels !== b.levels || a.pupils.length !== b.pupils.length) return false;
  for (let at = 0; at < a.pupils.length; at++) {
    if (a.pupils[at] !== b.pupils[at] || a.level[at] !== b.level[at]) return false;
  }
  return true;
}
