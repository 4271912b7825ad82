import { type Ink, PRINT_INKS } from '../../shared/pictures/inks.ts';

export type Inks = Readonly<Record<Ink, string>>;

/** On a light ground: the same as in print. */
const LIGHT: Inks = PRINT_INKS;

/** On a dark ground: those of the window's dark theme, written out since a canvas reads no style sheet. */
const DARK: Inks = {
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

export const slideInks = (appearance: 'light' | 'dark'): Inks => (appearance === 'dark' ? DARK : LIGHT);
