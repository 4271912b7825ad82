import { useId, useMemo, useRef, useState } from 'react';
import type { PerPupilMatrix } from '../../shared/calc/results.ts';
import { SheetGrid } from '../grid/SheetGrid.tsx';
import { useDocument, useDocumentOnce, useDocumentValue } from '../state/hooks.ts';
import { type MatrixFace, matrixColumns } from './matrixColumns.ts';

export interface MatrixCardProps {
  /** The number of the profile in `perPupilMatrices`. */
  readonly profile: number;
  readonly matrix: PerPupilMatrix;
  readonly read: () => PerPupilMatrix | undefined;
  readonly face: MatrixFace;
}

/** One eligibility profile: its sources, its schools, the money its cells carry, and its matrix. */
export function MatrixCard({ profile, matrix, read, face }: MatrixCardProps) {
  const document = useDocumentOnce();
  const structure = useDocumentValue((it) => it.structureRevision);
  const heading = useId();
  // The reader is made anew at each rendering, the columns are not.
  const latest = useRef(read);
  latest.current = read;
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows and columns follow the structure and the face.
  const rows = useMemo(
    () => document.calculation.levels.map((level, index) => ({ key: level.code, index })),
    [document, structure],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: as above.
  const columns = useMemo(
    () => matrixColumns(document, profile, face, () => latest.current()),
    [document, structure, profile, face],
  );
  const names = matrix.sources.map((code) => document.model.table('source').get(code)?.name ?? code);
  const share = Math.round(matrix.moneyShare * 1_000) / 10;
  return (
    <section className="card matrix-card" aria-labelledby={heading} data-testid={`matrix-${profile}`}>
      <header className="matrix-heading">
        <h3 id={heading}>
          {matrix.schools.length.toLocaleString('en-US')} {matrix.schools.length === 1 ? 'school' : 'schools'}
        </h3>
        <p className="matrix-sources">{names.join(' + ')}</p>
        <p className="matrix-share">
          carries <strong>{share}%</strong> of the money
        </p>
      </header>
      <SheetGrid
        key={face}
        sheet={`matrix-${face}`}
        label={`Per-pupil ${face} of ${names.join(', ')}`}
        columns={columns}
        rows={rows}
        rowTitle={(row) =>
          `${document.model.table('level').get(row.key)?.name ?? row.key}, ${matrix.schools.length} schools`
        }
        isAutoHeight
      />
      <ProfileSchools matrix={matrix} />
    </section>
  );
}

/** The names of the schools a matrix holds for, on demand. */
function ProfileSchools({ matrix }: { readonly matrix: PerPupilMatrix }) {
  const { calculation } = useDocument();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="matrix-schools">
      <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {isOpen ? 'Hide the schools' : 'Which schools'}
      </button>
      {isOpen ? (
        <ul>
          {matrix.schools.map((index) => (
            <li key={calculation.schools[index]?.code}>{calculation.schools[index]?.name}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
