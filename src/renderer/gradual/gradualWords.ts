import type { DocumentState } from '../state/DocumentState.ts';

/** `This year · FY 2027`, `FY 2029`, or `In 2 years` where the district's year is no number. */
export function yearName({ model }: DocumentState, year: number): string {
  const text = model.get('district', 'fiscal_year')?.value.trim() ?? '';
  const fiscal = /^\d{4}$/.test(text) ? `FY ${Number(text) + year}` : null;
  if (year === 0) return fiscal ?? 'This year';
  return fiscal ?? (year === 1 ? 'In 1 year' : `In ${year} years`);
}
