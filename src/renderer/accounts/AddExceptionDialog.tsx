import { type FormEvent, useState } from 'react';
import { type AccountPlace, orderedSegments, setAccountRule } from '../../shared/changes/accounts.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { Field } from '../sheets/Field.tsx';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce, useWindowOnce } from '../state/hooks.ts';
import { goToAccount } from './AccountsView.ts';
import { conditionChoices } from './accountColumns.ts';
import { EVERY, faceOf } from './accountLines.ts';

const PARTS = [
  ['source', 'Source'],
  ['school', 'School'],
  ['level', 'Level'],
  ['need', 'Need'],
] as const;

/** A rule that departs from those of its source and school. Its line stays as long as it has a value. */
export function AddExceptionDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocumentOnce();
  const window = useWindowOnce();
  const { model } = document;
  const segments = orderedSegments(model);
  const [place, setPlace] = useState<AccountPlace>(EVERY);
  const [segment, setSegment] = useState(segments[0]?.code ?? '');
  const [value, setValue] = useState('');
  const [isTried, setIsTried] = useState(false);
  const held = model.get('accountRule', segment, place.source, place.school, place.level, place.need);
  const wrong =
    faceOf(place) !== 'exceptions'
      ? 'An exception is about a source at a school, or about a level or need. What is true of a whole source or school is typed on its own face.'
      : held
        ? `That is ${held.value} already. Change it in the list.`
        : null;
  const wrongValue =
    value.trim() === ''
      ? 'Type what the segment holds.'
      : value.trim().length > LIMITS.segmentLength
        ? `A value has at most ${LIMITS.segmentLength} characters.`
        : null;
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (wrong || wrongValue) return;
    document.commit(setAccountRule(model, { segment, ...place }, value));
    onClose();
    goToAccount(window, place, segment);
  };
  return (
    <SheetDialog title="Add an exception" onClose={onClose}>
      <form className="sheet-form" onSubmit={add}>
        <p className="hint">
          Where several rules fit, the one that names most wins; of two that name equally many, the one that names the
          school.
        </p>
        <div className="posted-form">
          {PARTS.map(([part, label]) => (
            <SelectField
              key={part}
              label={label}
              value={place[part]}
              choices={conditionChoices(document, part)}
              onChange={(code) => setPlace({ ...place, [part]: code })}
            />
          ))}
          <SelectField
            label="Segment"
            value={segment}
            choices={segments.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setSegment}
          />
          <Field label="Value" value={value} onChange={setValue} sentence={isTried ? wrongValue : null} />
        </div>
        {isTried && wrong ? (
          <p className="wrong" role="alert">
            {wrong}
          </p>
        ) : null}
        <div className="sheet-actions">
          <button type="submit" className="button button-main">
            Add exception
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}
