import type { Calculation } from '../../shared/calc/Calculation.ts';
import { explain, explainSchoolText, explanationText } from '../../shared/calc/explain/explain.ts';
import { AllotError } from '../../shared/contract/errors.ts';
import type { CommandInput, CommandOutput } from './CommandLine.ts';
import { findSchool } from './findSchool.ts';
import { withCalculation } from './withDocument.ts';

/** `allot explain FILE SCHOOL [SOURCE] [--scenario NAME]` */
export async function run({
  operands: [file = '', school = '', source],
  options,
}: CommandInput): Promise<CommandOutput> {
  const text = await withCalculation(file, options.get('scenario'), (calculation) => {
    const schoolAt = findSchool(calculation, school);
    if (source === undefined) return explainSchoolText(calculation, schoolAt);
    return explanationText(
      explain(calculation, { kind: 'amount', source: findSource(calculation, source), school: schoolAt }),
    );
  });
  return { text: text.endsWith('\n') ? text : `${text}\n` };
}

function findSource(calculation: Calculation, text: string): number {
  const at = calculation.sourceIndex(text);
  if (at >= 0) return at;
  const codes = calculation.sourceRows.map((source) => source.code);
  const known = codes.length === 0 ? 'it has none' : `it has ${codes.join(', ')}`;
  throw new AllotError('source-unknown', `There is no revenue source “${text}” in this model; ${known}.`);
}
