import type { YearMeasureRow } from '../../shared/model/rows.ts';

export const KIND_CHOICES: readonly { readonly value: YearMeasureRow['kind']; readonly label: string }[] = [
  { value: 'outcome', label: 'Outcome' },
  { value: 'amount', label: 'Dollars of the school' },
  { value: 'pupils', label: 'Pupils' },
];
export const UNIT_CHOICES: readonly { readonly value: YearMeasureRow['unit']; readonly label: string }[] = [
  { value: 'percent', label: 'Percent' },
  { value: 'points', label: 'Points of a scale' },
];
export const BETTER_CHOICES: readonly { readonly value: YearMeasureRow['better']; readonly label: string }[] = [
  { value: 'higher', label: 'Higher is better' },
  { value: 'lower', label: 'Lower is better' },
  { value: 'neither', label: 'Neither way' },
];
