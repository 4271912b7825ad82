import type { Regression } from '../../shared/equity/regression.ts';
import { decimalText, dollarText } from '../../shared/equity/words.ts';
import type { PictureTable } from '../../shared/pictures/Picture.ts';

const number = (places: number) => (value: number) => decimalText(value, places);

/** All of a coefficient to many digits, for the clipboard and files. */
export function coefficientTable(shown: Regression, before: Regression | null): PictureTable {
  const all = [shown, ...(before ? [before] : [])];
  return {
    columns: [
      { label: 'Scenario' },
      { label: 'Column' },
      { label: 'Dollars', write: number(2) },
      { label: 'Standard error', write: number(2) },
      { label: 't', write: number(3) },
      { label: 'p', write: number(4) },
      { label: '95% low', write: number(2) },
      { label: '95% high', write: number(2) },
      { label: 'R²', write: number(4) },
      { label: 'Schools', write: number(0) },
      { label: 'Note' },
    ],
    rows: all.flatMap(({ dataName, terms, model, isExact }) =>
      terms.map((term) => [
        dataName,
        term.label,
        term.estimate,
        ...[term.standardError, term.t, term.p, term.low, term.high].map((of) => (isExact ? Number.NaN : of)),
        model?.rSquared ?? Number.NaN,
        model?.count ?? Number.NaN,
        term.why ?? term.per,
      ]),
    ),
  };
}

/** Whole dollars, and nothing where there is no number. */
export const dollarsOrNothing = (value: number): string => (Number.isFinite(value) ? dollarText(value) : '');
