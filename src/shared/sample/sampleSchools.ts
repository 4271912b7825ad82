import type { SeededRandom } from './SeededRandom.ts';
import { type Grades, NEW_SCHOOL, SCHOOL_NAMES } from './schoolNames.ts';

export const SAMPLE_NEEDS = ['ALL', 'POV', 'EL', 'SPED', 'GIFT'] as const;
export type SampleNeed = (typeof SAMPLE_NEEDS)[number];
export const SAMPLE_LEVELS = ['ES', 'MS', 'HS'] as const;
export type SampleLevel = (typeof SAMPLE_LEVELS)[number];

export interface SampleSchool {
  readonly code: string;
  readonly name: string;
  readonly grades: Grades;
  readonly level: SampleLevel;
  readonly region: string;
  /** Hundredths of the need index, 1 to 99. */
  readonly needIndex: number;
  /** Hundredths of a pupil by level and need. */
  readonly counts: readonly { level: SampleLevel; counts: Readonly<Record<SampleNeed, number>> }[];
  /** Whole pupils this year; null for the new school. */
  readonly pupilsLastYear: number | null;
  readonly squareFeet: number;
}

/** The two thresholds of the need index and how many schools stand at or above each (domain text, section 5). */
export const NEED_INDEX_STEPS = [
  { schools: 60, from: 57, to: 99 },
  { schools: 102, from: 35, to: 56 },
  { schools: 125, from: 1, to: 34 },
] as const;

const REGIONS = ['North', 'East', 'South', 'West', 'Riverfront'] as const;
/** How needy a region is on the whole; neighborhoods differ more than schools within them. */
const REGION_NEED: Readonly<Record<string, number>> = {
  North: -0.1,
  East: 0.2,
  South: 0.12,
  West: -0.22,
  Riverfront: 0,
};

/** Typical size, its spread, and how the pupils divide over levels. */
const SHAPES: Readonly<
  Record<Grades, { own: SampleLevel; size: number; spread: number; split: readonly (readonly [SampleLevel, number])[] }>
> = {
  'K-5': { own: 'ES', size: 361, spread: 240, split: [['ES', 1]] },
  'K-8': {
    own: 'ES',
    size: 585,
    spread: 200,
    split: [
      ['ES', 0.67],
      ['MS', 0.33],
    ],
  },
  'K-12': {
    own: 'HS',
    size: 840,
    spread: 40,
    split: [
      ['ES', 0.46],
      ['MS', 0.23],
      ['HS', 0.31],
    ],
  },
  '6-8': { own: 'MS', size: 527, spread: 210, split: [['MS', 1]] },
  '9-12': { own: 'HS', size: 765, spread: 900, split: [['HS', 1]] },
};
const GRADES = Object.keys(SHAPES) as Grades[];

/** Need indexes by rank: spread evenly within each step, with a little noise, so that the steps hold exactly. */
function needIndexes(order: readonly number[], random: SeededRandom): number[] {
  const indexes = new Array<number>(order.length).fill(0);
  let first = 0;
  for (const step of NEED_INDEX_STEPS) {
    for (let rank = first; rank < step.schools; rank++) {
      const place = (rank - first + random.between(0, 0.9)) / (step.schools - first);
      indexes[order[rank] as number] = step.to - Math.floor(place * (step.to - step.from + 1));
    }
    first = step.schools;
  }
  return indexes;
}

/** Every district has a few schools on both edges of a threshold; the last of each step stands exactly on it. */
function putOnThresholds(order: readonly number[], indexes: number[]): void {
  for (const step of NEED_INDEX_STEPS) indexes[order[step.schools - 1] as number] = step.from;
}

function countNeeds(
  pupils: number,
  level: SampleLevel,
  need: number,
  random: SeededRandom,
): Record<SampleNeed, number> {
  const share = (middle: number, slope: number, spread: number): number =>
    Math.min(0.97, Math.max(0.005, middle + slope * (need - 0.5) + spread * random.bell()));
  const whole = (rate: number): number => 100 * Math.floor((pupils / 100) * rate);
  const older = level === 'HS' ? 1 : 0;
  return {
    ALL: pupils,
    POV: whole(share(0.595 - 0.07 * older, 0.72, 0.1)),
    EL: whole(share(0.25 - 0.09 * older, 0.3, 0.22)),
    SPED: whole(share(0.125, 0.03, 0.05)),
    GIFT: whole(share(0.072, -0.06, 0.06)),
  };
}

/** All 125 schools in the order of their codes. */
export function sampleSchools(random: SeededRandom): SampleSchool[] {
  const drafts = GRADES.flatMap((grades) =>
    SCHOOL_NAMES[grades].map((name) => {
      const region = random.pick(REGIONS);
      return { name, grades, region, need: (REGION_NEED[region] ?? 0) + 0.5 * random.bell(), key: random.fraction() };
    }),
  ).sort((left, right) => left.key - right.key);

  const order = drafts.map((_, at) => at).sort((a, b) => (drafts[b]?.need ?? 0) - (drafts[a]?.need ?? 0));
  const indexes = needIndexes(order, random);
  putOnThresholds(order, indexes);

  let code = 104;
  return drafts.map(({ name, grades, region }, at) => {
    const shape = SHAPES[grades];
    const needIndex = indexes[at] as number;
    const isNew = name === NEW_SCHOOL;
    const pupils = Math.max(88, Math.round(shape.size + shape.spread * random.bell() * 1.3));
    code += random.whole(2, 9);
    const counts = shape.split.map(([level, part]) => {
      // Half-day kindergarten counts as half a pupil in a few schools.
      const half = level === 'ES' && random.fraction() < 0.12 ? 50 : 0;
      return { level, counts: countNeeds(100 * Math.round(pupils * part) + half, level, needIndex / 100, random) };
    });
    const lastYear = Math.round(pupils * (1 + 0.06 * random.bell()));
    return {
      code: String(code).padStart(4, '0'),
      name,
      grades,
      level: shape.own,
      region,
      needIndex,
      counts,
      pupilsLastYear: isNew ? null : lastYear,
      squareFeet: 50 * Math.round((pupils * random.between(95, 150)) / 50),
    };
  });
}

/** Hundredths of a pupil of one need over all levels. */
export function pupilsOf(school: SampleSchool, need: SampleNeed): number {
  return school.counts.reduce((sum, { counts }) => sum + counts[need], 0);
}
