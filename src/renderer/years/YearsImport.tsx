import { useEffect, useRef, useState } from 'react';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SelectField } from '../sheets/SelectField.tsx';
import { useDocumentOnce, useStore, useWindowOnce } from '../state/hooks.ts';
import { YearsColumnsStep } from './YearsColumnsStep.tsx';
import { YearsImportState, type YearsStep } from './YearsImportState.ts';
import { YearsPreviewStep } from './YearsPreviewStep.tsx';
import '../importAssistant/importAssistant.css';
import '../importAssistant/columnsStep.css';
import '../importAssistant/previewStep.css';
import '../importAssistant/fileRows.css';
import './years.css';

const STEPS: readonly { readonly name: YearsStep; readonly label: string }[] = [
  { name: 'columns', label: 'File and columns' },
  { name: 'preview', label: 'Preview' },
];

/** The import of years and outcomes, in place of the sheets. Nothing changes before the last button. */
export function YearsImport() {
  const window = useWindowOnce();
  const document = useDocumentOnce();
  const [state] = useState(() => new YearsImportState(window, document));
  useStore(state);
  const heading = useRef<HTMLHeadingElement>(null);
  const { step, waiting, file, mapping, answer } = state;
  useEffect(() => {
    void state.chooseFile();
    return () => state.close();
  }, [state]);
  // Enter must not import by itself, so the heading gets the focus.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves with the step and the file.
  useEffect(() => heading.current?.focus(), [step, file?.token]);
  const at = STEPS.findIndex(({ name }) => name === step);
  const brings = answer ? answer.preview.added + answer.preview.changed + answer.preview.removed : 0;
  const canImport = answer !== null && answer.faultCount === 0 && brings > 0 && waiting === null;
  const sheet = file?.sheets[state.sheet];
  return (
    <div className="assistant" data-testid="years-import-task">
      <header className="assistant-header">
        <h1>Import years and outcomes</h1>
        <span className="subtitle">{file?.fileName ?? ''}</span>
        <ol className="assistant-steps" aria-label="Steps">
          {STEPS.map(({ name, label }, index) => (
            <li key={name}>
              <button
                type="button"
                aria-current={name === step ? 'step' : undefined}
                disabled={name !== step && (mapping === null || waiting !== null)}
                onClick={() => state.goTo(name)}
              >
                <span className="assistant-number">{index + 1}</span>
                {label}
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
          {file === null ? 'Which table?' : step === 'columns' ? 'What is in the columns?' : 'What will change?'}
        </h2>
        {state.problem ? (
          <div className="notice notice-refusal" role="alert" data-testid="years-import-problem">
            <span>{[state.problem.message, ...state.problem.detail].join(' ')}</span>
          </div>
        ) : null}
        {file === null ? (
          <EmptySheet title={waiting === 'reading' ? (state.progress?.label ?? 'Choose a table') : 'Choose a table'}>
            <p>
              CSV, text or Excel: one value a row (year, school, measure, group, value), or one column for each measure
              and year, as your state or your systems export it.
            </p>
            {waiting === null ? (
              <button type="button" className="button button-main" onClick={() => void state.chooseFile()}>
                Choose a file…
              </button>
            ) : null}
          </EmptySheet>
        ) : (
          <>
            {step === 'columns' ? (
              <div className="assistant-facts">
                <div className="assistant-fact">
                  <b>{file.fileName}</b>
                  <span className="dim">
                    {sheet ? `${sheet.rowCount.toLocaleString('en-US')} rows, ${sheet.columnCount} columns` : ''}
                  </span>
                </div>
                {file.sheets.length > 1 ? (
                  <div className="assistant-sheet">
                    <SelectField
                      label="Sheet"
                      value={String(state.sheet)}
                      choices={file.sheets.map((one, index) => ({ value: String(index), label: one.name }))}
                      onChange={(value) => void state.chooseSheet(Number(value))}
                    />
                  </div>
                ) : null}
                {mapping ? (
                  <div className="assistant-sheet">
                    <SelectField
                      label="Column names stand in"
                      value={String(mapping.headerRow)}
                      choices={state.rows.map(({ number, cells }) => ({
                        value: String(number),
                        label: `Row ${number}: ${cells.filter(Boolean).slice(0, 4).join(', ').slice(0, 60)}`,
                      }))}
                      onChange={(value) => void state.chooseHeader(Number(value))}
                    />
                  </div>
                ) : null}
                <div className="grow" />
                <button type="button" className="button" onClick={() => void state.chooseFile()}>
                  Another file…
                </button>
              </div>
            ) : null}
            {step === 'columns' ? <YearsColumnsStep state={state} /> : <YearsPreviewStep state={state} />}
          </>
        )}
      </main>
      <footer className="assistant-footer" data-region="assistant-actions">
        <button type="button" className="button" onClick={() => window.endTask()}>
          Leave without importing
        </button>
        <div className="grow" />
        <span className="dim" role="status">
          {waiting === 'previewing' ? 'Working out what would change…' : waiting === 'importing' ? 'Importing…' : ''}
        </span>
        {step === 'preview' ? (
          <>
            <button type="button" className="button" disabled={waiting !== null} onClick={() => state.goTo('columns')}>
              Back
            </button>
            <button
              type="button"
              className="button button-main"
              data-testid="years-import-now"
              disabled={!canImport}
              onClick={() => void state.importNow()}
            >
              {canImport ? `Import ${brings.toLocaleString('en-US')} values` : 'Import'}
            </button>
          </>
        ) : (
          <button
            type="button"
            className="button button-main"
            data-testid="years-import-next"
            disabled={waiting !== null || mapping === null}
            onClick={() => state.goTo('preview')}
          >
            Next: Preview
          </button>
        )}
      </footer>
    </div>
  );
}
