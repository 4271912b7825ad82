import type { Explanation } from '../../shared/calc/results.ts';
import { showDerivation } from '../commands/showDerivation.ts';
import { explainSelection } from '../state/explainSelection.ts';
import { useDocument, useWindow } from '../state/hooks.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { CommandButton } from './CommandButton.tsx';
import { ChevronIcon } from './icons.tsx';

/** As in a spreadsheet: the name of the selected cell, and how its number comes about. */
export function FormulaBar() {
  const window = useWindow();
  const document = useDocument();
  const { selection } = document;
  const explanation = explainSelection(document);
  return (
    <section className="formula-bar" aria-label="Formula bar" data-region="formula">
      <div className="name-box" data-testid="name-box" title={selection?.title}>
        {selection?.title ?? ''}
      </div>
      <span className="fx" aria-hidden="true">
        fx
      </span>
      <div className="formula" data-testid="formula-bar" role="status" aria-live="off">
        {explanation ? (
          <button
            type="button"
            className="formula-line"
            title={withResult(explanation)}
            onClick={() => window.toggleDerivation()}
          >
            <Arithmetic text={withResult(explanation)} />
          </button>
        ) : (
          <span className={selection ? 'formula-line' : 'formula-line dim'}>
            {selection ? selection.text : 'Select a number to see how it came about.'}
          </span>
        )}
      </div>
      <CommandButton
        command={showDerivation}
        className={`button button-quiet chevron${window.isDerivationOpen ? ' is-open' : ''}`}
        testId="derivation-toggle"
      >
        <ChevronIcon />
        <span className="visually-hidden">{showDerivation.label(window)}</span>
      </CommandButton>
    </section>
  );
}

/** The line always ends in the number that stands in the cell. */
function withResult({ arithmetic, value }: Explanation): string {
  return arithmetic.endsWith(value) ? arithmetic : `${arithmetic} = ${value}`;
}
