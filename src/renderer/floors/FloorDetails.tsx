import { useMemo, useState } from 'react';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { QuickFilter } from '../sheets/QuickFilter.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { schoolRows } from '../sheets/schoolRows.ts';
import { useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { ComparedSources } from './ComparedSources.tsx';
import { Exemptions } from './Exemptions.tsx';
import { exemptionsOf } from './exemptionsOf.ts';
import { floorSchoolColumns } from './floorSchoolColumns.ts';
import { levelMinimumColumns } from './levelMinimumColumns.ts';

const FACE_KEY = 'floors/face';
type Face = 'levels' | 'schools' | 'compared' | 'exempt';

/** What floors are made of: minimums by level and by school, the sources compared, the schools exempted. */
export function FloorDetails() {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const exempt = useDocumentValue((it) => exemptionsOf(it).length);
  const [face, setFace] = useState<Face>(() => (document.session.get(FACE_KEY) as Face | null) ?? 'levels');
  const show = (next: Face): void => {
    setFace(next);
    document.session.set(FACE_KEY, next);
  };
  const [filter, setFilter] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and nothing else.
  const parts = useMemo(
    () => ({
      levels: document.calculation.levels.map((level, index) => ({ key: level.code, index })),
      levelColumns: levelMinimumColumns(document),
      schools: schoolRows(document.calculation),
      schoolColumns: floorSchoolColumns(document),
    }),
    [document, structure],
  );
  const faces = [
    { name: 'levels', label: 'Minimums by level' },
    { name: 'schools', label: 'By school' },
    { name: 'compared', label: 'Sources compared' },
    { name: 'exempt', label: exempt > 0 ? `Exempt schools (${exempt})` : 'Exempt schools' },
  ] as const;
  return (
    <SheetFrame
      title="What floors are made of"
      testId="floor-details"
      actions={
        <>
          {face === 'schools' ? <QuickFilter label="Find a school" value={filter} onChange={setFilter} /> : null}
          <Faces label="Show" names={faces} value={face} onChange={show} />
        </>
      }
    >
      {face === 'levels' ? (
        <SheetGrid
          sheet="level-minimums"
          label="Minimum operational budgets by level"
          columns={parts.levelColumns}
          rows={parts.levels}
          rowTitle={(row) => document.calculation.levels[row.index]?.name ?? row.key}
        />
      ) : null}
      {face === 'schools' ? (
        <SheetGrid
          sheet="floor-schools"
          label="Minimums, floors and exemptions by school"
          columns={parts.schoolColumns}
          rows={parts.schools}
          rowTitle={(row) => document.calculation.schools[row.index]?.name ?? row.key}
          quickFilter={filter}
        />
      ) : null}
      {face === 'compared' ? <ComparedSources /> : null}
      {face === 'exempt' ? <Exemptions /> : null}
    </SheetFrame>
  );
}
