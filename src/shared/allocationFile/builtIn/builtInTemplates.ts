import type { BuiltInTemplate } from './BuiltInTemplate.ts';
import { CALIFORNIA_SACS } from './californiaSacs.ts';
import { EFINANCE_PLUS } from './efinancePlus.ts';
import { OHIO_USAS } from './ohioUsas.ts';
import { ORACLE_BUDGET_INTERFACE } from './oracleBudgetInterface.ts';
import { PEOPLESOFT_JOURNAL } from './peopleSoftJournal.ts';
import { PLAIN_CSV, PLAIN_WORKBOOK } from './plain.ts';
import { TYLER_MUNIS } from './tylerMunis.ts';

/** The templates that come with the program, the plain ones first. */
export const BUILT_IN_TEMPLATES: readonly BuiltInTemplate[] = [
  PLAIN_CSV,
  PLAIN_WORKBOOK,
  CALIFORNIA_SACS,
  TYLER_MUNIS,
  EFINANCE_PLUS,
  ORACLE_BUDGET_INTERFACE,
  PEOPLESOFT_JOURNAL,
  OHIO_USAS,
];

/** By name in any case, or undefined. */
export function findBuiltIn(name: string): BuiltInTemplate | undefined {
  const wanted = name.trim().toLowerCase();
  return BUILT_IN_TEMPLATES.find((one) => one.name.toLowerCase() === wanted);
}
