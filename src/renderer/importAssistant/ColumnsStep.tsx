import { useDocumentOnce } from '../state/hooks.ts';
import type { AssistantState } from './AssistantState.ts';
import { ColumnLine } from './ColumnLine.tsx';
import { LeftOutCard } from './LeftOutCard.tsx';
import { NeedsCard } from './NeedsCard.tsx';
import { OffersCard } from './OffersCard.tsx';
import { WordsCard } from './WordsCard.tsx';
import './columnsStep.css';

/** Second step: what every column is, what words mean, and what may be repaired. */
export function ColumnsStep({ state }: { readonly state: AssistantState }) {
  const document = useDocumentOnce();
  const { mapping, suggestion } = state;
  if (!mapping || !suggestion) return null;
  const { model } = document;
  const used = mapping.columns.filter(({ target }) => target.kind !== 'ignore').length;
  const kinds = new Set(mapping.columns.map(({ target }) => target.kind));
  return (
    <div className="assistant-columns">
      <section className="card" aria-label="Columns of the file">
        <header className="card-heading">
          <h3>Columns</h3>
          <div className="subtitle">
            {used} of {suggestion.columns.length} are imported ·{' '}
            {state.isRemembered
              ? 'as you decided last time for a file like this'
              : 'suggested by their names and values'}
          </div>
        </header>
        <div className="assistant-scroll">
          <table className="columns-table">
            <thead>
              <tr>
                <th scope="col">Column of the file</th>
                <th scope="col">Values</th>
                <th scope="col">Becomes</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {mapping.columns.map((column, at) => (
                <ColumnLine
                  key={`${column.column} ${mapping.columns.slice(0, at).filter((one) => one.column === column.column).length}`}
                  state={state}
                  at={at}
                />
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <div className="assistant-aside">
        <OffersCard state={state} />
        <NeedsCard state={state} />
        <WordsCard state={state} of="levels" />
        <WordsCard state={state} of="needs" />
        {kinds.has('schoolCode') && kinds.has('schoolName') && !kinds.has('level') && !kinds.has('countLevel') ? (
          <section className="card aside-card" aria-label="Level of new schools">
            <h3>Level of new schools</h3>
            <p className="hint">No column says it.</p>
            <select
              className="entry"
              aria-label="Level of new schools"
              value={mapping.defaultLevel ?? ''}
              onChange={(event) => state.setMapping({ ...mapping, defaultLevel: event.target.value || null })}
            >
              <option value="">Choose a level</option>
              {model.ordered('level').map((level) => (
                <option key={level.code} value={level.code}>
                  {level.name}
                </option>
              ))}
            </select>
          </section>
        ) : null}
        <LeftOutCard state={state} />
      </div>
    </div>
  );
}
