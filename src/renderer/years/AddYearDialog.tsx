import { type FormEvent, useState } from 'react';
import { yearNameFault } from '../../shared/changes/years.ts';
import { groupOfWord } from '../../shared/years/import/groupWords.ts';
import { groupName } from '../../shared/years/yearRows.ts';
import { knownYear } from '../../shared/years/yearText.ts';
import { Field } from '../sheets/Field.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce } from '../state/hooks.ts';

export interface AddYearDialogProps {
  readonly years: readonly string[];
  /** Either may be empty. */
  readonly onAdd: (year: string, group: string) => void;
  readonly onRemoveYear: (year: string) => void;
  readonly onClose: () => void;
}

/** A year to type into, or a group of pupils; and the years there are, to be removed. */
export function AddYearDialog({ years, onAdd, onRemoveYear, onClose }: AddYearDialogProps) {
  const { model } = useDocumentOnce();
  const [year, setYear] = useState('');
  const [group, setGroup] = useState('');
  const held = year.trim() === '' ? null : knownYear(year, years);
  const wrongYear =
    year.trim() === '' ? null : held !== null ? `There is the year ${held} already.` : yearNameFault('A year', year);
  const code = group.trim() === '' ? '' : (groupOfWord(model, group) ?? group.trim());
  const wrongGroup = code === '' ? null : yearNameFault('A group', code);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    if (!wrongYear && !wrongGroup) onAdd(year.trim(), code);
  };
  return (
    <SheetDialog title="Add a year or a group" onClose={onClose}>
      <form className="sheet-form" onSubmit={add}>
        <Field label="Year, such as 2023-24 or FY24" value={year} onChange={setYear} sentence={wrongYear} />
        <Field
          label="Group of pupils, such as a need"
          value={group}
          onChange={setGroup}
          sentence={wrongGroup}
          list="years-groups"
        />
        <datalist id="years-groups">
          {model
            .ordered('need')
            .slice(1)
            .map(({ code: need }) => (
              <option key={need} value={groupName(model, need)} />
            ))}
        </datalist>
        <p className="hint">
          Empty columns and rows are shown to type or paste into; they are kept once they hold a value.
        </p>
        <div className="sheet-actions">
          <button
            type="submit"
            className="button button-main"
            disabled={(year.trim() === '' && code === '') || wrongYear !== null || wrongGroup !== null}
          >
            Add
          </button>
        </div>
      </form>
      {years.length > 0 ? (
        <ul className="plain-list">
          {years.map((one) => (
            <li key={one} className="list-row">
              <span className="list-name">{one}</span>
              <button
                type="button"
                className="button button-small button-danger"
                aria-label={`Remove ${one}`}
                onClick={() => {
                  onClose();
                  onRemoveYear(one);
                }}
              >
                Remove…
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </SheetDialog>
  );
}
