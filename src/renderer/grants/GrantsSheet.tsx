import { useMemo, useState } from 'react';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { NoSchools } from '../schools/NoSchools.tsx';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import { useDocument, useDocumentOnce, useDocumentValue, useWindowOnce } from '../state/hooks.ts';
import { type GrantSources, grantColumns, grantSources } from './grantColumns.ts';
import { Pools } from './Pools.tsx';

const FACES = [
  { name: 'all', label: 'All schools' },
  { name: 'some', label: 'With an amount' },
] as const;
type Face = (typeof FACES)[number]['name'];

const codes = ({ typed, computed, committed }: GrantSources): string =>
  [typed, computed, committed].map((list) => list.map((source) => source.code).join('\n')).join('\n\n');

/** Decisions: what each school gets outside the formula, and what locked sources commit to it. */
export function GrantsSheet() {
  const document = useDocumentOnce();
  const { calculation } = document;
  const structure = useDocumentValue((it) => it.structureRevision);
  const commits = useDocumentValue((it) => it.commitRevision);
  // Which sources have columns depends on statuses and methods, which an undo can change while this sheet is shown.
  const listed = useDocumentValue((it) => codes(grantSources(it)));
  const [filter, setFilter] = useState('');
  const [face, setFace] = useState<Face>('all');
  // biome-ignore lint/correctness/useExhaustiveDependencies: columns follow the structure and the list of sources.
  const columns = useMemo(() => grantColumns(document), [document, structure, listed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows follow the structure, and by face what is committed.
  const rows = useMemo(() => {
    const all = schoolRows(calculation);
    if (face === 'all') return all;
    return all.filter(
      ({ index }) => calculation.results.grants[index] !== 0 || calculation.results.locked[index] !== 0,
    );
  }, [document, structure, face, face === 'some' ? commits : 0]);
  if (calculation.schools.length === 0) {
    return (
      <SheetFrame title="Grants" testId="grants-sheet">
        <NoSchools />
      </SheetFrame>
    );
  }
  if (listed.trim() === '') return <NoGrants />;
  return (
    <SheetFrame
      title="Grants"
      testId="grants-sheet"
      subtitle={<GrantSummary />}
      actions={
        <>
          <QuickFilter label="Find a school" value={filter} onChange={setFilter} />
          <Faces label="Which schools" names={FACES} value={face} onChange={setFace} />
        </>
      }
    >
      <Pools />
      <SheetGrid
        sheet="grants"
        label="Grants"
        columns={columns}
        rows={rows}
        rowTitle={(row) => document.model.table('school').get(row.key)?.name ?? row.key}
        quickFilter={filter}
        emptySentence="No school has an amount. Show all schools and type one."
        hasTotals
      />
    </SheetFrame>
  );
}

function GrantSummary() {
  const { calculation } = useDocument();
  const { grants } = calculation.results;
  let schools = 0;
  for (const cents of grants) if (cents !== 0) schools += 1;
  return <>{schools.toLocaleString('en-US')} schools get a grant</>;
}

function NoGrants() {
  const window = useWindowOnce();
  return (
    <SheetFrame title="Grants" testId="grants-sheet">
      <EmptySheet title="No source is a grant">
        <p>
          A grant goes to named schools in amounts set outside the formula. Give a source the status Grant on Sources,
          or a locked one the method Typed amounts, and its schools are typed here.
        </p>
        <button type="button" className="button button-main" onClick={() => window.goTo('sources')}>
          Go to Sources
        </button>
      </EmptySheet>
    </SheetFrame>
  );
}
