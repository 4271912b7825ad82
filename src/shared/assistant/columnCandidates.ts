import type { Model } from '../model/Model.ts';
import { type HeaderWords, headerKey, readHeader } from './headerWords.ts';
import { gradesOf, suggestLevel } from './levelWords.ts';
import type { TargetKind } from './Mapping.ts';
import { findNeed, findNeedIdea, type NeedIdea } from './needWords.ts';
import { type ColumnProfile, looksLikeCodes } from './profileColumns.ts';
import { likeness } from './targetPhrases.ts';

/** Words that make a column of small numbers a name for something rather than a quantity. */
export const NAMING = new Set([
  'ward',
  'network',
  'district',
  'region',
  'area',
  'zone',
  'cluster',
  'unit',
  'zip',
  'code',
  'id',
  'number',
  'no',
  'board',
  'trustee',
  'cohort',
  'phone',
  'fund',
]);
/** Words that say that a number counts no pupils. */
export const NOT_PUPILS = new Set([
  'percent',
  'pct',
  'rate',
  'share',
  'ratio',
  'index',
  'average',
  'avg',
  'score',
  'fte',
  'positions',
  'teachers',
  'staff',
  'budget',
  'cost',
  'dollars',
  'amount',
  'eligible',
  'funding',
  'capacity',
]);
/** Likeness from which a header counts. */
const LEAST = 0.6;

/** A column with how well it fits each kind. */
export interface Candidate {
  readonly profile: ColumnProfile;
  readonly header: HeaderWords;
  readonly scores: ReadonlyMap<TargetKind, number>;
}

/** Whether most of a column's words are words for levels. */
function isOfLevels(profile: ColumnProfile, model: Model): boolean {
  const levels = model.ordered('level');
  if (profile.words.length === 0 || profile.words.length > 40) return false;
  const known = profile.words.filter(([word]) => suggestLevel(word, levels) !== null || gradesOf(word) !== null);
  return known.length >= profile.words.length * 0.8;
}

export function scoreColumn(profile: ColumnProfile, model: Model, rowCount: number): Candidate {
  const header = readHeader(profile.hasHeader ? profile.header : '');
  const scores = new Map<TargetKind, number>();
  const put = (kind: TargetKind, fits: boolean, bonus = 0): void => {
    const score = likeness(header.words, kind);
    if (fits && score > 0) scores.set(kind, score + bonus);
  };
  const isNumber = profile.kind === 'number';
  const isText = profile.kind === 'text' || profile.kind === 'mixed';
  const isUnique = profile.distinct >= profile.filled * 0.98 && profile.filled >= rowCount * 0.9;
  put(
    'schoolCode',
    looksLikeCodes(profile) && (isNumber || profile.examples.every((text) => /\d/.test(text) && text.length <= 20)),
    isUnique ? 0.3 : 0,
  );
  put('schoolName', isText, isUnique ? 0.2 : 0);
  const ofLevels = isText && isOfLevels(profile, model);
  put('level', ofLevels, ofLevels && profile.distinct <= 12 ? 0.3 : 0);
  put(
    'currentAmount',
    isNumber && !header.words.includes('pupil') && !header.words.includes('pupils'),
    profile.withCurrency > 0 ? 0.2 : 0,
  );
  put('currentPupils', isNumber);
  put('sourceName', isText, isUnique ? 0.2 : 0);
  put('sourceCode', looksLikeCodes(profile) && isUnique);
  put('revenueAmount', isNumber, profile.withCurrency > 0 || profile.mostDecimals === 2 ? 0.2 : 0);
  put('origin', isText);
  put('restriction', isText);
  put('countNeed', isText && !isUnique);
  put('countValue', isNumber);
  return { profile, header, scores };
}

export const score = (candidate: Candidate, kind: TargetKind): number => candidate.scores.get(kind) ?? 0;

/** The best column of a kind that is not given yet; null where none fits well enough. */
export function best(
  candidates: readonly Candidate[],
  kind: TargetKind,
  taken: ReadonlySet<number>,
  least = LEAST,
): Candidate | null {
  let found: Candidate | null = null;
  for (const candidate of candidates) {
    if (taken.has(candidate.profile.column) || score(candidate, kind) < least) continue;
    if (!found || score(candidate, kind) > score(found, kind)) found = candidate;
  }
  return found;
}

/** The need a column of numbers counts, by the district's own needs first, else by what districts call needs. */
export function needOf(
  candidate: Candidate,
  model: Model,
): { code: string; idea: NeedIdea | null; isNew: boolean } | null {
  const { header, profile } = candidate;
  if (profile.kind !== 'number' || header.words.some((word) => NOT_PUPILS.has(word)) || profile.withPercent > 0)
    return null;
  // Last year's pupils are a measure: the counts of a plan are those of the year planned for.
  if (header.turn < 0) return null;
  const needs = model.ordered('need');
  const key = headerKey(profile.header);
  const own = needs.find((need) => headerKey(need.code) === key || headerKey(need.name) === key);
  if (own) return { code: own.code, idea: null, isNew: false };
  const idea = findNeedIdea(header.words);
  if (!idea) return null;
  const found = findNeed(idea, needs, (name) => readHeader(name).words);
  return { code: found ?? idea.code, idea, isNew: found === null };
}

/** The newest year of a kind; of equal ones the best header. */
export function newest(
  candidates: readonly Candidate[],
  kind: TargetKind,
  taken: ReadonlySet<number>,
): Candidate | null {
  const fitting = candidates.filter(
    (candidate) => !taken.has(candidate.profile.column) && score(candidate, kind) >= LEAST,
  );
  fitting.sort(
    (left, right) => (right.header.year ?? 0) - (left.header.year ?? 0) || score(right, kind) - score(left, kind),
  );
  return fitting[0] ?? null;
}
