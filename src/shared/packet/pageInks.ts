import { DARK_INKS, type Inks, PRINT_INKS } from '../pictures/inks.ts';

const declared = (inks: Inks): string =>
  Object.entries(inks)
    .map(([name, colour]) => `--${name}: ${colour};`)
    .join(' ');

/** Colours by name for a style sheet: light, dark on a screen whose person prefers it, light on paper whatever they prefer. */
export const pageInksCss = (): string => `:root { ${declared(PRINT_INKS)} }
@media screen and (prefers-color-scheme: dark) { :root { ${declared(DARK_INKS)} } }`;
