/**
 * The colours of pictures, named by what they are for. The window paints them from its tokens, light or dark; a file
 * takes these, which stand on white. The series are told apart by people who do not see red or green, and darken in
 * steps, so that a grey print keeps them apart as well; shapes and patterns repeat what they say.
 */
export const PRINT_INKS = {
  ink: '#18212d',
  ink2: '#4b5664',
  ink3: '#616d7b',
  line: '#d3d8df',
  line2: '#e8ebef',
  panel: '#ffffff',
  accent: '#1d5cbb',
  ghost: '#7b8694',
  gain: '#14639f',
  loss: '#a64d08',
  high: '#7a2a8c',
  series1: '#2a6db5',
  series2: '#c46a12',
  series3: '#0f7f72',
  series4: '#8a4fa8',
  series5: '#5b6b7c',
  series6: '#a8870f',
  series7: '#3f9ad6',
  series8: '#b0476b',
} as const;

export type Ink = keyof typeof PRINT_INKS;
export type Inks = Readonly<Record<Ink, string>>;

/** On a dark ground: those of the window’s dark theme, for whatever cannot read its style sheet. */
export const DARK_INKS: Inks = {
  ink: '#e7ebf0',
  ink2: '#a5b0bd',
  ink3: '#8b97a6',
  line: '#3c4653',
  line2: '#222933',
  panel: '#171c24',
  accent: '#6aa3f5',
  ghost: '#8592a1',
  gain: '#74b6f0',
  loss: '#f0a365',
  high: '#d596e6',
  series1: '#62a4ec',
  series2: '#eb9a4d',
  series3: '#3fc2ae',
  series4: '#bf8fdb',
  series5: '#94a3b4',
  series6: '#d5b443',
  series7: '#8ccaf2',
  series8: '#e4829f',
};

/** How a name of a colour is written into an attribute. */
export type Paint = (ink: Ink) => string;

export const printPaint: Paint = (ink) => PRINT_INKS[ink];

const SERIES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6', 'series7', 'series8'] as const;
export const seriesInk = (at: number): Ink => SERIES[at % SERIES.length] ?? 'series1';
