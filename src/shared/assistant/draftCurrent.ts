import type { Model } from '../model/Model.ts';
import type { ScenarioRow } from '../model/rows.ts';
import { formatCount, formatMoney } from '../text/formatNumber.ts';
import { quoted } from '../text/quoted.ts';
import type { CellFaults } from './CellFaults.ts';
import type { DifferenceNotes } from './DifferenceNotes.ts';
import type { DraftedSchool } from './draftEnrollment.ts';
import type { ImportDraft } from './ImportDraft.ts';
import type { TotalChange } from './ImportPreview.ts';
import type { Coverage } from './SchoolRecord.ts';

interface Current {
  readonly amountCents: number;
  readonly pupils: number | null;
}

/** Writes a new version of the current budgets: amounts, pupils or both by the file, the other carried over. */
export class DraftCurrent {
  readonly #draft: ImportDraft;
  readonly #coverage: Coverage;
  readonly #model: Model;
  readonly #pinned: number;
  readonly #faults: CellFaults;
  readonly #version: number;
  #before = 0;
  #after = 0;

  constructor(draft: ImportDraft, coverage: Coverage, model: Model, scenario: ScenarioRow, faults: CellFaults) {
    this.#draft = draft;
    this.#coverage = coverage;
    this.#model = model;
    this.#pinned = scenario.currentVersion;
    this.#faults = faults;
    this.#version = draft.addVersion('current');
  }

  write(school: DraftedSchool, notes: DifferenceNotes): void {
    const { code } = school;
    const row = this.#model.get('currentBudget', this.#pinned, code);
    const was = row ? { amountCents: row.amountCents, pupils: row.pupils } : null;
    this.#before += was?.amountCents ?? 0;
    const becomes = school.isKept ? was : this.#read(school, was);
    if (becomes) {
      this.#after += becomes.amountCents;
      this.#draft.insert('currentBudget', { version: this.#version, school: code, ...becomes });
    }
    notes.note('Current budget', was?.amountCents ?? null, becomes?.amountCents ?? null, formatMoney);
    notes.note('Pupils of the current budget', was?.pupils ?? null, becomes?.pupils ?? null, formatCount);
  }

  totals(): TotalChange[] {
    return [{ what: 'Current budgets', unit: 'cents', before: this.#before, after: this.#after }];
  }

  #read({ code, record }: DraftedSchool, was: Current | null): Current | null {
    const amountCents = this.#coverage.hasAmount ? (record?.amountCents ?? null) : (was?.amountCents ?? null);
    const pupils = this.#coverage.hasPupils ? (record?.pupils ?? null) : (was?.pupils ?? null);
    if (amountCents !== null) return { amountCents, pupils };
    if (record && this.#coverage.hasPupils && pupils !== null) {
      const reason = `There are pupils for the current budget of ${quoted(code)}, which has no current budget.`;
      this.#faults.add(record.row, null, formatCount(pupils), reason);
    }
    return null;
  }
}
