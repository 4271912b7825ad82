import { AllotError, type Fault } from '../../shared/contract/errors.ts';
import type { Model } from '../../shared/model/Model.ts';
import { FaultList } from './FaultList.ts';
import { ImportContext } from './ImportContext.ts';
import { type ImportMeta, ImportPlan, labelOf } from './ImportPlan.ts';
import { keepReferences } from './keepReferences.ts';
import type { Sheet } from './Sheet.ts';
import type { SheetName } from './sheetNames.ts';
import { importAccounts } from './sheets/importAccounts.ts';
import type { ImportResult } from './workbookToChange.ts';

/**
 * Makes one change of account sheets alone, or lists all their faults: the rules, and the segments where their sheet is
 * there, take the place of those the model has.
 */
export function accountsToChange(
  sheets: readonly Sheet[],
  model: Model,
  scenarioId: number,
  meta: ImportMeta,
  fileFaults: readonly Fault[] = [],
): ImportResult {
  const scenario = model.get('scenario', scenarioId);
  if (!scenario) {
    throw new AllotError('scenario-unknown', 'The scenario shown is no longer there. Nothing was imported.');
  }
  const faults = new FaultList();
  for (const fault of fileFaults) faults.add(fault.sheet, fault.row, fault.column, fault.reason);
  const plan = new ImportPlan(model, scenario, meta);
  const known = new Map<SheetName, Sheet>();
  for (const sheet of sheets) {
    if (known.has(sheet.name as SheetName)) faults.add(sheet.name, null, null, 'there are two sheets of this name.');
    known.set(sheet.name as SheetName, sheet);
  }
  const context = new ImportContext(model, plan, faults, known);
  importAccounts(context);
  if (faults.isEmpty) keepReferences(context);
  if (!faults.isEmpty) return { faults: faults.all, change: null, summary: '' };
  const rules = [...plan.rowsAfter('accountRule')].length;
  const segments = [...plan.rowsAfter('accountSegment')].length;
  const counted = (count: number, one: string): string =>
    `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;
  const label = `Import accounts from ${labelOf(meta.fileName)}`;
  return {
    faults: [],
    change: { kind: 'accounts', label, scenario: null, ops: plan.toOps() },
    summary: `${counted(segments, 'account segment')}, ${counted(rules, 'account rule')}`,
  };
}
