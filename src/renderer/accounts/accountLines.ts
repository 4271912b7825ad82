import type { AccountPlace } from '../../shared/changes/accounts.ts';
import type { Model } from '../../shared/model/Model.ts';
import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../../shared/model/pseudoCodes.ts';
import { compareCodes, keyOf } from '../../shared/model/tables.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';

/** A row of the sheet: all rules about the same source, school, level and need, one segment per column. */
export interface AccountLine extends SheetRow, AccountPlace {}

/** The three ways to look at the mapping: constants of a source, the site of a school, and what departs from both. */
export type AccountFace = 'sources' | 'schools' | 'exceptions';

export const EVERY: AccountPlace = { source: '', school: '', level: '', need: '' };

/** No code of a source or school is like it, so that the line of every one has a key of its own. */
export const EVERY_KEY = keyOf('', '');

/** On which face the rules of a place stand. */
export function faceOf({ source, school, level, need }: AccountPlace): AccountFace {
  if (level !== '' || need !== '' || (source !== '' && school !== '')) return 'exceptions';
  return school === '' ? 'sources' : 'schools';
}

/** The key of the line of a place on its face; a line of one source or school is found by its code. */
export function lineKey({ source, school, level, need }: AccountPlace): string {
  if (faceOf({ source, school, level, need }) === 'exceptions') return keyOf(source, school, level, need);
  return source || school || EVERY_KEY;
}

const lineOf = (place: AccountPlace, index: number): AccountLine => ({ ...place, key: lineKey(place), index });

type Named = { readonly code: string; readonly name: string };

/** The district's sources in order, then the money that is of no source: top-ups and deductions. */
export function postedSources(model: Model): Named[] {
  return [...model.ordered('source'), ...PSEUDO_SOURCES.filter(({ code }) => !model.table('source').has(code))];
}

/** The district's schools by code, then the central office. */
export function postedSchools(model: Model): Named[] {
  const schools = [...model.table('school').values()].sort((left, right) => compareCodes(left.code, right.code));
  return [...schools, ...PSEUDO_SCHOOLS.filter(({ code }) => !model.table('school').has(code))];
}

/** One line for every source after the line of all of them, which is what a source falls back on. */
export function sourceLines(model: Model): AccountLine[] {
  return [EVERY, ...postedSources(model).map(({ code }): AccountPlace => ({ ...EVERY, source: code }))].map(lineOf);
}

export function schoolLines(model: Model): AccountLine[] {
  return postedSchools(model).map(({ code }, index) => lineOf({ ...EVERY, school: code }, index));
}

/** Lines that are about more than a source or a school alone; they are there only as long as a rule is. */
export function exceptionLines(model: Model): AccountLine[] {
  const places = new Map<string, AccountPlace>();
  for (const rule of model.table('accountRule').values()) {
    if (faceOf(rule) === 'exceptions') places.set(lineKey(rule), placeOf(rule));
  }
  const ranks = {
    source: rankOf(postedSources(model)),
    level: rankOf(model.ordered('level')),
    need: rankOf(model.ordered('need')),
  };
  return [...places.values()]
    .sort(
      (left, right) =>
        ranks.source(left.source) - ranks.source(right.source) ||
        compareCodes(left.school, right.school) ||
        ranks.level(left.level) - ranks.level(right.level) ||
        ranks.need(left.need) - ranks.need(right.need),
    )
    .map(lineOf);
}

export const placeOf = ({ source, school, level, need }: AccountPlace): AccountPlace => ({
  source,
  school,
  level,
  need,
});

/** Every one comes first, then the district's order. */
function rankOf(list: readonly Named[]): (code: string) => number {
  const ranks = new Map(list.map((row, at) => [row.code, at + 1]));
  return (code) => ranks.get(code) ?? 0;
}

/** Whether a segment is called like the place where money is spent: a rule for each school is what it needs. */
export const isOfSchools = (name: string): boolean =>
  /\b(site|school|location|loc|building|department|cost ?cent(er|re)|org|organi[sz]ation|unit)\b/i.test(name);
