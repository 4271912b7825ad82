import type { Method, Origin, Restriction, Rounding, Status } from '../model/rows.ts';
import { PERCENT_SCALE } from '../model/units.ts';
import type { SampleLevel, SampleNeed } from './sampleSchools.ts';

/** What the sample knows of a source before it becomes rows; money in whole dollars, percents as people say them. */
export interface SampleSource {
  readonly code: string;
  readonly name: string;
  readonly dollars: number;
  readonly origin: Origin;
  readonly restriction: Restriction;
  readonly status: Status;
  readonly method: Method;
  readonly central?: { readonly percent: number } | { readonly dollars: number };
  readonly weightSet?: string;
  readonly formula?: string;
  readonly eligibility?: string;
  readonly rounding?: Rounding;
}

export const DISTRICT_WEIGHTS = 'District weights';
export const TITLE_WEIGHTS = 'Title I weights';

/** Twelve sources with every status and every method, in the order a finance office lists them. */
export const SAMPLE_SOURCES: readonly SampleSource[] = [
  {
    code: 'PROP',
    name: 'Local property taxes',
    dollars: 283_200_000,
    origin: 'local',
    restriction: 'unrestricted',
    status: 'unlock',
    central: { percent: 38 },
    method: 'weights',
    weightSet: DISTRICT_WEIGHTS,
  },
  {
    code: 'AID',
    name: 'General state aid',
    dollars: 181_450_000,
    origin: 'state',
    restriction: 'unrestricted',
    status: 'unlock',
    central: { percent: 30 },
    method: 'weights',
    weightSet: DISTRICT_WEIGHTS,
  },
  {
    code: 'EARLY',
    name: 'State class size fund',
    dollars: 16_400_000,
    origin: 'state',
    restriction: 'restricted',
    status: 'unlock',
    central: { percent: 5 },
    method: 'shares',
  },
  {
    code: 'BOOKS',
    name: 'Instructional materials',
    dollars: 5_800_000,
    origin: 'state',
    restriction: 'unrestricted',
    status: 'unlock',
    method: 'rates',
  },
  {
    code: 'INDEX',
    name: 'Parcel tax for high-need schools',
    dollars: 9_250_000,
    origin: 'local',
    restriction: 'unrestricted',
    status: 'unlock',
    central: { dollars: 250_000 },
    method: 'proportional',
    formula: 'count("Poverty") * opportunity_index',
  },
  {
    code: 'TITLE1',
    name: 'Title I, Part A and Title III',
    dollars: 26_137_808,
    origin: 'federal',
    restriction: 'restricted',
    status: 'unlock',
    central: { percent: 15 },
    method: 'weights',
    weightSet: TITLE_WEIGHTS,
    eligibility: 'share("Poverty") >= 0.4',
    rounding: 'cent',
  },
  {
    code: 'ARTS',
    name: 'Community foundation arts grants',
    dollars: 1_850_000,
    origin: 'private',
    restriction: 'restricted',
    status: 'grant',
    method: 'table',
  },
  {
    code: 'SMALL',
    name: 'Small school support',
    dollars: 1_650_000,
    origin: 'state',
    restriction: 'unrestricted',
    status: 'grant',
    method: 'per_school',
    formula: '60000 + 550 * (320 - enrollment)',
    eligibility: 'enrollment < 320',
  },
  {
    code: 'PARTNER',
    name: 'Partnership Fund',
    dollars: 6_000_000,
    origin: 'local',
    restriction: 'restricted',
    status: 'grant',
    method: 'proportional',
    formula: 'enrollment * opportunity_index',
    eligibility: 'opportunity_index >= 0.57',
  },
  {
    code: 'SUPPORT',
    name: 'School Support Funds',
    dollars: 3_000_000,
    origin: 'local',
    restriction: 'restricted',
    status: 'grant',
    method: 'proportional',
    formula: 'enrollment * opportunity_index',
    eligibility: 'opportunity_index >= 0.35',
  },
  {
    code: 'TRANS',
    name: 'Transportation and debt service',
    dollars: 58_900_000,
    origin: 'state',
    restriction: 'restricted',
    status: 'lock',
    method: 'none',
  },
  {
    code: 'IDEA',
    name: 'Special education related services',
    dollars: 24_640_000,
    origin: 'federal',
    restriction: 'restricted',
    status: 'lock',
    method: 'table',
  },
];

type Cells = Readonly<Record<SampleLevel, Readonly<Partial<Record<SampleNeed, number>>>>>;

/** Weights against the Elementary foundation; the cells have the proportions of the guidebook's Table 2.2. */
export const SAMPLE_WEIGHTS: Readonly<Record<string, Cells>> = {
  [DISTRICT_WEIGHTS]: {
    ES: { ALL: 1, POV: 0.34, EL: 0.17, SPED: 0.92, GIFT: 0.04 },
    MS: { ALL: 0.9802, POV: 0.3333, EL: 0.1371, SPED: 0.8431, GIFT: 0.0392 },
    HS: { ALL: 1.2518, POV: 0.2879, EL: 0.2002, SPED: 1.039, GIFT: 0.05 },
  },
  [TITLE_WEIGHTS]: {
    ES: { POV: 1, EL: 0.3 },
    MS: { POV: 0.9, EL: 0.3 },
    HS: { POV: 0.6, EL: 0.35 },
  },
};

/** Percent of the class size fund by level, and by need within each level. */
export const CLASS_SIZE_SHARES: Readonly<Record<SampleLevel, { percent: number; needs: Cells[SampleLevel] }>> = {
  ES: { percent: 62.5, needs: { ALL: 80, POV: 20 } },
  MS: { percent: 22.5, needs: { ALL: 75, POV: 25 } },
  HS: { percent: 15, needs: { ALL: 85, POV: 15 } },
};

/** Dollars per pupil of the instructional materials source. */
export const MATERIALS_RATES: Cells = {
  ES: { ALL: 78.5, GIFT: 24 },
  MS: { ALL: 92.25, GIFT: 24 },
  HS: { ALL: 118, GIFT: 36.5 },
};

/** Percent units of a percentage with at most four decimals. */
export const percentUnits = (percent: number): number => Math.round(percent * PERCENT_SCALE);
