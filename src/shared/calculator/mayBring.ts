import type { SourceResult } from '../calc/results.ts';

/** Whether a source brings a school anything, or might with other counts: its calculator has to show it. */
export function mayBring(source: SourceResult, school: number): boolean {
  if (source.method === 'none') return false;
  return source.method === 'table' ? source.amounts[school] !== 0 : source.eligible[school] === 1;
}
