import type { Calculation } from '../../shared/calc/Calculation.ts';
import { scenariosInOrder } from '../../shared/changes/scenarios.ts';
import { type AmountId, type AxisId, BUDGET_LABELS, type BudgetId } from '../../shared/equity/columnIds.ts';
import type { EquityData } from '../../shared/equity/EquityData.ts';
import type { Baseline } from '../../shared/equity/equityMeasures.ts';
import { yearsWithBudgets } from '../../shared/years/yearDistrict.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { yearAsSeen, yearDistrictOf } from './yearBaseline.ts';

export interface EquityChoice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

/** Names of the measures that the document holds for its schools. */
function measureNames({ calculation }: EquityData): string[] {
  const { model, scenario } = calculation.plan;
  const names = new Set<string>();
  for (const { version, measure } of model.table('measure').values()) {
    if (version === scenario.measuresVersion) names.add(measure);
  }
  return [...names].sort();
}

/** Budgets first, then sources, then measures as dollars per pupil or of the whole school. */
export function amountChoices(data: EquityData): EquityChoice<AmountId>[] {
  const { results } = data.calculation;
  const hasCurrent = results.current.some((cents) => Number.isFinite(cents));
  const budgets = (Object.keys(BUDGET_LABELS) as BudgetId[]).filter((id) => {
    if (id === 'current') return hasCurrent;
    if (id === 'topUps') return results.topUps.isOn;
    return id === 'total' || id === 'allIn' || results[id].some((cents) => cents !== 0);
  });
  return [
    ...budgets.map((value) => ({ value, label: BUDGET_LABELS[value] })),
    ...results.sources.map(({ code, name }) => ({ value: `source:${code}` as const, label: name })),
    ...measureNames(data).flatMap((name) => [
      { value: `measure:${name}` as const, label: `${name} (dollars per pupil)` },
      { value: `perPupil:${name}` as const, label: `${name} (dollars of the school)` },
    ]),
  ];
}

export function axisChoices(data: EquityData): EquityChoice<AxisId>[] {
  return [
    ...data.needs.map(({ code, name }) => ({ value: `need:${code}` as const, label: name })),
    { value: 'allNeeds', label: 'All needs together' },
    { value: 'pupils', label: 'Size (pupils)' },
    ...measureNames(data).map((name) => ({ value: `measure:${name}` as const, label: name })),
  ];
}

export function baselineChoices(document: DocumentState, data: EquityData): EquityChoice[] {
  const hasCurrent = data.calculation.results.current.some((cents) => Number.isFinite(cents));
  return [
    { value: 'none', label: 'Nothing' },
    ...(hasCurrent ? [{ value: 'current', label: 'Current budgets' }] : []),
    ...scenariosInOrder(document.model)
      .filter(({ id }) => id !== document.scenarioId)
      .map(({ id, name }) => ({ value: `scenario:${id}`, label: name })),
    ...yearsWithBudgets(document.model).map((year) => ({ value: `year:${year}`, label: year })),
  ];
}

/** What a choice of baseline is calculated from, where that is not what is shown itself; null for none. */
export function baselineCalculation(document: DocumentState, choice: string): Calculation | null {
  const year = yearDistrictOf(document, choice);
  if (year) return year.calculation;
  const id = Number(/^scenario:(\d+)$/.exec(choice)?.[1] ?? 0);
  return document.model.get('scenario', id) ? document.calculationOf(id) : null;
}

/** The baseline of a choice, up to date; null for none. `dataOf` gives its rows as they are seen. */
export function baselineOf(
  document: DocumentState,
  data: EquityData,
  choice: string,
  amount: AmountId,
  dataOf: (calculation: Calculation) => EquityData,
): Baseline | null {
  if (choice === 'current') return { data, amount: 'current', name: 'Current budgets' };
  const year = yearDistrictOf(document, choice);
  if (year) return yearAsSeen(year, dataOf(year.calculation));
  const calculation = baselineCalculation(document, choice);
  return calculation && { data: dataOf(calculation), amount, name: calculation.plan.scenario.name };
}
