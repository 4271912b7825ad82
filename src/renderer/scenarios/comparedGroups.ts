import type { Calculation } from '../../shared/calc/Calculation.ts';
import {
  type Grouping,
  groupByLevel,
  groupByMeasure,
  groupByNeed,
  groupByTag,
} from '../../shared/scenarios/groupings.ts';
import type { Choice } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** By what schools can be put together: their level, a tag such as the region, fifths of a need or of a measure. */
export function groupChoices({ model, calculation }: DocumentState): Choice[] {
  const columns = model.ordered('schoolColumn');
  return [
    { value: 'level', label: 'By level' },
    ...columns.filter(({ kind }) => kind === 'tag').map(({ name }) => ({ value: `tag:${name}`, label: `By ${name}` })),
    ...calculation.needs
      .slice(1)
      .map(({ code, name }) => ({ value: `need:${code}`, label: `By share of ${name}, in fifths` })),
    ...columns
      .filter(({ kind }) => kind === 'measure')
      .map(({ name }) => ({ value: `measure:${name}`, label: `By ${name}, in fifths` })),
  ];
}

/** The groups of the base, so that a school stays in its group whatever a scenario supposes. */
export function groupingOf(base: Calculation, key: string): Grouping {
  const at = key.indexOf(':');
  const name = key.slice(at + 1);
  switch (key.slice(0, Math.max(0, at))) {
    case 'tag':
      return groupByTag(base, name);
    case 'need':
      return groupByNeed(base, name);
    case 'measure':
      return groupByMeasure(base, name);
    default:
      return groupByLevel(base);
  }
}
