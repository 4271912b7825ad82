import { formatMoney } from '../../text/formatNumber.ts';
import type { Plan } from '../plan.ts';
import type { Finding } from '../results.ts';

const NAMED = 5;

/** `Oak (0042), Elm (0043) and 3 more`. */
function nameSome(plan: Plan, schools: readonly number[]): string {
  const names = schools.slice(0, NAMED).map((school) => {
    const { name, code } = plan.schools[school]!;
    return `${name} (${code})`;
  });
  const more = schools.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

/** Schools whose budget per pupil is not known, on the basis per pupil. They are told, never quietly left out. */
export function noBaselinePupils(plan: Plan, isExempt: Uint8Array): Finding[] {
  const schools: number[] = [];
  for (const row of plan.model.table('currentBudget').values()) {
    if (row.version !== plan.scenario.currentVersion || row.pupils) continue;
    const school = plan.schoolIndex.get(row.school);
    if (school !== undefined && isExempt[school] === 0) schools.push(school);
  }
  if (schools.length === 0) return [];
  schools.sort((a, b) => a - b);
  const sentence = `The floor is per pupil, but the current budget has no pupils at ${nameSome(plan, schools)}, so nobody is held harmless there. Type the pupils that the current budget was for.`;
  return [{ severity: 'warns', rule: 'floor-no-pupils', sentence }];
}

export function noMinimums(): Finding {
  return {
    severity: 'warns',
    rule: 'floor-no-minimums',
    sentence: 'Minimums are in use, but none is typed. Type a minimum for a level or a school, or turn minimums off.',
  };
}

/** What is missing of the top-ups. It keeps the scenario from tying out (I9). */
export function shortFinding(sentence: string): Finding {
  return { severity: 'stops', rule: 'floor-short', sentence };
}

/** Money that payers gave up and nobody needs; it stands as left. */
export function surplusFinding(surplusCents: number, what: string): Finding {
  return {
    severity: 'warns',
    rule: 'floor-surplus',
    sentence: `${what} come to ${formatMoney(surplusCents)} more than the top-ups; that stays unallocated.`,
  };
}
