import { type FormEvent, useState } from 'react';
import { addCategory, moveCategory, removeCategory, renameCategory } from '../../shared/changes/categories.ts';
import { describeRemoval } from '../../shared/changes/describeRemoval.ts';
import { sourcesNaming } from '../../shared/changes/sourcesNaming.ts';
import type { LevelRow, NeedRow } from '../../shared/model/rows.ts';
import { CommitField } from '../sheets/CommitField.tsx';
import { Field } from '../sheets/Field.tsx';
import { codeProblem, nameProblem } from '../sheets/nameProblem.ts';
import { useDocument } from '../state/hooks.ts';

export interface CategoryListProps {
  readonly table: 'level' | 'need';
  readonly title: string;
  readonly hint: string;
}

/** An ordered list the district edits: rename in place, move, remove after being told what goes with it, add. */
export function CategoryList({ table, title, hint }: CategoryListProps) {
  const document = useDocument();
  const { model } = document;
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [isTried, setIsTried] = useState(false);
  const [leaving, setLeaving] = useState<string | null>(null);
  const what = table === 'level' ? 'A level' : 'A need';
  const wrongCode = codeProblem(code, what, (one) => model.table(table).has(one));
  const wrongName = nameProblem(name, what);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (wrongCode || wrongName) return;
    document.commit(addCategory(model, table, code.trim(), name.trim()));
    setCode('');
    setName('');
    setIsTried(false);
  };
  const list = model.ordered(table) as (LevelRow | NeedRow)[];
  return (
    <section aria-label={title} className="category-list">
      <h3 className="field-label">{title}</h3>
      <ul className="plain-list">
        {list.map((row, at) => (
          <li key={row.code}>
            <div className="list-row">
              <CommitField
                label={`Name of ${row.code}`}
                value={row.name}
                make={(text) => nameProblem(text, what) ?? renameCategory(model, table, row.code, text)}
              />
              <button
                type="button"
                className="button button-small"
                aria-label={`Move ${row.name} up`}
                disabled={at === 0}
                onClick={() => document.commit(moveCategory(model, table, row.code, -1))}
              >
                ↑
              </button>
              <button
                type="button"
                className="button button-small"
                aria-label={`Move ${row.name} down`}
                disabled={at === list.length - 1}
                onClick={() => document.commit(moveCategory(model, table, row.code, 1))}
              >
                ↓
              </button>
              <button
                type="button"
                className="button button-small button-danger"
                aria-label={`Remove ${row.name}`}
                aria-expanded={leaving === row.code}
                onClick={() => setLeaving(leaving === row.code ? null : row.code)}
              >
                Remove…
              </button>
            </div>
            {leaving === row.code ? <Leaving table={table} row={row} onClose={() => setLeaving(null)} /> : null}
          </li>
        ))}
      </ul>
      <form className="sheet-form sheet-form-line" onSubmit={add}>
        <Field label="Code" value={code} onChange={setCode} sentence={isTried ? wrongCode : null} />
        <Field label="Name" value={name} onChange={setName} sentence={isTried ? wrongName : null} />
        <button type="submit" className="button">
          Add
        </button>
      </form>
      <p className="hint">{hint}</p>
    </section>
  );
}

interface LeavingProps {
  readonly table: 'level' | 'need';
  readonly row: LevelRow | NeedRow;
  readonly onClose: () => void;
}

/** The question before a level or need goes, with what goes with it; or the sentence why it stays. */
function Leaving({ table, row, onClose }: LeavingProps) {
  const document = useDocument();
  const change = removeCategory(document.model, table, row.code);
  if (typeof change === 'string') {
    return (
      <p className="wrong" role="alert">
        {change}
      </p>
    );
  }
  const taken = describeRemoval(change);
  const sources = sourcesNaming(document.model, [row.code, row.name]).join(', ');
  const [first, second] = table === 'need' ? document.model.ordered('need') : [];
  const sentences = [
    taken ? `${row.name} goes with ${taken}.` : `No number stands under ${row.name}.`,
    sources ? `Rules or formulas of ${sources} name it and will pay nobody until they are changed.` : '',
    first?.code === row.code ? `${second?.name} becomes the foundation, the count of all students.` : '',
  ];
  return (
    <div className="leaving" role="alert">
      <span>{sentences.filter(Boolean).join(' ')}</span>
      <button
        type="button"
        className="button button-small button-danger"
        onClick={() => {
          document.commit(change);
          onClose();
        }}
      >
        Remove {row.name}
      </button>
      <button type="button" className="button button-small" onClick={onClose}>
        Keep it
      </button>
    </div>
  );
}
