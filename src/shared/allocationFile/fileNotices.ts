import { formatMoney } from '../text/formatNumber.ts';
import { AccountBook } from './AccountBook.ts';
import type { AllocationFile } from './AllocationFile.ts';
import { draftMark } from './FileContext.ts';

/** Sentences about a file that is right and may still surprise whoever loads it. */
export function fileNotices({ context, rows }: AllocationFile): string[] {
  const { calculation, template, scenario, model } = context;
  const { results } = calculation;
  const notices: string[] = [];
  const mark = draftMark(scenario);
  if (mark !== '')
    notices.push(`“${scenario.name}” is not adopted. The file and its control sheet are marked ${mark}.`);
  const { splitBy, money } = template;
  if (splitBy !== 'none') {
    const whole = results.sources.filter(
      ({ method, rates, status }) =>
        !(rates !== null && (method === 'weights' || method === 'shares' || method === 'rates')) &&
        (status === 'unlock' ? money.formula : status === 'grant' ? money.grants : money.locked),
    );
    const names = whole.filter(({ schoolsCents }) => schoolsCents !== 0).map(({ code }) => code);
    if (names.length > 0) {
      notices.push(
        `${names.join(', ')} ${names.length === 1 ? 'has' : 'have'} no lines by level and need. That money stands at each school's own level and under no need, and so do top-ups and deductions.`,
      );
    }
  }
  const book = new AccountBook(model);
  const splitsNeed = splitBy === 'need' || splitBy === 'level_need';
  const byNeed = rows.segments.filter((segment) => book.dependsOn(segment).need);
  if (!splitsNeed && byNeed.length > 0) {
    notices.push(
      `Rules for ${byNeed.join(', ')} name needs, but the rows are not split by need, so those rules are not used.`,
    );
  }
  const left = results.tieOut.leftCents;
  if (money.central && left !== 0) {
    notices.push(`${formatMoney(left)} of the revenue is left with nobody and stands in no row.`);
  }
  return notices;
}
