import type { AmountId } from '../equity/columnIds.ts';
import type { EquityData } from '../equity/EquityData.ts';
import { heldForYears } from '../years/heldForYears.ts';
import { scopeOfSeen } from '../years/YearScope.ts';
import { yearBaseline, yearDistrict } from '../years/yearDistrict.ts';
import { remember } from './remember.ts';
import { hasMoved, type Seen, type SlideContext } from './SlideContext.ts';
import { slideBaseline } from './slideBaseline.ts';

/** What a picture of the equity board is held against on a slide. */
export interface EquityBaseline {
  readonly label: string;
  readonly data: EquityData;
  readonly amount: AmountId;
  /** What is made of it, made once until it moves. */
  readonly once: <Value>(key: string, make: () => Value) => Value;
}

/**
 * The baseline of an option as rows of the equity board; earlier years as well. Null where there is none, or where it
 * is what the slide shows anyway; a sentence where it is not there or not shown.
 */
export function equityBaseline(
  option: string,
  amount: AmountId,
  context: SlideContext,
): EquityBaseline | string | null {
  const { now, start } = context;
  if (option.startsWith('year:')) return ofYear(option.slice('year:'.length), context);
  const baseline = slideBaseline(option, context);
  if (baseline === null || typeof baseline === 'string') return baseline;
  const { kind, seen, label } = baseline;
  if (kind === 'current' ? amount === 'current' : seen === now || (seen === start && !hasMoved(context))) return null;
  const of = kind === 'current' ? 'current' : amount;
  return { label, data: seen.equityData(label), amount: of, once: onceOf(seen, kind) };
}

const onceOf =
  (seen: Seen, kind: string): EquityBaseline['once'] =>
  (key, make) =>
    remember(seen, `${kind} ${key}`, make);

/** A year's budgets, of the schools that are seen now and had enough pupils then. */
function ofYear(year: string, { model, now, start }: SlideContext): EquityBaseline | string {
  if (now.isHidden('current')) return 'Budgets of this and earlier years are not shown to this audience.';
  const scenario = start.calculation.scenarioId;
  const data = remember(start, `year ${year}`, () => {
    const district = heldForYears(model, `district ${scenario} ${year}`, () => yearDistrict(model, year, scenario));
    if (typeof district === 'string') return district;
    const scope = scopeOfSeen(start);
    const { calculation } = district;
    return yearBaseline(
      district,
      (code) => scope.seesSchool(code, calculation.results.pupils[calculation.schoolIndex(code)] ?? null),
      scope.data.smallestGroup,
    );
  });
  if (typeof data === 'string') return data;
  return { label: data.name, data: data.data, amount: data.amount, once: onceOf(start, `year ${year}`) };
}
