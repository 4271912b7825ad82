import type { Model } from '../model/Model.ts';

/**
 * Enrollment counts in sparse form: the lines of school s are `start[s]` to `start[s + 1] − 1`, each a level × need
 * cell (level × needs + need) and a count in hundredths of a pupil. `whole` holds the full pupils of each line: a
 * district of whole pupils, the usual one, never pays for cutting lines to the cent (see publishedRates.ts).
 */
export interface Counts {
  readonly schoolCount: number;
  readonly cellCount: number;
  readonly start: Int32Array;
  readonly cell: Uint16Array;
  /** Hundredths of a pupil. */
  readonly count: Int32Array;
  /** Whole pupils of each line: ⌊count ÷ 100⌋. */
  readonly whole: Int32Array;
  /** Whether every count is of whole pupils. */
  isWhole: boolean;
}

/** Reads one enrollment version of a model. Rows of unknown schools, levels or needs are left out and counted. */
export function buildCounts(
  model: Model,
  version: number,
  schoolIndex: ReadonlyMap<string, number>,
  levelIndex: ReadonlyMap<string, number>,
  needIndex: ReadonlyMap<string, number>,
): { counts: Counts; unknownRows: number } {
  const schoolCount = schoolIndex.size;
  const needs = needIndex.size;
  const table = model.table('enrollment');
  const rowSchool = new Int32Array(table.size);
  const rowCell = new Uint16Array(table.size);
  const rowCount = new Int32Array(table.size);
  const start = new Int32Array(schoolCount + 1);
  let rows = 0;
  let unknownRows = 0;
  for (const row of table.values()) {
    if (row.version !== version) continue;
    const school = schoolIndex.get(row.school);
    const level = levelIndex.get(row.level);
    const need = needIndex.get(row.need);
    if (school === undefined || level === undefined || need === undefined) {
      unknownRows++;
      continue;
    }
    rowSchool[rows] = school;
    rowCell[rows] = level * needs + need;
    rowCount[rows] = row.count;
    start[school + 1]!++;
    rows++;
  }
  for (let school = 0; school < schoolCount; school++) start[school + 1]! += start[school]!;
  const cell = new Uint16Array(rows);
  const count = new Int32Array(rows);
  const filled = new Int32Array(schoolCount);
  for (let row = 0; row < rows; row++) {
    // Insertion keeps each school's few lines in cell order, whatever order the rows arrived in (I5).
    const school = rowSchool[row]!;
    const first = start[school]!;
    let at = first + filled[school]!++;
    while (at > first && cell[at - 1]! > rowCell[row]!) {
      cell[at] = cell[at - 1]!;
      count[at] = count[at - 1]!;
      at--;
    }
    cell[at] = rowCell[row]!;
    count[at] = rowCount[row]!;
  }
  const counts: Counts = {
    schoolCount,
    cellCount: levelIndex.size * needs,
    start,
    cell,
    count,
    whole: new Int32Array(rows),
    isWhole: true,
  };
  readWhole(counts);
  return { counts, unknownRows };
}

/** Reads the whole pupils again, after counts were changed in place. */
export function readWhole(counts: Counts): void {
  const { count, whole } = counts;
  counts.isWhole = true;
  for (let line = 0; line < count.length; line++) {
    whole[line] = Math.floor(count[line]! / 100);
    if (whole[line]! * 100 !== count[line]) counts.isWhole = false;
  }
}

/** The line of a school's cell, or −1 where the enrollment has no row for it. */
export function lineOf(counts: Counts, school: number, cell: number): number {
  for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
    if (counts.cell[line] === cell) return line;
  }
  return -1;
}

/** Hundredths of a pupil in a school's cell; zero where there is no row. */
export function countOf(counts: Counts, school: number, cell: number): number {
  const line = lineOf(counts, school, cell);
  return line < 0 ? 0 : counts.count[line]!;
}

/**
 * C(l,n): counts of the eligible schools by cell, in hundredths. At most 100,000 schools × 10⁹ hundredths = 10¹⁴,
 * so the sums are exact in doubles.
 */
export function sumByCell(counts: Counts, eligible: Uint8Array): Float64Array {
  const sums = new Float64Array(counts.cellCount);
  for (let school = 0; school < counts.schoolCount; school++) {
    if (eligible[school] === 0) continue;
    for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
      sums[counts.cell[line]!]! += counts.count[line]!;
    }
  }
  return sums;
}

/** Each school's count of the first need over all levels, in hundredths: its pupils. */
export function pupilsBySchool(counts: Counts, needCount: number): Float64Array {
  const pupils = new Float64Array(counts.schoolCount);
  for (let school = 0; school < counts.schoolCount; school++) {
    let sum = 0;
    for (let line = counts.start[school]!; line < counts.start[school + 1]!; line++) {
      if (counts.cell[line]! % needCount === 0) sum += counts.count[line]!;
    }
    pupils[school] = sum;
  }
  return pupils;
}
