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
  const byLevel = rows.segments.filter((segment) => book.dependsOn(segment).level);
  if (splitBy !== 'level' && splitBy !== 'level_need' && byLevel.length > 0 && hasSchoolOfSeveralLevels(calculation)) {
    notices.push(
      `Rules for ${byLevel.join(', ')} name levels, but the rows are not split by level: a school with pupils at several levels goes by its own level alone.`,
    );
  }
  if (template.format === 'fixed' && template.encoding.startsWith('utf-8')) {
    notices.push(
      'Widths count characters. In UTF-8 letters with accents take more than one byte, which a system that counts bytes would see as wider; Windows-1252 has one byte for each.',
    );
  }
  const left = results.tieOut.leftCents;
  if (money.central && left !== 0) {
    notices.push(`${formatMoney(left)} of the revenue is left with nobody and stands in no row.`);
  }
  return notices;
}

function hasSchoolOfSeveralLevels({ plan, needs }: AllocationFile['context']['calculation']): boolean {
  const { schoolCount, start, cell, count } = plan.counts;
  for (let school = 0; school < schoolCount; school++) {
    let level = -1;
    for (let line = start[school]!; line < start[school + 1]!; line++) {
      if (count[line] === 0) continue;
      const at = Math.floor(cell[line]! / needs.length);
      if (level >= 0 && level !== at) return true;
      level = at;
    }
  }
  return false;
}
