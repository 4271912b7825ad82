import { useMemo, useState } from 'react';
import { describeRemoval } from '../../shared/changes/describeRemoval.ts';
import { removeSchools } from '../../shared/changes/schools.ts';
import { SchoolPicker } from '../sheets/SchoolPicker.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce } from '../state/hooks.ts';

/** Schools to remove, ticked from the list; the one selected in the sheet is ticked already. */
export function RemoveSchoolsDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocumentOnce();
  const { model, calculation, selection } = document;
  const selected = selection && model.table('school').has(selection.rowKey) ? [selection.rowKey] : [];
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(selected));
  const change = useMemo(() => (chosen.size > 0 ? removeSchools(model, [...chosen]) : null), [model, chosen]);
  const taken = change ? describeRemoval(change) : '';
  const many = `${chosen.size.toLocaleString('en-US')} ${chosen.size === 1 ? 'school' : 'schools'}`;
  return (
    <SheetDialog title="Remove schools" onClose={onClose}>
      <SchoolPicker label="Schools to remove" schools={calculation.schools} chosen={chosen} onChange={setChosen} />
      <p className="hint" aria-live="polite">
        {change
          ? `Removes ${many}${taken ? ` with ${taken}` : ''}. Undo brings everything back.`
          : 'Tick the schools that are to go.'}
      </p>
      <div className="sheet-actions">
        <button
          type="button"
          className="button button-danger"
          disabled={!change}
          onClick={() => {
            if (change) document.commit(change);
            onClose();
          }}
        >
          Remove {chosen.size > 0 ? many : ''}
        </button>
      </div>
    </SheetDialog>
  );
}
