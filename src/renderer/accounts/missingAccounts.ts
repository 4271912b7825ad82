import { AccountBook } from '../../shared/allocationFile/AccountBook.ts';
import { characterCount } from '../../shared/allocationFile/characters.ts';
import { parseTemplate } from '../../shared/allocationFile/templateText.ts';
import type { Calculation } from '../../shared/calc/Calculation.ts';
import { type AccountPlace, orderedSegments } from '../../shared/changes/accounts.ts';
import type { Model } from '../../shared/model/Model.ts';
import { DEDUCTION, TOP_UP } from '../../shared/model/pseudoCodes.ts';
import type { AccountRuleRow } from '../../shared/model/rows.ts';
import { keyOf } from '../../shared/model/tables.ts';
import { quoted } from '../../shared/text/quoted.ts';
import { EVERY } from './accountLines.ts';

/** Rules that are wanting, told as the fewest lines: one for a source or school that lacks a segment throughout. */
export interface MissingAccount {
  readonly segment: string;
  /** Where one rule would mend it. */
  readonly place: AccountPlace;
  /** Accounts (school × source) that it would mend. */
  readonly count: number;
}

export interface MissingAccounts {
  readonly lines: readonly MissingAccount[];
  /** School × source with money, and those of them whose account is not whole. */
  readonly posted: number;
  readonly incomplete: number;
  /** Segments that a file needs. */
  readonly needed: ReadonlySet<string>;
}

/** A source and school with money that goes to the finance system. */
interface Posting {
  readonly source: string;
  readonly school: string;
}

/** Money of the formula, grants, top-ups and deductions; what a lock commits is posted only by some templates. */
export function postingsOf(calculation: Calculation): Posting[] {
  const { sources, topUp, deduction } = calculation.results;
  const postings: Posting[] = [];
  calculation.schools.forEach(({ code: school }, index) => {
    for (const { code: source, status, amounts } of sources) {
      if (status !== 'lock' && (amounts[index] ?? 0) !== 0) postings.push({ source, school });
    }
    if ((topUp[index] ?? 0) !== 0) postings.push({ source: TOP_UP, school });
    if ((deduction[index] ?? 0) !== 0) postings.push({ source: DEDUCTION, school });
  });
  return postings;
}

/**
 * The rules that are wanting for the money of a scenario. A segment without any rule is one line; otherwise a line per
 * source, per school or per pair, whichever tells it in fewer lines.
 */
export function missingAccounts(
  model: Model,
  calculation: Calculation,
  book = new AccountBook(model),
): MissingAccounts {
  const postings = postingsOf(calculation);
  const incomplete = new Set<string>();
  const lines: MissingAccount[] = [];
  const needed = neededSegments(model);
  for (const segment of needed) {
    const missing = postings.filter((posting) => !isWhole(calculation, book, segment, posting));
    for (const { source, school } of missing) incomplete.add(keyOf(source, school));
    if (missing.length === 0) continue;
    if (missing.length === postings.length) lines.push({ segment, place: EVERY, count: missing.length });
    else lines.push(...fewestLines(segment, postings, missing));
  }
  return { lines, posted: postings.length, incomplete: incomplete.size, needed: new Set(needed) };
}

/**
 * Segments that some template of the document cannot do without; all of them as long as there is no template. A segment
 * that only optional columns hold may stay blank.
 */
export function neededSegments(model: Model): string[] {
  const segments = orderedSegments(model).map(({ code }) => code);
  const templates = [...model.table('allocationTemplate').values()];
  if (templates.length === 0) return segments;
  const needed = new Set<string>();
  for (const { definition } of templates) {
    const reading = parseTemplate(definition);
    if (!reading.ok) continue;
    const { detail, fundSegment } = reading.template;
    if (fundSegment !== '') needed.add(fundSegment);
    for (const { value, required } of detail.columns) {
      if (!required) continue;
      if (value.kind === 'segment') needed.add(value.segment);
      if (value.kind === 'account') for (const code of value.segments) needed.add(code);
    }
  }
  return segments.filter((code) => needed.has(code));
}

/** Whether a segment has a value at every level and need at which the school has pupils. */
function isWhole(calculation: Calculation, book: AccountBook, segment: string, { source, school }: Posting): boolean {
  if (book.ruleFor(segment, { ...EVERY, source, school })) return true;
  const depends = book.dependsOn(segment);
  if (!depends.level && !depends.need) return false;
  const { levels, needs, plan } = calculation;
  const index = calculation.schoolIndex(school);
  const to = plan.counts.start[index + 1] ?? 0;
  for (let line = plan.counts.start[index] ?? 0; line < to; line++) {
    const cell = plan.counts.cell[line] ?? 0;
    const level = levels[Math.floor(cell / needs.length)]?.code ?? '';
    const need = needs[cell % needs.length]?.code ?? '';
    const count = plan.counts.count[line] ?? 0;
    if (count > 0 && !book.ruleFor(segment, { source, school, level, need })) return false;
  }
  return true;
}

/** Sources that lack it throughout first, then schools, or the other way round. */
function fewestLines(segment: string, postings: readonly Posting[], missing: readonly Posting[]): MissingAccount[] {
  const bySource = cover(segment, postings, missing, ['source', 'school']);
  const bySchool = cover(segment, postings, missing, ['school', 'source']);
  return bySchool.length < bySource.length ? bySchool : bySource;
}

function cover(
  segment: string,
  postings: readonly Posting[],
  missing: readonly Posting[],
  order: readonly ('source' | 'school')[],
): MissingAccount[] {
  const lines: MissingAccount[] = [];
  let rest = missing;
  for (const part of order) {
    const all = countBy(postings, part);
    const lacking = countBy(rest, part);
    const whole = new Set(
      [...lacking].filter(([code, count]) => count > 1 && count === all.get(code)).map(([code]) => code),
    );
    for (const code of whole) {
      lines.push({ segment, place: { ...EVERY, [part]: code }, count: lacking.get(code) ?? 0 });
    }
    rest = rest.filter((posting) => !whole.has(posting[part]));
  }
  return [...lines, ...rest.map(({ source, school }) => ({ segment, place: { ...EVERY, source, school }, count: 1 }))];
}

function countBy(postings: readonly Posting[], part: 'source' | 'school'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const posting of postings) counts.set(posting[part], (counts.get(posting[part]) ?? 0) + 1);
  return counts;
}

/** A value that is shorter or longer than its segment. */
export interface WrongLength {
  readonly rule: AccountRuleRow;
  readonly sentence: string;
}

/** Values that no file can take, because their segment has another length. */
export function wrongLengths(model: Model): WrongLength[] {
  const segments = new Map(orderedSegments(model).map((segment) => [segment.code, segment]));
  const wrong: WrongLength[] = [];
  for (const rule of model.table('accountRule').values()) {
    const segment = segments.get(rule.segment);
    const length = characterCount(rule.value);
    if (!segment || segment.length === 0 || length === segment.length) continue;
    const have = `${length} ${length === 1 ? 'character' : 'characters'}`;
    wrong.push({ rule, sentence: `${quoted(rule.value)} has ${have}, but ${segment.name} has ${segment.length}.` });
  }
  return wrong;
}
