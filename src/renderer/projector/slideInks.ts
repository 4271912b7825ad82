import { DARK_INKS, type Inks, PRINT_INKS } from '../../shared/pictures/inks.ts';

/** On a light ground the same as in print. A canvas reads no style sheet. */
export const slideInks = (appearance: 'light' | 'dark'): Inks => (appearance === 'dark' ? DARK_INKS : PRINT_INKS);
