import { parseEligibility } from '../../shared/calc/eligibility.ts';
import type { Model } from '../../shared/model/Model.ts';

/** An eligibility text in a few words, for a cell: `Everyone`, `Elementary, Middle`, `12 schools by list`, or the rule. */
export function eligibilityWords(model: Model, text: string): string {
  const eligibility = parseEligibility(text);
  switch (eligibility.kind) {
    case 'all':
      return 'Everyone';
    case 'levels':
      return eligibility.codes.map((code) => model.table('level').get(code)?.name ?? code).join(', ');
    case 'schools': {
      const count = eligibility.codes.length;
      const only = eligibility.codes[0] ?? '';
      return count === 1
        ? (model.table('school').get(only)?.name ?? only)
        : `${count.toLocaleString('en-US')} schools by list`;
    }
    default:
      return text;
  }
}
