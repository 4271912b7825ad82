/** Pupils and level of every school in one calculation, or of those of them that a total is of. */
export interface CountedSchools {
  /** Hundredths of a pupil; 0 where the school is no part of the calculation. */
  readonly pupils: Float64Array;
  /** The school's own level, from 0; −1 where it is unknown. */
  readonly level: Int32Array;
  readonly levels: number;
}

/** Which schools are not seen, and which of them only because another could be worked out from them. */
export interface Unseen {
  /** 1 for each school that is not seen. */
  readonly schools: Uint8Array;
  readonly covers: ReadonlySet<number>;
}

/**
 * Small schools, and those that cover them (complementary suppression). `minimum` in hundredths of a pupil.
 *
 * - A school with any pupils, but fewer than the minimum, in one of the calculations is not seen in any of them; nor is
 *   one without pupils in all of them. A school that one scenario closes has no pupils there whom a number could tell
 *   of: it stays seen where another has it whole.
 * - Totals of the district and of levels are of all schools. What remains of a total once the seen schools are
 *   subtracted must be of two schools or more, and of the minimum of pupils or more, in each calculation; else the
 *   school with the next fewest pupils is hidden as well. `former` covers are taken first, so that a lever that moves
 *   does not hide one school now and another then.
 *
 * Schools of 6, 40 and 300 pupils with a minimum of 10: the first is small, and the second covers it, for the total less
 * the two others would be the first. Schools of 6, 8 and 300: the first two cover each other.
 */
export function findUnseen(counted: readonly CountedSchools[], minimum: number, former?: ReadonlySet<number>): Unseen {
  const count = counted[0]?.pupils.length ?? 0;
  const schools = new Uint8Array(count);
  const covers = new Set<number>();
  if (minimum <= 0) return { schools, covers };
  const hasPupils = new Uint8Array(count);
  for (const { pupils } of counted) {
    for (let school = 0; school < count; school++) {
      if (!(pupils[school]! > 0)) continue;
      hasPupils[school] = 1;
      if (pupils[school]! < minimum) schools[school] = 1;
    }
  }
  for (let school = 0; school < count; school++) if (hasPupils[school] === 0) schools[school] = 1;
  for (let isMoved = true; isMoved; ) {
    isMoved = false;
    for (const each of counted) {
      const rests = restsOf(each, schools);
      for (const [part, rest] of rests.entries()) {
        while (!isCovered(rest, minimum)) {
          const cover = smallestSeen(each, schools, part - 1, former);
          if (cover < 0) break;
          schools[cover] = 1;
          covers.add(cover);
          for (const place of [each.level[cover]! + 1, each.levels + 1]) add(rests[place]!, each.pupils[cover]!);
          isMoved = true;
        }
      }
    }
  }
  return { schools, covers };
}

/** Levels whose totals are not shown, for what remains of them would tell of a small school. */
export function findUnseenLevels(each: CountedSchools, schools: Uint8Array, minimum: number): Uint8Array {
  const unseen = new Uint8Array(each.levels);
  if (minimum <= 0) return unseen;
  const rests = restsOf(each, schools);
  for (let level = 0; level < each.levels; level++) if (!isCovered(rests[level + 1]!, minimum)) unseen[level] = 1;
  // One level alone could be had from the district's total, as one school could; so could the schools of no level.
  const alone = unseen.reduce((sum, is) => sum + is, isCovered(rests[0]!, minimum) ? 0 : 1);
  if (alone !== 1) return unseen;
  const all = restsOf(each, new Uint8Array(schools.length).fill(1));
  let cover = -1;
  for (let level = 0; level < each.levels; level++) {
    const { pupils } = all[level + 1]!;
    if (unseen[level] === 1 || !(pupils > 0)) continue;
    if (cover < 0 || pupils < all[cover + 1]!.pupils) cover = level;
  }
  if (cover >= 0) unseen[cover] = 1;
  return unseen;
}

/** What remains of a total once the seen schools are subtracted. */
interface Rest {
  schools: number;
  pupils: number;
}

function add(rest: Rest, pupils: number): void {
  rest.schools++;
  rest.pupils += pupils;
}

/** Of the schools of no level, of each level, and at the end of the district. */
function restsOf({ pupils, level, levels }: CountedSchools, unseen: Uint8Array): Rest[] {
  const rests = Array.from({ length: levels + 2 }, (): Rest => ({ schools: 0, pupils: 0 }));
  for (let school = 0; school < unseen.length; school++) {
    if (unseen[school] === 0 || !(pupils[school]! > 0)) continue;
    add(rests[level[school]! + 1]!, pupils[school]!);
    add(rests[levels + 1]!, pupils[school]!);
  }
  return rests;
}

const isCovered = ({ schools, pupils }: Rest, minimum: number): boolean =>
  schools === 0 || (schools > 1 && pupils >= minimum);

/**
 * The seen school with the fewest pupils of a level, −1 for those of none and `levels` for all; a former cover before
 * others, the first of equal ones; −1 where none is left.
 */
function smallestSeen(
  { pupils, level, levels }: CountedSchools,
  unseen: Uint8Array,
  part: number,
  former: ReadonlySet<number> | undefined,
): number {
  let found = -1;
  let isFormer = false;
  for (let school = 0; school < unseen.length; school++) {
    if (unseen[school] === 1 || !(pupils[school]! > 0)) continue;
    if (part !== levels && level[school] !== part) continue;
    const was = former?.has(school) ?? false;
    if (found >= 0 && (was === isFormer ? pupils[school]! >= pupils[found]! : isFormer)) continue;
    found = school;
    isFormer = was;
  }
  return found;
}
