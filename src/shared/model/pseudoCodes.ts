/**
 * Codes that account rules may name although no row has them: money that is of no source by itself, and the central
 * office. A source or school of the district that has such a code goes by the same rules.
 */
export const TOP_UP = 'top_up';
export const DEDUCTION = 'deduction';
export const CENTRAL = 'central';

export const PSEUDO_SOURCES: readonly { readonly code: string; readonly name: string }[] = [
  { code: TOP_UP, name: 'Top-ups' },
  { code: DEDUCTION, name: 'Deductions' },
];
export const PSEUDO_SCHOOLS: readonly { readonly code: string; readonly name: string }[] = [
  { code: CENTRAL, name: 'Central office' },
];

/** Whether an account rule may name this source or school although the district has none of that code. */
export function isPseudoCode(part: 'source' | 'school' | 'level' | 'need', code: string): boolean {
  if (part === 'source') return PSEUDO_SOURCES.some((source) => source.code === code);
  return part === 'school' && PSEUDO_SCHOOLS.some((school) => school.code === code);
}
