import type { Explanation } from '../../shared/calc/results.ts';
import { explainSelection } from '../state/explainSelection.ts';
import { useDocument, useWindow } from '../state/hooks.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { CloseIcon } from './icons.tsx';

function Step({ step, isFirst }: { readonly step: Explanation; readonly isFirst: boolean }) {
  const body = (
    <>
      <div className="step-arithmetic">
        <Arithmetic text={step.arithmetic} />
      </div>
      {step.notes.map((note) => (
        <p key={note} className="step-note">
          {note}
        </p>
      ))}
    </>
  );
  const heading = (
    <>
      <span className="step-title">{step.title}</span>
      <b>{step.value}</b>
    </>
  );
  return (
    <li>
      {step.steps.length === 0 && !isFirst ? (
        <div className="step">
          <div className="step-heading">{heading}</div>
          {body}
        </div>
      ) : (
        <details className="step" open={isFirst}>
          <summary className="step-heading">{heading}</summary>
          {body}
          <ol>
            {step.steps.map((inner) => (
              <Step key={`${inner.title} ${inner.arithmetic}`} step={inner} isFirst={false} />
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

/** The whole derivation of the selected number as a tree: each step is arithmetic a person can replay. */
export function DerivationPanel() {
  const window = useWindow();
  const document = useDocument();
  if (!window.isDerivationOpen) return null;
  const explanation = explainSelection(document);
  return (
    <aside className="card derivation" aria-label="Derivation" data-testid="derivation">
      <header className="card-heading">
        <h2>How it came about</h2>
        <div className="subtitle">{explanation?.title ?? document.selection?.title ?? ''}</div>
        <div className="grow" />
        <button
          type="button"
          className="button button-quiet"
          title="Close (Esc)"
          onClick={() => window.toggleDerivation(false)}
        >
          <CloseIcon />
          <span className="visually-hidden">Close</span>
        </button>
      </header>
      {explanation ? (
        <ol className="steps">
          <Step key={explanation.title} step={explanation} isFirst />
        </ol>
      ) : (
        <p className="steps dim">
          {document.selection
            ? 'This cell holds what a person typed or imported; nothing was calculated for it.'
            : 'Select a number in a sheet to see every step that leads to it.'}
        </p>
      )}
    </aside>
  );
}
