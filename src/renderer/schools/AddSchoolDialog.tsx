import { type FormEvent, useState } from 'react';
import { addSchool } from '../../shared/changes/schools.ts';
import { Field } from '../sheets/Field.tsx';
import { codeProblem, nameProblem } from '../sheets/nameProblem.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce } from '../state/hooks.ts';

export interface AddSchoolDialogProps {
  /** The code of the school just added, so that the sheet can show its row. */
  readonly onClose: (added?: string) => void;
}

/** A new school: its code, name and level; its pupils are typed on Enrollment. */
export function AddSchoolDialog({ onClose }: AddSchoolDialogProps) {
  const document = useDocumentOnce();
  const { model } = document;
  const levels = model.ordered('level');
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [level, setLevel] = useState(levels[0]?.code ?? '');
  const [isTried, setIsTried] = useState(false);
  const wrongCode = codeProblem(code, 'A school', (one) => model.table('school').has(one));
  const wrongName = nameProblem(name, 'A school');
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (wrongCode || wrongName) return;
    const school = { code: code.trim(), name: name.trim(), level };
    document.commit(addSchool(model, school));
    onClose(school.code);
  };
  return (
    <SheetDialog title="Add a school" onClose={() => onClose()}>
      <form className="sheet-form" onSubmit={add}>
        <Field
          label="Code"
          value={code}
          onChange={setCode}
          sentence={isTried || (code !== '' && wrongCode?.includes('taken')) ? wrongCode : null}
        />
        <Field label="Name" value={name} onChange={setName} sentence={isTried ? wrongName : null} />
        <SelectField
          label="Level"
          value={level}
          onChange={setLevel}
          choices={levels.map((one) => ({ value: one.code, label: one.name }))}
        />
        <p className="hint">
          A school of several levels, such as K-8, gets further rows on Enrollment. A new school has no budget this
          year; leave that empty.
        </p>
        <div className="sheet-actions">
          <button type="submit" className="button button-main">
            Add school
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}
