import type { Model } from '../model/Model.ts';
import { hashText } from '../text/hashText.ts';
import { readHeader } from './headerWords.ts';
import {
  type ColumnMapping,
  type Mapping,
  NO_REPAIRS,
  type Repairs,
  type Target,
  type TargetKind,
  type WordCode,
} from './Mapping.ts';

/** Longest text that is remembered for one shape of header. */
export const REMEMBERED_LENGTH = 150_000;

/**
 * Headers without what changes from year to year: years become their rank within the file, the newest first, so that
 * `enrol_sy2425, enrol_sy2223` and next year's `enrol_sy2526, enrol_sy2324` are of one shape.
 */
function shapeWords(headers: readonly string[]): string[] {
  const read = headers.map(readHeader);
  const years = [...new Set(read.flatMap(({ year }) => (year === null ? [] : [year])))].sort(
    (left, right) => right - left,
  );
  const seen = new Map<string, number>();
  return read.map(({ words, year }) => {
    const stem = `${words.join(' ')}${year === null ? '' : `@${years.indexOf(year)}`}`;
    const count = (seen.get(stem) ?? 0) + 1;
    seen.set(stem, count);
    return count === 1 ? stem : `${stem}#${count}`;
  });
}

/** The shape of a header as a short text: what a mapping is remembered under. The order of columns says nothing. */
export const headerShape = (headers: readonly string[]): string =>
  hashText(
    shapeWords(headers.filter((header) => header.trim() !== ''))
      .sort()
      .join('\n'),
  );

interface RememberedColumn {
  readonly shape: string;
  readonly header: string;
  readonly target: Target;
  readonly repairs: Repairs;
}

interface Remembered {
  readonly columns: readonly RememberedColumn[];
  readonly levels: readonly WordCode[];
  readonly needs: readonly WordCode[];
  readonly schools: readonly WordCode[];
  readonly blanks: readonly string[];
  readonly defaultLevel: string | null;
  readonly missing: 'blank' | 'keep';
}

/** A mapping as a text to be kept with the document; null where it is too long to keep. */
export function rememberMapping(mapping: Mapping, headers: readonly string[]): string | null {
  const shapes = shapeWords(headers);
  const remembered: Remembered = {
    columns: mapping.columns.map(({ column, header, target, repairs }) => ({
      shape: shapes[column] ?? '',
      header,
      target,
      repairs,
    })),
    levels: mapping.levels,
    needs: mapping.needs,
    // A key confirmed as a new school is in the model by the next time.
    schools: mapping.schools.filter(([key, code]) => key !== code),
    blanks: mapping.blanks,
    defaultLevel: mapping.defaultLevel,
    missing: mapping.missing,
  };
  const text = JSON.stringify(remembered);
  return text.length <= REMEMBERED_LENGTH ? text : null;
}

const KINDS: ReadonlySet<string> = new Set<TargetKind>([
  'ignore',
  'schoolCode',
  'schoolName',
  'level',
  'tag',
  'measure',
  'count',
  'countLevel',
  'countNeed',
  'countValue',
  'currentAmount',
  'currentPupils',
  'sourceCode',
  'sourceName',
  'revenueAmount',
  'origin',
  'restriction',
]);

/**
 * The suggested mapping with what was decided for a file of the same shape. The text comes out of a document that
 * others may have written, so anything in it that does not fit is left as suggested.
 */
export function recallMapping(text: string, suggested: Mapping, headers: readonly string[], model: Model): Mapping {
  let held: Partial<Record<keyof Remembered, unknown>>;
  try {
    held = JSON.parse(text) as typeof held;
  } catch {
    return suggested;
  }
  if (typeof held !== 'object' || held === null) return suggested;
  const needs = new Set([...model.table('need').keys(), ...suggested.newNeeds.map(({ code }) => code)]);
  const levels = model.table('level');
  const remembered = list(held.columns).map(readColumn);
  const shapes = shapeWords(headers);
  const columns = suggested.columns.flatMap((column): ColumnMapping[] => {
    const found = remembered.filter((candidate) => candidate !== null && candidate.shape === shapes[column.column]);
    const fitting = found.flatMap((candidate): ColumnMapping[] => {
      if (!candidate) return [];
      const target = renamed(candidate.target, candidate.header, column.header);
      if (target.kind === 'count' && (!needs.has(target.need) || (target.level !== null && !levels.has(target.level))))
        return [];
      return [{ ...column, target, repairs: candidate.repairs }];
    });
    return fitting.length > 0 ? fitting : [column];
  });
  const pairs = (value: unknown, isKnown: (code: string) => boolean): WordCode[] =>
    list(value).flatMap((pair): WordCode[] => {
      const [word, code] = list(pair);
      return typeof word === 'string' && typeof code === 'string' && isKnown(code) ? [[word, code]] : [];
    });
  const merge = (first: readonly WordCode[], later: readonly WordCode[]): WordCode[] => [
    ...new Map([...first, ...later]),
  ];
  const used = new Set(columns.flatMap(({ target }) => (target.kind === 'count' ? [target.need] : [])));
  const hasLongFormat = columns.some(({ target }) => target.kind === 'countNeed');
  return {
    ...suggested,
    columns,
    newNeeds: hasLongFormat ? suggested.newNeeds : suggested.newNeeds.filter(({ code }) => used.has(code)),
    levels: merge(
      suggested.levels,
      pairs(held.levels, (code) => levels.has(code)),
    ),
    needs: merge(
      suggested.needs,
      pairs(held.needs, (code) => needs.has(code)),
    ),
    schools: pairs(held.schools, (code) => model.table('school').has(code)),
    blanks: list(held.blanks).filter((blank) => typeof blank === 'string'),
    defaultLevel:
      typeof held.defaultLevel === 'string' && levels.has(held.defaultLevel)
        ? held.defaultLevel
        : suggested.defaultLevel,
    missing: held.missing === 'keep' ? 'keep' : 'blank',
  };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A tag or measure named after its header follows the header into the new year. */
function renamed(target: Target, former: string, header: string): Target {
  return (target.kind === 'tag' || target.kind === 'measure') && target.name === former
    ? { ...target, name: header.slice(0, 60).trim() }
    : target;
}

function readColumn(value: unknown): RememberedColumn | null {
  if (typeof value !== 'object' || value === null) return null;
  const { shape, header, target, repairs } = value as Record<string, unknown>;
  const read = readTarget(target);
  if (typeof shape !== 'string' || typeof header !== 'string' || !read) return null;
  return { shape, header, target: read, repairs: readRepairs(repairs) };
}

function readTarget(value: unknown): Target | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, name, need, level } = value as Record<string, unknown>;
  if (typeof kind !== 'string' || !KINDS.has(kind)) return null;
  if (kind === 'tag' || kind === 'measure') return typeof name === 'string' && name !== '' ? { kind, name } : null;
  if (kind === 'count')
    return typeof need === 'string' ? { kind, need, level: typeof level === 'string' ? level : null } : null;
  return { kind } as Target;
}

function readRepairs(value: unknown): Repairs {
  if (typeof value !== 'object' || value === null) return NO_REPAIRS;
  const { dropPointZero, padTo, round, percent } = value as Record<string, unknown>;
  return {
    dropPointZero: dropPointZero === true,
    padTo: typeof padTo === 'number' && Number.isInteger(padTo) && padTo > 0 && padTo <= 60 ? padTo : null,
    round: round === true,
    percent: percent === 'points' || percent === 'fraction' ? percent : null,
  };
}
