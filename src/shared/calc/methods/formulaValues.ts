import { stops } from '../findings.ts';
import { evaluateFormula } from '../formula/formula.ts';
import type { Rational } from '../rational.ts';
import type { Finding } from '../results.ts';
import type { MethodInput } from './Method.ts';

/** The numbers of a source's formula at its eligible schools (null elsewhere), or the finding that stops the source. */
export function formulaValues(input: MethodInput): (Rational | null)[] | Finding {
  const { plan, source, formula, reach } = input;
  if (!formula) {
    return stops(source, 'no-formula', 'pays no school: its formula is empty. Write one, such as “enrollment”.');
  }
  const values = evaluateFormula(formula, input.district, reach.eligible);
  const numbers: (Rational | null)[] = new Array<Rational | null>(plan.schools.length).fill(null);
  for (let school = 0; school < numbers.length; school++) {
    if (reach.eligible[school] === 0) continue;
    const value = values[school];
    if (value !== null && typeof value === 'object' && 'numerator' in value) {
      numbers[school] = value;
      continue;
    }
    const row = plan.schools[school]!;
    const why =
      value !== null && typeof value === 'object'
        ? value.sentence
        : `The formula “${formula.text}” is not a number at ${row.name} (${row.code}). Write one that gives a number.`;
    return stops(source, 'formula-error', `pays no school. ${why}`, { school: row.code });
  }
  return numbers;
}
