import { useId, useState } from 'react';
import { setExemption } from '../../shared/changes/floors.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { Field } from '../sheets/Field.tsx';
import { useDocument } from '../state/hooks.ts';
import { exemptionsOf } from './exemptionsOf.ts';

/** Schools outside floors altogether, each with the reason a board can be told, and the form for one more. */
export function Exemptions() {
  const document = useDocument();
  const { model, scenarioId } = document;
  const isFixed = document.readOnlyReason !== null;
  return (
    <div className="exemptions" data-testid="exemptions">
      <p className="hint">An exempt school has no floor: it is neither topped up nor asked to pay for others.</p>
      <ExemptForm />
      <ul className="plain-list">
        {exemptionsOf(document).map(({ school, reason }) => (
          <li key={school} className="exemption">
            <b>{model.table('school').get(school)?.name ?? school}</b>
            <span className="exemption-reason">{reason}</span>
            <button
              type="button"
              className="button button-small"
              disabled={isFixed}
              onClick={() => document.commit(setExemption(model, scenarioId, school, null))}
            >
              Take back
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A school by name or code, and why. */
function ExemptForm() {
  const document = useDocument();
  const { model, scenarioId, calculation } = document;
  const list = useId();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<'school' | 'reason' | null>(null);
  const found = (): string | null => {
    const wanted = text.trim().toLowerCase();
    const school = calculation.schools.find(
      ({ name, code }) =>
        code.toLowerCase() === wanted || name.toLowerCase() === wanted || `${name} (${code})`.toLowerCase() === wanted,
    );
    return school?.code ?? null;
  };
  const exempt = (): void => {
    const school = found();
    const next = school === null ? 'school' : reason.trim() === '' ? 'reason' : null;
    setFault(next);
    if (school === null || next !== null) return;
    document.commit(setExemption(model, scenarioId, school, reason.trim()));
    setText('');
    setReason('');
  };
  return (
    <form
      className="exempt-form"
      onSubmit={(event) => {
        event.preventDefault();
        exempt();
      }}
    >
      <Field
        label="School"
        list={list}
        placeholder="Name or code"
        value={text}
        sentence={fault === 'school' ? 'Choose a school by its name or code.' : null}
        onChange={setText}
      />
      <datalist id={list}>
        {calculation.schools.map((school) => (
          <option key={school.code} value={`${school.name} (${school.code})`} />
        ))}
      </datalist>
      <Field
        label="Reason"
        placeholder="Opens this year with new grades"
        maxLength={LIMITS.noteLength}
        value={reason}
        sentence={fault === 'reason' ? 'Say why, for whoever asks later.' : null}
        onChange={setReason}
      />
      <button type="submit" className="button" disabled={document.readOnlyReason !== null}>
        Exempt
      </button>
    </form>
  );
}
