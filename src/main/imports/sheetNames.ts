/** The sheets of the district workbook, in the order in which an export writes them. */
export const SHEET_NAMES = [
  'district',
  'levels',
  'needs',
  'schools',
  'enrollment',
  'current',
  'minimums',
  'revenues',
  'weights',
  'shares',
  'rates',
  'table',
  'floors',
  'scenarios',
  'accounts',
  'account_segments',
  'rationales',
  'years',
] as const;
export type SheetName = (typeof SHEET_NAMES)[number];

/** Headers and sheet names are matched without regard to case, spaces or underscores. */
export const headerKey = (text: string): string => text.toLowerCase().replace(/[\s_]+/g, '');
