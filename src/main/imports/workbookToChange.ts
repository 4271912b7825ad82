import type { Change } from '../../shared/changes/Change.ts';
import { AllotError, type Fault } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import { formatCount } from '../../shared/text/formatNumber.ts';
import { quoted } from '../../shared/text/quoted.ts';
import { FaultList } from './FaultList.ts';
import { ImportContext } from './ImportContext.ts';
import { type ImportMeta, ImportPlan, labelOf } from './ImportPlan.ts';
import { keepReferences } from './keepReferences.ts';
import type { Sheet } from './Sheet.ts';
import { headerKey, SHEET_NAMES, type SheetName } from './sheetNames.ts';
import { importAccounts } from './sheets/importAccounts.ts';
import { importLevels, importNeeds } from './sheets/importCategories.ts';
import { importCurrent } from './sheets/importCurrent.ts';
import { importDistrict } from './sheets/importDistrict.ts';
import { importEnrollment } from './sheets/importEnrollment.ts';
import { importFloors } from './sheets/importFloors.ts';
import { importMinimums } from './sheets/importMinimums.ts';
import { importRationales } from './sheets/importRationales.ts';
import { importRevenues } from './sheets/importRevenues.ts';
import { importScenarios } from './sheets/importScenarios.ts';
import { importSchools } from './sheets/importSchools.ts';
import { importRates, importShares, importTableAmounts } from './sheets/importSourceCells.ts';
import { importWeights } from './sheets/importWeights.ts';
import { importYears } from './sheets/importYears.ts';

/** Either every fault of the workbook, or the one change that imports it. */
export type ImportResult =
  | { readonly faults: readonly Fault[]; readonly change: null; readonly summary: '' }
  | { readonly faults: readonly []; readonly change: Change; readonly summary: string };

/**
 * Makes one change of a district workbook, or lists all its faults (`shared/workbook` format). Sheets present replace
 * what the model holds of them, sheets absent leave it alone; enrollment, revenues, current budgets and measures
 * become new input versions, pinned by the scenario. The model itself is only read.
 */
export function workbookToChange(
  sheets: readonly Sheet[],
  model: Model,
  scenarioId: number,
  meta: ImportMeta,
  fileFaults: readonly Fault[] = [],
): ImportResult {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario) {
    throw new AllotError('scenario-unknown', 'The scenario to import into does not exist. Nothing was imported.');
  }
  const faults = new FaultList();
  for (const fault of fileFaults) faults.add(fault.sheet, fault.row, fault.column, fault.reason);
  const plan = new ImportPlan(model, scenario, meta);
  const context = new ImportContext(model, plan, faults, knownSheets(sheets, faults, fileFaults));
  // Each sheet refers only to sheets above it.
  importDistrict(context);
  importLevels(context);
  importNeeds(context);
  importSchools(context);
  importEnrollment(context);
  importCurrent(context);
  importMinimums(context);
  importWeights(context);
  importRevenues(context);
  importShares(context);
  importRates(context);
  importTableAmounts(context);
  importFloors(context);
  importScenarios(context);
  importAccounts(context);
  importRationales(context);
  importYears(context);
  if (faults.isEmpty) keepReferences(context);
  if (!faults.isEmpty) return { faults: faults.all, change: null, summary: '' };
  const summary = summarize(plan);
  const label = `Import ${labelOf(meta.fileName)}`;
  return { faults: [], change: { kind: 'import', label, scenario: null, ops: plan.toOps() }, summary };
}

function knownSheets(sheets: readonly Sheet[], faults: FaultList, fileFaults: readonly Fault[]): Map<SheetName, Sheet> {
  const known = new Map<SheetName, Sheet>();
  for (const sheet of sheets) {
    const key = headerKey(sheet.name.trim());
    const name = SHEET_NAMES.find((candidate) => headerKey(candidate) === key);
    if (name && known.has(name)) faults.add(sheet.name, null, null, 'there are two sheets of this name.');
    else if (name) known.set(name, { ...sheet, name });
    else if (sheet.rows.length > 0) {
      const reason = `${quoted(sheet.name)} is not a sheet of the district workbook; its sheets are ${SHEET_NAMES.join(', ')}.`;
      faults.add(sheet.name, null, null, reason);
    }
  }
  for (const name of ['schools', 'enrollment'] as const) {
    const isUnreadable = fileFaults.some((fault) => headerKey(fault.sheet) === name);
    if (!known.has(name) && !isUnreadable)
      faults.add(name, null, null, 'this sheet is missing; every district workbook has it.');
  }
  return known;
}

function summarize(plan: ImportPlan): string {
  const counted = (count: number, one: string, many: string): string =>
    `${formatCount(count * 100)} ${count === 1 ? one : many}`;
  const schools = [...plan.rowsAfter('school')].length;
  const sources = [...plan.rowsAfter('source')].length;
  const sets = [...plan.rowsAfter('weightSet')].filter((row) => row.scenario === plan.scenario.id).length;
  const scenarios = [...plan.rowsAfter('scenario')].length;
  return [
    counted(schools, 'school', 'schools'),
    counted(sources, 'revenue source', 'revenue sources'),
    counted(sets, 'weight set', 'weight sets'),
    ...(scenarios > 1 ? [counted(scenarios, 'scenario', 'scenarios')] : []),
  ].join(', ');
}
