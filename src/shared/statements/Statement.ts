import type { Payer, Restriction, ScenarioStatus } from '../model/rows.ts';
import type { StatementLine } from './statementLines.ts';

/** What one source gives a school, with its lines. */
export interface StatementSource {
  readonly code: string;
  readonly name: string;
  readonly restriction: Restriction;
  /** `by weights`, `dollars per pupil`, … */
  readonly how: string;
  readonly amountCents: number;
  readonly lines: readonly StatementLine[];
}

/** The school's floor: what it may not fall below, and what that meant for it. */
export interface StatementFloor {
  /** `98.5% of this year's budget of $1,234.50` … Empty where the school has no floor. */
  readonly parts: readonly { readonly label: string; readonly amountCents: number }[];
  readonly floorCents: number;
  readonly comparisonCents: number;
  readonly topUpCents: number;
  readonly deductionCents: number;
  /** Who paid, or why there is no floor: whole sentences. */
  readonly sentences: readonly string[];
}

/** One school's page: every number as the engine has it, money in cents; NaN where there is none. */
export interface Statement {
  readonly school: { readonly code: string; readonly name: string; readonly levels: string };
  readonly districtName: string;
  readonly fiscalYear: string;
  readonly scenario: {
    readonly name: string;
    readonly status: ScenarioStatus;
    /** `Adopted June 1, 2026 by m.lopez`; empty where it is not adopted. */
    readonly stamp: string;
    /** The first characters of the hash of what was adopted. */
    readonly seal: string;
  };
  readonly pupils: number;
  readonly pupilsThen: number;
  /** Formula sources, then grants, each in the district's order; those that give the school nothing are left out. */
  readonly formula: readonly StatementSource[];
  readonly grants: readonly StatementSource[];
  /** Names of the sources that do not reach this school. */
  readonly notReaching: readonly string[];
  readonly formulaCents: number;
  readonly grantsCents: number;
  readonly topUpCents: number;
  readonly deductionCents: number;
  readonly totalCents: number;
  readonly perPupilCents: number;
  readonly lockedCents: number;
  readonly currentCents: number;
  /** Half-up to the cent; NaN where this year's pupils are not known. */
  readonly currentPerPupilCents: number;
  readonly changeCents: number;
  /** `+3.4%`; empty where there is nothing to compare with. */
  readonly changePercent: string;
  readonly payer: Payer | null;
  /** Null where the scenario has no floors. */
  readonly floor: StatementFloor | null;
  readonly howToRead: readonly string[];
}
