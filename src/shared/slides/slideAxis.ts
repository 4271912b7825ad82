import { AllotError } from '../contract/errors.ts';
import { type AmountId, type AxisId, BUDGET_LABELS } from '../equity/columnIds.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { findNeedColumn } from '../equity/findNeedColumn.ts';

const AXIS = /^(need:.|measure:.|allNeeds$|pupils$)/;
const AMOUNT = /^(source:.|measure:.|perPupil:.)/;

/**
 * The need an option names; without one poverty, else all needs together, or the first one where others are hidden; null
 * where the district has no further need to show.
 */
export function needAxis(data: EquityData, option: string): AxisId | null {
  if (AXIS.test(option)) return option as AxisId;
  if (option !== '') throw unknown();
  const [first] = data.needs;
  if (!first) return null;
  return findNeedColumn(data, 'POV') ?? (data.hidesNeeds ? `need:${first.code}` : 'allNeeds');
}

/** The amount an option names; whether the district has it is for its columns to say. */
export function slideAmount(option: string): AmountId {
  if (Object.hasOwn(BUDGET_LABELS, option) || AMOUNT.test(option)) return option as AmountId;
  throw unknown();
}

const unknown = (): AllotError =>
  new AllotError(
    'slide-option-unknown',
    'This version of the program does not know what this slide asks for. Nothing was changed; choose another need or amount.',
  );
