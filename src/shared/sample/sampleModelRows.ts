import type { ModelRows } from '../model/Model.ts';
import type { InputKind } from '../model/rows.ts';
import { TABLE_NAMES } from '../model/tables.ts';
import { CENTS_PER_DOLLAR, COUNT_SCALE, RATE_SCALE, WEIGHT_SCALE } from '../model/units.ts';
import { currentBudgetCents } from './currentBudgets.ts';
import { SeededRandom } from './SeededRandom.ts';
import { addAccounts } from './sampleAccounts.ts';
import { pupilsOf, SAMPLE_LEVELS, SAMPLE_NEEDS, type SampleSchool, sampleSchools } from './sampleSchools.ts';
import { addBoardSession } from './sampleSession.ts';
import {
  CLASS_SIZE_SHARES,
  MATERIALS_RATES,
  percentUnits,
  SAMPLE_SOURCES,
  SAMPLE_WEIGHTS,
  type SampleSource,
} from './sampleSources.ts';
import { addYears } from './sampleYears.ts';
import { NEW_SCHOOL } from './schoolNames.ts';

/** Any other seed gives another district; this one is the sample everyone sees. */
const SEED = 2027;
const SCENARIO = 1;
const VERSIONS: Readonly<Record<InputKind, { id: number; name: string }>> = {
  enrollment: { id: 1, name: 'Projected enrollment, November' },
  revenues: { id: 2, name: 'Projected revenues, November' },
  current: { id: 3, name: 'Budgets of fiscal year 2026' },
  measures: { id: 4, name: 'School measures' },
};
const CREATED_AT = '2026-11-02T09:00:00.000Z';

const LEVEL_NAMES = { ES: 'Elementary', MS: 'Middle', HS: 'High' } as const;
const NEED_NAMES = {
  ALL: 'All students',
  POV: 'Poverty',
  EL: 'English Learner',
  SPED: 'Special Education',
  GIFT: 'Gifted',
} as const;

function emptyRows(): ModelRows {
  const rows: Partial<Record<string, unknown[]>> = {};
  for (const name of TABLE_NAMES) rows[name] = [];
  return rows as ModelRows;
}

function addLists(rows: ModelRows): void {
  rows.district.push({ key: 'name', value: 'Rivertown Unified' }, { key: 'fiscal_year', value: '2027' });
  SAMPLE_LEVELS.forEach((code, position) => {
    rows.level.push({ code, name: LEVEL_NAMES[code], position });
  });
  SAMPLE_NEEDS.forEach((code, position) => {
    rows.need.push({ code, name: NEED_NAMES[code], position });
  });
  const columns = ['region', 'opportunity_index', 'square_feet', 'pupils_last_year'];
  columns.forEach((name, position) => {
    rows.schoolColumn.push({ name, kind: name === 'region' ? 'tag' : 'measure', position });
  });
  for (const kind of Object.keys(VERSIONS) as InputKind[]) {
    rows.inputVersion.push({
      ...VERSIONS[kind],
      kind,
      fileName: null,
      fileSha256: null,
      createdAt: CREATED_AT,
      createdBy: 'Sample district',
      note: '',
    });
  }
  rows.scenario.push({
    id: SCENARIO,
    name: 'Current plan',
    description: '',
    basedOn: null,
    status: 'draft',
    position: 0,
    enrollmentVersion: VERSIONS.enrollment.id,
    revenuesVersion: VERSIONS.revenues.id,
    currentVersion: VERSIONS.current.id,
    measuresVersion: VERSIONS.measures.id,
  });
}

function addSchool(rows: ModelRows, school: SampleSchool, random: SeededRandom): void {
  rows.school.push({ code: school.code, name: school.name, level: school.level });
  rows.tag.push({ school: school.code, tag: 'region', value: school.region });
  for (const { level, counts } of school.counts) {
    for (const need of SAMPLE_NEEDS) {
      rows.enrollment.push({ version: VERSIONS.enrollment.id, school: school.code, level, need, count: counts[need] });
    }
  }
  const measure = (name: string, value: string): void => {
    rows.measure.push({ version: VERSIONS.measures.id, school: school.code, measure: name, value });
  };
  measure('opportunity_index', `0.${String(school.needIndex).padStart(2, '0').replace(/0$/, '')}`);
  measure('square_feet', String(school.squareFeet));
  if (school.pupilsLastYear !== null) measure('pupils_last_year', String(school.pupilsLastYear));
  const amountCents = currentBudgetCents(school, random);
  if (amountCents !== null && school.pupilsLastYear !== null) {
    const pupils = school.pupilsLastYear * COUNT_SCALE;
    rows.currentBudget.push({ version: VERSIONS.current.id, school: school.code, amountCents, pupils });
  }
}

function addSource(rows: ModelRows, source: SampleSource, position: number): void {
  const { code, name, origin, restriction, central } = source;
  rows.source.push({ code, name, origin, restriction, position });
  rows.revenue.push({
    version: VERSIONS.revenues.id,
    source: code,
    amountCents: source.dollars * CENTS_PER_DOLLAR,
  });
  const isAmount = central !== undefined && 'dollars' in central;
  rows.decision.push({
    scenario: SCENARIO,
    source: code,
    status: source.status,
    centralKind: isAmount ? 'amount' : 'percent',
    centralValue: isAmount ? central.dollars * CENTS_PER_DOLLAR : percentUnits(central?.percent ?? 0),
    method: source.method,
    weightSet: source.weightSet ?? null,
    formula: source.formula ?? null,
    eligibility: source.eligibility ?? '',
    rounding: source.rounding ?? null,
    compare: null,
  });
}

function addCells(rows: ModelRows): void {
  Object.entries(SAMPLE_WEIGHTS).forEach(([weightSet, cells], position) => {
    rows.weightSet.push({ scenario: SCENARIO, weightSet, position });
    for (const level of SAMPLE_LEVELS) {
      for (const need of SAMPLE_NEEDS) {
        const weight = Math.round((cells[level][need] ?? 0) * WEIGHT_SCALE);
        rows.weight.push({ scenario: SCENARIO, weightSet, level, need, weight });
      }
    }
  });
  for (const level of SAMPLE_LEVELS) {
    const share = CLASS_SIZE_SHARES[level];
    rows.share.push({ scenario: SCENARIO, source: 'EARLY', level, need: '', percent: percentUnits(share.percent) });
    for (const need of SAMPLE_NEEDS) {
      const percent = share.needs[need];
      const rate = MATERIALS_RATES[level][need];
      if (percent)
        rows.share.push({ scenario: SCENARIO, source: 'EARLY', level, need, percent: percentUnits(percent) });
      if (rate) {
        rows.rate.push({ scenario: SCENARIO, source: 'BOOKS', level, need, rate: Math.round(rate * RATE_SCALE) });
      }
    }
  }
}

/** Amounts the arts grant names school by school, in dollars; they use it up exactly. */
const ARTS_AMOUNTS = [410_000, 300_000, 250_000, 225_000, 200_000, 150_000, 125_000, 110_000, 80_000] as const;
/** What the special education services commit per pupil with such needs, in dollars. */
const SERVICES_PER_PUPIL = 1_900;

function addTables(rows: ModelRows, schools: readonly SampleSchool[], random: SeededRandom): void {
  const artists = [...schools]
    .filter((school) => school.grades !== 'K-5')
    .map((school) => ({ school, key: school.name.includes('Arts') ? -1 : random.fraction() }))
    .sort((left, right) => left.key - right.key);
  ARTS_AMOUNTS.forEach((dollars, at) => {
    const school = artists[at]?.school.code ?? '';
    rows.tableAmount.push({ scenario: SCENARIO, source: 'ARTS', school, amountCents: dollars * CENTS_PER_DOLLAR });
  });
  for (const school of schools) {
    const pupils = pupilsOf(school, 'SPED') / COUNT_SCALE;
    if (pupils < 60) continue;
    const amountCents = pupils * SERVICES_PER_PUPIL * CENTS_PER_DOLLAR;
    rows.tableAmount.push({ scenario: SCENARIO, source: 'IDEA', school: school.code, amountCents });
  }
}

/** Minimum operational budgets in dollars per pupil: what a classroom, an office and a nurse cost at the least. */
const MINIMUMS_PER_PUPIL = { ES: 4_650, MS: 4_850, HS: 5_700 } as const;
/** A new school cannot open for less than this, however few its pupils are. */
const NEW_SCHOOL_MINIMUM = 2_050_000;

/** Minimums are filled in but not in use: the sample opens without floors. */
function addMinimums(rows: ModelRows, schools: readonly SampleSchool[]): void {
  for (const level of SAMPLE_LEVELS) {
    const value = MINIMUMS_PER_PUPIL[level] * RATE_SCALE;
    rows.levelMinimum.push({ scenario: SCENARIO, level, kind: 'per_pupil', value });
  }
  for (const { code, name } of schools) {
    if (name !== NEW_SCHOOL) continue;
    const value = NEW_SCHOOL_MINIMUM * CENTS_PER_DOLLAR;
    rows.schoolMinimum.push({ scenario: SCENARIO, school: code, kind: 'amount', value });
  }
}

/**
 * The sample district "Rivertown Unified": invented, made from a fixed seed, the same rows at every call. It shows
 * every status and method at once, has the need index thresholds of the domain text (60 schools at or above 0.57, 102
 * at or above 0.35), and ties out.
 */
export function sampleModelRows(): ModelRows {
  const random = new SeededRandom(SEED);
  const rows = emptyRows();
  addLists(rows);
  const schools = sampleSchools(random);
  for (const school of schools) addSchool(rows, school, random);
  SAMPLE_SOURCES.forEach((source, position) => {
    addSource(rows, source, position);
  });
  addCells(rows);
  addTables(rows, schools, random);
  addMinimums(rows, schools);
  addAccounts(rows);
  addYears(rows, schools);
  addBoardSession(rows);
  return rows;
}
