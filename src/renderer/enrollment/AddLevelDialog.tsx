import { type FormEvent, useState } from 'react';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { type EnrollmentSheetRow, enrollmentKey } from './enrollmentRows.ts';

export interface AddLevelDialogProps {
  readonly rows: readonly EnrollmentSheetRow[];
  readonly onAdd: (school: string, level: string) => void;
  readonly onClose: () => void;
}

/** A further level of a school: the middle grades of a K-8. The school of the selected row is chosen already. */
export function AddLevelDialog({ rows, onAdd, onClose }: AddLevelDialogProps) {
  const document = useDocumentOnce();
  const { model, calculation, selection } = document;
  const shown = new Set(rows.map((row) => row.key));
  const missing = (school: string) =>
    model.ordered('level').filter((one) => !shown.has(enrollmentKey(school, one.code)));
  const selected = rows.find((row) => row.key === selection?.rowKey)?.school;
  const [school, setSchool] = useState(selected ?? calculation.schools[0]?.code ?? '');
  const levels = missing(school);
  const [wanted, setWanted] = useState('');
  const level = levels.find((one) => one.code === wanted)?.code ?? levels[0]?.code;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (level) onAdd(school, level);
  };
  return (
    <SheetDialog title="Add a level to a school" onClose={onClose}>
      <form className="sheet-form" onSubmit={add}>
        <SelectField
          label="School"
          value={school}
          onChange={setSchool}
          choices={calculation.schools.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))}
        />
        {level ? (
          <SelectField
            label="Level"
            value={level}
            onChange={setWanted}
            choices={levels.map((one) => ({ value: one.code, label: one.name }))}
          />
        ) : (
          <p className="hint">This school has a row at every level already.</p>
        )}
        <p className="hint">The row is kept once a count is typed in it.</p>
        <div className="sheet-actions">
          <button type="submit" className="button button-main" disabled={!level}>
            Add row
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}
