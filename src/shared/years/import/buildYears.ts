import { type CellFault, CellFaults, markSentence } from '../../assistant/CellFaults.ts';
import { roundToCents, shiftPoint } from '../../assistant/cellNumbers.ts';
import { rowsBelow } from '../../assistant/headerRow.ts';
import type { WordCode } from '../../assistant/Mapping.ts';
import { NearSchools } from '../../assistant/nearSchools.ts';
import { cellText, type RawRow, type RawTable } from '../../assistant/RawTable.ts';
import { repairCode } from '../../assistant/repairs.ts';
import type { Change } from '../../changes/Change.ts';
import { putYearValues, type YearCell, yearNameFault } from '../../changes/years.ts';
import { checkValue } from '../../model/checkRow.ts';
import type { Model } from '../../model/Model.ts';
import type { YearValueRow } from '../../model/rows.ts';
import { type Column, keyOf } from '../../model/tables.ts';
import { LIMITS } from '../../model/units.ts';
import type { Parsed } from '../../text/parseNumber.ts';
import { quoted } from '../../text/quoted.ts';
import { readYearNumber } from '../yearNumber.ts';
import { groupName, orderedGroups, orderedYears } from '../yearRows.ts';
import { compareYears, knownYear } from '../yearText.ts';
import { groupOfWord } from './groupWords.ts';
import { isSuppressed } from './suppressed.ts';
import type { YearColumn, YearsFileMeasure, YearsMapping, YearsPreview } from './YearsMapping.ts';

/** The change that a table of years makes, or every fault it has. */
export interface BuiltYears {
  readonly preview: YearsPreview;
  /** The first faults; there is a change only where `faultCount` is 0. */
  readonly faults: readonly CellFault[];
  readonly faultCount: number;
  readonly change: Change | null;
}

const TOLD = 200;
const CODE: Column = { name: '', value: { type: 'code' }, nullable: false };
/** What stands where a school's name or code would: the row is of all of them. */
const TOTAL =
  /^(?:(?:all|total|grand total|overall)(?: (?:schools|sites|students|district))?|district(?:\s?-?\s?wide)?(?: total| average)?|state(?:wide)?(?: total| average)?|city(?:wide)?|county|average|mean)\s*:?$|\btotals?\s*:?$/i;

/**
 * Makes one change of a table of years, or lists all its faults by row and column. Nothing is half applied. Schools
 * that the district does not have are told and not refused, for schools close. A mark in place of a value (`*`, `<10`,
 * `s`) is read as missing: it is counted, takes an earlier value away, and is never a zero. An empty cell says nothing
 * and leaves what is there.
 */
export function buildYears(table: RawTable, mapping: YearsMapping, model: Model, fileName: string): BuiltYears {
  const reader = new YearsReader(table, mapping, model);
  reader.readAll();
  const { faults } = reader;
  let change: Change | null = null;
  if (faults.count === 0) {
    const put = { measures: reader.measuresUsed(), values: reader.values, gone: reader.gone };
    const label = `Import years from ${fileName}`.slice(0, LIMITS.nameLength);
    const made = putYearValues(model, put, label, 'import');
    if (typeof made === 'string') faults.add(null, null, null, made);
    else change = made;
  }
  return { preview: reader.preview(), faults: faults.told, faultCount: faults.count, change };
}

type Of<Kind extends YearColumn['target']['kind']> = YearColumn & {
  readonly target: Extract<YearColumn['target'], { kind: Kind }>;
};

class YearsReader {
  readonly faults: CellFaults;
  readonly values: YearValueRow[] = [];
  readonly gone: YearCell[] = [];
  readonly #table: RawTable;
  readonly #mapping: YearsMapping;
  readonly #model: Model;
  readonly #near: NearSchools;
  readonly #measures: ReadonlyMap<string, YearsFileMeasure>;
  readonly #years: Words;
  readonly #groups: Words;
  readonly #measureWords: Words;
  readonly #knownYears: readonly string[];
  /** Row number and value of each key that was read, for what stands twice. */
  readonly #read = new Map<string, { row: number; value: string | null }>();
  readonly #suppressed = new Map<string, number>();
  readonly #unknown = new Map<string, { rows: number; hint: string }>();
  readonly #schools = new Set<string>();
  readonly #leftOut: { row: number; reason: string }[] = [];
  #rowsRead = 0;
  #twice = 0;
  #unknownLeftOut = 0;

  constructor(table: RawTable, mapping: YearsMapping, model: Model) {
    this.#table = table;
    this.#mapping = mapping;
    this.#model = model;
    this.faults = new CellFaults(table.sheet);
    this.#near = new NearSchools(model);
    this.#measures = new Map(mapping.measures.map((measure) => [measure.measure, measure]));
    this.#knownYears = orderedYears(model);
    this.#years = new Words(mapping.years, (text) => knownYear(text, this.#knownYears) ?? text);
    this.#groups = new Words(mapping.groups, (text) => groupOfWord(model, text) ?? text);
    this.#measureWords = new Words(mapping.measureWords, () => '');
  }

  readAll(): void {
    const { columns } = this.#mapping;
    const one = <Kind extends YearColumn['target']['kind']>(kind: Kind): Of<Kind> | null =>
      (columns.find(({ target }) => target.kind === kind) as Of<Kind> | undefined) ?? null;
    const [code, name, year, group] = [one('schoolCode'), one('schoolName'), one('year'), one('group')];
    const [measureName, value] = [one('measureName'), one('value')];
    const wide = columns.filter((column): column is Of<'measure'> => column.target.kind === 'measure');
    const school = code ?? name;
    if (!school) this.faults.add(null, null, null, 'No column says which school a row is about. Choose it.');
    if (wide.length === 0 && !value) this.faults.add(null, null, null, 'No column holds values. Choose one.');
    if (value && !measureName && this.#mapping.fileMeasure === '') {
      this.faults.add(null, value, null, 'Nothing says which measure these values are of. Choose it.');
    }
    this.#checkHeadings(wide);
    if (!school || this.faults.count > 0) return;

    for (const row of rowsBelow(this.#table, this.#mapping.headerRow)) {
      const key = this.#schoolOf(row, code, name);
      if (key === null) continue;
      this.#rowsRead++;
      const rowYear = year ? this.#textOf(row, year) : '';
      const rowGroup = group ? this.#textOf(row, group) : '';
      if (rowYear === undefined || rowGroup === undefined) continue;
      const yearHere = rowYear === '' ? this.#mapping.fileYear : this.#years.find(rowYear);
      const groupHere = rowGroup === '' ? '' : this.#groups.find(rowGroup);
      for (const column of wide) {
        const { measure, group: own, year: named } = column.target;
        this.#cell(row, column, key, named ?? yearHere, measure, own ?? groupHere);
      }
      if (!value) continue;
      const word = measureName ? this.#textOf(row, measureName) : '';
      if (word === undefined) continue;
      if (measureName && word === '') {
        if (cellText(row, value.column) !== '')
          this.faults.add(row.number, measureName, '', 'No measure is named here.');
        continue;
      }
      const measure = measureName ? this.#measureWords.find(word) : this.#mapping.fileMeasure;
      // A measure that the person left out.
      if (measure !== '') this.#cell(row, value, key, yearHere, measure, groupHere);
    }
  }

  /** Measures that values were read of; new ones are made. */
  measuresUsed(): YearsFileMeasure[] {
    const used = new Set(this.values.map(({ measure }) => measure));
    return [...this.#measures.values()].filter(({ measure }) => used.has(measure));
  }

  #checkHeadings(wide: readonly Of<'measure'>[]): void {
    const seen = new Map<string, string>();
    for (const column of wide) {
      const { measure, group, year } = column.target;
      if (!this.#measures.has(measure)) {
        this.faults.add(null, column, null, `The measure ${quoted(measure)} of this column is not described.`);
      }
      const key = keyOf(measure, group ?? '\u0000', year ?? '');
      const twin = seen.get(key);
      if (twin !== undefined) {
        const reason = `It is the same measure, group and year as the column ${quoted(twin)}. Say what differs, or leave one out.`;
        this.faults.add(null, column, null, reason);
      }
      seen.set(key, column.header);
      for (const [what, text] of [
        ['A measure', measure],
        ['A year', year ?? 'x'],
        ['A group', group || 'x'],
      ] as const) {
        const fault = yearNameFault(what, text);
        if (fault) this.faults.add(null, column, null, fault);
      }
    }
  }

  #schoolOf(row: RawRow, code: YearColumn | null, name: YearColumn | null): string | null {
    const column = (code ?? name) as YearColumn;
    const text = cellText(row, column.column);
    const title = name ? cellText(row, name.column) : '';
    if (text === '' || TOTAL.test(text) || TOTAL.test(title)) {
      const told = TOTAL.test(text) ? text : title;
      const isNote = row.cells.filter((cell) => cell.trim() !== '').length <= 1;
      if (text === '' && !TOTAL.test(title) && !isNote) {
        this.faults.add(row.number, column, '', 'This cell is empty, so the row names no school.');
        return null;
      }
      const reason = TOTAL.test(told) ? `${quoted(told)} is not one school` : 'a heading or a note';
      this.#leftOut.push({ row: row.number, reason });
      return null;
    }
    const marked = markSentence(text, row.marks?.get(column.column));
    if (marked) {
      this.faults.add(row.number, column, text, marked);
      return null;
    }
    const schools = this.#model.table('school');
    const { dropPointZero, padTo, unknownSchools } = this.#mapping;
    let key = code ? repairCode(text, dropPointZero, padTo) : text;
    if (!code) {
      const same = this.#near.sameName(text);
      if (same.length > 1) {
        this.faults.add(
          row.number,
          column,
          text,
          `${same.length} schools are called ${quoted(text)}; use their codes.`,
        );
        return null;
      }
      key = same[0]?.code ?? text;
    }
    if (!schools.has(key)) {
      const problem = checkValue(CODE, key);
      if (problem) {
        this.faults.add(row.number, column, text, `The code ${quoted(key)} ${problem}.`);
        return null;
      }
      const held = this.#unknown.get(key);
      if (held) held.rows++;
      else this.#unknown.set(key, { rows: 1, hint: this.#hint(key, title) });
      if (unknownSchools === 'leaveOut') {
        this.#unknownLeftOut++;
        return null;
      }
    }
    this.#schools.add(key);
    return key;
  }

  #hint(key: string, name: string): string {
    const [zeros] = this.#near.sameLooseCode(key);
    if (zeros) return `${zeros.name} (${zeros.code})? The code differs only in zeros, case or marks.`;
    const [named] = name === '' ? [] : this.#near.sameName(name);
    return named ? `${named.name} (${named.code})? It has this name.` : name;
  }

  /** The text of a cell; undefined where a spreadsheet has none to give, which is told. */
  #textOf(row: RawRow, column: YearColumn): string | undefined {
    const text = cellText(row, column.column);
    const mark = row.marks?.get(column.column);
    const marked = mark === 'date' ? null : markSentence(text, mark);
    if (!marked) return text;
    this.faults.add(row.number, column, text, marked);
    return undefined;
  }

  #cell(row: RawRow, column: YearColumn, school: string, year: string, measure: string, studentGroup: string): void {
    const text = cellText(row, column.column);
    if (text === '') return;
    const what = this.#measures.get(measure);
    if (!what) {
      this.faults.add(row.number, column, text, `The measure ${quoted(measure)} is not described.`);
      return;
    }
    const fault =
      year === ''
        ? 'Nothing says which year this value is of. Type the year of the file.'
        : (yearNameFault('A year', year) ?? (studentGroup === '' ? null : yearNameFault('A group', studentGroup)));
    if (fault) {
      this.faults.add(row.number, column, text, fault);
      return;
    }
    let value: string | null = null;
    if (isSuppressed(text)) this.#suppressed.set(text, (this.#suppressed.get(text) ?? 0) + 1);
    else {
      const mark = row.marks?.get(column.column);
      const marked = markSentence(text, mark);
      const parsed: Parsed<string> = marked
        ? { ok: false, sentence: marked }
        : readValue(text, mark === 'percent', what, this.#mapping.rounds);
      if (!parsed.ok) {
        this.faults.add(row.number, column, text, parsed.sentence);
        return;
      }
      value = parsed.value;
    }
    const key = keyOf(year, school, measure, studentGroup);
    const twin = this.#read.get(key);
    if (twin) {
      if (twin.value === value) this.#twice++;
      else {
        const group = groupName(this.#model, studentGroup);
        const reason = `Row ${twin.row} has another value of ${measure} of this school, ${year}, ${group}. Leave one out, or say what differs.`;
        this.faults.add(row.number, column, text, reason);
      }
      return;
    }
    this.#read.set(key, { row: row.number, value });
    if (value !== null) this.values.push({ year, school, measure, studentGroup, value });
    else if (this.#model.table('yearValue').has(key)) this.gone.push({ year, school, measure, studentGroup });
  }

  preview(): YearsPreview {
    const held = this.#model.table('yearValue');
    let [added, changed] = [0, 0];
    const counts = {
      year: new Map<string, number>(),
      measure: new Map<string, number>(),
      group: new Map<string, number>(),
    };
    const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1);
    for (const { year, school, measure, studentGroup, value } of this.values) {
      const before = held.get(keyOf(year, school, measure, studentGroup));
      if (!before) added++;
      else if (before.value !== value) changed++;
      count(counts.year, year);
      count(counts.measure, measure);
      count(counts.group, studentGroup);
    }
    const groups = new Set(orderedGroups(this.#model));
    const told = (map: ReadonlyMap<string, number>, isNew: (key: string) => boolean) =>
      [...map].map(([name, number]) => ({ name, count: number, isNew: isNew(name) }));
    const suppressed = [...this.#suppressed].sort((a, b) => b[1] - a[1]);
    const notes: string[] = [];
    if (this.#twice > 0)
      notes.push(`${this.#twice.toLocaleString('en-US')} values stand twice, alike; each is taken once.`);
    if (this.#unknownLeftOut > 0) {
      const [rows, are] = this.#unknownLeftOut === 1 ? ['row', 'is'] : ['rows', 'are'];
      notes.push(
        `${this.#unknownLeftOut.toLocaleString('en-US')} ${rows} of schools not in the district ${are} left out.`,
      );
    }
    return {
      rowsRead: this.#rowsRead,
      ...{ added, changed, unchanged: this.values.length - added - changed, removed: this.gone.length },
      suppressed: suppressed.slice(0, 12).map(([text, number]) => ({ text, count: number })),
      suppressedCount: suppressed.reduce((all, [, number]) => all + number, 0),
      years: told(counts.year, (year) => !this.#knownYears.includes(year)).sort((a, b) => compareYears(a.name, b.name)),
      measures: told(counts.measure, (measure) => !this.#model.table('yearMeasure').has(measure)),
      groups: told(counts.group, (group) => !groups.has(group)).map((each) => {
        return { ...each, name: groupName(this.#model, each.name) };
      }),
      schools: this.#schools.size,
      unknown: [...this.#unknown].slice(0, TOLD).map(([code, { rows, hint }]) => ({ code, rows, hint })),
      unknownCount: this.#unknown.size,
      leftOut: this.#leftOut.slice(0, TOLD),
      leftOutCount: this.#leftOut.length,
      notes,
    };
  }
}

/** Words of the file by what the person said of them, else by what can be known. */
class Words {
  readonly #known: Map<string, string>;
  readonly #otherwise: (text: string) => string;

  constructor(words: readonly WordCode[], otherwise: (text: string) => string) {
    this.#known = new Map(words.map(([word, code]) => [word.trim().toLowerCase(), code.trim()]));
    this.#otherwise = otherwise;
  }

  find(text: string): string {
    const key = text.trim().toLowerCase();
    let found = this.#known.get(key);
    if (found === undefined) {
      found = this.#otherwise(text.trim());
      this.#known.set(key, found);
    }
    return found;
  }
}

const POINT_ZERO = /^(-?\d{1,18})\.0+$/;

/** A spreadsheet stores 45% as 0.45; a text file writes `45%`; some files write parts of 1, which the mapping says. */
function readValue(text: string, isStoredPercent: boolean, what: YearsFileMeasure, rounds: boolean): Parsed<string> {
  const { unit, isFraction } = what;
  if (unit === 'dollars' || unit === 'pupils') {
    if (isStoredPercent)
      return { ok: false, sentence: `${quoted(text)} is a percentage, and ${what.measure} is in ${unit}.` };
    return readYearNumber(rounds ? roundToCents(text) : text, unit);
  }
  const plain = POINT_ZERO.exec(text)?.[1] ?? text;
  if (isStoredPercent) return readYearNumber(shiftPoint(text, 2), unit);
  const parsed = readYearNumber(plain, unit);
  if (!parsed.ok || unit !== 'percent' || !isFraction || text.includes('%')) return parsed;
  return readYearNumber(shiftPoint(parsed.value, 2), unit);
}
