import { lazy, Suspense } from 'react';
import { SheetFrame } from '../sheets/SheetFrame.tsx';

/** Read when the sheet is first looked at: start-up does not pay for pictures. */
const EquityBoard = lazy(() => import('./EquityBoard.tsx'));

/** Budgets: who gets more per pupil, whether money follows need, and whether it is fairer than before. */
export function EquitySheet() {
  return (
    <Suspense fallback={<SheetFrame title="Equity board">{null}</SheetFrame>}>
      <EquityBoard />
    </Suspense>
  );
}
