import { nameWords } from '../assistant/headerWords.ts';
import { findNeed, NEED_IDEAS } from '../assistant/needWords.ts';
import type { AxisId } from './columnIds.ts';
import type { EquityData } from './EquityData.ts';

/** The district's own need for poverty or English learners, found by its name; null where it has none. */
export function findNeedColumn(data: EquityData, code: 'POV' | 'EL'): AxisId | null {
  const idea = NEED_IDEAS.find((each) => each.code === code)!;
  const found = findNeed(idea, data.calculation.needs, nameWords);
  if (found === null || found === data.calculation.needs[0]?.code || data.isHidden(`need:${found}`)) return null;
  return `need:${found}`;
}
