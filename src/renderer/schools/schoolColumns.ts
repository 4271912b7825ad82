import type { SheetColumn } from '../grid/SheetColumn.ts';
import type { DocumentState } from '../state/DocumentState.ts';

/** Columns of the schools sheet. Values are read from the document each time, so they need no rebuilding. */
export function schoolColumns(document: DocumentState): SheetColumn[] {
  const { model, calculation } = document;
  const school = (index: number) => calculation.schools[index];
  return [
    { id: 'code', header: 'Code', kind: 'code', width: 90, pinned: 'left', quiet: true, value: (row) => row.key },
    {
      id: 'name',
      header: 'School',
      kind: 'text',
      width: 230,
      pinned: 'left',
      value: (row) => school(row.index)?.name ?? '',
      total: () => 'District',
    },
    {
      id: 'level',
      header: 'Level',
      kind: 'text',
      width: 120,
      quiet: true,
      value: (row) => model.get('level', school(row.index)?.level ?? '')?.name ?? '',
    },
    {
      id: 'pupils',
      header: 'Pupils',
      kind: 'count',
      width: 90,
      value: (row) => calculation.results.pupils[row.index] ?? null,
      total: () => calculation.results.totals.pupils,
    },
  ];
}
