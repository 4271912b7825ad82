import { type FormEvent, useState } from 'react';
import { addSegment, editSegment, moveSegment, orderedSegments, removeSegment } from '../../shared/changes/accounts.ts';
import { describeRemoval } from '../../shared/changes/describeRemoval.ts';
import type { AccountSegmentRow } from '../../shared/model/rows.ts';
import { LIMITS } from '../../shared/model/units.ts';
import { quoted } from '../../shared/text/quoted.ts';
import { CommitField } from '../sheets/CommitField.tsx';
import { Field } from '../sheets/Field.tsx';
import { codeProblem, nameProblem } from '../sheets/nameProblem.ts';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocument } from '../state/hooks.ts';

/** Characters of a segment as typed: empty or 0 lets any length do. A sentence where it is no such number. */
export function readSegmentLength(text: string): number | string {
  const typed = text.trim();
  if (typed === '') return 0;
  const length = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  if (length <= LIMITS.segmentLength) return length;
  return `${quoted(typed)} is no length. Type a whole number up to ${LIMITS.segmentLength}, or nothing where any will do.`;
}

/** The parts of the district's accounts, in their order: fund, resource, object, site … */
export function SegmentsDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument();
  const segments = orderedSegments(document.model);
  return (
    <SheetDialog title="Account segments" onClose={onClose} isWide>
      <p className="hint">
        An account is put together from these parts, in this order. With a length, a value that is longer or shorter is
        found before a file is written.
      </p>
      <ul className="plain-list" aria-label="Segments">
        {segments.map((segment, at) => (
          <SegmentLine key={segment.code} segment={segment} isFirst={at === 0} isLast={at === segments.length - 1} />
        ))}
      </ul>
      <AddSegment />
    </SheetDialog>
  );
}

interface SegmentLineProps {
  readonly segment: AccountSegmentRow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function SegmentLine({ segment, isFirst, isLast }: SegmentLineProps) {
  const document = useDocument();
  const { model } = document;
  const [isLeaving, setLeaving] = useState(false);
  const { code, name, length } = segment;
  const change = isLeaving ? removeSegment(model, code) : null;
  return (
    <li data-testid={`segment-${code}`}>
      <div className="list-row segment-row">
        <code className="segment-code">{code}</code>
        <CommitField
          label={`Name of ${code}`}
          value={name}
          make={(text) => nameProblem(text, 'A segment') ?? editSegment(model, code, { name: text })}
        />
        <div className="segment-length">
          <CommitField
            label={`Length of ${name}`}
            value={length === 0 ? '' : String(length)}
            make={(text) => {
              const read = readSegmentLength(text);
              return typeof read === 'string' ? read : editSegment(model, code, { length: read });
            }}
          />
        </div>
        <button
          type="button"
          className="button button-small"
          aria-label={`Move ${name} to the left`}
          disabled={isFirst}
          onClick={() => document.commit(moveSegment(model, code, -1))}
        >
          ↑
        </button>
        <button
          type="button"
          className="button button-small"
          aria-label={`Move ${name} to the right`}
          disabled={isLast}
          onClick={() => document.commit(moveSegment(model, code, 1))}
        >
          ↓
        </button>
        <button
          type="button"
          className="button button-small button-danger"
          aria-label={`Remove ${name}`}
          aria-expanded={isLeaving}
          onClick={() => setLeaving(!isLeaving)}
        >
          Remove…
        </button>
      </div>
      {change ? (
        <div className="leaving" role="alert">
          <span>
            {describeRemoval(change)
              ? `${name} goes with ${describeRemoval(change)}. Undo brings it back.`
              : `No rule gives ${name} a value.`}
          </span>
          <button type="button" className="button button-small button-danger" onClick={() => document.commit(change)}>
            Remove {name}
          </button>
          <button type="button" className="button button-small" onClick={() => setLeaving(false)}>
            Keep it
          </button>
        </div>
      ) : null}
    </li>
  );
}

function AddSegment() {
  const document = useDocument();
  const { model } = document;
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [length, setLength] = useState('');
  const [isTried, setIsTried] = useState(false);
  const wrongCode = codeProblem(code, 'A segment', (one) => model.table('accountSegment').has(one));
  const wrongName = nameProblem(name, 'A segment');
  const read = readSegmentLength(length);
  const add = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (wrongCode || wrongName || typeof read === 'string') return;
    document.commit(addSegment(model, { code: code.trim(), name: name.trim(), length: read }));
    setCode('');
    setName('');
    setLength('');
    setIsTried(false);
  };
  return (
    <form className="sheet-form sheet-form-line" onSubmit={add}>
      <Field
        label="Code"
        placeholder="FUND"
        value={code}
        onChange={setCode}
        sentence={isTried || wrongCode?.includes('taken') ? wrongCode : null}
      />
      <Field label="Name" placeholder="Fund" value={name} onChange={setName} sentence={isTried ? wrongName : null} />
      <Field
        label="Length"
        placeholder="any"
        inputMode="numeric"
        value={length}
        onChange={setLength}
        sentence={typeof read === 'string' ? read : null}
      />
      <button type="submit" className="button button-main">
        Add
      </button>
    </form>
  );
}
