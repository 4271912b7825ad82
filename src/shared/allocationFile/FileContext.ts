import type { Calculation } from '../calc/Calculation.ts';
import type { Model } from '../model/Model.ts';
import type { AdoptionRow, ScenarioRow } from '../model/rows.ts';
import type { AllocationTemplate } from './AllocationTemplate.ts';
import type { ControlTotals } from './controlTotals.ts';

/** Everything columns are written from. */
export interface FileContext {
  readonly calculation: Calculation;
  readonly model: Model;
  readonly template: AllocationTemplate;
  readonly scenario: ScenarioRow;
  readonly adoption: AdoptionRow | null;
  readonly districtName: string;
  readonly fiscalYear: string;
  /** ISO time without a zone: when the file is written, on the clock of the one who writes it. */
  readonly writtenAt: string;
  /** The segments the template uses, in the order of a line's account. */
  readonly segments: readonly string[];
  readonly totals: ControlTotals;
  /** All records of the file, headings included. */
  readonly recordCount: number;
}

/** How a scenario that is not adopted is marked; empty where it is. */
export function draftMark(scenario: ScenarioRow): string {
  if (scenario.status === 'adopted') return '';
  return scenario.status === 'proposed' ? 'PROPOSED' : 'DRAFT';
}
