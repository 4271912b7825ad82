import { isSlideKind, SLIDE_NAMES, type SlideKind } from '../../shared/session/slideKinds.ts';

/** What each kind of slide shows, in one line for whoever chooses. */
export const SLIDE_LINES: Readonly<Record<SlideKind, string>> = {
  headline: 'A few big numbers: schools that gain and lose, dollars moved, what is left',
  winnersAndLosers: 'The schools that gain and lose most',
  school: 'One school: its budget before and after, by source',
  scenarios: 'Scenarios side by side',
  needAndSpending: 'Each school a point: dollars per pupil against a need',
  deciles: 'Dollars per pupil from the least needy schools to the neediest',
  netLine: 'What a need brings, other needs held fixed',
  matrix: 'Dollars per pupil by level and need, as published',
  tradeOff: 'What a floor costs, and who pays for it',
  years: 'Budgets, pupils and outcomes over the years',
  tieOut: 'Every dollar: central, schools, left',
  formula: 'The rules in words, as everybody can read them',
  text: 'Words of your own: a title, a question, what is asked of the board',
};

/** The name of a kind; one that this version does not know is called as it is written. */
export const kindName = (kind: string): string => (isSlideKind(kind) ? SLIDE_NAMES[kind] : kind);
