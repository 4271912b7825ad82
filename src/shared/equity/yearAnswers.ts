import type { Model } from '../model/Model.ts';
import { spendingAndOutcome } from '../years/outcomes.ts';
import type { YearScope } from '../years/YearScope.ts';
import { firstOfKind, orderedGroups, orderedYears } from '../years/yearRows.ts';
import { yearSeries } from '../years/yearSeries.ts';
import { lineText } from '../years/yearUnits.ts';
import type { AxisId } from './columnIds.ts';
import type { Found } from './questions.ts';

/** Where answers over time come from. */
export interface YearSources {
  readonly model: Model;
  readonly scope: YearScope;
}

const NO_BUDGETS = 'No earlier budgets are given. Import them in Years and outcomes, or take a snapshot each year.';
const NO_OUTCOMES = 'No outcomes are given. Import them in Years and outcomes.';

const codeOf = (need: AxisId | null): string => (need?.startsWith('need:') ? need.slice('need:'.length) : '');

/** How budgets went together with need, and how far they spread, in the first year and now. */
export function equityOverTime(sources: YearSources | null, poverty: AxisId | null): Found | string {
  if (!sources) return NO_BUDGETS;
  const { model, scope } = sources;
  const amount = firstOfKind(model, 'amount');
  if (!amount) return NO_BUDGETS;
  const options = { measure: amount.measure, group: '', need: codeOf(poverty) };
  const needs = yearSeries(model, scope, { ...options, by: 'needs' });
  const line = needs.lines.find(({ key }) => key === options.need) ?? needs.lines[0];
  const known = (line?.points ?? []).flatMap(({ value }, at) => (Number.isFinite(value) ? [{ value, at }] : []));
  const [first, last] = [known[0], known.at(-1)];
  if (!line || !first || !last || first === last) {
    return 'Budgets, pupils and needs of an earlier year are not known at enough schools.';
  }
  const spread = yearSeries(model, scope, { ...options, by: 'spread' }).lines[0]?.points;
  const [from, to] = [spread?.[first.at]?.value ?? Number.NaN, spread?.[last.at]?.value ?? Number.NaN];
  const [then, now] = [needs.years[first.at] ?? '', needs.years[last.at] ?? ''];
  const verdict =
    lineText(last.value, 'correlation') === lineText(first.value, 'correlation')
      ? 'Money follows need as it did'
      : last.value > first.value
        ? 'Money follows need more'
        : 'Money follows need less';
  const variation = Number.isFinite(from + to)
    ? `; amounts vary by ${lineText(to, 'share')} between schools, and by ${lineText(from, 'share')} then`
    : '';
  return {
    sentence: `${verdict}: its correlation with ${line.label} is ${lineText(last.value, 'correlation')} in ${now} and was ${lineText(first.value, 'correlation')} in ${then}${variation}.`,
    figure: last.value - first.value,
    picture: 'years',
    need: poverty,
    byYear: { measure: amount.measure, by: 'needs' },
  };
}

/** The widest gap between groups of pupils; between fifths of need where groups are not given. */
export function outcomesByNeed(sources: YearSources | null, poverty: AxisId | null): Found | string {
  const outcome = sources ? firstOfKind(sources.model, 'outcome') : null;
  if (!sources || !outcome) return NO_OUTCOMES;
  const { model, scope } = sources;
  const need = codeOf(poverty);
  const by = orderedGroups(model, outcome.measure).length > 1 ? 'groups' : 'fifths';
  if (by === 'fifths' && need === '')
    return 'Outcomes are given for all pupils only, and the district has no need to sort schools by.';
  const { sentence, problem, gaps } = yearSeries(model, scope, { measure: outcome.measure, group: '', by, need });
  if (problem) return problem;
  const last = gaps.map(({ values }) => values.findLast(Number.isFinite) ?? Number.NaN);
  const figure = last.sort((a, b) => Math.abs(b) - Math.abs(a)).find(Number.isFinite) ?? Number.NaN;
  return {
    sentence: `${outcome.measure}: ${sentence}`,
    figure,
    picture: 'years',
    need: poverty,
    byYear: { measure: outcome.measure, by },
  };
}

/** Spending against the outcome of its last year; null where there is none by year. */
export function spendingAnswer({ model, scope }: YearSources, since: string): Found | null {
  const outcome = firstOfKind(model, 'outcome');
  const year = outcome ? (orderedYears(model, outcome.measure).at(-1) ?? '') : '';
  if (!outcome || year === '') return null;
  const found = spendingAndOutcome(model, scope, {
    ...{ outcome: outcome.measure, group: '', year, since, amount: 'total', isByPupils: true },
  });
  if (found.problem || !found.fit) return null;
  return {
    sentence: found.sentence.replace(/\.$/, '; this says nothing of cause, for money is sent where outcomes are low.'),
    figure: found.fit.correlation,
    picture: 'outcomes',
    need: null,
  };
}

export function outcomesOverTime(sources: YearSources | null): Found | string {
  const outcome = sources ? firstOfKind(sources.model, 'outcome') : null;
  if (!sources || !outcome) return NO_OUTCOMES;
  const since = orderedYears(sources.model, outcome.measure)[0] ?? '';
  const found = orderedYears(sources.model, outcome.measure).length > 1 ? spendingAnswer(sources, since) : null;
  return found ?? 'This takes budgets, pupils and outcomes of two years at the same schools.';
}
