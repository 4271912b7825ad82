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
/** How a name of a colour is written into an attribute. */
export type Paint = (ink: Ink) => string;

export const printPaint: Paint = (ink) => PRINT_INKS[ink];

const SERIES = ['series1', 'series2', 'series3', 'series4', 'series5', 'series6', 'series7', 'series8'] as const;
export const seriesInk = (at: number): Ink => SERIES[at % SERIES.length] ?? 'series1';
