import type { Calculation } from '../../shared/calc/Calculation.ts';
import { AllotError } from '../../shared/contract/errors.ts';

/** By code; a name will do where only one school has it. */
export function findSchool(calculation: Calculation, text: string): number {
  const at = calculation.schoolIndex(text);
  if (at >= 0) return at;
  const wanted = text.trim().toLowerCase();
  const named = calculation.schools.filter((school) => school.name.toLowerCase() === wanted);
  if (named.length === 1) return calculation.schoolIndex(named[0]?.code ?? '');
  const reason = named.length > 1 ? `More than one school is called “${text}”` : `There is no school “${text}”`;
  throw new AllotError('school-unknown', `${reason} in this model; give the school's code.`);
}
