import { type FormEvent, useState } from 'react';
import { describeRemoval } from '../../shared/changes/describeRemoval.ts';
import { addYearMeasure, editYearMeasure, moveYearMeasure, removeYearMeasure } from '../../shared/changes/years.ts';
import type { YearMeasureRow } from '../../shared/model/rows.ts';
import { orderedYearMeasures } from '../../shared/years/yearRows.ts';
import { CommitField } from '../sheets/CommitField.tsx';
import { Field } from '../sheets/Field.tsx';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocument, useWindowOnce } from '../state/hooks.ts';
import { BETTER_CHOICES, KIND_CHOICES, UNIT_CHOICES } from './measureWords.ts';

const NEW: Omit<YearMeasureRow, 'measure' | 'position'> = { kind: 'outcome', unit: 'percent', better: 'higher' };

/** What is known by year: names, what they are about, and which way is better. */
export function MeasuresDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument();
  const { model } = document;
  const [name, setName] = useState('');
  const [kind, setKind] = useState<YearMeasureRow['kind']>(NEW.kind);
  const [sentence, setSentence] = useState<string | null>(null);
  const measures = orderedYearMeasures(model);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    const change = addYearMeasure(model, {
      ...NEW,
      measure: name,
      kind,
      better: kind === 'outcome' ? 'higher' : 'neither',
    });
    setSentence(typeof change === 'string' ? change : null);
    if (typeof change === 'string') return;
    document.commit(change);
    setName('');
  };
  return (
    <SheetDialog title="Measures by year" onClose={onClose} isWide>
      {measures.length === 0 ? <p className="hint">No measures yet.</p> : null}
      <ul className="plain-list years-measures">
        {measures.map((row, at) => (
          <MeasureLine
            key={row.measure}
            row={row}
            isFirst={at === 0}
            isLast={at === measures.length - 1}
            onClose={onClose}
          />
        ))}
      </ul>
      <form className="sheet-form sheet-form-line" onSubmit={add}>
        <Field label="New measure" value={name} onChange={setName} sentence={sentence} />
        <SelectField
          label="What it is about"
          value={kind}
          choices={KIND_CHOICES}
          onChange={(value) => setKind(value as YearMeasureRow['kind'])}
        />
        <button type="submit" className="button button-main" disabled={name.trim() === ''}>
          Add measure
        </button>
      </form>
      <p className="hint">Budgets and pupils of a year are read from the first measure of their kind in this list.</p>
    </SheetDialog>
  );
}

interface MeasureLineProps {
  readonly row: YearMeasureRow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onClose: () => void;
}

function MeasureLine({ row, isFirst, isLast, onClose }: MeasureLineProps) {
  const document = useDocument();
  const window = useWindowOnce();
  const { model } = document;
  const { measure } = row;
  const edit = (part: Partial<Omit<YearMeasureRow, 'position'>>): void => {
    const change = editYearMeasure(model, measure, part);
    if (typeof change === 'string') window.say(change, 'refusal');
    else document.commit(change);
  };
  const remove = async (): Promise<void> => {
    const change = removeYearMeasure(model, measure);
    const taken = describeRemoval(change);
    onClose();
    const sentence = `${taken ? `The measure ${measure} goes with ${taken}.` : `The measure ${measure} has no values.`} Undo brings it back.`;
    const choices = [{ name: 'remove', label: 'Remove measure', isMain: true }];
    if ((await window.confirm(`Remove ${measure}?`, sentence, choices)) === 'remove') document.commit(change);
  };
  return (
    <li className="years-measure-line">
      <CommitField label="Name" value={measure} make={(text) => editYearMeasure(model, measure, { measure: text })} />
      <SelectField
        label="About"
        value={row.kind}
        choices={KIND_CHOICES}
        onChange={(kind) => edit({ kind: kind as YearMeasureRow['kind'] })}
      />
      <SelectField
        label="Unit"
        value={row.unit}
        isDisabled={row.kind !== 'outcome'}
        choices={
          row.kind === 'outcome'
            ? UNIT_CHOICES
            : [{ value: row.unit, label: row.unit === 'dollars' ? 'Dollars' : 'Pupils' }]
        }
        onChange={(unit) => edit({ unit: unit as YearMeasureRow['unit'] })}
      />
      <SelectField
        label="Better"
        value={row.better}
        choices={BETTER_CHOICES}
        onChange={(better) => edit({ better: better as YearMeasureRow['better'] })}
      />
      <button
        type="button"
        className="button button-small"
        aria-label={`Move ${measure} up`}
        disabled={isFirst}
        onClick={() => document.commit(moveYearMeasure(model, measure, -1))}
      >
        ↑
      </button>
      <button
        type="button"
        className="button button-small"
        aria-label={`Move ${measure} down`}
        disabled={isLast}
        onClick={() => document.commit(moveYearMeasure(model, measure, 1))}
      >
        ↓
      </button>
      <button
        type="button"
        className="button button-small button-danger"
        aria-label={`Remove ${measure}`}
        onClick={() => void remove()}
      >
        Remove…
      </button>
    </li>
  );
}
