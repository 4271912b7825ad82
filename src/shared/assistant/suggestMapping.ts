import type { Model } from '../model/Model.ts';
import { headersOf, rowsBelow, suggestHeaderRow } from './headerRow.ts';
import { headerKey, readHeader } from './headerWords.ts';
import { suggestLevel } from './levelWords.ts';
import { type ColumnMapping, type Mapping, NO_REPAIRS, type Target, type WordCode } from './Mapping.ts';
import type { MappingSuggestion } from './MappingSuggestion.ts';
import { findNeed, findNeedIdea } from './needWords.ts';
import { type ColumnProfile, profileColumns } from './profileColumns.ts';
import { type RawTable, tableWidth } from './RawTable.ts';
import { offerCodeRepairs, offerRounding, type RepairOffer } from './repairs.ts';
import { suggestColumns } from './suggestColumns.ts';
import { findTotalRows } from './totalRows.ts';

const BLANK_WORD = /^(?:-+|–|—|\.+|\*+|n\/?a|n\.a\.|null|none|nil|#n\/a|tbd|<\s?\d+|not reported|suppressed|blank)$/i;
const NUMBER_TARGETS = new Set<Target['kind']>([
  'measure',
  'count',
  'countValue',
  'currentAmount',
  'currentPupils',
  'revenueAmount',
]);

/**
 * Understands a table as well as it can: header row, totals, what each column is, level words, repairs to offer. The
 * result is a complete mapping; the person may change anything in it. `headerRow` is given when the person chose one.
 */
export function suggestMapping(table: RawTable, model: Model, headerRow?: number): MappingSuggestion {
  const row = headerRow ?? suggestHeaderRow(table);
  const headers = headersOf(table, row);
  const leftOut = findTotalRows(table, row);
  const skipped = new Set(leftOut.map((left) => left.row));
  const rows = rowsBelow(table, row).filter((candidate) => !skipped.has(candidate.number));
  const profiles = profileColumns(rows, headers, tableWidth(table));
  const { columns: suggested, newNeeds } = suggestColumns(profiles, model, rows.length);
  // Two rows per school with different levels: the level is that of the counts.
  const code = suggested.find((column) => column.target.kind === 'schoolCode');
  const codeProfile = code && profiles[code.column];
  const isRepeated = codeProfile !== undefined && codeProfile.distinct < codeProfile.filled;
  const columns = suggested.map((column) =>
    isRepeated && column.target.kind === 'level' ? { ...column, target: { kind: 'countLevel' } as Target } : column,
  );
  const repairs = columns.flatMap((column) =>
    offersFor(column.target, profiles[column.column] as ColumnProfile, model),
  );
  const levels = wordsOf(columns, profiles, ['level', 'countLevel'], (word) =>
    suggestLevel(word, model.ordered('level')),
  );
  const needRows = model.ordered('need');
  const needs = wordsOf(columns, profiles, ['countNeed'], (word) => {
    const own = needRows.find((need) => [need.code, need.name].some((name) => headerKey(name) === headerKey(word)));
    if (own) return own.code;
    const idea = findNeedIdea(readHeader(word).words);
    return idea && (findNeed(idea, needRows, (name) => readHeader(name).words) ?? idea.code);
  });
  const onlyLevel = model.ordered('level').length === 1 ? (model.ordered('level')[0]?.code ?? null) : null;
  const mapping: Mapping = {
    headerRow: row,
    columns: columns.map(({ column, header, target }): ColumnMapping => {
      const isPercent = target.kind === 'measure' && (profiles[column]?.withPercent ?? 0) > 0;
      return { column, header, target, repairs: { ...NO_REPAIRS, percent: isPercent ? 'points' : null } };
    }),
    levels: levels.known,
    needs: needs.known,
    defaultLevel: onlyLevel,
    newNeeds,
    schools: [],
    leaveOutRows: [],
    keepRows: [],
    blanks: [],
    missing: 'blank',
  };
  return {
    mapping,
    columns,
    profiles,
    repairs,
    blanks: findBlanks(columns, profiles),
    leftOut,
    unknownLevels: levels.unknown,
    notes: notesOn(table, row, newNeeds),
  };
}

/**
 * Dollars kept as a text are left as they stand. A code that a spreadsheet took for a number ends in “.0”; amounts have
 * cents, a sign of money, or a heading that says so.
 */
const isAmounts = ({ isWhole, withCurrency, mostPointZeros, header }: ColumnProfile): boolean =>
  !isWhole || withCurrency > 0 || mostPointZeros > 1 || MONEY_WORD.test(header);
const MONEY_WORD = /\$|amount|budget|dollar|cost|fund|salar|spen[dt]|revenue|price|allocat/i;

interface Column {
  readonly column: number;
  readonly target: Target;
}

/** What a column may need that is used as `target`. */
export function offersFor(target: Target, profile: ColumnProfile, model: Model): RepairOffer[] {
  switch (target.kind) {
    case 'schoolCode':
      return offerCodeRepairs(profile, [...model.table('school').keys()]);
    case 'sourceCode':
      return offerCodeRepairs(profile, [...model.table('source').keys()]);
    case 'tag':
      return isAmounts(profile) ? [] : offerCodeRepairs(profile, []);
    case 'currentAmount':
    case 'revenueAmount':
      return offerRounding(profile, 'amount', 'amounts');
    case 'count':
    case 'countValue':
    case 'currentPupils':
      return offerRounding(profile, 'count', 'counts');
    default:
      return [];
  }
}

function wordsOf(
  columns: readonly Column[],
  profiles: readonly ColumnProfile[],
  kinds: readonly Target['kind'][],
  find: (word: string) => string | null,
): { known: WordCode[]; unknown: string[] } {
  const known: WordCode[] = [];
  const unknown: string[] = [];
  for (const { column, target } of columns) {
    if (!kinds.includes(target.kind)) continue;
    const { words = [], examples = [] } = profiles[column] ?? {};
    for (const word of new Set([...words.map(([text]) => text), ...examples])) {
      const code = find(word);
      if (code === null) unknown.push(word);
      else known.push([word, code]);
    }
  }
  return { known, unknown };
}

function findBlanks(columns: readonly Column[], profiles: readonly ColumnProfile[]): MappingSuggestion['blanks'] {
  return columns.flatMap(({ column, target }) =>
    NUMBER_TARGETS.has(target.kind)
      ? (profiles[column]?.words ?? [])
          .filter(([word]) => BLANK_WORD.test(word))
          .map(([text, count]) => ({ text, count, column }))
      : [],
  );
}

function notesOn(table: RawTable, headerRow: number, newNeeds: readonly { name: string }[]): string[] {
  const notes: string[] = [];
  const above = table.rows.filter((row) => row.number < headerRow).length;
  if (above > 0)
    notes.push(
      `${above === 1 ? 'One row stands' : `${above} rows stand`} above the header and ${above === 1 ? 'is' : 'are'} passed over.`,
    );
  if (newNeeds.length > 0) notes.push(`New need categories: ${newNeeds.map(({ name }) => name).join(', ')}.`);
  return notes;
}
