import { lazy, Suspense } from 'react';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SheetFrame } from '../sheets/SheetFrame.tsx';

/** Read when the sheet is first looked at: start-up does not pay for slides. */
const SessionBoard = lazy(() => import('./SessionBoard.tsx').catch(() => ({ default: NotRead })));

/** Budgets: what the board is shown, which numbers it may move, and what of it may be seen. */
export function SessionSheet() {
  return (
    <Suspense fallback={<SheetFrame title="Board session">{null}</SheetFrame>}>
      <SessionBoard />
    </Suspense>
  );
}

/** The program was stopped, or replaced by another version, since this window was opened. */
function NotRead() {
  return (
    <SheetFrame title="Board session" testId="session-sheet">
      <EmptySheet title="The slides could not be read">
        <p>
          The program was stopped or replaced while this window was open. Your work is safe. Start Allot again to see
          them.
        </p>
      </EmptySheet>
    </SheetFrame>
  );
}
