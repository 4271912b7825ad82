import type { AmountId, AxisId } from '../equity/columnIds.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { findNeedColumn } from '../equity/findNeedColumn.ts';

/** The need an option names; without one poverty, else all needs together; null where the district has no further need. */
export function needAxis(data: EquityData, option: string): AxisId | null {
  if (option !== '') return option as AxisId;
  if (data.needs.length === 0) return null;
  return findNeedColumn(data, 'POV') ?? 'allNeeds';
}

/** The amount an option names; a text that is none is told by the data itself. */
export const slideAmount = (option: string): AmountId => option as AmountId;
