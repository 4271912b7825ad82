import { type FormEvent, useState } from 'react';
import { describeRemoval } from '../../shared/changes/describeRemoval.ts';
import { addSchoolColumn, removeSchoolColumn } from '../../shared/changes/schools.ts';
import type { SchoolColumnRow } from '../../shared/model/rows.ts';
import { Field } from '../sheets/Field.tsx';
import { codeProblem } from '../sheets/nameProblem.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';

const KINDS = [
  { value: 'measure', label: 'Numbers (a measure)' },
  { value: 'tag', label: 'Texts (a tag)' },
];

/** The district's further columns of the schools sheet. */
export function ColumnsDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument();
  const window = useWindowOnce();
  const { model } = document;
  const [name, setName] = useState('');
  const [kind, setKind] = useState<SchoolColumnRow['kind']>('measure');
  const [isTried, setIsTried] = useState(false);
  const wrong = codeProblem(name, 'A column', (one) => model.table('schoolColumn').has(one));
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (wrong) return;
    document.commit(addSchoolColumn(model, name.trim(), kind));
    setName('');
    setIsTried(false);
  };
  const remove = async (column: SchoolColumnRow): Promise<void> => {
    const change = removeSchoolColumn(model, column.name);
    const taken = describeRemoval(change);
    const users = [...model.table('decision').values()].filter((row) =>
      `${row.formula ?? ''} ${row.eligibility}`.includes(column.name),
    );
    const named = users.map((row) => model.table('source').get(row.source)?.name ?? row.source).join(', ');
    const sentence = [
      taken ? `The column ${column.name} goes with ${taken}.` : `The column ${column.name} is empty.`,
      named ? `It is named in a rule or formula of ${named}, which will pay nobody until that is changed.` : '',
      'Undo brings it back.',
    ].join(' ');
    const choices = [{ name: 'remove', label: 'Remove column', isMain: true }];
    onClose();
    if ((await window.confirm(`Remove ${column.name}?`, sentence, choices)) === 'remove') document.commit(change);
  };
  const columns = model.ordered('schoolColumn');
  return (
    <SheetDialog title="Columns of the schools sheet" onClose={onClose}>
      {columns.length === 0 ? <p className="hint">No further columns yet.</p> : null}
      <ul className="plain-list">
        {columns.map((column) => (
          <li key={column.name} className="list-row">
            <span className="list-name">{column.name}</span>
            <span className="dim">{column.kind === 'measure' ? 'Measure' : 'Tag'}</span>
            <button
              type="button"
              className="button button-small button-danger"
              aria-label={`Remove ${column.name}`}
              onClick={() => void remove(column)}
            >
              Remove…
            </button>
          </li>
        ))}
      </ul>
      <form className="sheet-form sheet-form-line" onSubmit={add}>
        <Field
          label="New column"
          placeholder="need_index"
          value={name}
          onChange={setName}
          sentence={isTried ? wrong : null}
        />
        <SelectField
          label="Holds"
          value={kind}
          choices={KINDS}
          onChange={(value) => setKind(value === 'tag' ? 'tag' : 'measure')}
        />
        <button type="submit" className="button button-main">
          Add
        </button>
      </form>
      <p className="hint">Rules and formulas call a column by its name; letters, digits and underscores read best.</p>
    </SheetDialog>
  );
}
