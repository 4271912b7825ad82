import type { Calculation } from '../../shared/calc/Calculation.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';

/** One row per school, in the order of the calculation: `index` is the school index, `key` the school code. */
export function schoolRows(calculation: Calculation): SheetRow[] {
  return calculation.schools.map((school, index) => ({ key: school.code, index }));
}
