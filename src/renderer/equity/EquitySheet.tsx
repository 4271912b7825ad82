import { lazySheet } from '../sheets/lazySheet.tsx';

/** Budgets: who gets more per pupil, whether money follows need, and whether it is fairer than before. */
export const EquitySheet = lazySheet({
  title: 'Equity board',
  testId: 'equity-sheet',
  parts: 'pictures',
  load: () => import('./EquityBoard.tsx'),
});
