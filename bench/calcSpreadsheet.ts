import { HyperFormula } from 'hyperformula';
import { CELLS, countOf, POOL_CENTS, SOURCES, weightOf } from './calcDistrict.ts';
import { median } from './Table.ts';

const COLUMNS = Array.from({ length: CELLS }, (_, at) => String.fromCharCode(65 + at));
const LAST = COLUMNS[CELLS - 1]!;

/**
 * The same district as a workbook in HyperFormula: counts, weights by source, rates cut down to the cent, amounts by
 * source, totals. It does not cut lines to the cent and proves nothing, which is in its favour.
 */
export function spreadsheetEdit(schools: number, isShared: boolean, edits: number): number {
  const counts = Array.from({ length: schools }, (_, school) =>
    COLUMNS.map((_, cell) => countOf(school, cell, false) / 100),
  );
  const totals = COLUMNS.map((column) => `=SUM(Counts!${column}1:${column}${schools})`);
  const weights = Array.from({ length: SOURCES }, (_, source) =>
    COLUMNS.map((column, cell) => (isShared && source > 0 ? `=${column}1` : weightOf(source, cell) / 10_000)),
  );
  const pool = ((POOL_CENTS / 100) * 0.75 * schools) / 100;
  const rates = weights.map((_, source) => {
    const row = source + 1;
    const base = `$M${row}`;
    return [
      ...COLUMNS.map((column) => `=ROUNDDOWN(${base}*Weights!${column}${row},2)`),
      `=${pool}/SUMPRODUCT(Weights!A${row}:${LAST}${row},Totals!A1:${LAST}1)`,
    ];
  });
  const budgets = counts.map((_, school) => {
    const row = school + 1;
    const amounts = rates.map((_, source) => {
      const at = source + 1;
      return `=SUMPRODUCT(Counts!A${row}:${LAST}${row},Rates!$A$${at}:$${LAST}$${at})`;
    });
    return [...amounts, `=SUM(A${row}:T${row})`];
  });
  const workbook = HyperFormula.buildFromSheets(
    { Counts: counts, Totals: [totals], Weights: weights, Rates: rates, Budgets: budgets },
    { licenseKey: 'gpl-v3', maxRows: Math.max(40_000, schools + 10) },
  );
  const sheet = workbook.getSheetId('Weights')!;
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    const start = performance.now();
    workbook.setCellContents({ sheet, row: 0, col: 1 }, [[0.34 + (edit % 7) / 100]]);
    times.push(performance.now() - start);
  }
  workbook.destroy();
  return median(times);
}
