import type { Regression, RegressionTerm } from '../../shared/equity/regression.ts';
import { dollarsOrNothing } from './coefficients.ts';

export interface CoefficientTableProps {
  readonly shown: Regression;
  readonly before: Regression | null;
}

/** A p value without its letter: `0.013`, `< 0.001`. */
const pText = (p: number): string => (Number.isFinite(p) ? (p < 0.001 ? '< 0.001' : p.toFixed(3)) : '');

/** Coefficients in whole dollars per pupil, each with what one unit of it is, its error, interval and p value. */
export function CoefficientTable({ shown, before }: CoefficientTableProps) {
  // Amounts that follow the formula leave nothing to chance: what the last digits of doubles make of it says nothing.
  const { isExact } = shown;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
    <section className="equity-scroll" aria-label="Table of coefficients" tabIndex={0}>
      <table className="equity-table" data-testid="coefficients">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col" className="is-number">
              Dollars
            </th>
            {isExact ? null : (
              <>
                <th scope="col" className="is-number" title="Standard error">
                  Error
                </th>
                <th scope="col" className="is-number">
                  95% interval
                </th>
                <th scope="col" className="is-number">
                  p
                </th>
              </>
            )}
            {before ? (
              <th scope="col" className="is-number">
                {before.dataName}
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {shown.terms.map((term) => (
            <tr key={term.id}>
              <th scope="row">
                {term.label}
                <small>{term.why ?? term.per}</small>
              </th>
              <td className="is-number equity-figure">{dollarsOrNothing(term.estimate)}</td>
              {isExact ? null : <CertaintyCells term={term} />}
              {before ? (
                <td className="is-number dim">
                  {dollarsOrNothing(before.terms.find(({ id }) => id === term.id)?.estimate ?? Number.NaN)}
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CertaintyCells({ term: { standardError, low, high, p } }: { readonly term: RegressionTerm }) {
  return (
    <>
      <td className="is-number">{dollarsOrNothing(standardError)}</td>
      <td className="is-number">
        {Number.isFinite(low) ? `${dollarsOrNothing(low)} to ${dollarsOrNothing(high)}` : ''}
      </td>
      <td className="is-number">{pText(p)}</td>
    </>
  );
}
