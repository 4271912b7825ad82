import type { Seen, SlideContext } from './SlideContext.ts';

/** What a slide holds the what-if against. */
export interface SlideBaseline {
  readonly kind: 'current' | 'scenario';
  /** `current budgets`, `“Board option B”`: for the middle of a sentence. */
  readonly name: string;
  /** For a legend or a column: `Current budgets`, `Board option B`. */
  readonly label: string;
  /** The district it is read from: current budgets from the scenario the what-if began from, where they stand still. */
  readonly seen: Seen;
}

/** Whether any school has a current budget at all. */
export const hasCurrent = ({ calculation }: Seen): boolean =>
  calculation.results.current.some((cents) => Number.isFinite(cents));

/**
 * The baseline an option names: `current`, `scenario:<id>`, `none` (null), and empty for the scenario the what-if began
 * from. A sentence where it is not there, or not shown to this audience.
 */
export function slideBaseline(option: string, context: SlideContext): SlideBaseline | string | null {
  const { now, start } = context;
  if (option === 'none') return null;
  if (option === '') return scenarioBaseline(start);
  if (option === 'current') {
    if (now.isHidden('current')) return 'Current budgets are not shown to this audience.';
    if (!hasCurrent(start)) return 'The district has entered no current budgets to compare with.';
    return { kind: 'current', name: 'current budgets', label: 'Current budgets', seen: start };
  }
  if (option.startsWith('year:')) {
    return 'An earlier year can be held against the pictures of need, not here. Choose something else.';
  }
  const id = /^scenario:(\d+)$/.exec(option);
  if (!id) return 'What this slide compares with is not there any more. Choose something else.';
  if (Number(id[1]) === start.calculation.scenarioId) return scenarioBaseline(start);
  const seen = context.of(Number(id[1]));
  return seen
    ? scenarioBaseline(seen)
    : 'The scenario this slide compares with is not there any more. Choose another one.';
}

export function scenarioBaseline(seen: Seen): SlideBaseline {
  const label = seen.scenarioName(seen.calculation.scenarioId);
  return { kind: 'scenario', name: `“${label}”`, label, seen };
}
