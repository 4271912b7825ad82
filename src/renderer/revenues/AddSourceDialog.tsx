import { type FormEvent, useState } from 'react';
import { addSource } from '../../shared/changes/sources.ts';
import type { Origin, Restriction } from '../../shared/model/rows.ts';
import { parsePositiveMoney } from '../../shared/text/parseNumber.ts';
import { Field } from '../sheets/Field.tsx';
import { codeProblem, nameProblem } from '../sheets/nameProblem.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { ORIGINS, RESTRICTIONS } from '../sheets/words.ts';
import { useDocumentOnce } from '../state/hooks.ts';

export interface AddSourceDialogProps {
  /** The code of the source just added, so that the sheet can show its row. */
  readonly onClose: (added?: string) => void;
}

/** A new revenue source with its projected amount. It begins locked: no dollar moves by accident. */
export function AddSourceDialog({ onClose }: AddSourceDialogProps) {
  const document = useDocumentOnce();
  const { model } = document;
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [amount, setAmount] = useState('');
  const [origin, setOrigin] = useState<string>('local');
  const [restriction, setRestriction] = useState<string>('unrestricted');
  const [isTried, setIsTried] = useState(false);
  const wrongCode = codeProblem(code, 'A source', (one) => model.table('source').has(one));
  const wrongName = nameProblem(name, 'A source');
  const cents = amount.trim() === '' ? { ok: true as const, value: 0 } : parsePositiveMoney(amount);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (wrongCode || wrongName || !cents.ok) return;
    const position = (model.ordered('source').at(-1)?.position ?? -1) + 1;
    const source = {
      code: code.trim(),
      name: name.trim(),
      origin: origin as Origin,
      restriction: restriction as Restriction,
      position,
    };
    document.commit(addSource(model, source, cents.value, document.scenarioId));
    onClose(source.code);
  };
  return (
    <SheetDialog title="Add a revenue source" onClose={() => onClose()}>
      <form className="sheet-form" onSubmit={add}>
        <div className="dialog-columns">
          <Field
            label="Code"
            value={code}
            onChange={setCode}
            sentence={isTried || wrongCode?.includes('taken') ? wrongCode : null}
          />
          <Field
            label="Projected amount"
            inputMode="decimal"
            value={amount}
            onChange={setAmount}
            sentence={cents.ok ? null : cents.sentence}
          />
        </div>
        <Field label="Name" value={name} onChange={setName} sentence={isTried ? wrongName : null} />
        <div className="dialog-columns">
          <SelectField label="Origin" value={origin} choices={ORIGINS} onChange={setOrigin} />
          <SelectField label="Restriction" value={restriction} choices={RESTRICTIONS} onChange={setRestriction} />
        </div>
        <p className="hint">It begins locked, so all of it stays central. Decide on Sources how it reaches schools.</p>
        <div className="sheet-actions">
          <button type="submit" className="button button-main">
            Add source
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}
