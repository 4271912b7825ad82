import { DELIMITERS, type Delimiter, TEXT_ENCODINGS, type TextEncodingName } from '../../shared/assistant/RawTable.ts';
import { EmptySheet } from '../sheets/EmptySheet.tsx';
import { SelectField } from '../sheets/SelectField.tsx';
import type { AssistantState } from './AssistantState.ts';
import { FileRows } from './FileRows.tsx';

const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = {
  ',': 'Commas',
  ';': 'Semicolons',
  '\t': 'Tabs',
  '|': 'Vertical bars',
};
const ENCODING_WORDS: Readonly<Record<TextEncodingName, string>> = {
  'UTF-8': 'UTF-8',
  'Windows-1252': 'Windows-1252 (older Excel)',
  'UTF-16 LE': 'UTF-16 (Excel’s Unicode text)',
  'UTF-16 BE': 'UTF-16, big-endian',
};

/** First step: the file, its sheet, and the row that holds the headers. */
export function FileStep({ state }: { readonly state: AssistantState }) {
  const { file, waiting, suggestion, mapping } = state;
  if (waiting === 'choosing' || waiting === 'reading') return <Reading state={state} />;
  if (!file) {
    return (
      <EmptySheet title="Choose a table">
        <p>
          CSV, text or Excel, as your systems export it, with whatever column names, title and total rows it has.
          Nothing changes before you have seen what will change.
        </p>
        <button type="button" className="button button-main" onClick={() => void state.chooseFile()}>
          Choose a file…
        </button>
      </EmptySheet>
    );
  }
  const sheet = file.sheets[state.sheet];
  const { encoding, delimiter } = file;
  return (
    <>
      <div className="assistant-facts">
        <div className="assistant-fact">
          <b>{file.fileName}</b>
          <span className="dim">
            {delimiter ? 'Text file' : 'Excel workbook'}
            {sheet
              ? ` · ${sheet.rowCount.toLocaleString('en-US')} rows, ${sheet.columnCount.toLocaleString('en-US')} columns`
              : ''}
          </span>
        </div>
        {file.sheets.length > 1 ? (
          <div className="assistant-sheet">
            <SelectField
              label="Sheet"
              value={String(state.sheet)}
              choices={file.sheets.map((one, at) => ({
                value: String(at),
                label: `${one.name} (${one.rowCount.toLocaleString('en-US')} rows)`,
              }))}
              onChange={(value) => void state.chooseSheet(Number(value))}
            />
          </div>
        ) : null}
        {encoding && delimiter ? (
          <>
            <div className="assistant-sheet">
              <SelectField
                label="Encoding"
                value={encoding}
                choices={TEXT_ENCODINGS.map((value) => ({ value, label: ENCODING_WORDS[value] }))}
                onChange={(value) => void state.readAgain(value as TextEncodingName, delimiter)}
              />
            </div>
            <div className="assistant-sheet">
              <SelectField
                label="Columns divided by"
                value={delimiter}
                choices={DELIMITERS.map((value) => ({ value, label: DELIMITER_WORDS[value] }))}
                onChange={(value) => void state.readAgain(encoding, value as Delimiter)}
              />
            </div>
          </>
        ) : null}
        <div className="grow" />
        <button type="button" className="button" onClick={() => void state.chooseFile()}>
          Another file…
        </button>
      </div>
      {sheet && sheet.rowCount > 0 && mapping ? (
        <section className="card" aria-label="Rows of the file">
          <header className="card-heading">
            <h3>Row {mapping.headerRow} holds the column names</h3>
            <div className="subtitle">
              Choose another row if that is wrong.{' '}
              {suggestion?.notes.filter((note) => note.includes('above the header')).join(' ')}
            </div>
          </header>
          <FileRows
            key={`${file.token} ${state.sheet}`}
            state={state}
            onChooseHeader={(row) => void state.chooseHeader(row)}
          />
        </section>
      ) : (
        <EmptySheet title={waiting ? 'Looking at the columns…' : 'This sheet is empty'}>
          {waiting ? null : <p>Choose another sheet or another file.</p>}
        </EmptySheet>
      )}
    </>
  );
}

function Reading({ state }: { readonly state: AssistantState }) {
  const { progress } = state;
  if (state.waiting === 'choosing') {
    return (
      <EmptySheet title="Choose a table">
        <p>CSV, text or Excel, as your systems export it.</p>
      </EmptySheet>
    );
  }
  const { done = 0, total = null } = progress ?? {};
  return (
    <div className="empty" role="status">
      <p className="empty-title">{progress?.label ?? 'Reading'}</p>
      <progress
        aria-label={progress?.label ?? 'Reading'}
        {...(total ? { value: Math.min(done, total), max: total } : {})}
      />
      <p>
        {total
          ? `${Math.min(100, Math.floor((100 * done) / total))}%`
          : done > 0
            ? `${done.toLocaleString('en-US')} rows`
            : ''}
      </p>
      <button type="button" className="button" onClick={() => void state.cancelReading()}>
        Cancel
      </button>
    </div>
  );
}
