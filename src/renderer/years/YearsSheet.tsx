import { useMemo, useRef, useState } from 'react';
import { removeYear, removeYearLine } from '../../shared/changes/years.ts';
import { orderedYearMeasures, orderedYears } from '../../shared/years/yearRows.ts';
import { compareYears } from '../../shared/years/yearText.ts';
import { importYears } from '../commands/importYears.ts';
import type { GridController } from '../grid/GridController.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { CommandButton } from '../shell/CommandButton.tsx';
import { useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { AddYearDialog } from './AddYearDialog.tsx';
import { MeasuresDialog } from './MeasuresDialog.tsx';
import { NoYears } from './NoYears.tsx';
import { SnapshotDialog } from './SnapshotDialog.tsx';
import { yearColumns } from './yearColumns.ts';
import { keepRows, type YearSheetRow, yearRows } from './yearRows.ts';
import './years.css';

/** So many rows at once are slow to find one's way in; then the first measure is shown by itself. */
const MANY_ROWS = 20_000;

type Open = 'measures' | 'snapshot' | 'year' | null;

/** Inputs: budgets, pupils and outcomes of earlier years, by school and by group of pupils. */
export function YearsSheet() {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { model } = document;
  const commit = useDocumentValue((it) => it.commitRevision);
  const structure = useDocumentValue((it) => it.structureRevision);
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState<Open>(null);
  // A year or group is in the document as soon as it has a value; until then it is only here.
  const [addedYears, setAddedYears] = useState<readonly string[]>([]);
  const [addedGroups, setAddedGroups] = useState<readonly string[]>([]);
  const grid = useRef<GridController<YearSheetRow> | null>(null);
  const before = useRef<readonly YearSheetRow[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: lists follow what is made, nothing else.
  const { measures, years } = useMemo(() => {
    const held = new Set([...orderedYears(model), ...addedYears]);
    return { measures: orderedYearMeasures(model), years: [...held].sort(compareYears) };
  }, [model, commit, addedYears]);
  const { schools } = document.calculation;
  const isMany = schools.length * measures.length > MANY_ROWS;
  const wanted = chosen !== null && measures.some(({ measure }) => measure === chosen) ? chosen : null;
  const measure = wanted ?? (isMany && chosen === null ? (measures[0]?.measure ?? '') : '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows follow what is made, nothing else.
  const rows = useMemo(() => {
    before.current = keepRows(before.current, yearRows(model, schools, measure, addedGroups));
    return before.current;
  }, [model, schools, commit, measure, addedGroups]);
  const yearKey = years.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns follow the years and what measures are.
  const columns = useMemo(() => yearColumns(document, years), [document, yearKey, structure]);
  const exportYears = async (): Promise<void> => {
    await document.settled();
    const written = await window.ask('years/export', null);
    if (written) window.say(`Exported ${written.fileName}.`);
  };
  const dropYear = async (year: string): Promise<void> => {
    const change = removeYear(model, year);
    const count = change.ops.length.toLocaleString('en-US');
    const sentence = `The year goes with its ${count} values of all measures. Undo brings it back.`;
    const choices = [{ name: 'remove', label: 'Remove year', isMain: true }];
    if (change.ops.length > 0 && (await window.confirm(`Remove ${year}?`, sentence, choices)) !== 'remove') return;
    setAddedYears(addedYears.filter((other) => other !== year));
    document.commit(change);
  };
  const isEmpty = measures.length === 0;
  return (
    <>
      <SheetFrame
        title="Years and outcomes"
        testId="years-sheet"
        actions={
          isEmpty ? null : (
            <>
              <select
                className="entry years-measure"
                aria-label="Measure"
                value={measure}
                onChange={(event) => setChosen(event.target.value)}
              >
                <option value="">All measures</option>
                {measures.map((row) => (
                  <option key={row.measure} value={row.measure}>
                    {row.measure}
                  </option>
                ))}
              </select>
              <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
              <button type="button" className="button" onClick={() => setOpen('measures')}>
                Measures…
              </button>
              <button type="button" className="button" onClick={() => setOpen('year')}>
                Add year or group…
              </button>
              <button type="button" className="button" data-testid="years-snapshot" onClick={() => setOpen('snapshot')}>
                Snapshot…
              </button>
              <CommandButton command={importYears} className="button" testId="years-import">
                Import…
              </CommandButton>
              <button type="button" className="button" onClick={() => void exportYears()}>
                Export…
              </button>
            </>
          )
        }
      >
        {isEmpty ? (
          <NoYears onMeasures={() => setOpen('measures')} onSnapshot={() => setOpen('snapshot')} />
        ) : (
          <SheetGrid
            sheet="years"
            label="Years and outcomes"
            columns={columns}
            rows={rows}
            rowTitle={(row) => `${model.table('school').get(row.school)?.name ?? row.school}, ${row.measure}`}
            quickFilter={filter}
            emptySentence="No school is called so."
            controller={grid}
            rowItems={(row) => [
              { label: 'Remove this row’s values', act: () => document.commit(removeYearLine(model, lineOf(row))) },
              ...years.map((year) => ({ label: `Remove year ${year}…`, act: () => void dropYear(year) })),
            ]}
          />
        )}
      </SheetFrame>
      {open === 'measures' ? <MeasuresDialog onClose={() => setOpen(null)} /> : null}
      {open === 'snapshot' ? <SnapshotDialog onClose={() => setOpen(null)} /> : null}
      {open === 'year' ? (
        <AddYearDialog
          years={years}
          onRemoveYear={(year) => void dropYear(year)}
          onAdd={(year, group) => {
            if (year !== '') setAddedYears([...addedYears, year]);
            if (group !== '') setAddedGroups([...addedGroups, group]);
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

const lineOf = ({ school, measure, group }: YearSheetRow) => ({ school, measure, studentGroup: group });
