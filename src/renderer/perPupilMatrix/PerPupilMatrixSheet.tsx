import { useMemo, useState } from 'react';
import { perPupilMatrices } from '../../shared/calc/perPupilMatrix.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { Faces } from '../sheets/Faces.tsx';
import { oncePerRevision } from '../sheets/oncePerRevision.ts';
import { SheetFrame } from '../sheets/SheetFrame.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { MatrixCard } from './MatrixCard.tsx';
import type { MatrixFace } from './matrixColumns.ts';
import './perPupilMatrix.css';

const FACES = [
  { name: 'dollars', label: 'Dollars' },
  { name: 'weights', label: 'Weights' },
] as const;
/** Districts with many rules can have dozens of profiles; the first ones carry nearly all of the money. */
const FIRST = 8;

/** Budgets: what a pupil of each level and need brings to a school, one matrix per set of sources that reach schools. */
export function PerPupilMatrixSheet() {
  const document = useDocument();
  const window = useWindowOnce();
  const [face, setFace] = useState<MatrixFace>('dollars');
  const [areAll, setAreAll] = useState(false);
  const matrices = useMemo(() => oncePerRevision(document, () => perPupilMatrices(document.calculation)), [document]);
  // Profiles keep their number, by which their cells are explained; the one that carries most money comes first.
  const order = matrices()
    .map((matrix, profile) => ({ matrix, profile }))
    .sort((left, right) => right.matrix.moneyShare - left.matrix.moneyShare || left.profile - right.profile);
  const shown = areAll ? order : order.slice(0, FIRST);
  const percent = Math.round(order.reduce((sum, one) => sum + one.matrix.moneyShare, 0) * 1_000) / 10;
  if (order.length === 0) {
    return (
      <SheetFrame title="Per-pupil matrix" testId="matrix-sheet">
        <EmptySheet title="No source pays by pupil yet">
          <p>
            A matrix shows what a pupil of each level and need brings. Unlock a source on Sources and give it the method
            weights, shares or rates.
          </p>
          <button type="button" className="button button-main" onClick={() => window.goTo('sources')}>
            Go to Sources
          </button>
        </EmptySheet>
      </SheetFrame>
    );
  }
  return (
    <section className="matrices" aria-label="Per-pupil matrix" data-testid="matrix-sheet">
      <header className="matrices-heading">
        <h2>Per-pupil matrix</h2>
        <div className="subtitle">
          {order.length === 1
            ? 'One matrix holds for every school it reaches'
            : `${order.length} matrices, because schools are reached by different sources`}{' '}
          · {percent}% of formula and grant dollars
        </div>
        <div className="grow" />
        <Faces label="What the cells show" names={FACES} value={face} onChange={setFace} />
      </header>
      <div className="matrices-list">
        {shown.map(({ matrix, profile }) => (
          <MatrixCard
            key={`${profile}-${matrix.sources.join(' ')}`}
            profile={profile}
            matrix={matrix}
            read={() => matrices()[profile]}
            face={face}
          />
        ))}
        {order.length > shown.length ? (
          <button type="button" className="button matrices-more" onClick={() => setAreAll(true)}>
            Show {order.length - shown.length} more matrices
          </button>
        ) : null}
      </div>
    </section>
  );
}
