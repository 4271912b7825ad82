import type { Calculation } from '../../../shared/calc/Calculation.ts';
import type { TableColumn } from './tableSheet.ts';

/** Code, name and level of each school; codes are texts and keep their leading zeros. */
export function schoolColumns({ schools, model }: Calculation): TableColumn[] {
  const levelName = (code: string): string => model.get('level', code)?.name ?? code;
  return [
    { header: 'Code', style: 'text', width: 11, at: (row) => schools[row]!.code },
    { header: 'School', style: 'text', width: 34, at: (row) => schools[row]!.name },
    { header: 'Level', style: 'text', width: 12, at: (row) => levelName(schools[row]!.level) },
  ];
}

export const dollars = (cents: number | undefined): number | null =>
  cents === undefined || Number.isNaN(cents) ? null : cents / 100;

/** A column of cents as dollars, with its sum below. */
export function moneyColumn(header: string, cents: Float64Array, more: Partial<TableColumn> = {}): TableColumn {
  return { header, style: 'money', width: 16, at: (row) => dollars(cents[row]), below: 'sum', ...more };
}

/** Pupils with decimals only where there are any; codes of formats would show a lone point otherwise. */
export function countColumn(header: string, hundredths: Float64Array): TableColumn {
  const style = hundredths.every((count) => Number.isNaN(count) || count % 100 === 0) ? 'whole' : 'decimal';
  return { header, style, width: 11, at: (row) => dollars(hundredths[row]), below: 'sum' };
}
