import { useState } from 'react';
import { fillSegmentFromSchools, orderedSegments } from '../../shared/changes/accounts.ts';
import { SelectField } from '../sheets/SelectField.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce } from '../state/hooks.ts';
import { isOfSchools } from './accountLines.ts';

const OF_CODES = 'code';

/** Fills a segment of the schools that have no value yet, from their codes or from a tag. */
export function FillFromSchoolsDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocumentOnce();
  const { model } = document;
  const segments = orderedSegments(model);
  const [segment, setSegment] = useState(
    () => (segments.find(({ name }) => isOfSchools(name)) ?? segments.at(-1))?.code ?? '',
  );
  const [from, setFrom] = useState(OF_CODES);
  const tags = model.ordered('schoolColumn').filter((column) => column.kind === 'tag');
  const change = fillSegmentFromSchools(model, segment, from === OF_CODES ? 'code' : { tag: from.slice(4) });
  const size = change.ops.length;
  return (
    <SheetDialog title="Fill a segment from schools" onClose={onClose}>
      <div className="posted-form">
        <SelectField
          label="Segment"
          value={segment}
          choices={segments.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setSegment}
        />
        <SelectField
          label="With"
          value={from}
          choices={[
            { value: OF_CODES, label: 'The school’s code' },
            ...tags.map(({ name }) => ({ value: `tag:${name}`, label: name.replaceAll('_', ' ') })),
          ]}
          onChange={setFrom}
        />
      </div>
      <div className="sheet-actions">
        <span className="hint" aria-live="polite">
          {size === 0
            ? 'Every school that could be filled has a value already.'
            : 'Values that stand already are kept.'}
        </span>
        <button
          type="button"
          className="button button-main"
          disabled={size === 0}
          onClick={() => {
            document.commit(change);
            onClose();
          }}
        >
          Fill {size.toLocaleString('en-US')} {size === 1 ? 'school' : 'schools'}
        </button>
      </div>
    </SheetDialog>
  );
}
