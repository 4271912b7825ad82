import type { Calculation } from '../calc/Calculation.ts';
import { PSEUDO_SCHOOLS, PSEUDO_SOURCES } from '../model/pseudoCodes.ts';

/** `Jefferson High (0042), Title I (T1)`, from codes; empty codes are left out, and `The row` stands for neither. */
export function placeWords(calculation: Calculation, school: string, source: string): string {
  const words: string[] = [];
  if (school !== '') words.push(nameIn(calculation.model.table('school').get(school), PSEUDO_SCHOOLS, school));
  if (source !== '') words.push(nameIn(calculation.model.table('source').get(source), PSEUDO_SOURCES, source));
  return words.length > 0 ? words.join(', ') : 'The row';
}

function nameIn(
  row: { readonly name: string } | undefined,
  pseudo: readonly { readonly code: string; readonly name: string }[],
  code: string,
): string {
  const name = row?.name ?? pseudo.find((one) => one.code === code)?.name;
  return name === undefined || name === code ? code : `${name} (${code})`;
}
