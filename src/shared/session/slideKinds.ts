/** What a slide can show, in the order in which the director is offered them. */
export const SLIDE_KINDS = [
  'headline',
  'winnersAndLosers',
  'school',
  'scenarios',
  'needAndSpending',
  'deciles',
  'netLine',
  'matrix',
  'tradeOff',
  'years',
  'tieOut',
  'formula',
  'text',
] as const;
export type SlideKind = (typeof SLIDE_KINDS)[number];

export const SLIDE_NAMES: Readonly<Record<SlideKind, string>> = {
  headline: 'Headline numbers',
  winnersAndLosers: 'Winners and losers',
  school: 'One school',
  scenarios: 'Scenarios compared',
  needAndSpending: 'Need and spending',
  deciles: 'Deciles of need',
  netLine: 'Net line of a need',
  matrix: 'Per-pupil matrix',
  tradeOff: 'Trade-off curve',
  years: 'Years and outcomes',
  tieOut: 'Tie-out',
  formula: 'Formula in words',
  text: 'A text',
};

export const isSlideKind = (kind: string): kind is SlideKind => (SLIDE_KINDS as readonly string[]).includes(kind);
