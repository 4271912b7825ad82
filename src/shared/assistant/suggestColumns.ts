import type { Model } from '../model/Model.ts';
import { best, type Candidate, NAMING, NOT_PUPILS, needOf, newest, score, scoreColumn } from './columnCandidates.ts';
import { headerKey, readHeader } from './headerWords.ts';
import type { Target } from './Mapping.ts';
import type { ColumnSuggestion } from './MappingSuggestion.ts';
import { ALL_STUDENTS, findNeed, findNeedIdea, type NeedIdea } from './needWords.ts';
import type { ColumnProfile } from './profileColumns.ts';

export interface SuggestedColumns {
  readonly columns: readonly ColumnSuggestion[];
  readonly newNeeds: readonly { readonly code: string; readonly name: string }[];
}

/** Suggests what every column is. Each kind but tags, measures and counts is given to one column only. */
export function suggestColumns(profiles: readonly ColumnProfile[], model: Model, rowCount: number): SuggestedColumns {
  const candidates = profiles.map((profile) => scoreColumn(profile, model, rowCount));
  const taken = new Set<number>();
  const given = new Map<number, { target: Target; reason: string }>();
  const newNeeds = new Map<string, string>();
  const give = (candidate: Candidate | null, target: Target, reason?: string): void => {
    if (!candidate) return;
    taken.add(candidate.profile.column);
    given.set(candidate.profile.column, { target, reason: reason ?? `the header “${candidate.profile.header}”` });
  };
  for (const candidate of candidates)
    if (candidate.profile.kind === 'empty') give(candidate, { kind: 'ignore' }, 'the column is empty');
  if (isTableOfSources(candidates)) {
    for (const kind of ['sourceName', 'revenueAmount', 'sourceCode', 'origin', 'restriction'] as const) {
      give(best(candidates, kind, taken), { kind });
    }
    for (const candidate of candidates)
      if (!taken.has(candidate.profile.column)) give(candidate, { kind: 'ignore' }, 'revenues have no such column');
    return { columns: toSuggestions(candidates, given), newNeeds: [] };
  }
  give(best(candidates, 'schoolCode', taken), { kind: 'schoolCode' });
  give(best(candidates, 'schoolName', taken), { kind: 'schoolName' });
  give(best(candidates, 'level', taken), { kind: 'level' }, 'its header and its words are of levels');
  giveKnownColumns(candidates, model, taken, give);
  if (!giveLongFormat(candidates, model, taken, give, newNeeds)) giveCounts(candidates, model, taken, give, newNeeds);
  give(newest(candidates, 'currentAmount', taken), { kind: 'currentAmount' });
  const current = [...given.values()].some(({ target }) => target.kind === 'currentAmount');
  if (current) givePupilsOfBudget(candidates, taken, given, give);
  giveRest(candidates, model, taken, give);
  return { columns: toSuggestions(candidates, given), newNeeds: [...newNeeds].map(([code, name]) => ({ code, name })) };
}

type Give = (candidate: Candidate | null, target: Target, reason?: string) => void;

/** A table of revenue sources names sources and amounts, and no school. */
function isTableOfSources(candidates: readonly Candidate[]): boolean {
  const none = new Set<number>();
  const name = best(candidates, 'sourceName', none);
  const amount = best(candidates, 'revenueAmount', none, 0.5);
  if (!name || !amount || candidates.length > 20) return false;
  const isSchools = candidates.some(({ header }) =>
    header.words.some((word) =>
      ['school', 'schools', 'site', 'campus', 'pupils', 'students', 'enrollment'].includes(word),
    ),
  );
  const isOfSources = (word: string): boolean =>
    [
      'source',
      'revenue',
      'revenues',
      'fund',
      'funding',
      'grant',
      'account',
      'origin',
      'restriction',
      'restricted',
    ].includes(word);
  return !isSchools && candidates.some(({ header }) => header.words.some(isOfSources));
}

/** Columns named as the district's own tags and measures, with or without their year. */
function giveKnownColumns(
  candidates: readonly Candidate[],
  model: Model,
  taken: ReadonlySet<number>,
  give: Give,
): void {
  const used = new Set<string>();
  for (const candidate of candidates) {
    if (taken.has(candidate.profile.column) || !candidate.profile.hasHeader) continue;
    const key = headerKey(candidate.profile.header);
    const stem = candidate.header.words.join(' ');
    const columns = model.ordered('schoolColumn');
    const known =
      columns.find((column) => headerKey(column.name) === key) ??
      columns.find((column) => readHeader(column.name).words.join(' ') === stem);
    if (!known || used.has(known.name) || needOf(candidate, model)?.isNew === false) continue;
    if (known.kind === 'measure' && candidate.profile.kind === 'text') continue;
    used.add(known.name);
    give(candidate, { kind: known.kind, name: known.name }, `the district has the column “${known.name}”`);
  }
}

/** Several rows per school, a column of need words and one of numbers. */
function giveLongFormat(
  candidates: readonly Candidate[],
  model: Model,
  taken: ReadonlySet<number>,
  give: Give,
  newNeeds: Map<string, string>,
): boolean {
  const needs = model.ordered('need');
  const code = best(candidates, 'schoolCode', new Set())?.profile;
  const isRepeated = code !== undefined && code.distinct < code.filled;
  const column = candidates.find(({ profile }) => {
    if (taken.has(profile.column) || profile.kind !== 'text' || profile.words.length < 2 || profile.distinct > 40)
      return false;
    const known = profile.words.filter(
      ([word]) =>
        needs.some((need) => headerKey(need.code) === headerKey(word) || headerKey(need.name) === headerKey(word)) ||
        findNeedIdea(readHeader(word).words),
    );
    return known.length >= profile.words.length * 0.6 && (isRepeated || profile.filled > profile.distinct * 1.5);
  });
  const value = column && (newest(candidates, 'countValue', new Set([...taken, column.profile.column])) ?? null);
  if (!column || !value) return false;
  give(column, { kind: 'countNeed' }, 'its words are needs');
  give(value, { kind: 'countValue' });
  for (const [word] of column.profile.words) {
    const idea = findNeedIdea(readHeader(word).words);
    if (idea && findNeed(idea, needs, (name) => readHeader(name).words) === null) newNeeds.set(idea.code, idea.name);
  }
  return true;
}

/** Wide format: the newest year of each need is a count; older years are left for the measures. */
function giveCounts(
  candidates: readonly Candidate[],
  model: Model,
  taken: ReadonlySet<number>,
  give: Give,
  newNeeds: Map<string, string>,
): void {
  const byNeed = new Map<
    string,
    { candidate: Candidate; idea: NeedIdea | null; isNew: boolean; level: string | null }[]
  >();
  for (const candidate of candidates) {
    if (taken.has(candidate.profile.column)) continue;
    const need = needOf(candidate, model);
    if (!need || (need.idea === ALL_STUDENTS && score(candidate, 'currentPupils') >= 0.9)) continue;
    const level = levelInHeader(candidate, model);
    const key = `${need.code}\u001f${level ?? ''}`;
    const list = byNeed.get(key) ?? [];
    list.push({ candidate, idea: need.idea, isNew: need.isNew, level });
    byNeed.set(key, list);
  }
  for (const [key, list] of byNeed) {
    list.sort(
      (left, right) =>
        (right.candidate.header.year ?? 0) - (left.candidate.header.year ?? 0) ||
        right.candidate.header.turn - left.candidate.header.turn ||
        left.candidate.header.words.length - right.candidate.header.words.length,
    );
    const first = list[0];
    if (!first) continue;
    const code = key.split('\u001f')[0] as string;
    if (first.isNew && first.idea) newNeeds.set(code, first.idea.name);
    const name = first.idea?.name ?? model.table('need').get(code)?.name ?? code;
    const year = list.length > 1 ? `, the newest of ${list.length} columns` : '';
    give(
      first.candidate,
      { kind: 'count', need: code, level: first.level },
      `the header “${first.candidate.profile.header}” names ${name}${year}`,
    );
  }
}

/**
 * The pupils a current budget was for: a column named so, or the only count of a file that holds budgets and neither
 * names nor needs of schools.
 */
function givePupilsOfBudget(
  candidates: readonly Candidate[],
  taken: ReadonlySet<number>,
  given: ReadonlyMap<number, { target: Target; reason: string }>,
  give: Give,
): void {
  const named = best(candidates, 'currentPupils', taken, 0.9);
  if (named) {
    give(named, { kind: 'currentPupils' });
    return;
  }
  const targets = [...given].map(([column, { target }]) => ({ column, target }));
  const counts = targets.filter(({ target }) => target.kind === 'count');
  const only = counts[0];
  if (
    counts.length !== 1 ||
    !only ||
    targets.some(({ target }) => target.kind === 'schoolName' || target.kind === 'level')
  )
    return;
  const candidate = candidates.find(({ profile }) => profile.column === only.column) ?? null;
  give(candidate, { kind: 'currentPupils' }, 'the file holds budgets, and these are their pupils');
}

/** `enrollment_hs` counts pupils at the level HS; a single-level header says nothing. */
function levelInHeader(candidate: Candidate, model: Model): string | null {
  const words = new Set(candidate.header.words);
  const found = model.ordered('level').filter((level) => {
    const code = headerKey(level.code);
    const name = headerKey(level.name);
    return words.has(code) || words.has(name);
  });
  return found.length === 1 ? (found[0]?.code ?? null) : null;
}

/** Whatever is left becomes a tag or a measure under its own header. */
function giveRest(candidates: readonly Candidate[], model: Model, taken: ReadonlySet<number>, give: Give): void {
  const names = new Set(model.ordered('schoolColumn').map((column) => headerKey(column.name)));
  for (const candidate of candidates) {
    const { profile, header } = candidate;
    if (taken.has(profile.column)) continue;
    const name = profile.header.slice(0, 60).trim();
    const isUsable = profile.hasHeader && !/^__.*__$/.test(name) && !names.has(headerKey(name));
    if (!isUsable) {
      give(
        candidate,
        { kind: 'ignore' },
        profile.hasHeader ? 'its name cannot be used for a column, or is used already' : 'it has no header',
      );
      continue;
    }
    names.add(headerKey(name));
    const isNaming =
      profile.withLeadingZero > 0 ||
      (profile.isWhole &&
        header.words.some((word) => NAMING.has(word)) &&
        !header.words.some((word) => NOT_PUPILS.has(word)));
    if (profile.kind === 'number' && profile.numbers === profile.filled && !isNaming)
      give(candidate, { kind: 'measure', name }, 'a column of numbers');
    else if (profile.kind === 'number' && !isNaming)
      give(candidate, { kind: 'measure', name }, 'a column of numbers with a few texts');
    else
      give(
        candidate,
        { kind: 'tag', name },
        isNaming ? 'its numbers are names, as of wards or units' : 'a column of text',
      );
  }
}

function toSuggestions(
  candidates: readonly Candidate[],
  given: ReadonlyMap<number, { target: Target; reason: string }>,
): ColumnSuggestion[] {
  return candidates.map(({ profile, scores }) => {
    const { target, reason } = given.get(profile.column) ?? {
      target: { kind: 'ignore' } as Target,
      reason: 'nothing is known of it',
    };
    const alternatives = [...scores]
      .filter(([kind, likely]) => kind !== target.kind && likely >= 0.5)
      .sort((left, right) => right[1] - left[1])
      .slice(0, 3)
      .map(([kind]) => ({ kind }) as Target);
    return { column: profile.column, header: profile.header, target, alternatives, reason };
  });
}
