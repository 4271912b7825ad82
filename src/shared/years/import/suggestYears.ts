import { headersOf, rowsBelow, suggestHeaderRow } from '../../assistant/headerRow.ts';
import { headerKey } from '../../assistant/headerWords.ts';
import type { WordCode } from '../../assistant/Mapping.ts';
import { isNumberText } from '../../assistant/numberText.ts';
import { type ColumnProfile, profileColumns } from '../../assistant/profileColumns.ts';
import { cellText, type RawRow, type RawTable, tableWidth } from '../../assistant/RawTable.ts';
import { offerCodeRepairs, repairCode } from '../../assistant/repairs.ts';
import type { Model } from '../../model/Model.ts';
import { orderedYears } from '../yearRows.ts';
import { findYear, knownYear } from '../yearText.ts';
import { groupOfWord, isOnlyGroup, splitGroup } from './groupWords.ts';
import { measureName, suggestMeasure } from './suggestMeasure.ts';
import { isSuppressed } from './suppressed.ts';
import type { YearColumn, YearsFileMeasure, YearsMapping, YearsSuggestion, YearTarget } from './YearsMapping.ts';

const ROWS_LOOKED_AT = 5_000;
/** Stray texts in a column of numbers are faults to be told; they must not make it a column of texts. */
const MOSTLY = 0.5;
const MOST_WORDS = 200;
const SCHOOL_CODE = /\b(?:code|id|number|no|nbr|num|key|cds|beds)\b/i;
const SCHOOL = /\b(?:school|site|location|campus|building|sch)\b/i;
const MEASURE = /^(?:measure|indicator|metric|outcome|assessment|test|subject|data element|statistic)s?(?: name)?$/i;
const VALUE = /^(?:value|score|result|percent|pct|rate|number|amount|%)s?$/i;
const GROUP =
  /^(?:student |pupil |demographic )?(?:group|subgroup|sub group|demographic|demographics|population|category|student type|disaggregation)s?(?: name)?$/i;
const YEAR = /^(?:school |fiscal |academic |reporting )?(?:year|yr|sy|fy|period)$/i;

/** What can be seen of one column. */
interface Look {
  readonly column: number;
  readonly header: string;
  readonly words: string;
  readonly profile: ColumnProfile;
  readonly texts: ReadonlyMap<string, number>;
  /** Numbers or marks of suppression in nearly all cells that are filled. */
  readonly isNumbers: boolean;
}

/**
 * Understands a table of years as well as it can: which column says school, year, group, measure and value in long
 * form; in wide form the measure, group and year of each column by its heading. A heading that is only a year
 * (`Proficiency 2022-23`, then `2023-24`) is of the measure before it.
 */
export function suggestYears(table: RawTable, model: Model, fileName: string, headerRow?: number): YearsSuggestion {
  const row = headerRow ?? suggestHeaderRow(table);
  const headers = headersOf(table, row);
  const rows = rowsBelow(table, row);
  const looks = lookAt(rows, headers, tableWidth(table));
  const targets = new Map<number, YearTarget>();
  const free = (look: Look): boolean => !targets.has(look.column);
  const year = looks.find(isYearColumn);
  if (year) targets.set(year.column, { kind: 'year' });
  const schools = findSchools(looks.filter(free), model);
  if (schools.code) targets.set(schools.code.column, { kind: 'schoolCode' });
  if (schools.name) targets.set(schools.name.column, { kind: 'schoolName' });
  const group = looks.filter(free).find((look) => GROUP.test(look.words) || isGroupColumn(look, model));
  if (group) targets.set(group.column, { kind: 'group' });
  const measure = looks.filter(free).find((look) => MEASURE.test(look.words) && !look.isNumbers);
  const values = looks.filter((look) => free(look) && look.isNumbers);
  const value = measure ? (values.find((look) => VALUE.test(look.words)) ?? values[0]) : undefined;
  if (measure && value) {
    targets.set(measure.column, { kind: 'measureName' });
    targets.set(value.column, { kind: 'value' });
  }
  const isLong = measure !== undefined && value !== undefined;

  const named = findYear(fileName) ?? findYear(table.sheet);
  const fileYear = named ? (knownYear(named.text, orderedYears(model)) ?? named.text) : '';
  const measures = new Map<string, YearsFileMeasure>();
  if (!isLong) readHeadings(values, model, { hasGroups: group !== undefined, fileName }, targets, measures);
  const measureWords: WordCode[] = [];
  if (measure && value) {
    for (const text of [...measure.texts.keys()].slice(0, MOST_WORDS)) {
      const name = measureName(model, text);
      measureWords.push([text, name]);
      measures.set(name, suggestMeasure(model, name, numbersOf(value, rows, measure.column, text)));
    }
  }
  const known = orderedYears(model);
  const years: WordCode[] = [];
  // Two spellings of one year in the file are one year as well.
  for (const text of year ? [...year.texts.keys()].slice(0, MOST_WORDS) : []) {
    years.push([text, knownYear(text, [...known, ...years.map(([, name]) => name)]) ?? text]);
  }
  const groups = group ? [...group.texts.keys()].slice(0, MOST_WORDS).map((text) => wordOfGroup(model, text)) : [];
  return {
    form: isLong ? 'long' : 'wide',
    mapping: {
      headerRow: row,
      columns: looks.map(({ column, header }): YearColumn => {
        return { column, header, target: targets.get(column) ?? { kind: 'ignore' } };
      }),
      fileYear,
      fileMeasure: '',
      measures: [...measures.values()],
      years,
      measureWords,
      groups,
      ...repairsOf(schools.code, model),
      rounds: true,
      unknownSchools: 'keep',
    },
    columns: looks.map(({ column, header, texts, profile }) => {
      return { column, header, examples: [...texts.keys()].slice(0, 4), filled: profile.filled };
    }),
    notes: notesOf(isLong, year !== undefined, fileYear, schools.code ?? schools.name),
  };
}

function lookAt(rows: readonly RawRow[], headers: readonly string[], width: number): Look[] {
  const seen = rows.slice(0, ROWS_LOOKED_AT);
  return profileColumns(seen, headers, width).map((profile): Look => {
    const texts = new Map<string, number>();
    let marks = 0;
    for (const row of seen) {
      const text = cellText(row, profile.column);
      if (text === '') continue;
      if (isSuppressed(text)) marks++;
      texts.set(text, (texts.get(text) ?? 0) + 1);
    }
    const isNumbers = profile.numbers > 0 && profile.numbers + marks >= profile.filled * MOSTLY;
    const header = headers[profile.column] ?? '';
    return { column: profile.column, header, words: header.replace(/[_\s]+/g, ' ').trim(), profile, texts, isNumbers };
  });
}

/** The column with the most codes of the district; without any, the one whose heading says so. */
function findSchools(looks: readonly Look[], model: Model): { code: Look | undefined; name: Look | undefined } {
  const schools = model.table('school');
  const names = new Set([...schools.values()].map(({ name }) => headerKey(name)));
  const part = ({ texts, profile }: Look, isOne: (text: string) => boolean): number => {
    let hits = 0;
    for (const [text, count] of texts) if (isOne(text)) hits += count;
    return profile.filled === 0 ? 0 : hits / profile.filled;
  };
  const lengths = new Set([...schools.keys()].map((code) => code.length));
  const padTo = lengths.size === 1 ? ([...lengths][0] ?? null) : null;
  const isCode = (text: string): boolean => schools.has(text) || schools.has(repairCode(text, true, padTo));
  const best = (list: readonly Look[], isOne: (text: string) => boolean): Look | undefined => {
    const rated = list.map((look) => ({ look, hits: part(look, isOne) })).sort((a, b) => b.hits - a.hits);
    return (rated[0]?.hits ?? 0) >= 0.3 ? rated[0]?.look : undefined;
  };
  // Few different numbers, such as percents, are codes by chance; a heading of a school decides before them.
  const called = looks.filter(({ words }) => SCHOOL.test(words));
  const code =
    best(called, isCode) ??
    called.find(({ words }) => SCHOOL_CODE.test(words)) ??
    looks.find(({ words }) => /^code$/i.test(words)) ??
    best(
      looks.filter(({ profile }) => profile.isWhole && profile.withPercent === 0),
      isCode,
    );
  const name =
    best(
      looks.filter((look) => look !== code),
      (text) => names.has(headerKey(text)),
    ) ?? called.find((look) => look !== code && !look.isNumbers);
  return { code, name };
}

/** Every cell is a year, and there are few of them; or the heading says so. */
function isYearColumn({ texts, words, profile }: Look): boolean {
  if (profile.filled === 0) return false;
  const cells = [...texts.keys()];
  const years = cells.filter((text) => findYear(text)?.rest === '').length;
  return years >= cells.length * 0.9 && (YEAR.test(words) || cells.length <= 30) && years > 0;
}

function isGroupColumn({ texts, isNumbers }: Look, model: Model): boolean {
  if (isNumbers || texts.size === 0 || texts.size > MOST_WORDS) return false;
  const known = [...texts.keys()].filter((text) => groupOfWord(model, text) !== null).length;
  return known >= 2 && known * 3 >= texts.size;
}

const wordOfGroup = (model: Model, text: string): WordCode => [text, groupOfWord(model, text) ?? text];

/** What each column of numbers is, by its heading. */
function readHeadings(
  values: readonly Look[],
  model: Model,
  { hasGroups, fileName }: { hasGroups: boolean; fileName: string },
  targets: Map<number, YearTarget>,
  measures: Map<string, YearsFileMeasure>,
): void {
  const known = orderedYears(model);
  let before: { measure: string; group: string | null } | null = null;
  for (const look of values) {
    const found = findYear(look.words);
    const heading = found ? found.rest : look.words;
    const year = found ? (knownYear(found.text, known) ?? found.text) : null;
    if (heading === '') {
      const carried: { measure: string; group: string | null } = before ?? {
        measure: bareName(fileName),
        group: hasGroups ? null : '',
      };
      put(look, carried.measure, carried.group, year);
      before = carried;
      continue;
    }
    const own = isOnlyGroup(model, heading) ? groupOfWord(model, heading) : null;
    const split = own === null ? splitGroup(model, heading) : null;
    // A heading that is a need alone, over whole numbers, counts its pupils.
    const isCount = own !== null && own !== '' && look.profile.isWhole && look.profile.withPercent === 0;
    const measure = isCount
      ? measureName(model, 'Pupils')
      : split
        ? measureName(model, split.measure)
        : measureName(model, heading);
    const group = isCount ? own : split ? split.group : hasGroups ? null : '';
    put(look, measure, group, year);
    before = { measure, group };
  }

  function put(look: Look, measure: string, group: string | null, year: string | null): void {
    targets.set(look.column, { kind: 'measure', measure, group, year });
    if (!measures.has(measure)) measures.set(measure, suggestMeasure(model, measure, profileNumbers(look.profile)));
  }
}

/** `reading_2022-23.csv` → `reading`. */
function bareName(fileName: string): string {
  const stem = fileName.replace(/\.\w{2,5}$/, '');
  return (findYear(stem)?.rest ?? stem).replace(/[_\s]+/g, ' ').trim() || 'Outcome';
}

const profileNumbers = (profile: ColumnProfile) => ({
  hasPercentSign: profile.withPercent > 0,
  hasCurrency: profile.withCurrency > 0,
  isWhole: profile.isWhole,
  least: profile.least,
  largest: profile.largest,
});

/** What the values of one measure look like in long form. */
function numbersOf(value: Look, rows: readonly RawRow[], measure: number, name: string) {
  let [hasPercentSign, hasCurrency, isWhole] = [false, false, true];
  let [least, largest]: [number | null, number | null] = [null, null];
  for (const row of rows.slice(0, ROWS_LOOKED_AT)) {
    if (cellText(row, measure) !== name) continue;
    const text = cellText(row, value.column);
    if (!isNumberText(text)) continue;
    hasPercentSign ||= text.includes('%') || row.marks?.get(value.column) === 'percent';
    hasCurrency ||= text.includes('$');
    const number = Number(text.replace(/[$,%\s]/g, ''));
    if (!Number.isFinite(number)) continue;
    isWhole &&= Number.isInteger(number);
    least = Math.min(least ?? number, number);
    largest = Math.max(largest ?? number, number);
  }
  return { hasPercentSign, hasCurrency, isWhole, least, largest };
}

/** Zeros that a spreadsheet took from codes are given back where that makes them codes of the district. */
function repairsOf(code: Look | undefined, model: Model): Pick<YearsMapping, 'padTo' | 'dropPointZero'> {
  const none = { padTo: null, dropPointZero: false };
  if (!code) return none;
  const schools = model.table('school');
  const hits = (padTo: number | null, drop: boolean): number =>
    [...code.texts.keys()].filter((text) => schools.has(repairCode(text, drop, padTo))).length;
  const offers = offerCodeRepairs(code.profile, [...schools.keys()]);
  const padTo = offers.find(({ repair }) => repair === 'padTo')?.length ?? null;
  const dropPointZero = offers.some(({ repair }) => repair === 'dropPointZero');
  return hits(padTo, dropPointZero) > hits(null, false) ? { padTo, dropPointZero } : none;
}

function notesOf(isLong: boolean, hasYears: boolean, fileYear: string, school: Look | undefined): string[] {
  const notes: string[] = [];
  notes.push(
    isLong
      ? 'Read as one value a row: a column says the measure and another its value.'
      : 'Read as one column for each measure.',
  );
  if (!hasYears && fileYear !== '') notes.push(`Columns without a year are of ${fileYear}, as the file’s name says.`);
  if (!school) notes.push('No column of schools was found. Choose it below.');
  return notes;
}
