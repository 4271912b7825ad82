import type { Model } from '../../shared/model/Model.ts';
import type { YearColumn, YearTarget } from '../../shared/years/import/YearsMapping.ts';
import { groupName, orderedYearMeasures } from '../../shared/years/yearRows.ts';
import { useDocumentOnce } from '../state/hooks.ts';
import { typedGroup, withTarget } from './editYearsMapping.ts';
import { TypedEntry } from './TypedEntry.tsx';
import { YearsAside } from './YearsAside.tsx';
import type { YearsImportState } from './YearsImportState.ts';

const TARGETS: readonly { readonly value: YearTarget['kind']; readonly label: string }[] = [
  { value: 'ignore', label: 'Not imported' },
  { value: 'schoolCode', label: 'School code' },
  { value: 'schoolName', label: 'School name' },
  { value: 'year', label: 'Year of the row' },
  { value: 'group', label: 'Group of pupils of the row' },
  { value: 'measure', label: 'Values of a measure' },
  { value: 'measureName', label: 'Name of the row’s measure' },
  { value: 'value', label: 'Value of the row’s measure' },
];

/** First step: what every column is, and what the words of the file mean. */
export function YearsColumnsStep({ state }: { readonly state: YearsImportState }) {
  const { model } = useDocumentOnce();
  const { mapping, suggestion } = state;
  if (!mapping || !suggestion) return null;
  const used = mapping.columns.filter(({ target }) => target.kind !== 'ignore').length;
  const names = new Set([
    ...orderedYearMeasures(model).map(({ measure }) => measure),
    ...mapping.measures.map(({ measure }) => measure),
  ]);
  return (
    <div className="assistant-columns">
      <section className="card" aria-label="Columns of the file">
        <header className="card-heading">
          <h3>Columns</h3>
          <div className="subtitle">
            {used} of {mapping.columns.length} are imported. {suggestion.notes.join(' ')}
          </div>
        </header>
        <div className="assistant-scroll">
          <table className="columns-table years-columns">
            <thead>
              <tr>
                <th scope="col">Column of the file</th>
                <th scope="col">Values</th>
                <th scope="col">Becomes</th>
              </tr>
            </thead>
            <tbody>
              {mapping.columns.map((column, at) => (
                <tr key={column.column} className={column.target.kind === 'ignore' ? 'is-ignored' : undefined}>
                  <th scope="row">{column.header || <span className="dim">no name</span>}</th>
                  <td className="dim">{suggestion.columns[at]?.examples.join(', ')}</td>
                  <td>
                    <ColumnFields state={state} model={model} column={column} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <datalist id="years-import-measures">
            {[...names].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <datalist id="years-import-groups">
            {[
              '',
              ...model
                .ordered('need')
                .slice(1)
                .map(({ code }) => code),
            ].map((code) => (
              <option key={code} value={groupName(model, code)} />
            ))}
          </datalist>
        </div>
      </section>
      <YearsAside state={state} />
    </div>
  );
}

interface ColumnFieldsProps {
  readonly state: YearsImportState;
  readonly model: Model;
  readonly column: YearColumn;
}

function ColumnFields({ state, model, column }: ColumnFieldsProps) {
  const { mapping } = state;
  if (!mapping) return null;
  const { target } = column;
  const has = (kind: YearTarget['kind']): boolean => mapping.columns.some((one) => one.target.kind === kind);
  const set = (next: YearTarget): void => state.setMapping(withTarget(mapping, model, column.column, next));
  const choose = (kind: YearTarget['kind']): void => {
    if (kind !== 'measure') set({ kind });
    else set({ kind, measure: column.header || 'Outcome', group: has('group') ? null : '', year: null });
  };
  const name = column.header || `column ${column.column + 1}`;
  return (
    <div className="years-fields">
      <select
        className="entry"
        aria-label={`What ${name} is`}
        value={target.kind}
        onChange={(event) => choose(event.target.value as YearTarget['kind'])}
      >
        {TARGETS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {target.kind === 'measure' ? (
        <>
          <TypedEntry
            label={`Measure of ${name}`}
            placeholder="Measure"
            list="years-import-measures"
            value={target.measure}
            onCommit={(measure) => measure !== '' && set({ ...target, measure })}
          />
          <TypedEntry
            label={`Group of ${name}`}
            placeholder={has('group') ? 'As the row says' : 'All pupils'}
            list="years-import-groups"
            value={target.group === null ? '' : groupName(model, target.group)}
            onCommit={(text) => set({ ...target, group: text === '' && has('group') ? null : typedGroup(model, text) })}
          />
          <TypedEntry
            label={`Year of ${name}`}
            placeholder={has('year') ? 'Row’s year' : mapping.fileYear || 'Year'}
            isShort
            value={target.year ?? ''}
            onCommit={(year) => set({ ...target, year: year === '' ? null : year })}
          />
        </>
      ) : null}
    </div>
  );
}
