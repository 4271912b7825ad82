import type { Explanation } from '../../shared/calc/results.ts';
import { explainSelection } from '../state/explainSelection.ts';
import { useDocument, useWindow } from '../state/hooks.ts';
import { Arithmetic } from './Arithmetic.tsx';
import { CloseIcon } from './icons.tsx';
import './derivation.css';

/** Steps this deep are open from the start: the sum itself, and what its parts are. */
const OPEN_DEPTH = 2;

interface StepProps {
  readonly step: Explanation;
  readonly depth: number;
  /** What the title of the step above says, and need not be said again: `Jefferson High · `, `Title I · `. */
  readonly said: readonly string[];
}

function Step({ step, depth, said }: StepProps) {
  const repeated = said.find((text) => step.title.startsWith(text)) ?? '';
  const title = step.title.slice(repeated.length);
  const cut = step.title.lastIndexOf(' · ');
  const saidNow = cut > 0 ? [step.title.slice(0, cut + 3), `${step.title.slice(cut + 3)} · `] : [`${step.title} · `];
  const body = (
    <div className="step-body">
      <div className="step-arithmetic">
        <Arithmetic text={step.arithmetic} />
      </div>
      {step.notes.map((note) => (
        <p key={note} className="step-note">
          {note}
        </p>
      ))}
    </div>
  );
  const heading = (
    <>
      <span className="step-title">{title}</span>
      <b>{step.value}</b>
    </>
  );
  return (
    <li>
      {step.steps.length === 0 ? (
        <div className="step">
          <div className="step-heading">{heading}</div>
          {body}
        </div>
      ) : (
        <details className="step" open={depth < OPEN_DEPTH}>
          <summary className="step-heading">{heading}</summary>
          {body}
          <ol>
            {step.steps.map((inner) => (
              <Step key={`${inner.title} ${inner.arithmetic}`} step={inner} depth={depth + 1} said={saidNow} />
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
          <Step key={explanation.title} step={explanation} depth={0} said={[]} />
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
