import { AllotError } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import type { ScenarioRow } from '../../shared/model/rows.ts';
import { compareCodes } from '../../shared/model/tables.ts';
import { plainCount, plainMoney } from '../../shared/text/formatNumber.ts';
import { parseMeasure } from '../../shared/text/parseNumber.ts';
import { forceTexts } from '../imports/sheets/forcedText.ts';
import { DISTRICT_KEYS } from '../imports/sheets/importDistrict.ts';
import { accountSheets } from './allocationFile/accountSheets.ts';
import { describeFloors, describeMinimums } from './describeFloors.ts';
import { describeRationales } from './describeRationales.ts';
import { describeScenarios } from './describeScenarios.ts';
import { describeRates, describeRevenues, describeShares, describeTable, describeWeights } from './describeSources.ts';
import { describeYears } from './describeYears.ts';
import { column, inOrder, placesOf } from './sheetOrder.ts';
import type { DescribedSheet, WorkbookDescription } from './WorkbookDescription.ts';

/**
 * The district workbook of one scenario, with what every further one changes against it: every sheet that has content, in a fixed order of sheets, columns and rows,
 * so that the same model always gives the same workbook. `schools` and `enrollment` are always there.
 */
export function describeWorkbook(model: Model, scenarioId: number): WorkbookDescription {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario) {
    throw new AllotError('scenario-unknown', 'The scenario to export does not exist. Nothing was written.');
  }
  const sheets: DescribedSheet[] = [
    describeDistrict(model),
    describeCategories('levels', inOrder(model.table('level').values())),
    describeCategories('needs', inOrder(model.table('need').values())),
    describeSchools(model, scenario),
    describeEnrollment(model, scenario),
    describeCurrent(model, scenario),
    describeMinimums(model, scenario),
    describeRevenues(model, scenario),
    describeWeights(model, scenario),
    describeShares(model, scenario),
    describeRates(model, scenario),
    describeTable(model, scenario),
    describeFloors(model, scenario),
    describeScenarios(model, scenario),
    describeRationales(model),
    ...accountSheets(model),
    describeYears(model),
  ];
  return sheets.filter((sheet) => sheet.rows.length > 0 || sheet.name === 'schools' || sheet.name === 'enrollment');
}

function describeDistrict(model: Model): DescribedSheet {
  const rows = DISTRICT_KEYS.flatMap((key) => {
    const value = model.get('district', key)?.value.trim() ?? '';
    return value === '' ? [] : [[key, value]];
  });
  return { name: 'district', columns: [column('key'), column('value')], rows };
}

function describeCategories(
  name: string,
  categories: readonly { readonly code: string; readonly name: string }[],
): DescribedSheet {
  return {
    name,
    columns: [column('code'), column('name')],
    rows: categories.map((category) => [category.code, category.name]),
  };
}

/** A measure in its shortest form, as an import would store it. */
function shortest(value: string | undefined): string {
  if (value === undefined) return '';
  const parsed = parseMeasure(value);
  return parsed.ok ? parsed.value : value;
}

function describeSchools(model: Model, scenario: ScenarioRow): DescribedSheet {
  const schools = [...model.table('school').values()].sort((left, right) => compareCodes(left.code, right.code));
  const further = [...model.table('schoolColumn').values()].sort(
    (left, right) => left.position - right.position || compareCodes(left.name, right.name),
  );
  const values = further.map(({ name, kind }) => {
    if (kind === 'measure') {
      return schools.map(({ code }) => shortest(model.get('measure', scenario.measuresVersion, code, name)?.value));
    }
    return forceTexts(schools.map(({ code }) => model.get('tag', code, name)?.value.trim() ?? ''));
  });
  return {
    name: 'schools',
    columns: [
      ...[column('code'), column('name'), column('level')],
      ...further.map(({ name, kind }) => column(name, kind === 'measure' ? 'number' : 'text')),
    ],
    rows: schools.map((school, at) => [
      ...[school.code, school.name, school.level],
      ...values.map((cells) => cells[at] as string),
    ]),
  };
}

/** One row for each school and level that has counts. A count of zero is written, a missing one is an empty cell. */
function describeEnrollment(model: Model, scenario: ScenarioRow): DescribedSheet {
  const levels = inOrder(model.table('level').values());
  const needs = inOrder(model.table('need').values());
  const placeOfNeed = placesOf(needs);
  const placeOfLevel = placesOf(levels);
  const byPlace = new Map<string, { school: string; level: string; counts: string[] }>();
  for (const row of model.table('enrollment').values()) {
    if (row.version !== scenario.enrollmentVersion) continue;
    const key = `${row.school}\u001f${row.level}`;
    let line = byPlace.get(key);
    if (!line) {
      line = { school: row.school, level: row.level, counts: new Array<string>(needs.length).fill('') };
      byPlace.set(key, line);
    }
    line.counts[placeOfNeed(row.need)] = plainCount(row.count);
  }
  const lines = [...byPlace.values()].sort(
    (left, right) => compareCodes(left.school, right.school) || placeOfLevel(left.level) - placeOfLevel(right.level),
  );
  return {
    name: 'enrollment',
    columns: [column('school'), column('level'), ...needs.map((need) => column(need.code, 'count'))],
    rows: lines.map((line) => [line.school, line.level, ...line.counts]),
  };
}

function describeCurrent(model: Model, scenario: ScenarioRow): DescribedSheet {
  const rows = [...model.table('currentBudget').values()]
    .filter((row) => row.version === scenario.currentVersion)
    .sort((left, right) => compareCodes(left.school, right.school));
  return {
    name: 'current',
    columns: [column('school'), column('amount', 'money'), column('pupils', 'count')],
    rows: rows.map((row) => [
      row.school,
      plainMoney(row.amountCents),
      row.pupils === null ? '' : plainCount(row.pupils),
    ]),
  };
}
