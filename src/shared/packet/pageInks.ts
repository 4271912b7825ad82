import { type Ink, PRINT_INKS } from '../pictures/inks.ts';

/** The colours of pictures on a dark screen, as the window has them. */
export const DARK_INKS: Readonly<Record<Ink, string>> = {
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

const declared = (inks: Readonly<Record<Ink, string>>): string =>
  Object.entries(inks)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');

/** Colours by name for a style sheet: light, dark on a screen whose person prefers it, light on paper whatever they prefer. */
export const pageInksCss = (): string => `:root { ${declared(PRINT_INKS)} }
@media screen and (prefers-color-scheme: dark) { :root { ${declared(DARK_INKS)} } }`;
