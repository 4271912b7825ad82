import type { WordCode } from '../../shared/assistant/Mapping.ts';
import { fittingUnit } from '../../shared/changes/years.ts';
import type { YearMeasureRow } from '../../shared/model/rows.ts';
import type { YearsMapping } from '../../shared/years/import/YearsMapping.ts';
import { groupName } from '../../shared/years/yearRows.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { typedGroup, withFileMeasure, withMeasure, withMeasureWord, withWord } from './editYearsMapping.ts';
import { BETTER_CHOICES, KIND_CHOICES, UNIT_CHOICES } from './measureWords.ts';
import { TypedEntry } from './TypedEntry.tsx';
import type { YearsImportState } from './YearsImportState.ts';

/** So many words are shown; a file has few years and groups, and the rest are taken as they stand. */
const WORDS_SHOWN = 60;

/** What measures are, what words mean, what is repaired. */
export function YearsAside({ state }: { readonly state: YearsImportState }) {
  const { model } = useDocumentOnce();
  const { mapping } = state;
  if (!mapping) return null;
  const has = (kind: string): boolean => mapping.columns.some(({ target }) => target.kind === kind);
  const needsYear = mapping.columns.some(
    ({ target }) => target.kind === 'value' || (target.kind === 'measure' && target.year === null),
  );
  return (
    <div className="assistant-aside">
      {needsYear && !has('year') ? (
        <section className="card aside-card" aria-label="Year of the file">
          <h3>Year of the file</h3>
          <p className="hint">For values of which neither column nor row says the year.</p>
          <TypedEntry
            label="Year of the file"
            placeholder="2023-24"
            value={mapping.fileYear}
            onCommit={(fileYear) => state.setMapping({ ...mapping, fileYear })}
          />
        </section>
      ) : null}
      {has('value') && !has('measureName') ? (
        <section className="card aside-card" aria-label="Measure of the file">
          <h3>Measure of the values</h3>
          <TypedEntry
            label="Measure of the values"
            list="years-import-measures"
            value={mapping.fileMeasure}
            onCommit={(text) => state.setMapping(withFileMeasure(mapping, model, text))}
          />
        </section>
      ) : null}
      {mapping.measures.length > 0 ? <MeasuresCard state={state} mapping={mapping} /> : null}
      {has('measureName') ? (
        <WordsCard
          title="Measures of the rows"
          hint="Empty a name to leave these rows out."
          words={mapping.measureWords}
          show={(code) => code}
          list="years-import-measures"
          onChange={(word, text) => state.setMapping(withMeasureWord(mapping, model, word, text))}
        />
      ) : null}
      {has('group') ? (
        <WordsCard
          title="Groups of pupils"
          hint="A need by its name, or a group of its own."
          words={mapping.groups}
          show={(code) => groupName(model, code)}
          list="years-import-groups"
          onChange={(word, text) =>
            state.setMapping({ ...mapping, groups: withWord(mapping.groups, word, typedGroup(model, text)) })
          }
        />
      ) : null}
      {has('year') ? (
        <WordsCard
          title="Years"
          hint="As they are called in the document."
          words={mapping.years}
          show={(code) => code}
          onChange={(word, text) =>
            text !== '' && state.setMapping({ ...mapping, years: withWord(mapping.years, word, text) })
          }
        />
      ) : null}
      <RepairsCard state={state} mapping={mapping} />
    </div>
  );
}

interface CardProps {
  readonly state: YearsImportState;
  readonly mapping: YearsMapping;
}

function MeasuresCard({ state, mapping }: CardProps) {
  const { model } = useDocumentOnce();
  return (
    <section className="card aside-card" aria-label="Measures">
      <h3>Measures</h3>
      {mapping.measures.map((row) => {
        const isHeld = model.table('yearMeasure').has(row.measure);
        const set = (part: Partial<YearMeasureRow> & { isFraction?: boolean }): void =>
          state.setMapping(withMeasure(mapping, row.measure, part));
        return (
          <div key={row.measure} className="years-what">
            <b>{row.measure}</b>
            {isHeld ? <span className="hint">Is in the document already.</span> : null}
            <div className="years-what-line">
              <select
                className="entry"
                aria-label={`What ${row.measure} is about`}
                disabled={isHeld}
                value={row.kind}
                onChange={(event) => {
                  const kind = event.target.value as YearMeasureRow['kind'];
                  set({ kind, unit: fittingUnit(kind, 'percent'), better: kind === 'outcome' ? 'higher' : 'neither' });
                }}
              >
                {KIND_CHOICES.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              {row.kind === 'outcome' ? (
                <select
                  className="entry"
                  aria-label={`Unit of ${row.measure}`}
                  disabled={isHeld}
                  value={row.unit}
                  onChange={(event) => set({ unit: event.target.value as YearMeasureRow['unit'] })}
                >
                  {UNIT_CHOICES.map(({ value, label }) => (
                    <option key={value} value={value}>
                      {label}
                    </option>
                  ))}
                </select>
              ) : null}
            </div>
            {row.kind === 'outcome' ? (
              <select
                className="entry"
                aria-label={`Which way ${row.measure} is better`}
                disabled={isHeld}
                value={row.better}
                onChange={(event) => set({ better: event.target.value as YearMeasureRow['better'] })}
              >
                {BETTER_CHOICES.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
            ) : null}
            {row.unit === 'percent' ? (
              <label className="offer">
                <input
                  type="checkbox"
                  checked={row.isFraction}
                  onChange={(event) => set({ isFraction: event.target.checked })}
                />
                <span>Written as parts of 1: 0.45 is 45%</span>
              </label>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

interface WordsCardProps {
  readonly title: string;
  readonly hint: string;
  readonly words: readonly WordCode[];
  readonly show: (code: string) => string;
  readonly list?: string;
  readonly onChange: (word: string, text: string) => void;
}

function WordsCard({ title, hint, words, show, list, onChange }: WordsCardProps) {
  if (words.length === 0) return null;
  return (
    <section className="card aside-card" aria-label={title}>
      <h3>{title}</h3>
      <p className="hint">{hint}</p>
      <div className="years-words">
        {words.slice(0, WORDS_SHOWN).map(([word, code]) => (
          <WordLine key={word} word={word} value={show(code)} {...(list ? { list } : {})} onChange={onChange} />
        ))}
      </div>
    </section>
  );
}

interface WordLineProps {
  readonly word: string;
  readonly value: string;
  readonly list?: string;
  readonly onChange: (word: string, text: string) => void;
}

function WordLine({ word, value, list, onChange }: WordLineProps) {
  return (
    <>
      <span title={word}>{word}</span>
      <TypedEntry
        label={`What ${word} is`}
        value={value}
        {...(list ? { list } : {})}
        onCommit={(text) => onChange(word, text)}
      />
    </>
  );
}

function RepairsCard({ state, mapping }: CardProps) {
  return (
    <section className="card aside-card" aria-label="Repairs">
      <h3>How it is read</h3>
      {mapping.padTo !== null || state.suggestion?.mapping.padTo != null ? (
        <label className="offer">
          <input
            type="checkbox"
            checked={mapping.padTo !== null}
            onChange={(event) =>
              state.setMapping({
                ...mapping,
                padTo: event.target.checked ? (state.suggestion?.mapping.padTo ?? null) : null,
              })
            }
          />
          <span>Give codes their leading zeros back ({state.suggestion?.mapping.padTo} digits)</span>
        </label>
      ) : null}
      {state.suggestion?.mapping.dropPointZero ? (
        <label className="offer">
          <input
            type="checkbox"
            checked={mapping.dropPointZero}
            onChange={(event) => state.setMapping({ ...mapping, dropPointZero: event.target.checked })}
          />
          <span>Drop “.0” behind codes</span>
        </label>
      ) : null}
      <label className="offer">
        <input
          type="checkbox"
          checked={mapping.rounds}
          onChange={(event) => state.setMapping({ ...mapping, rounds: event.target.checked })}
        />
        <span>Round dollars and pupils half-up to two decimals</span>
      </label>
      <p className="hint">Marks such as *, &lt;10 or s are read as missing and counted, never as zero.</p>
    </section>
  );
}
