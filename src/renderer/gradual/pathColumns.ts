import { setPathShare } from '../../shared/changes/gradual.ts';
import type { CalculatedYear } from '../../shared/gradual/multiYear.ts';
import { type PathYear, pathOf } from '../../shared/gradual/path.ts';
import type { SheetColumn } from '../grid/SheetColumn.ts';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import type { DocumentState } from '../state/DocumentState.ts';
import { yearName } from './gradualWords.ts';

/** The path year by year: what is planned, what the trigger lets through, and what the district then pays out. */
export function pathColumns(document: DocumentState, years: readonly CalculatedYear[], count: number): SheetColumn[] {
  const { model, scenarioId } = document;
  const path = oncePerRevision(document, (): readonly PathYear[] => readPath(document, count));
  const at = (row: { index: number }): PathYear | undefined => path()[row.index];
  return [
    {
      id: 'year',
      header: 'Year',
      kind: 'text',
      width: 96,
      pinned: 'left',
      value: (row) => yearName(document, row.index),
    },
    {
      id: 'share',
      header: 'Share of the way',
      kind: 'percent',
      width: 128,
      blank: true,
      editable: true,
      summable: false,
      headerTooltip: 'How much of the way to the goal weights is gone; empty is as the year before',
      step: { small: 10_000, large: 100_000 },
      value: (row) => model.get('pathShare', scenarioId, row.index)?.share ?? null,
      aside: (row) => asideShare(at(row)),
      edit: (row, value) => setPathShare(model, scenarioId, row.index, typeof value === 'number' ? value : null),
    },
    {
      id: 'unrestricted',
      header: 'Unrestricted revenue',
      kind: 'dollars',
      width: 150,
      value: (row) => at(row)?.unrestrictedCents ?? null,
    },
    {
      id: 'total',
      header: 'Schools get',
      kind: 'dollars',
      width: 122,
      strong: true,
      value: (row) => years[row.index]?.calculation.results.totals.total ?? null,
    },
    {
      id: 'change',
      header: 'Year on year',
      kind: 'dollars',
      width: 116,
      signed: true,
      value: (row) => {
        const now = years[row.index]?.calculation.results.totals.total;
        const before = years[row.index - 1]?.calculation.results.totals.total;
        return now === undefined || before === undefined ? null : now - before;
      },
    },
  ];
}

/** A growth beyond all limits is told above the sheet; the path then has no numbers. */
function readPath({ model, scenarioId }: DocumentState, count: number): readonly PathYear[] {
  try {
    return pathOf(model, scenarioId, count);
  } catch {
    return [];
  }
}

function asideShare(year: PathYear | undefined): string {
  if (!year) return '';
  const percent = (units: number): string => `${units / 10_000}%`;
  return year.isTriggered ? `goes ${percent(year.share)}` : 'waits for revenue';
}
