import type { Model } from '../model/Model.ts';
import type { EnrollmentRow, ScenarioRow } from '../model/rows.ts';
import { formatCount } from '../text/formatNumber.ts';
import { quoted } from '../text/quoted.ts';
import type { CellFaults } from './CellFaults.ts';
import type { DifferenceNotes } from './DifferenceNotes.ts';
import type { ImportDraft } from './ImportDraft.ts';
import type { TotalChange } from './ImportPreview.ts';
import { rowsBySchool } from './rowsBySchool.ts';
import type { Coverage, SchoolRecord } from './SchoolRecord.ts';

/** One school as it goes into the new versions. */
export interface DraftedSchool {
  readonly code: string;
  /** Null where the file does not name it. */
  readonly record: SchoolRecord | null;
  readonly level: string;
  /** The level it had; the same for a new school. */
  readonly formerLevel: string;
  /** Not in the file, and the mapping keeps what such schools had. */
  readonly isKept: boolean;
}

/**
 * Writes a new version of the enrollment, school by school. What the file covers replaces all of a school's pupils of
 * that need, at every level; other needs are carried over, and move with a school whose own level changes.
 */
export class DraftEnrollment {
  readonly #draft: ImportDraft;
  readonly #coverage: Coverage;
  readonly #faults: CellFaults;
  readonly #needNames: ReadonlyMap<string, string>;
  readonly #held: ReadonlyMap<string, readonly EnrollmentRow[]>;
  readonly #version: number;
  readonly #before = new Map<string, number>();
  readonly #after = new Map<string, number>();
  /** Schools whose pupils stood at several levels and have one number in the file. */
  joined = 0;

  constructor(
    draft: ImportDraft,
    coverage: Coverage,
    model: Model,
    scenario: ScenarioRow,
    needNames: ReadonlyMap<string, string>,
    faults: CellFaults,
  ) {
    this.#draft = draft;
    this.#coverage = coverage;
    this.#faults = faults;
    this.#needNames = needNames;
    this.#held = rowsBySchool(model.table('enrollment').values(), scenario.enrollmentVersion);
    this.#version = draft.addVersion('enrollment');
  }

  write(school: DraftedSchool, notes: DifferenceNotes): void {
    const { code, record } = school;
    const held = this.#held.get(code) ?? [];
    const replaced = held.filter((row) => this.#coverage.needs.has(row.need) && !school.isKept && row.count > 0);
    for (const row of held) add(this.#before, row.need, row.count);
    const moves = school.level !== school.formerLevel && !held.some((row) => row.level === school.level);
    for (const row of held) {
      if (this.#coverage.needs.has(row.need) && !school.isKept) continue;
      add(this.#after, row.need, row.count);
      const level = moves && row.level === school.formerLevel ? school.level : row.level;
      this.#draft.insert('enrollment', { ...row, level, version: this.#version });
    }
    const written = record ? this.#place(record, school.level) : [];
    for (const row of written) {
      add(this.#after, row.need, row.count);
      this.#draft.insert('enrollment', row);
    }
    if (!school.isKept) this.#noteDifferences(replaced, written, notes);
    const saysNoLevel = record?.counts.every((count) => count.level === '') ?? false;
    if (written.length > 0 && saysNoLevel && new Set(replaced.map((row) => row.level)).size > 1) this.joined++;
  }

  totals(): TotalChange[] {
    return [...this.#needNames]
      .filter(([need]) => this.#coverage.needs.has(need) || this.#before.has(need))
      .map(([need, what]) => ({
        what,
        unit: 'pupils',
        before: this.#before.get(need) ?? 0,
        after: this.#after.get(need) ?? 0,
      }));
  }

  /** The rows of a record with their levels; no pupils is no row. */
  #place(record: SchoolRecord, ownLevel: string): EnrollmentRow[] {
    const rows: EnrollmentRow[] = [];
    for (const { level: written, need, count } of record.counts) {
      const level = written || ownLevel;
      if (rows.some((row) => row.level === level && row.need === need)) {
        const reason = `The pupils of ${quoted(record.code)} at the level ${level} stand in two columns, once as those of its own level.`;
        this.#faults.add(record.row, null, null, reason);
      } else rows.push({ version: this.#version, school: record.code, level, need, count });
    }
    return rows.filter((row) => row.count > 0);
  }

  #noteDifferences(held: readonly EnrollmentRow[], written: readonly EnrollmentRow[], notes: DifferenceNotes): void {
    for (const need of this.#coverage.needs) {
      notes.note(this.#needNames.get(need) ?? need, sumOf(held, need), sumOf(written, need), formatCount);
    }
    // The same pupils at other levels are a change as well.
    const same = held.length === written.length && held.every((row) => written.some((other) => isSameCell(row, other)));
    if (!same && !notes.isDifferent) notes.note('Pupils by level', held, written, cellsText);
  }
}

const isSameCell = (left: EnrollmentRow, right: EnrollmentRow): boolean =>
  left.level === right.level && left.need === right.need && left.count === right.count;

const cellsText = (rows: readonly EnrollmentRow[]): string =>
  rows.map((row) => `${row.level} ${row.need} ${formatCount(row.count)}`).join(', ');

function sumOf(rows: readonly EnrollmentRow[], need: string): number {
  let sum = 0;
  for (const row of rows) if (row.need === need) sum += row.count;
  return sum;
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}
