import { useMemo, useState } from 'react';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { PickedChip } from '../sheets/PickedChip.tsx';
import { usePickedRows } from '../sheets/pickedSchools.ts';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { type BudgetFace, budgetColumns } from './budgetColumns.ts';
import { NoSchools } from './NoSchools.tsx';
import { StoppedSources } from './StoppedSources.tsx';

const FACES: readonly { name: BudgetFace; label: string }[] = [
  { name: 'total', label: 'Total' },
  { name: 'source', label: 'By source' },
  { name: 'perPupil', label: 'Per pupil' },
];

/** Every school's budget, in three faces: the sheet of that name, and the lower half of the weights sheet. */
export function SchoolBudgets() {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const isFloorOn = useDocumentValue((it) => it.calculation.results.topUps.isOn);
  const [face, setFace] = useState<BudgetFace>('total');
  const [filter, setFilter] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows follow the structure and what is picked, nothing else.
  const all = useMemo(() => schoolRows(document.calculation), [document, structure]);
  const rows = usePickedRows('budgets', all);
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns follow the structure, the face and whether there is a floor.
  const columns = useMemo(() => budgetColumns(document, face), [document, structure, face, isFloorOn]);
  if (all.length === 0) return <NoSchools />;
  return (
    <SheetFrame
      title="School budgets"
      subtitle={
        rows.length < all.length
          ? `${rows.length.toLocaleString('en-US')} of ${all.length.toLocaleString('en-US')} schools; the last row is the district`
          : `${all.length.toLocaleString('en-US')} schools`
      }
      actions={
        <>
          <PickedChip />
          <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
          <Faces label="Show budgets as" names={FACES} value={face} onChange={setFace} />
        </>
      }
    >
      <StoppedSources />
      <SheetGrid
        sheet="budgets"
        label="School budgets"
        columns={columns}
        rows={rows}
        rowTitle={(row) => document.calculation.schools[row.index]?.name ?? row.key}
        quickFilter={filter}
        emptySentence="No schools yet. Import a district workbook to bring them in: menu, Import workbook."
        hasTotals
      />
    </SheetFrame>
  );
}
