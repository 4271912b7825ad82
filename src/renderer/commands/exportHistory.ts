import { exportHistory } from '../history/exportHistory.ts';
import { type Command, withDocument } from './Command.ts';

/** The entries that the filter of the sheet History lets through; all of them until one is set. */
export const exportHistoryCsv: Command = {
  name: 'file/exportHistory',
  group: 'Exports',
  label: () => 'Export history as CSV…',
  enabled: withDocument,
  perform: (window) => exportHistory(window, 'csv'),
};

export const exportHistoryWorkbook: Command = {
  name: 'file/exportHistoryWorkbook',
  group: 'Exports',
  label: () => 'Export history as workbook…',
  enabled: withDocument,
  perform: (window) => exportHistory(window, 'xlsx'),
};
