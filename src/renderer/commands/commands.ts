import type { WindowState } from '../state/WindowState.ts';
import { addTemplate } from './addTemplate.ts';
import type { Command } from './Command.ts';
import { closeDocument } from './closeDocument.ts';
import { openColumnMenu, showColumns } from './columns.ts';
import { copyWithHeadings } from './copyWithHeadings.ts';
import { equityPictures } from './equityPictures.ts';
import { exportAccounts } from './exportAccounts.ts';
import { exportAllocation } from './exportAllocation.ts';
import { exportHistoryCsv, exportHistoryWorkbook } from './exportHistory.ts';
import { exportPacketHtml, exportPacketPdf } from './exportPacket.ts';
import { exportTemplate } from './exportTemplate.ts';
import { exportBudgets, exportFolder, exportWorkbook } from './exportWorkbook.ts';
import { clearCells, fillDown, fillRight, fillSeries } from './fillCells.ts';
import { findInSheet } from './findInSheet.ts';
import { goToPlace } from './goToPlace.ts';
import { goToSheet } from './goToSheet.ts';
import { importAccounts } from './importAccounts.ts';
import { importTable } from './importTable.ts';
import { importTemplate } from './importTemplate.ts';
import { importFolder, importWorkbook } from './importWorkbook.ts';
import { importYears } from './importYears.ts';
import { markChanges } from './markChanges.ts';
import { newDocument } from './newDocument.ts';
import { nextRegion, previousRegion } from './nextRegion.ts';
import { openDocument } from './openDocument.ts';
import { openPalette } from './openPalette.ts';
import { openSample } from './openSample.ts';
import { presentCommands } from './presentCommands.ts';
import { redo } from './redo.ts';
import { save } from './save.ts';
import { saveAs } from './saveAs.ts';
import { scenarioCommands } from './scenarioCommands.ts';
import { selectAll, selectColumns, selectRows } from './selectCells.ts';
import { showDerivation } from './showDerivation.ts';
import { showKeys } from './showKeys.ts';
import { switchTheme } from './switchTheme.ts';
import { undo } from './undo.ts';

/** Everything the window can be told to do, in the order of the menu. */
export const COMMANDS: readonly Command[] = [
  newDocument,
  openDocument,
  openSample,
  save,
  saveAs,
  importWorkbook,
  importTable,
  importYears,
  importFolder,
  exportWorkbook,
  exportFolder,
  exportBudgets,
  exportHistoryCsv,
  exportHistoryWorkbook,
  exportAllocation,
  exportPacketPdf,
  exportPacketHtml,
  closeDocument,
  undo,
  redo,
  copyWithHeadings,
  clearCells,
  fillDown,
  fillRight,
  fillSeries,
  selectAll,
  selectColumns,
  selectRows,
  openPalette,
  findInSheet,
  goToPlace,
  openColumnMenu,
  showColumns,
  markChanges,
  showDerivation,
  switchTheme,
  ...presentCommands,
  nextRegion,
  previousRegion,
  ...scenarioCommands,
  importAccounts,
  exportAccounts,
  addTemplate,
  importTemplate,
  exportTemplate,
  ...goToSheet,
  ...equityPictures,
  showKeys,
];

/** Performs a command by name if it is enabled now. The desktop menu calls this. */
export function runCommand(window: WindowState, name: string): void {
  const command = COMMANDS.find((one) => one.name === name);
  if (command?.enabled(window)) void command.perform(window);
}
