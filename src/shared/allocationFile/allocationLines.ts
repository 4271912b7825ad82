import type { Calculation } from '../calc/Calculation.ts';
import type { AccountPlace } from '../changes/accounts.ts';
import { compareCodes, KEY_SEPARATOR } from '../model/tables.ts';
import { AccountBook } from './AccountBook.ts';
import type { AllocationTemplate, SortKey } from './AllocationTemplate.ts';
import { type AllocationEntry, allocationEntries, NONE, schoolCode, sourceCode } from './allocationEntries.ts';
import { splitEvenly } from './splitAmount.ts';

/** Where rows of several schools, sources, levels or needs were summed to one. */
export const SEVERAL = -9;

/** One row of the file before it is written: what it is about, its account, its cents. */
export interface AllocationLine {
  /** Index, NONE for the central office, or SEVERAL. */
  readonly school: number;
  readonly source: number;
  readonly level: number;
  readonly need: number;
  /** Place in the template's list of months; NONE where rows are of the whole year. */
  readonly month: number;
  readonly cents: number;
  /** Values of the segments the template uses, in the order of `segments`; null where no rule fits. */
  readonly account: readonly (string | null)[];
  /** What was summed to this line. */
  readonly entries: readonly AllocationEntry[];
}

export interface AllocationLines {
  /** Codes of the segments that the template uses. */
  readonly segments: readonly string[];
  readonly entries: readonly AllocationEntry[];
  /** Account of each entry, as in a line. */
  readonly accounts: readonly (readonly (string | null)[])[];
  readonly lines: readonly AllocationLine[];
}

/** Codes of the segments in columns of the detail record and of control totals, each once. */
export function usedSegments(template: AllocationTemplate): string[] {
  const used = new Set<string>();
  for (const { value } of template.detail.columns) {
    if (value.kind === 'segment') used.add(value.segment);
    if (value.kind === 'account') for (const code of value.segments) used.add(code);
  }
  if (template.fundSegment !== '') used.add(template.fundSegment);
  return [...used];
}

/** The rows of a file: money by piece, with its account, by month where asked, summed and sorted as the template says. */
export function allocationLines(calculation: Calculation, template: AllocationTemplate): AllocationLines {
  const segments = usedSegments(template);
  const entries = allocationEntries(calculation, template);
  const accounts = resolveAccounts(calculation, segments, entries);
  const lines: AllocationLine[] = [];
  const groups = new Map<string, number>();
  for (const [at, entry] of entries.entries()) {
    const account = accounts[at]!;
    const { school, source, level, need, cents } = entry;
    if (template.groupBy === 'none') {
      lines.push({ school, source, level, need, month: NONE, cents, account, entries: [entry] });
      continue;
    }
    const key = groupKey(template, entry, account);
    const place = groups.get(key);
    const held = place === undefined ? undefined : lines[place];
    if (!held || place === undefined) {
      groups.set(key, lines.length);
      lines.push({ school, source, level, need, month: NONE, cents, account, entries: [entry] });
      continue;
    }
    (held.entries as AllocationEntry[]).push(entry);
    lines[place] = {
      school: held.school === school ? school : SEVERAL,
      source: held.source === source ? source : SEVERAL,
      level: held.level === level ? level : SEVERAL,
      need: held.need === need ? need : SEVERAL,
      month: NONE,
      cents: held.cents + cents,
      account,
      entries: held.entries,
    };
  }
  const byMonth = template.rowsByMonth ? lines.flatMap((line) => monthsOf(line, template.months.length)) : lines;
  const kept = template.zeroRows ? byMonth : byMonth.filter((line) => line.cents !== 0);
  return { segments, entries, accounts, lines: sortLines(kept, template.sort) };
}

function monthsOf(line: AllocationLine, months: number): AllocationLine[] {
  return splitEvenly(line.cents, months).map((cents, month) => ({ ...line, month, cents }));
}

/** What rows must share to be summed; accounts always, so that no sum posts to two accounts. */
function groupKey(
  { groupBy }: AllocationTemplate,
  entry: AllocationEntry,
  account: readonly (string | null)[],
): string {
  const key = account.map((value) => value ?? KEY_SEPARATOR).join(KEY_SEPARATOR);
  if (groupBy === 'school') return `${entry.school}${KEY_SEPARATOR}${key}`;
  return groupBy === 'source' ? `${entry.source}${KEY_SEPARATOR}${key}` : key;
}

/** What an entry is about, in codes, as account rules name it. */
export function placeOfEntry(calculation: Calculation, entry: AllocationEntry): AccountPlace {
  return {
    source: sourceCode(calculation, entry.source),
    school: schoolCode(calculation, entry.school),
    level: entry.level === NONE ? '' : calculation.levels[entry.level]!.code,
    need: entry.need === NONE ? '' : calculation.needs[entry.need]!.code,
  };
}

function resolveAccounts(
  calculation: Calculation,
  segments: readonly string[],
  entries: readonly AllocationEntry[],
): (readonly (string | null)[])[] {
  const book = new AccountBook(calculation.model);
  return entries.map((entry) => {
    const place = placeOfEntry(calculation, entry);
    return segments.map((segment) => book.valueOf(segment, place));
  });
}

/** Sorts by the template's keys; rows alike in all of them stay in the order of sources and schools. */
function sortLines(lines: AllocationLine[], sort: readonly SortKey[]): AllocationLine[] {
  if (sort.length === 0) return lines;
  const accountText = new Map<AllocationLine, string>();
  if (sort.includes('account')) {
    for (const line of lines) accountText.set(line, line.account.map((value) => value ?? '').join(KEY_SEPARATOR));
  }
  // Schools, sources, levels and needs stand in the calculation in their own order; what has no index comes last.
  const rank = (index: number): number => (index < 0 ? 1_000_000 - index : index);
  const compare: Record<SortKey, (left: AllocationLine, right: AllocationLine) => number> = {
    account: (left, right) => compareCodes(accountText.get(left)!, accountText.get(right)!),
    school: (left, right) => rank(left.school) - rank(right.school),
    source: (left, right) => rank(left.source) - rank(right.source),
    level: (left, right) => rank(left.level) - rank(right.level),
    need: (left, right) => rank(left.need) - rank(right.need),
    month: (left, right) => left.month - right.month,
  };
  const order = sort.map((key) => compare[key]);
  return lines.sort((left, right) => {
    for (const by of order) {
      const difference = by(left, right);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
