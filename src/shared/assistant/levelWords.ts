import type { LevelRow } from '../model/rows.ts';
import { headerKey, nameWords } from './headerWords.ts';

/** First and last grade; kindergarten is 0, pre-kindergarten −1. */
export interface GradeSpan {
  readonly from: number;
  readonly to: number;
}

const ELEMENTARY: GradeSpan = { from: -1, to: 5 };
const MIDDLE: GradeSpan = { from: 6, to: 8 };
const HIGH: GradeSpan = { from: 9, to: 12 };
const WORDS: readonly (readonly [GradeSpan, ReadonlySet<string>])[] = [
  [
    ELEMENTARY,
    new Set([
      'es',
      'el',
      'elem',
      'elementary',
      'primary',
      'grammar',
      'lower',
      'prek',
      'prekindergarten',
      'kindergarten',
      'ec',
      'early',
    ]),
  ],
  [MIDDLE, new Set(['ms', 'mid', 'middle', 'jr', 'jhs', 'junior', 'intermediate'])],
  [HIGH, new Set(['hs', 'high', 'secondary', 'sr', 'shs', 'senior', 'upper'])],
];

const GRADE: Readonly<Record<string, number>> = {
  pk: -1,
  p: -1,
  prek: -1,
  pre: -1,
  k: 0,
  kg: 0,
  tk: 0,
  kindergarten: 0,
};

function readGrade(text: string): number | null {
  if (Object.hasOwn(GRADE, text)) return GRADE[text] as number;
  const digits = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1];
  return digits !== undefined && Number(digits) <= 13 ? Number(digits) : null;
}

/** `9-12`, `K-8`, `PreK to 5`, `06–08`, `K,1,2,3`: a span of grades, or null. A single grade is a span as well. */
export function readGradeSpan(text: string): GradeSpan | null {
  const tidy = text
    .toLowerCase()
    .replace(/^\s*(grades?|gr\.?)\s+/, '')
    .replace(/pre[\s-]?k/g, 'pk')
    .trim();
  const pieces = tidy.split(/\s*(?:[-–—,/&]|\bto\b|\bthrough\b)\s*|\s+/).filter((piece) => piece !== '');
  if (pieces.length === 0) return null;
  const grades = pieces.map(readGrade);
  if (grades.includes(null)) return null;
  const from = Math.min(...(grades as number[]));
  const to = Math.max(...(grades as number[]));
  return { from, to };
}

/** The grades a level word speaks of: `Elem`, `High School`, `K-8`; null where it speaks of none. */
export function gradesOf(text: string): GradeSpan | null {
  const span = readGradeSpan(text);
  if (span) return span;
  const words = nameWords(text);
  // “Junior high” is a middle school, although it says high.
  if (words.includes('junior') || words.includes('jr') || words.includes('jhs')) return MIDDLE;
  const found = WORDS.filter(([, known]) => words.some((word) => known.has(word))).map(([grades]) => grades);
  if (found.length === 0) return null;
  return { from: Math.min(...found.map(({ from }) => from)), to: Math.max(...found.map(({ to }) => to)) };
}

const overlap = (left: GradeSpan, right: GradeSpan): number =>
  Math.max(0, Math.min(left.to, right.to) - Math.max(left.from, right.from) + 1);

/**
 * The level a word stands for: a level of that code or name, else the one whose grades share most with the word's
 * (`K-8` is an elementary school in a district without a K-8 level, since it has six of those grades and three of the
 * middle school's); of equal ones the first in the district's order. Null where the word says nothing about grades.
 */
export function suggestLevel(text: string, levels: readonly LevelRow[]): string | null {
  const key = headerKey(text);
  if (key === '') return null;
  const exact = levels.filter((level) => headerKey(level.code) === key || headerKey(level.name) === key);
  if (exact.length === 1) return (exact[0] as LevelRow).code;
  const grades = gradesOf(text);
  if (!grades) return null;
  let best: string | null = null;
  let most = 0;
  let leastExtra = Number.POSITIVE_INFINITY;
  for (const level of levels) {
    const own = gradesOf(level.code) ?? gradesOf(level.name);
    if (!own) continue;
    const shared = overlap(grades, own);
    const extra = own.to - own.from + 1 - shared;
    if (shared > most || (shared === most && shared > 0 && extra < leastExtra)) {
      most = shared;
      leastExtra = extra;
      best = level.code;
    }
  }
  return best;
}
