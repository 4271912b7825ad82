import type { AccountRuleRow, AccountSegmentRow, AllocationTemplateRow } from './accountRows.ts';
import type { BoardSessionRow, LeverRow, SlideRow, YearMeasureRow, YearValueRow } from './boardRows.ts';

export type * from './accountRows.ts';
export type * from './boardRows.ts';

/**
 * The rows of a district model: one interface per table, in the window's and the store's common words.
 * Keys are the district's own codes, so that a row read in the change log can be understood without a look-up.
 */
export type Origin = 'federal' | 'state' | 'local' | 'private';
export type Restriction = 'restricted' | 'unrestricted';
export type Status = 'lock' | 'unlock' | 'grant';
export type Method = 'none' | 'weights' | 'shares' | 'rates' | 'proportional' | 'per_school' | 'table';
export type Rounding = 'rates' | 'cent' | 'dollar';
export type Compare = 'in' | 'out';
export type CentralKind = 'percent' | 'amount';
export type ScenarioStatus = 'draft' | 'proposed' | 'adopted';
/** Whether a school is compared by its whole budget, or by its budget per pupil times its pupils now. */
export type FloorBasis = 'total' | 'per_pupil';
export type MinimumKind = 'per_pupil' | 'amount';
/** Who pays for top-ups (domain text, section 3). */
export type Payer = 'reserve' | 'central' | 'gainers' | 'above_floor' | 'formula';
/** What is solved so that deductions equal top-ups; null where cap and scaling are as typed. */
export type Solve = 'scaling' | 'cap';
/** What a shock or a growth assumption is about. */
export type ShockKind = 'enrollment' | 'revenue';
export type InputKind = 'enrollment' | 'revenues' | 'current' | 'measures';

/** `name`, `fiscal_year` and whatever else the district sheet of the workbook may hold later. */
export interface DistrictRow {
  key: string;
  value: string;
}

export interface LevelRow {
  code: string;
  name: string;
  position: number;
}

/** A need category; the one with the lowest position is *All students*, the foundation. */
export interface NeedRow {
  code: string;
  name: string;
  position: number;
}

export interface SchoolRow {
  code: string;
  name: string;
  /** The school's own level: the default level of its counts and what `level` means in a rule. */
  level: string;
}

/** A further column of the schools sheet: numbers are measures, text are tags. */
export interface SchoolColumnRow {
  name: string;
  kind: 'measure' | 'tag';
  position: number;
}

export interface TagRow {
  school: string;
  tag: string;
  value: string;
}

/** One import or one edited copy of an input. Scenarios pin versions; none is ever overwritten. */
export interface InputVersionRow {
  id: number;
  kind: InputKind;
  name: string;
  fileName: string | null;
  fileSha256: string | null;
  createdAt: string;
  createdBy: string;
  note: string;
}

export interface EnrollmentRow {
  version: number;
  school: string;
  level: string;
  need: string;
  /** Hundredths of a pupil. */
  count: number;
}

export interface MeasureRow {
  version: number;
  school: string;
  measure: string;
  /** A canonical exact decimal: optional minus, digits, optional point and digits. */
  value: string;
}

export interface CurrentBudgetRow {
  version: number;
  school: string;
  amountCents: number;
  /** Hundredths; null where the pupils of this year are not known. */
  pupils: number | null;
}

/** A revenue source as such; its projected amount is in RevenueRow, what is decided about it in DecisionRow. */
export interface SourceRow {
  code: string;
  name: string;
  origin: Origin;
  restriction: Restriction;
  position: number;
}

export interface RevenueRow {
  version: number;
  source: string;
  amountCents: number;
}

export interface ScenarioRow {
  id: number;
  name: string;
  description: string;
  basedOn: number | null;
  status: ScenarioStatus;
  position: number;
  enrollmentVersion: number;
  revenuesVersion: number;
  currentVersion: number;
  measuresVersion: number;
}

/** What one scenario decides about one source. */
export interface DecisionRow {
  scenario: number;
  source: string;
  status: Status;
  centralKind: CentralKind;
  /** Percent units (450000 is 45 %) or cents, by `centralKind`. */
  centralValue: number;
  method: Method;
  weightSet: string | null;
  formula: string | null;
  /** Empty: every school. Otherwise a rule; a list is kept as `oneOf(code, "A", "B")`, levels as `oneOf(level, "ES")`. */
  eligibility: string;
  /** Null: the method's default. */
  rounding: Rounding | null;
  /** Null: the status's default (grants out, others in). */
  compare: Compare | null;
}

export interface WeightSetRow {
  scenario: number;
  weightSet: string;
  position: number;
}

export interface WeightRow {
  scenario: number;
  weightSet: string;
  level: string;
  need: string;
  /** Ten-thousandths. */
  weight: number;
}

/** A share of a source: `need` empty is the level's share of the pool, otherwise the need's share within the level. */
export interface ShareRow {
  scenario: number;
  source: string;
  level: string;
  need: string;
  /** Percent units. */
  percent: number;
}

export interface RateRow {
  scenario: number;
  source: string;
  level: string;
  need: string;
  /** Millionths of a dollar per pupil. */
  rate: number;
}

export interface TableAmountRow {
  scenario: number;
  source: string;
  school: string;
  amountCents: number;
}

/** The minimum operational budget of the schools of a level: per pupil at that level, or for each school of it. */
export interface LevelMinimumRow {
  scenario: number;
  level: string;
  kind: MinimumKind;
  /** Millionths of a dollar per pupil, or cents, by `kind`. */
  value: number;
}

/** A school's own minimum operational budget; it takes the place of its levels'. */
export interface SchoolMinimumRow {
  scenario: number;
  school: string;
  kind: MinimumKind;
  /** Millionths of a dollar per pupil, or cents, by `kind`. */
  value: number;
}

/** What a scenario decides about floors and who pays for them. Without a row there are no floors. */
export interface FloorDecisionRow {
  scenario: number;
  /** Percent units (985000 is 98.5 %); null: nobody is held harmless. */
  holdHarmlessPercent: number | null;
  basis: FloorBasis;
  useMinimums: 'yes' | 'no';
  /** Null: nobody pays yet. */
  payer: Payer | null;
  /** The source whose central part is the reserve. */
  reserveSource: string | null;
  /** Percent units above the baseline that gainers keep in any case; null: 0 %. */
  capPercent: number | null;
  /** Millionths of the gain above the cap that gainers give up; null: all of it. */
  scaling: number | null;
  solve: Solve | null;
}

/** A source whose central part is chosen to pay for top-ups; without any, every central part pays. */
export interface PayingSourceRow {
  scenario: number;
  source: string;
}

/** A school that stands outside floors altogether: it is neither topped up nor asked to pay. */
export interface ExemptionRow {
  scenario: number;
  school: string;
  reason: string;
}

/** A change of an input that a scenario supposes: enrollment or revenue by percent. */
export interface ShockRow {
  scenario: number;
  kind: ShockKind;
  /** Empty: every level. Of a revenue shock always empty. */
  level: string;
  /** Empty: every need. Of a revenue shock always empty. */
  need: string;
  /** Empty: every source. Of an enrollment shock always empty. */
  source: string;
  /** Percent units; −30000 is −3 %. */
  percent: number;
}

/** Who adopted a scenario, when, and what exactly: SHA-256 of its inputs and of its results, as main computed them. */
export interface AdoptionRow {
  scenario: number;
  /** ISO time. */
  at: string;
  by: string;
  inputsSha256: string;
  resultsSha256: string;
}

/** Where a weight is to arrive at the end of a gradual change; without a row it stays where it is. */
export interface GoalWeightRow {
  scenario: number;
  weightSet: string;
  level: string;
  need: string;
  /** Ten-thousandths. */
  weight: number;
}

/** How much of the way to the goal weights is gone in a year. */
export interface PathShareRow {
  scenario: number;
  /** Years after this one; 0 is this year. */
  year: number;
  /** Percent units. */
  share: number;
}

/** The way to the goal weights begins in the first year in which unrestricted revenue reaches this amount. */
export interface RevenueTriggerRow {
  scenario: number;
  amountCents: number;
}

/** By how much enrollment of a level, or a source, is taken to grow each year. */
export interface GrowthRow {
  scenario: number;
  kind: ShockKind;
  /** Empty: every level that has no row of its own. Of revenue always empty. */
  level: string;
  /** Empty: every source that has no row of its own. Of enrollment always empty. */
  source: string;
  /** Percent units a year; 10000 is 1 %. */
  percent: number;
}

/** A doubt about the data that somebody has looked at and accepted. `key` holds the numbers it was about: a new doubt when they move. */
export interface AcceptedFindingRow {
  rule: string;
  key: string;
  note: string;
  by: string;
  /** ISO time. */
  at: string;
}

/** What a rationale explains: the whole model, one source, one weight set, the needs, or the floors. */
export type RationaleSubject = 'district' | 'source' | 'weight_set' | 'need' | 'floors';

/** Why something is as it is, for the formula book. `code` is empty where the subject is the only one of its kind. */
export interface RationaleRow {
  subject: RationaleSubject;
  code: string;
  text: string;
}

/** A picture for statements; the district's own is named `logo`. */
export interface PictureRow {
  name: string;
  mediaType: 'image/png' | 'image/jpeg';
  /** Base64. */
  data: string;
}

/** Every table of the model by name. */
export interface Tables {
  district: DistrictRow;
  level: LevelRow;
  need: NeedRow;
  school: SchoolRow;
  schoolColumn: SchoolColumnRow;
  tag: TagRow;
  inputVersion: InputVersionRow;
  enrollment: EnrollmentRow;
  measure: MeasureRow;
  currentBudget: CurrentBudgetRow;
  source: SourceRow;
  revenue: RevenueRow;
  scenario: ScenarioRow;
  decision: DecisionRow;
  weightSet: WeightSetRow;
  weight: WeightRow;
  share: ShareRow;
  rate: RateRow;
  tableAmount: TableAmountRow;
  acceptedFinding: AcceptedFindingRow;
  levelMinimum: LevelMinimumRow;
  schoolMinimum: SchoolMinimumRow;
  floorDecision: FloorDecisionRow;
  payingSource: PayingSourceRow;
  exemption: ExemptionRow;
  shock: ShockRow;
  adoption: AdoptionRow;
  goalWeight: GoalWeightRow;
  pathShare: PathShareRow;
  revenueTrigger: RevenueTriggerRow;
  growth: GrowthRow;
  accountSegment: AccountSegmentRow;
  accountRule: AccountRuleRow;
  allocationTemplate: AllocationTemplateRow;
  rationale: RationaleRow;
  picture: PictureRow;
  yearMeasure: YearMeasureRow;
  yearValue: YearValueRow;
  boardSession: BoardSessionRow;
  slide: SlideRow;
  lever: LeverRow;
}
export type TableName = keyof Tables;
