import { type FormEvent, useState } from 'react';
import { snapshotYear, takeSnapshot } from '../../shared/years/snapshot.ts';
import { firstOfKind, orderedYears } from '../../shared/years/yearRows.ts';
import { findYear } from '../../shared/years/yearText.ts';
import { Field } from '../sheets/Field.tsx';
import { SheetDialog } from '../sheets/SheetDialog.tsx';
import type { DocumentState } from '../state/DocumentState.ts';
import { useDocument, useWindowOnce } from '../state/hooks.ts';

/** The district's fiscal year, written as the years that are there: `2026-27` or `FY27`. */
function likelyYear({ model }: DocumentState): string {
  const text = model.table('district').get('fiscal_year')?.value ?? '';
  const ends = findYear(text)?.ends ?? Number(/^\d{4}$/.exec(text.trim())?.[0] ?? 0);
  if (!ends) return '';
  const last = orderedYears(model).at(-1) ?? '';
  if (/^FY\d{4}$/i.test(last)) return `FY${ends}`;
  if (/^FY/i.test(last)) return `FY${String(ends).slice(-2)}`;
  return `${ends - 1}-${String(ends).slice(-2)}`;
}

/** Budgets, pupils and needs of the scenario become a year. */
export function SnapshotDialog({ onClose }: { readonly onClose: () => void }) {
  const document = useDocument();
  const window = useWindowOnce();
  const { model, calculation } = document;
  const [typed, setTyped] = useState(() => likelyYear(document));
  const years = orderedYears(model);
  const year = snapshotYear(typed, years);
  const snapshot = takeSnapshot(calculation, year);
  const isHeld = years.includes(year);
  const amount = firstOfKind(model, 'amount')?.measure ?? 'Budget';
  const pupils = firstOfKind(model, 'pupils')?.measure ?? 'Pupils';
  const take = (event: FormEvent): void => {
    event.preventDefault();
    if (typeof snapshot === 'string') return;
    document.commit(snapshot.change);
    window.say(
      `${snapshot.schools.toLocaleString('en-US')} schools of ${calculation.plan.scenario.name} are kept as ${year}.`,
    );
    onClose();
  };
  return (
    <SheetDialog title="Take a snapshot" onClose={onClose}>
      <form className="sheet-form" onSubmit={take}>
        <p>
          Copies each school’s total budget, its pupils and its pupils of every need from{' '}
          <b>{calculation.plan.scenario.name}</b> into a year, so that later years can be held against it.
        </p>
        <Field
          label="Year"
          value={typed}
          onChange={setTyped}
          sentence={typeof snapshot === 'string' && typed !== '' ? snapshot : null}
        />
        <p className="hint">
          {isHeld
            ? `${year} is there already: its ${amount} and ${pupils} are replaced, other measures stay.`
            : `Written into the measures ${amount} and ${pupils}.`}
        </p>
        <div className="sheet-actions">
          <button type="submit" className="button button-main" disabled={typeof snapshot === 'string'}>
            Take the snapshot
          </button>
        </div>
      </form>
    </SheetDialog>
  );
}
