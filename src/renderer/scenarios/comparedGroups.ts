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
