import { useState } from 'react';
import { LIMITS } from '../../shared/model/units.ts';
import { DialogFrame } from '../dialogs/DialogFrame.tsx';

export interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly initial: string;
  /** A sentence when the name cannot be taken. */
  readonly onName: (name: string) => string | null;
  readonly onClose: () => void;
}

/** Asks for a name and keeps asking until it can be taken. */
export function NameDialog({ title, label, initial, onName, onClose }: NameDialogProps) {
  const [name, setName] = useState(initial);
  const [wrong, setWrong] = useState<string | null>(null);
  const accept = (): void => setWrong(onName(name));
  return (
    <DialogFrame title={title} onClose={onClose} className="dialog-narrow" testId="name-dialog">
      <label className="file-name">
        {label}
        <input
          type="text"
          data-first-focus=""
          maxLength={LIMITS.codeLength}
          value={name}
          aria-invalid={wrong !== null}
          onChange={(event) => {
            setName(event.target.value);
            setWrong(null);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') accept();
          }}
        />
      </label>
      {wrong ? (
        <p className="bad" role="alert">
          {wrong}
        </p>
      ) : null}
      <div className="dialog-actions">
        <button type="button" className="button button-main" disabled={name.trim() === ''} onClick={accept}>
          OK
        </button>
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
      </div>
    </DialogFrame>
  );
}
