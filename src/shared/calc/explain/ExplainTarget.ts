import type { ResultTotals } from '../results.ts';

/** The columns of the comparison sheet: floors, top-ups and who pays. */
export type FloorFigure = 'comparison' | 'minimum' | 'holdHarmless' | 'floor' | 'gain' | 'topUp' | 'deduction';

/** The columns of a school's budget that can be explained. */
export type SchoolFigure =
  | 'pupils'
  | 'formula'
  | 'grants'
  | 'locked'
  | 'restricted'
  | 'unrestricted'
  | 'total'
  | 'allIn'
  | 'perPupil'
  | 'current'
  | 'change';

/** What can be explained. Schools, sources, levels and cells (level × needs + need) by index, profiles as in `perPupilMatrices`. */
export type ExplainTarget =
  | { readonly kind: 'school'; readonly school: number; readonly figure: SchoolFigure }
  | { readonly kind: 'floor'; readonly school: number; readonly figure: FloorFigure }
  | { readonly kind: 'payer' }
  | { readonly kind: 'amount'; readonly school: number; readonly source: number }
  | {
      readonly kind: 'source';
      readonly source: number;
      readonly figure: 'amount' | 'central' | 'schools' | 'left' | 'base';
    }
  | { readonly kind: 'rate'; readonly source: number; readonly cell: number }
  | { readonly kind: 'matrix'; readonly profile: number; readonly cell: number; readonly figure: 'rate' | 'weight' }
  | { readonly kind: 'levelIndex'; readonly profile: number; readonly level: number }
  | { readonly kind: 'total'; readonly figure: keyof ResultTotals }
  | { readonly kind: 'bar'; readonly figure: 'revenue' | 'central' | 'schools' | 'left' | 'coverage' };
