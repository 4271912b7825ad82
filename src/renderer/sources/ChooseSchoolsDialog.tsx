import { useEffect, useState } from 'react';
import { parseEligibility } from '../../shared/calc/eligibility.ts';
import type { Change } from '../../shared/changes/Change.ts';
import { oneOfText, setEligibility } from '../../shared/changes/decisions.ts';
import { SchoolPicker } from '../sheets/SchoolPicker.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import { useDocumentOnce } from '../state/hooks.ts';

export interface ChooseSchoolsDialogProps {
  readonly source: string;
  readonly onClose: () => void;
}

/** The list of schools a source reaches. Each tick previews; the button makes it one change, Close takes it back. */
export function ChooseSchoolsDialog({ source, onClose }: ChooseSchoolsDialogProps) {
  const document = useDocumentOnce();
  const { model, scenarioId, calculation } = document;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => {
    const held = parseEligibility(model.get('decision', scenarioId, source)?.eligibility ?? '');
    if (held.kind === 'schools') return new Set(held.codes.filter((code) => model.table('school').has(code)));
    const result = calculation.results.sources.find((one) => one.code === source);
    if (held.kind === 'all' || !result) return new Set<string>();
    return new Set(calculation.schools.filter((_, index) => result.eligible[index] === 1).map((school) => school.code));
  });
  useEffect(() => () => document.preview(null), [document]);
  const changeTo = (codes: ReadonlySet<string>): Change | null => {
    const listed = calculation.schools.map((school) => school.code).filter((code) => codes.has(code));
    if (listed.length === 0) return null;
    const change = setEligibility(model, scenarioId, source, oneOfText('code', listed));
    const name = model.table('source').get(source)?.name ?? source;
    return { ...change, label: `${name}: eligibility → ${listed.length} schools by list` };
  };
  const look = (codes: ReadonlySet<string>): void => {
    setChosen(codes);
    document.preview(document.draft(() => changeTo(codes)));
  };
  return (
    <SheetDialog title="Choose the schools it reaches" onClose={onClose}>
      <SchoolPicker label="Schools it reaches" schools={calculation.schools} chosen={chosen} onChange={look} />
      <div className="sheet-actions">
        <span className="hint" aria-live="polite">
          {chosen.size === 0 ? 'Tick at least one school.' : ''}
        </span>
        <button
          type="button"
          className="button button-main"
          disabled={chosen.size === 0}
          onClick={() => {
            const change = document.draft(() => changeTo(chosen));
            if (change) document.commit(change);
            onClose();
          }}
        >
          Give it to {chosen.size.toLocaleString('en-US')} {chosen.size === 1 ? 'school' : 'schools'}
        </button>
      </div>
    </SheetDialog>
  );
}
