import type { DocumentState } from '../state/DocumentState.ts';

/** The pictures of the board, in its order. Kept apart from the board itself, which is read only when it is shown. */
export const EQUITY_FACES = [
  { name: 'need-and-spending', label: 'Need and spending' },
  { name: 'deciles', label: 'Deciles' },
  { name: 'regression', label: 'Regression' },
  { name: 'measures', label: 'Measures' },
  { name: 'averages-and-actuals', label: 'Actuals' },
  { name: 'years', label: 'Years' },
  { name: 'outcomes', label: 'Outcomes' },
  { name: 'questions', label: 'Questions' },
] as const;
export type EquityFace = (typeof EQUITY_FACES)[number]['name'];

const KEY = 'equityFace';

export const readEquityFace = ({ session }: DocumentState): EquityFace =>
  EQUITY_FACES.find(({ name }) => name === session.get(KEY))?.name ?? 'need-and-spending';

export const keepEquityFace = ({ session }: DocumentState, face: EquityFace): void => session.set(KEY, face);
