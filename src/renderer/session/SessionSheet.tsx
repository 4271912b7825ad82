import { lazySheet } from '../sheets/lazySheet.tsx';

/** Budgets: what the board is shown, which numbers it may move, and what of it may be seen. */
export const SessionSheet = lazySheet({
  title: 'Board session',
  testId: 'session-sheet',
  parts: 'slides',
  load: () => import('./SessionBoard.tsx'),
});
