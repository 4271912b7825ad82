import type { ExplainTarget } from '../state/ExplainTarget.ts';

export function explainSchool(_school: string, _column: string, _source?: string): ExplainTarget | null {
  return null;
}
export function explainDistrict(_column: string, _source?: string): ExplainTarget | null {
  return null;
}
