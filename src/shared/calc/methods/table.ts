import { warns } from '../findings.ts';
import type { Finding } from '../results.ts';
import { type MethodInput, type Outcome, outcome } from './Method.ts';

/**
 * Typed table (domain text, section 2): amounts as typed, whatever the rounding. The domain text does not say what
 * an amount at a school outside the source's eligibility means; it is paid as typed and warned about.
 */
export function payTable(input: MethodInput, next: Float64Array): Outcome {
  const { plan, source, reach } = input;
  next.fill(0);
  let schoolsCents = 0;
  const warnings: Finding[] = [];
  for (const row of plan.model.table('tableAmount').values()) {
    if (row.scenario !== plan.scenario.id || row.source !== source.code) continue;
    const school = plan.schoolIndex.get(row.school);
    if (school === undefined) {
      warnings.push(
        warns(source, 'table-of-unknown', `has an amount for ${row.school}, which is not in this district.`),
      );
      continue;
    }
    next[school] = row.amountCents;
    schoolsCents += row.amountCents;
    if (reach.eligible[school] === 0 && row.amountCents !== 0) {
      warnings.push(
        warns(
          source,
          'table-outside-eligibility',
          `pays ${plan.schools[school]!.name} (${row.school}), which is not eligible.`,
          {
            school: row.school,
          },
        ),
      );
    }
  }
  // By school, whatever order the rows are kept in.
  warnings.sort((a, b) => (a.sentence < b.sentence ? -1 : a.sentence > b.sentence ? 1 : 0));
  return outcome({ schoolsCents, warnings });
}

/** A lock without a table commits nothing. */
export function payNone(_input: MethodInput, next: Float64Array): Outcome {
  next.fill(0);
  return outcome({});
}
