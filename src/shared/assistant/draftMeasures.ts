import type { Model } from '../model/Model.ts';
import type { MeasureRow, ScenarioRow } from '../model/rows.ts';
import { formatMeasure } from '../text/formatNumber.ts';
import type { DifferenceNotes } from './DifferenceNotes.ts';
import type { DraftedSchool } from './draftEnrollment.ts';
import type { ImportDraft } from './ImportDraft.ts';
import { rowsBySchool } from './rowsBySchool.ts';
import type { Coverage } from './SchoolRecord.ts';

/** Writes a new version of the measures: those of the file's columns by the file, the others carried over. */
export class DraftMeasures {
  readonly #draft: ImportDraft;
  readonly #coverage: Coverage;
  readonly #held: ReadonlyMap<string, readonly MeasureRow[]>;
  readonly #version: number;

  constructor(draft: ImportDraft, coverage: Coverage, model: Model, scenario: ScenarioRow) {
    this.#draft = draft;
    this.#coverage = coverage;
    this.#held = rowsBySchool(model.table('measure').values(), scenario.measuresVersion);
    this.#version = draft.addVersion('measures');
  }

  write({ code, record, isKept }: DraftedSchool, notes: DifferenceNotes): void {
    const version = this.#version;
    const held = this.#held.get(code) ?? [];
    for (const row of held) {
      if (isKept || !this.#coverage.measures.has(row.measure)) this.#draft.insert('measure', { ...row, version });
    }
    if (isKept) return;
    for (const measure of this.#coverage.measures) {
      const value = record?.measures.get(measure) ?? null;
      if (value !== null) this.#draft.insert('measure', { version, school: code, measure, value });
      const was = held.find((row) => row.measure === measure)?.value ?? null;
      notes.note(measure, was, value, formatMeasure);
    }
  }
}
