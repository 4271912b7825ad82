import type { Calculation } from '../../shared/calc/Calculation.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';

/** One row per revenue source in the district's order: `index` finds it in `results.sources`, `key` is its code. */
export function sourceRows(calculation: Calculation): SheetRow[] {
  return calculation.sourceRows.map((source, index) => ({ key: source.code, index }));
}
