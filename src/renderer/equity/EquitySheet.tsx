import { lazy, Suspense } from 'react';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';

/** Read when the sheet is first looked at: start-up does not pay for pictures. */
const EquityBoard = lazy(() => import('./EquityBoard.tsx').catch(() => ({ default: NotRead })));

/** Budgets: who gets more per pupil, whether money follows need, and whether it is fairer than before. */
export function EquitySheet() {
  return (
    <Suspense fallback={<SheetFrame title="Equity board">{null}</SheetFrame>}>
      <EquityBoard />
    </Suspense>
  );
}

/** The program was stopped, or replaced by another version, since this window was opened. */
function NotRead() {
  return (
    <SheetFrame title="Equity board" testId="equity-sheet">
      <EmptySheet title="The pictures could not be read">
        <p>
          The program was stopped or replaced while this window was open. Your work is safe. Start Allot again to see
          them.
        </p>
      </EmptySheet>
    </SheetFrame>
  );
}
