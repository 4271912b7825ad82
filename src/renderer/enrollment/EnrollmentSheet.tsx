import { useMemo, useRef, useState } from 'react';
import { removeCounts } from '../../shared/changes/decisions.ts';
import { formatCount } from '../../shared/text/formatNumber.ts';
import { useFindingMarks } from '../findings/findingMarks.ts';
import type { GridController } from '../grid/GridController.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { NoSchools } from '../schools/NoSchools.tsx';
import { pinnedVersions } from '../sheets/pinnedVersions.ts';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocument, useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { VersionLink } from '../versions/VersionLink.tsx';
import { AddLevelDialog } from './AddLevelDialog.tsx';
import { enrollmentColumns } from './enrollmentColumns.ts';
import { type EnrollmentSheetRow, enrollmentKey, enrollmentRows } from './enrollmentRows.ts';

/** Inputs: pupils of every school × level × need. */
export function EnrollmentSheet() {
  const marks = useFindingMarks('enrollment');
  const document = useDocumentOnce();
  const { model } = document;
  const structure = useDocumentValue((it) => it.structureRevision);
  const [filter, setFilter] = useState('');
  const [isAdding, setIsAdding] = useState(false);
  const [revision, setRevision] = useState(0);
  // Rows that were shown stay, so that emptying a row's last count does not take the row away under the cursor.
  const kept = useRef(new Set<string>());
  const grid = useRef<GridController<EnrollmentSheetRow> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows follow the structure and the rows kept, nothing else.
  const rows = useMemo(() => {
    const list = enrollmentRows(document, kept.current);
    for (const row of list) {
      if (model.table('school').get(row.school)?.level !== row.level) kept.current.add(row.key);
    }
    return list;
  }, [document, structure, revision]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns follow the structure and nothing else.
  const columns = useMemo(() => enrollmentColumns(document), [document, structure]);
  const show = (key: string): void => {
    requestAnimationFrame(() => grid.current?.selectCell(key, `need:${model.ordered('need')[0]?.code ?? ''}`));
  };
  const addRow = (school: string, level: string): void => {
    kept.current.add(enrollmentKey(school, level));
    setRevision(revision + 1);
    setIsAdding(false);
    show(enrollmentKey(school, level));
  };
  const removeRow = (row: EnrollmentSheetRow): void => {
    kept.current.delete(row.key);
    setRevision(revision + 1);
    document.commit(removeCounts(model, pinnedVersions(document).enrollment, row.school, row.level));
  };
  return (
    <>
      <SheetFrame
        title="Enrollment"
        testId="enrollment-sheet"
        subtitle={<EnrollmentSummary />}
        actions={
          rows.length === 0 ? null : (
            <>
              <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
              <RowActions rows={rows} onAdd={() => setIsAdding(true)} onRemove={removeRow} />
            </>
          )
        }
      >
        {rows.length === 0 ? (
          <NoSchools />
        ) : (
          <SheetGrid
            sheet="enrollment"
            marks={marks}
            label="Enrollment"
            columns={columns}
            rows={rows}
            rowTitle={(row) =>
              `${model.table('school').get(row.school)?.name ?? row.school}, ${model.table('level').get(row.level)?.name ?? row.level}`
            }
            quickFilter={filter}
            emptySentence="No school is called so."
            hasTotals
            rowItems={(row) => {
              const isEnabled = document.readOnlyReason === null;
              const isOwn = model.table('school').get(row.school)?.level === row.level;
              return [
                { label: 'Add a level to a school…', isEnabled, act: () => setIsAdding(true) },
                { label: 'Remove this row', isEnabled: isEnabled && !isOwn, act: () => removeRow(row) },
              ];
            }}
            controller={grid}
          />
        )}
      </SheetFrame>
      {isAdding ? <AddLevelDialog rows={rows} onAdd={addRow} onClose={() => setIsAdding(false)} /> : null}
    </>
  );
}

function EnrollmentSummary() {
  const document = useDocument();
  const pupils = formatCount(document.calculation.results.totals.pupils);
  return (
    <>
      {pupils} pupils · <VersionLink kind="enrollment" />
    </>
  );
}

interface RowActionsProps {
  readonly rows: readonly EnrollmentSheetRow[];
  readonly onAdd: () => void;
  readonly onRemove: (row: EnrollmentSheetRow) => void;
}

/** What can be done with the row the person stands on. */
function RowActions({ rows, onAdd, onRemove }: RowActionsProps) {
  const document = useDocumentOnce();
  const { model } = document;
  const selected = useDocumentValue((it) => (it.selection?.sheet === 'enrollment' ? it.selection.rowKey : null));
  const isReadOnly = useDocumentValue((it) => it.readOnlyReason !== null);
  const row = rows.find((one) => one.key === selected);
  const isOwn = row ? model.table('school').get(row.school)?.level === row.level : false;
  return (
    <>
      <button type="button" className="button" disabled={isReadOnly} onClick={onAdd}>
        Add a level to a school…
      </button>
      {row && !isOwn ? (
        <button type="button" className="button button-danger" disabled={isReadOnly} onClick={() => onRemove(row)}>
          Remove this row
        </button>
      ) : null}
    </>
  );
}
