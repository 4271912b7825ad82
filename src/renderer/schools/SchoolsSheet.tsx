import { useMemo, useState } from 'react';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { schoolColumns } from './schoolColumns.ts';

/** Inputs, first sheet: the schools, their level, measures and tags. */
export function SchoolsSheet() {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const [filter, setFilter] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const rows = useMemo(() => schoolRows(document.calculation), [document, structure]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const columns = useMemo(() => schoolColumns(document), [document, structure]);
  return (
    <SheetFrame
      title="Schools"
      subtitle={`${rows.length} schools`}
      actions={<QuickFilter label="Find a school" value={filter} onChange={setFilter} />}
    >
      <SheetGrid
        sheet="schools"
        label="Schools"
        columns={columns}
        rows={rows}
        rowTitle={(row) => document.calculation.schools[row.index]?.name ?? row.key}
        quickFilter={filter}
        emptySentence="No schools yet. Import a district workbook to bring them in."
        hasTotals
      />
    </SheetFrame>
  );
}
