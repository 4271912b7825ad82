import { useMemo, useRef, useState } from 'react';
import { useFindingMarks } from '../findings/findingMarks.ts';
import type { GridController } from '../grid/GridController.ts';
import type { SheetRow } from '../grid/SheetColumn.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { PickedChip } from '../sheets/PickedChip.tsx';
import { pickedOf, usePickedRows } from '../sheets/pickedSchools.ts';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { VersionLink } from '../versions/VersionLink.tsx';
import { AddSchoolDialog } from './AddSchoolDialog.tsx';
import { ColumnsDialog } from './ColumnsDialog.tsx';
import { DistrictDialog } from './DistrictDialog.tsx';
import { NoSchools } from './NoSchools.tsx';
import { RemoveSchoolsDialog } from './RemoveSchoolsDialog.tsx';
import { schoolColumns } from './schoolColumns.ts';

type Dialog = 'add' | 'remove' | 'columns' | 'district';

/** Inputs, first sheet: the schools, this year's budgets, measures and tags; and the district's own lists. */
export function SchoolsSheet() {
  const marks = useFindingMarks('schools');
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const isReadOnly = useDocumentValue((it) => it.readOnlyReason !== null);
  const [filter, setFilter] = useState('');
  const [dialog, setDialog] = useState<Dialog | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const all = useMemo(() => schoolRows(document.calculation), [document, structure]);
  const rows = usePickedRows('schools', all);
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const columns = useMemo(() => schoolColumns(document), [document, structure]);
  const grid = useRef<GridController<SheetRow> | null>(null);
  const close = (): void => setDialog(null);
  const showAdded = (code?: string): void => {
    close();
    // The row is in the grid once the sheet has rendered with the new list.
    if (code) pickedOf(document).pick(null);
    if (code) requestAnimationFrame(() => grid.current?.selectCell(code, 'name'));
  };
  const button = (name: Dialog, label: string) => (
    <button type="button" className="button" disabled={isReadOnly} onClick={() => setDialog(name)}>
      {label}
    </button>
  );
  return (
    <>
      <SheetFrame
        title="Schools"
        testId="schools-sheet"
        subtitle={
          all.length === 0 ? (
            ''
          ) : (
            <>
              {all.length.toLocaleString('en-US')} {all.length === 1 ? 'school' : 'schools'} ·{' '}
              <VersionLink kind="current" isNamed /> · <VersionLink kind="measures" isNamed />
            </>
          )
        }
        actions={
          <>
            <PickedChip />
            <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
            {button('add', 'Add school…')}
            {all.length > 0 ? button('remove', 'Remove…') : null}
            {button('columns', 'Columns…')}
            {button('district', 'District…')}
          </>
        }
      >
        {all.length === 0 ? (
          <NoSchools onAdd={() => setDialog('add')} />
        ) : (
          <SheetGrid
            sheet="schools"
            marks={marks}
            label="Schools"
            columns={columns}
            rows={rows}
            rowTitle={(row) => document.model.table('school').get(row.key)?.name ?? row.key}
            quickFilter={filter}
            emptySentence="No school is called so."
            hasTotals
            rowItems={() => [
              { label: 'Add school…', isEnabled: !isReadOnly, act: () => setDialog('add') },
              { label: 'Remove schools…', isEnabled: !isReadOnly, act: () => setDialog('remove') },
            ]}
            controller={grid}
          />
        )}
      </SheetFrame>
      {dialog === 'add' ? <AddSchoolDialog onClose={showAdded} /> : null}
      {dialog === 'remove' ? <RemoveSchoolsDialog onClose={close} /> : null}
      {dialog === 'columns' ? <ColumnsDialog onClose={close} /> : null}
      {dialog === 'district' ? <DistrictDialog onClose={close} /> : null}
    </>
  );
}
