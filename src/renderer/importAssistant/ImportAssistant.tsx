import { useEffect, useRef, useState } from 'react';
import { useDocumentOnce, useStore, useWindowOnce } from '../state/hooks.ts';
import { AssistantState, STEPS, type Step } from './AssistantState.ts';
import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import { importSentence } from './importSentence.ts';
import { PreviewStep } from './PreviewStep.tsx';
import './importAssistant.css';

const NAMES: Readonly<Record<Step, string>> = { file: 'File', columns: 'Columns', preview: 'Preview' };
const QUESTIONS: Readonly<Record<Step, string>> = {
  file: 'Is this the right table?',
  columns: 'What is in the columns?',
  preview: 'What will change?',
};

/** The import assistant, in place of the sheets: file, columns, preview. Nothing changes before the last button. */
export function ImportAssistant() {
  const window = useWindowOnce();
  const document = useDocumentOnce();
  const [state] = useState(() => new AssistantState(window, document));
  useStore(state);
  const main = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, waiting, file, preview } = state;

  useEffect(() => {
    void state.chooseFile();
    return () => state.close();
  }, [state]);

  // Enter walks on. In the last step it must not import by itself, so there the heading gets the focus. Later waiting
  // within a step leaves the focus where the person is working.
  const place = file === null || state.mapping === null ? null : `${step} ${file.token}`;
  const [focused, setFocused] = useState<string | null>(null);
  useEffect(() => {
    if (place === null || place === focused || (step !== 'preview' && waiting !== null)) return;
    setFocused(place);
    if (step === 'preview') heading.current?.focus();
    else main.current?.focus();
  }, [place, focused, step, waiting]);

  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const before = STEPS[at - 1];
  const canImport = preview !== null && preview.faultCount === 0 && waiting === null;
  return (
    <div className="assistant" data-testid="import-assistant">
      <header className="assistant-header">
        <h1>Import a table</h1>
        <span className="subtitle">{file?.fileName ?? ''}</span>
        <ol className="assistant-steps" aria-label="Steps">
          {STEPS.map((name, index) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === step ? 'step' : undefined}
                disabled={name !== step && (!state.canGoTo(name) || waiting !== null)}
                onClick={() => state.goTo(name)}
              >
                <span className="assistant-number">{index + 1}</span>
                {NAMES[name]}
              </button>
            </li>
          ))}
        </ol>
      </header>
      <main className="assistant-main" data-region="assistant">
        <h2 ref={heading} tabIndex={-1}>
          <span className="visually-hidden">
            Step {at + 1} of {STEPS.length}.{' '}
          </span>
          {file ? QUESTIONS[step] : 'Which table?'}
        </h2>
        {state.problem ? (
          <div className="notice notice-refusal" role="alert" data-testid="assistant-problem">
            <span>
              {state.problem.message}
              {state.problem.detail.length > 0 ? (
                <ul>
                  {state.problem.detail.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : null}
            </span>
          </div>
        ) : null}
        {step === 'file' ? <FileStep state={state} /> : null}
        {step === 'columns' ? <ColumnsStep state={state} /> : null}
        {step === 'preview' ? <PreviewStep state={state} /> : null}
      </main>
      <footer className="assistant-footer" data-region="assistant-actions">
        <button type="button" className="button" onClick={() => window.endTask()}>
          Leave without importing
        </button>
        <div className="grow" />
        <span className="dim" role="status">
          {waiting === 'previewing' ? 'Working out what would change…' : waiting === 'importing' ? 'Importing…' : ''}
        </span>
        {before ? (
          <button type="button" className="button" disabled={waiting !== null} onClick={() => state.goTo(before)}>
            Back
          </button>
        ) : null}
        {next ? (
          <button
            ref={main}
            type="button"
            className="button button-main"
            data-testid="assistant-next"
            disabled={waiting !== null || !state.canGoTo(next)}
            onClick={() => state.goTo(next)}
          >
            Next: {NAMES[next]}
          </button>
        ) : (
          <button
            ref={main}
            type="button"
            className="button button-main"
            data-testid="assistant-import"
            disabled={!canImport}
            onClick={() => void state.importNow()}
          >
            {canImport && preview ? importSentence(document.model, preview.preview) : 'Import'}
          </button>
        )}
      </footer>
    </div>
  );
}
